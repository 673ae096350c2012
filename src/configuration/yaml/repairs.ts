import type { CST } from 'yaml';
import { visitToken } from './tokens';

/** The parts of a parse error that a repair needs. */
export interface ParseError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** The code of an error that this module finds, not the package. */
export const OPEN_QUOTE = 'OPEN_QUOTE';

// The markers at the start of a line that end a document.
const MARKER = /^(?:---|\.\.\.)(?:[ \t\n]|$)/;
const CLOSES_A_TOKEN = /["'\]},]$/;
const EXPECTS_A_VALUE = /(?:(?:^|\s)[-?]|:)(?:\s+[!&]\S*)*\s*$/;
// Empty lines, comments, and tags or anchors of the value.
const IS_BETWEEN = /^\s*(?:[!&]\S*\s*)?(?:#.*)?$/;

/** An indentation that is deeper than that of every collection in the text. */
function deepIndentation(text: string): string {
  let widest = 0;
  for (const [prefix] of text.matchAll(/^[ ?:-]+/gm)) widest = Math.max(widest, prefix.length);
  return ' '.repeat(widest + 1);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the next line that is not empty. */
function nextLine(text: string, offset: number): number | undefined {
  const end = text.indexOf('\n', offset - 1);
  const found = end < 0 ? -1 : text.slice(end).search(/\n *[^ \n]/);
  return found < 0 ? undefined : end + found + 1;
}

function indented(text: string, line: number | undefined): string | undefined {
  if (line === undefined || MARKER.test(text.slice(line))) return undefined;
  return text.slice(0, line) + deepIndentation(text) + text.slice(line);
}

/** A quoted scalar can continue at any column, up to a document marker. */
function unclosedQuote(text: string, { code, pos }: ParseError): string | undefined {
  if (code !== OPEN_QUOTE) return undefined;
  return indented(text, nextLine(text, pos[0]));
}

/** A flow collection can also continue at any column. */
function shallowFlow(text: string, { code, message, pos }: ParseError): string | undefined {
  if (code !== 'BAD_INDENT' || !message.includes('must be sufficiently indented')) return undefined;
  const start = lineStart(text, pos[0]);
  const isFirst = text.slice(start, pos[0]).trim() === '' && pos[0] < text.length;
  return indented(text, isFirst ? start : nextLine(text, pos[0]));
}

/** After a token that is closed, a comment needs no space before it. */
function gluedComment(text: string, { code, message, pos }: ParseError): string | undefined {
  const isGlued =
    code === 'MISSING_CHAR' &&
    message.startsWith('Comments must be separated') &&
    CLOSES_A_TOKEN.test(text.slice(0, pos[0]));
  return isGlued ? `${text.slice(0, pos[0])} ${text.slice(pos[0])}` : undefined;
}

function expectsAValue(before: string): boolean {
  const line =
    before
      .split('\n')
      .slice(0, -1)
      .filter((candidate) => !IS_BETWEEN.test(candidate))
      .pop() ?? '';
  return EXPECTS_A_VALUE.test(line.replace(/\s#.*$/, ''));
}

/** The header of a block scalar can be below its key, in the same column. */
function shallowBlockScalar(text: string, { pos }: ParseError): string | undefined {
  const start = lineStart(text, pos[0]);
  const isHeader =
    /^ *$/.test(text.slice(start, pos[0])) && /^[|>]/.test(text.slice(pos[0])) && expectsAValue(text.slice(0, start));
  return isHeader ? `${text.slice(0, pos[0])} ${text.slice(pos[0])}` : undefined;
}

/**
 * The text with additional spaces that the `yaml` package needs and the reader of Flink does not; `undefined` if the
 * error is one for both. Spaces are added only where they are insignificant, so the values stay the same.
 */
export function repaired(text: string, error: ParseError): string | undefined {
  return (
    unclosedQuote(text, error) ??
    shallowFlow(text, error) ??
    gluedComment(text, error) ??
    shallowBlockScalar(text, error)
  );
}

const CLOSED: { readonly [type: string]: RegExp } = {
  'single-quoted-scalar': /^'(?:[^']|'')*'$/,
  'double-quoted-scalar': /^"(?:[^"\\]|\\[^])*"$/,
};

/** The end of the first quoted scalar without a closing quote. The package accepts two quotes as a closing quote. */
export function openQuote(tokens: readonly CST.Token[]): number | undefined {
  const ends: number[] = [];
  for (const token of tokens) {
    visitToken(token, ({ type, source, offset }) => {
      if (CLOSED[type]?.test(source) === false) ends.push(offset + source.length);
    });
  }
  return ends[0];
}

/** Empty lines after an escaped line break are line breaks of the text, not spaces. */
export function mendEscapedBreaks(tokens: readonly CST.Token[]): void {
  const emptyLines = /((?:^|[^\\])(?:\\\\)*)\\\n((?:[ \t]*\n)+)/g;
  for (const token of tokens) {
    visitToken(token, (leaf) => {
      if (leaf.type !== 'double-quoted-scalar') return;
      leaf.source = leaf.source.replace(
        emptyLines,
        (_, before: string, lines: string) => `${before}${'\\n'.repeat(lines.split('\n').length - 1)}\\\n`,
      );
    });
  }
}

const UNICODE_BREAK = /[\u0085\u2028\u2029]/;
// The breaks of Unicode are significant only after a space or another break; escapes in double quotes are not changed.
const FOLD = '(?:[ \\t]*\\n|[ \\t]+[\\u0085\\u2028\\u2029])(?:[ \\t]*[\\n\\u0085\\u2028\\u2029])*[ \\t]*';
const BREAKS_AT_THE_END = /[ \t]+[\u0085\u2028\u2029][ \t\u0085\u2028\u2029]*$/;
const FOLDS = new RegExp(FOLD, 'g');
const FOLDS_BETWEEN_ESCAPES = new RegExp(
  `\\\\(?:[\\u0085\\u2028\\u2029](?:[ \\t]*[\\n\\u0085\\u2028\\u2029])*[ \\t]*|[^])|${FOLD}`,
  'g',
);

function breaksOf(run: string): string {
  return run.replace(/[ \t]/g, '').replaceAll('\u0085', '\n');
}

/** An escaped break is removed; those after it are kept. */
function escapedBreaks(run: string): string {
  return breaksOf(run).replaceAll('\n', '\\n');
}

/** A run of breaks, written so that the package folds it as Flink's reader does. */
function folded(run: string): string {
  if (run.startsWith('\\')) return UNICODE_BREAK.test(run) ? escapedBreaks(run.slice(2)) : run;
  const breaks = breaksOf(run);
  const rest = breaks.startsWith('\n') ? breaks.slice(1) : breaks;
  return rest === '' ? ' ' : rest.replace(/\n+/g, (lines) => `${lines}\n`);
}

/** Replaces line breaks of Unicode inside scalars: spaces around them are dropped, and two of them do not fold. */
export function mendUnicodeBreaks(tokens: readonly CST.Token[]): void {
  for (const token of tokens) {
    visitToken(token, (leaf) => {
      if (!UNICODE_BREAK.test(leaf.source)) return;
      if (leaf.type === 'double-quoted-scalar') leaf.source = leaf.source.replace(FOLDS_BETWEEN_ESCAPES, folded);
      else if (leaf.type === 'single-quoted-scalar') leaf.source = leaf.source.replace(FOLDS, folded);
      else if (leaf.type === 'scalar') leaf.source = leaf.source.replace(BREAKS_AT_THE_END, '').replace(FOLDS, folded);
    });
  }
}
