import { flowText } from '../yaml/flow-text';
import { looksTyped } from '../yaml/scalars';
import { type YamlValue } from '../yaml/value';

/** A tree of options; the leaves are values. */
type Tree = Map<string, Tree | YamlValue>;

const NEEDS_QUOTES = /^$|^(?:---|\.\.\.)|^[#&*!|>'"%@`,?[\]{}]|^[-?:](?: |$)|: |:$| #|^ | $/;
const NEEDS_DOUBLE_QUOTES = /[^\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\x85\u2028\u2029]/u;
// A block starts with its indentation, so strings that start with a space need quotes.
const FITS_BLOCK = /^(?:[^\s][^\n]*[^\s]|[^\s])(?:\n(?:[^\n]*[^\s])?)*$/;

/**
 * The text of a `config.yaml` as Flink's own client writes it: keys as a tree, strings that look like other types in
 * quotes. No key can be a prefix of another one.
 */
export function writeNested(options: Iterable<readonly [string, YamlValue]>): string {
  const root: Tree = new Map();
  for (const [key, value] of options) {
    put(root, key.split('.'), value);
  }
  return root.size === 0 ? '{}\n' : block(root, 0);
}

function put(tree: Tree, [first, ...rest]: readonly string[], value: YamlValue): void {
  if (rest.length === 0) {
    tree.set(first!, value);
    return;
  }
  const below = tree.get(first!);
  const branch: Tree = below instanceof Map ? (below as Tree) : new Map();
  tree.set(first!, branch);
  put(branch, rest, value);
}

function block(tree: Tree, depth: number): string {
  const indent = '  '.repeat(depth);
  const entries = [...tree].map(([key, value]) => {
    const name = `${indent}${textOf(key, depth)}:`;
    if (value instanceof Map) {
      return `${name}\n${block(value as Tree, depth + 1)}`;
    }
    if (Array.isArray(value) && value.length > 0) {
      return `${name}\n${value.map((item) => `${indent}- ${scalarText(item, depth)}\n`).join('')}`;
    }
    return `${name} ${scalarText(value, depth)}\n`;
  });
  return entries.join('');
}

function scalarText(value: YamlValue, depth: number): string {
  return typeof value === 'string' ? textOf(value, depth) : flowText(value);
}

function textOf(text: string, depth: number): string {
  if (NEEDS_DOUBLE_QUOTES.test(text)) {
    return JSON.stringify(text).replace(
      /[\x7f-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  }
  if (text.includes('\n')) {
    return FITS_BLOCK.test(text) ? literal(text, '  '.repeat(depth + 1)) : JSON.stringify(text);
  }
  return looksTyped(text) || NEEDS_QUOTES.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

function literal(text: string, indent: string): string {
  const body = text.replace(/\n+$/, '');
  const breaks = text.length - body.length;
  return `|${['-', ''][breaks] ?? '+'}\n${text
    .slice(0, text.length - Math.min(breaks, 1))
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n')}`;
}
