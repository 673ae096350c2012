import { looksTyped } from './scalars';
import { YamlBinary, YamlMap, YamlSet, type YamlValue } from './value';
import { javaDoubleText } from '../../memory/java-double-text';

// 127 characters, and the emitter counts the tag of a string, !!str, that it does not write.
const LONGEST_SIMPLE_KEY = 122;
const WIDTH = 80;
const ESCAPES: { readonly [character: string]: string } = {
  '\0': '0',
  '\u0007': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\u000b': 'v',
  '\f': 'f',
  '\r': 'r',
  '\u001b': 'e',
  '"': '"',
  '\\': '\\',
  '\u0085': 'N',
  '\u00a0': '_',
  '\u2028': 'L',
  '\u2029': 'P',
};

const NEEDS_DOUBLE_QUOTES = /[^\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const NEEDS_QUOTES = /^(?:---|\.\.\.)|^[#&*!|>'"%@`]|^-(?: |$)|[,?[\]{}:]| #|^ | $/;

function doubleQuoted(text: string): string {
  let quoted = '';
  for (const character of text) {
    const escape = ESCAPES[character];
    const code = character.codePointAt(0)!;
    if (escape !== undefined) quoted += `\\${escape}`;
    else if (!NEEDS_DOUBLE_QUOTES.test(character)) quoted += character;
    else if (code <= 0xff) quoted += `\\x${code.toString(16).padStart(2, '0')}`;
    else quoted += `\\u${code.toString(16).padStart(4, '0')}`;
  }
  return `"${quoted}"`;
}

function isLiteral(text: string): boolean {
  return /[\n\u0085\u2028\u2029]/.test(text);
}

function stringText(text: string): string {
  if (text === '') return "''";
  if (isLiteral(text) || NEEDS_DOUBLE_QUOTES.test(text)) return doubleQuoted(text);
  return looksTyped(text) || NEEDS_QUOTES.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (Number.isFinite(value)) return javaDoubleText(value);
  return value < 0 ? '-.inf' : '.inf';
}

/** Writes a collection that occurs twice only once, with an alias for the second occurrence. */
class FlowWriter {
  private readonly seen = new Set<object>();
  private readonly shared = new Map<object, string | undefined>();
  private text = '';
  private depth = 0;

  public write(value: YamlValue): string {
    this.find(value);
    this.node(value);
    return this.text;
  }

  private find(value: YamlValue): void {
    if (typeof value !== 'object' || value === null || value instanceof YamlBinary) return;
    if (this.seen.has(value)) {
      this.shared.set(value, undefined);
      return;
    }
    this.seen.add(value);
    if (value instanceof YamlMap) for (const [key, item] of value) [key, item].forEach((part) => this.find(part));
    else for (const item of value) this.find(item);
  }

  private node(value: YamlValue): void {
    if (typeof value === 'object' && value !== null && this.shared.has(value)) {
      const name = this.shared.get(value);
      if (name !== undefined) {
        this.text += `*${name}`;
        return;
      }
      const named = [...this.shared.values()].filter((known) => known !== undefined);
      const next = `id${String(named.length + 1).padStart(3, '0')}`;
      this.shared.set(value, next);
      this.text += `&${next} `;
    }
    this.content(value);
  }

  private content(value: YamlValue): void {
    if (Array.isArray(value)) {
      this.list(value);
    } else if (value instanceof YamlMap) {
      this.map([...value]);
    } else if (value instanceof YamlSet) {
      this.text += '!!set ';
      this.map([...value].map((key): [YamlValue, YamlValue] => [key, null]));
    } else if (value instanceof YamlBinary) {
      this.text += `!!binary "${value.base64}"`;
    } else if (typeof value === 'string') {
      this.text += stringText(value);
    } else {
      this.text += typeof value === 'number' ? numberText(value) : String(value);
    }
  }

  private list(items: readonly YamlValue[]): void {
    this.text += '[';
    this.depth++;
    items.forEach((item, index) => {
      if (index > 0) this.text += ', ';
      this.node(item);
    });
    this.depth--;
    this.text += ']';
  }

  private map(entries: readonly (readonly [YamlValue, YamlValue])[]): void {
    this.text += '{';
    this.depth++;
    entries.forEach(([key, value], index) => {
      if (index > 0) this.text += ', ';
      this.entry(key, value);
    });
    this.depth--;
    this.text += '}';
  }

  private entry(key: YamlValue, value: YamlValue): void {
    const isSimple = this.isSimpleKey(key);
    if (!isSimple) this.text += '? ';
    this.node(key);
    if (isSimple) {
      this.text +=
        typeof key === 'object' && key !== null && this.text.endsWith(String(this.shared.get(key))) ? ' : ' : ': ';
    } else if (this.text.length - this.text.lastIndexOf('\n') - 1 > WIDTH) {
      this.text += `\n${'  '.repeat(this.depth)}: `;
    } else {
      this.text += ' : ';
    }
    this.node(value);
  }

  private isSimpleKey(key: YamlValue): boolean {
    if (typeof key === 'string') return key !== '' && key.length <= LONGEST_SIMPLE_KEY && !key.includes('\n');
    if (typeof key !== 'object' || key === null) return true;
    return (
      this.shared.get(key) !== undefined ||
      key instanceof YamlBinary ||
      (Array.isArray(key) ? key.length : key.size) === 0
    );
  }
}

/** One line of YAML for a value that is not a string, as Flink reads it for options of type string. */
export function flowText(value: YamlValue): string {
  // Only a scalar that is the whole document can be a block.
  return value instanceof YamlBinary && value.base64 !== ''
    ? `!!binary |-\n  ${value.base64}`
    : new FlowWriter().write(value);
}
