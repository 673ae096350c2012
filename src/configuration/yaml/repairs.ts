import type { CST } from 'yaml';
import { visitToken } from './tokens';

/** The part of a parse error that a repair needs. */
export interface ParseError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** The code of an error that is found here and not by the package. */
export const OPEN_QUOTE = 'OPEN_QUOTE';

// The markers that end a document wherever a line starts with them.
const MARKER = /^(?:---|\.\.\.)(?:[ \t\n]|$)/;
const CLOSES_A_TOKEN = /["'\]},]$/;
const EXPECTS_A_VALUE = /(?:(?:^|\s)[-?]|:)(?:\s+[!&]\S*)*\s*$/;
// Blank lines, comments, and tags or anchors of the value.
const STANDS_BETWEEN = /^\s*(?:[!&]\S*\s*)?(?:#.*)?$/;

/** More columns than any collection of the text is indented by. */
function deepIndentation(text: string): string {
  let widest = 0;
  for (const [prefix] of text.matchAll(/^[ ?:-]+/gm)) widest = Math.max(widest, prefix.length);
  return ' '.repeat(widest + 1);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the next line that is not blank starts. */
function nextLine(text: string, offset: number): number | undefined {
  const end = text.indexOf('\n', offset - 1);
  const found = end < 0 ? -1 : text.slice(end).search(/\n *[^ \n]/);
  return found < 0 ? undefined : end + found + 1;
}

function indented(text: string, line: number | undefined): string | undefined {
  if (line === undefined || MARKER.test(text.slice(line))) return undefined;
  return text.slice(0, line) + deepIndentation(text) + text.slice(line);
}

/** A quoted scalar may go on at any column, up to a document marker. */
function unclosedQuote(text: string, { code, pos }: ParseError): string | undefined {
  if (code !== OPEN_QUOTE) return undefined;
  return indented(text, nextLine(text, pos[0]));
}

/** So may a flow collection. */
function shallowFlow(text: string, { code, message, pos }: ParseError): string | undefined {
  if (code !== 'BAD_INDENT' || !message.includes('must be sufficiently indented')) return undefined;
  const start = lineStart(text, pos[0]);
  const isFirst = text.slice(start, pos[0]).trim() === '' && pos[0] < text.length;
  return indented(text, isFirst ? start : nextLine(text, pos[0]));
}

/** After a token that ends by itself, a comment needs no blank in front. */
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
      .filter((candidate) => !STANDS_BETWEEN.test(candidate))
      .pop() ?? '';
  return EXPECTS_A_VALUE.test(line.replace(/\s#.*$/, ''));
}

/** The header of a block scalar may stand below its key, in the same column. */
function shallowBlockScalar(text: string, { pos }: ParseError): string | undefined {
  const start = lineStart(text, pos[0]);
  const isHeader =
    /^ *$/.test(text.slice(start, pos[0])) && /^[|>]/.test(text.slice(pos[0])) && expectsAValue(text.slice(0, start));
  return isHeader ? `${text.slice(0, pos[0])} ${text.slice(pos[0])}` : undefined;
}

/**
 * The text with the blanks that the `yaml` package misses and the reader of Flink does not; nothing when the error is one for both.
 * Blanks are only put where they do not count, so the values stay the same.
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

/** Where the first quoted scalar without a closing quote ends. Two quotes at its end close nothing, which the package takes for one. */
export function openQuote(tokens: readonly CST.Token[]): number | undefined {
  const ends: number[] = [];
  for (const token of tokens) {
    visitToken(token, ({ type, source, offset }) => {
      if (CLOSED[type]?.test(source) === false) ends.push(offset + source.length);
    });
  }
  return ends[0];
}

/** Blank lines after an escaped line break are line breaks of the text, not blanks. */
export function mendEscapedBreaks(tokens: readonly CST.Token[]): void {
  const blankLines = /((?:^|[^\\])(?:\\\\)*)\\\n((?:[ \t]*\n)+)/g;
  for (const token of tokens) {
    visitToken(token, (leaf) => {
      if (leaf.type !== 'double-quoted-scalar') return;
      leaf.source = leaf.source.replace(
        blankLines,
        (_, before: string, lines: string) => `${before}${'\\n'.repeat(lines.split('\n').length - 1)}\\\n`,
      );
    });
  }
}

const UNICODE_BREAK = /[\u0085\u2028\u2029]/;
// The breaks of Unicode count behind a blank or another break only; in double quotes, what a backslash escapes is left alone.
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

/** An escaped break is none; those behind it stay. */
function escapedBreaks(run: string): string {
  return breaksOf(run).replaceAll('\n', '\\n');
}

/** A run of breaks, written so that the package folds it into what Flink's reader makes of it. */
function folded(run: string): string {
  if (run.startsWith('\\')) return UNICODE_BREAK.test(run) ? escapedBreaks(run.slice(2)) : run;
  const breaks = breaksOf(run);
  const rest = breaks.startsWith('\n') ? breaks.slice(1) : breaks;
  return rest === '' ? ' ' : rest.replace(/\n+/g, (lines) => `${lines}\n`);
}

/** Inside a scalar, the line breaks of Unicode take the blanks around them along, and two of them do not fold into their lines. */
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
