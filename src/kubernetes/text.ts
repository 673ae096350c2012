import { formatCodePoint } from './names';

/** Why a text would not reach a pod as it was written. */
export interface TextHazard {
  readonly reason: string;
  /** The character to blame, as `U+0085`, if it is one. */
  readonly codePoint?: string;
}

const UNREADABLE = /[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;

// One test decides for nearly every text: what has no such character can go wrong only at its start or in a line of one space.
const SUSPECT = /^[\s0-9+-]|\n \n|[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;

// The writer puts text of several lines into block scalars, unless it must quote, and there the reader guesses the indentation.
const TAB_FIRST = /^\n*\t/;
const WRITTEN_QUOTED = /[\u0000-\u0008\u000b-\u001f]|\n[\t ]+$/;
const ONLY_BLANKS = /^\s*$/;

const NUMBER_CHARACTERS = /^[-+0-9][-+.0-9A-FXa-fxOo_]*$/;

// What the reader takes for a number, once it has dropped all underscores.
const READ_AS_NUMBER =
  /^([-+]?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;

// After this prefix, and no other, the reader lets a sign pass.
const SIGN_INSIDE = /^0b([-+])/;

// What the writer takes for a number of YAML 1.1 (integers of four bases, floats) and therefore quotes.
const QUOTED_BY_WRITER: readonly RegExp[] = [
  /^[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)$/,
  /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
  /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
];

const SMALLEST = -(2n ** 63n);
const LARGEST_SIGNED = 2n ** 63n - 1n;
const LARGEST_UNSIGNED = 2n ** 64n - 1n;

/**
 * What stands between a text and a pod: cdk8s writes YAML with one library, Kubernetes reads it with another, and they differ on a few texts.
 *
 * Holds for the `yaml` releases that cdk8s has bundled (2.3.2 to 2.9.1) against the parser of kubectl 1.32; `conformance/yaml-text` proves it.
 *
 * @see https://pkg.go.dev/sigs.k8s.io/yaml
 */
export function textHazard(text: string): TextHazard | undefined {
  return SUSPECT.test(text) ? (unreadable(text) ?? lostBlanks(text) ?? hiddenNumber(text)) : undefined;
}

function unreadable(text: string): TextHazard | undefined {
  const character = UNREADABLE.exec(text)?.[0];
  return character === undefined ? undefined : { reason: reasonOf(character), codePoint: formatCodePoint(character) };
}

function reasonOf(character: string): string {
  if (character >= '\ud800' && character <= '\udfff') {
    return 'half of a surrogate pair is no character and would be replaced by U+FFFD';
  }
  if (character === '\ufeff') {
    return 'Kubernetes misreads YAML in which this byte order mark comes to lie at certain offsets';
  }
  return /[\u0085\u2028\u2029]/.test(character)
    ? 'Kubernetes reads this line separator in YAML as a space or a line break'
    : 'Kubernetes refuses YAML with this control character';
}

function lostBlanks(text: string): TextHazard | undefined {
  if (!text.includes('\n')) {
    return undefined;
  }
  if (WRITTEN_QUOTED.test(text)) {
    return text.includes('\n \n')
      ? { reason: 'cdk8s writes a backslash for a line of a single space here' }
      : undefined;
  }
  if (TAB_FIRST.test(text)) {
    return {
      reason: 'Kubernetes refuses YAML in which the first line of a text that is not empty starts with a tab',
      codePoint: 'U+0009',
    };
  }
  return ONLY_BLANKS.test(text) && /[^\n]/.test(text)
    ? { reason: 'Kubernetes loses blanks of a text of nothing but blanks' }
    : undefined;
}

function hiddenNumber(text: string): TextHazard | undefined {
  if (!NUMBER_CHARACTERS.test(text) || QUOTED_BY_WRITER.some((pattern) => pattern.test(text))) {
    return undefined;
  }
  const value = numberRead(text.replaceAll('_', '').replace(SIGN_INSIDE, '$10b'));
  return value === undefined ? undefined : { reason: `Kubernetes reads it in YAML as the number ${value}` };
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
  // Not NaN only for decimal digits: an integer too large in another base stays a text.
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
