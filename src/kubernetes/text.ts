import { formatCodePoint } from './names';

/** How a string would be changed, or rejected, on its way to a pod. */
export type TextHazardKind =
  | 'byteOrderMark'
  | 'controlCharacter'
  | 'leadingTab'
  | 'lineOfOneSpace'
  | 'lineSeparator'
  | 'loneSurrogate'
  | 'number'
  | 'onlyWhitespace';

/** Why a string would not reach a pod as it was written. */
export interface TextHazard {
  readonly kind: TextHazardKind;
  /** The character that causes it, as `U+0085`, if there is one. */
  readonly codePoint?: string;
  /** The number that Kubernetes reads, if it reads one. */
  readonly number?: string;
}

const UNREADABLE = /[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;

// One test is enough for nearly every string: without these characters, only the start and a line of one space matter.
const SUSPECT = /^[\s0-9+-]|\n \n|[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;

// The writer uses block scalars for several lines, unless it must quote; there the reader guesses the indentation.
const TAB_FIRST = /^\n*\t/;
const WRITTEN_QUOTED = /[\u0000-\u0008\u000b-\u001f]|\n[\t ]+$/;
const ONLY_WHITESPACE = /^\s*$/;

const NUMBER_CHARACTERS = /^[-+0-9][-+.0-9A-FXa-fxOo_]*$/;

// Strings that the reader parses as numbers, after it has dropped all underscores.
const READ_AS_NUMBER =
  /^([-+]?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;

// Only after this prefix, the reader accepts a sign.
const SIGN_INSIDE = /^0b([-+])/;

// Strings that the writer parses as numbers of YAML 1.1 (integers of four bases, floats) and therefore quotes.
const QUOTED_BY_WRITER: readonly RegExp[] = [
  /^[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)$/,
  /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
  /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
];

const SMALLEST = -(2n ** 63n);
const LARGEST_SIGNED = 2n ** 63n - 1n;
const LARGEST_UNSIGNED = 2n ** 64n - 1n;

/**
 * Why a string would not reach a pod unchanged: cdk8s writes YAML with one library, Kubernetes reads it with another,
 * and they disagree about a few strings.
 *
 * Valid for the `yaml` releases that cdk8s has bundled (2.3.2 to 2.9.1) and the parser of kubectl 1.32, as
 * `conformance/yaml-text` shows.
 *
 * @see https://pkg.go.dev/sigs.k8s.io/yaml
 */
export function textHazard(text: string): TextHazard | undefined {
  return SUSPECT.test(text) ? (unreadable(text) ?? lostWhitespace(text) ?? hiddenNumber(text)) : undefined;
}

function unreadable(text: string): TextHazard | undefined {
  const character = UNREADABLE.exec(text)?.[0];
  return character === undefined ? undefined : { kind: kindOf(character), codePoint: formatCodePoint(character) };
}

function kindOf(character: string): TextHazardKind {
  if (character >= '\ud800' && character <= '\udfff') {
    return 'loneSurrogate';
  }
  if (character === '\ufeff') {
    return 'byteOrderMark';
  }
  return /[\u0085\u2028\u2029]/.test(character) ? 'lineSeparator' : 'controlCharacter';
}

function lostWhitespace(text: string): TextHazard | undefined {
  if (!text.includes('\n')) {
    return undefined;
  }
  if (WRITTEN_QUOTED.test(text)) {
    return text.includes('\n \n') ? { kind: 'lineOfOneSpace' } : undefined;
  }
  if (TAB_FIRST.test(text)) {
    return { kind: 'leadingTab', codePoint: 'U+0009' };
  }
  return ONLY_WHITESPACE.test(text) && /[^\n]/.test(text) ? { kind: 'onlyWhitespace' } : undefined;
}

function hiddenNumber(text: string): TextHazard | undefined {
  if (!NUMBER_CHARACTERS.test(text) || QUOTED_BY_WRITER.some((pattern) => pattern.test(text))) {
    return undefined;
  }
  const number = numberRead(text.replaceAll('_', '').replace(SIGN_INSIDE, '$10b'));
  return number === undefined ? undefined : { kind: 'number', number };
}

function numberRead(text: string): string | undefined {
  const [, sign, digits] = READ_AS_NUMBER.exec(text) ?? [];
  if (digits === undefined) {
    return undefined;
  }
  const integer = integerRead(digits, sign === '-');
  if (integer !== undefined && integer >= SMALLEST && integer <= (sign === '' ? LARGEST_UNSIGNED : LARGEST_SIGNED)) {
    return `${integer}`;
  }
  // Only decimal digits: an integer in another base that is too large stays a string.
  const float = /^0[xob]/i.test(digits) ? NaN : Number(`${sign}${digits}`);
  return Number.isFinite(float) ? `${float}` : undefined;
}

function integerRead(digits: string, negative: boolean): bigint | undefined {
  const octal = /^0[0-7]+$/.test(digits);
  if (!octal && !/^(?:0[xob][0-9a-f]+|[0-9]+)$/i.test(digits)) {
    return undefined;
  }
  const magnitude = BigInt(octal ? `0o${digits}` : digits);
  return negative ? -magnitude : magnitude;
}
