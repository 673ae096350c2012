import { formatCodePoint } from './names';

/** The reason why a pod would not receive a string unchanged. */
export interface TextHazard {
  readonly reason: string;
  /** The character that causes it, as `U+0085`; absent if there is no single cause. */
  readonly codePoint?: string;
}

const UNREADABLE = /[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;

// A fast check that is sufficient for nearly every string: without these characters, only the start or a line with a
// single space can be a hazard.
const SUSPECT = /^[\s0-9+-]|\n \n|[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;

// The writer uses block scalars for several lines, unless it has to quote, and the reader detects their indentation.
const TAB_FIRST = /^\n*\t/;
const WRITTEN_QUOTED = /[\u0000-\u0008\u000b-\u001f]|\n[\t ]+$/;
const ONLY_SPACE = /^\s*$/;

const NUMBER_CHARACTERS = /^[-+0-9][-+.0-9A-FXa-fxOo_]*$/;

// A number for the reader, after it has removed all underscores.
const READ_AS_NUMBER =
  /^([-+]?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;

// The only prefix after which the reader accepts a sign.
const SIGN_INSIDE = /^0b([-+])/;

// A number in YAML 1.1 (integers in four bases, floats) for the writer, which therefore quotes it.
const QUOTED_BY_WRITER: readonly RegExp[] = [
  /^[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)$/,
  /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
  /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
];

const SMALLEST = -(2n ** 63n);
const LARGEST_SIGNED = 2n ** 63n - 1n;
const LARGEST_UNSIGNED = 2n ** 64n - 1n;

/**
 * Returns why a pod would not receive a string unchanged: cdk8s writes YAML with one library, Kubernetes reads it with
 * another, and they differ for some strings.
 *
 * Tested for the `yaml` releases that cdk8s has bundled (2.3.2 to 2.9.1) with the parser of kubectl 1.32: see
 * `conformance/yaml-text`.
 *
 * @see https://pkg.go.dev/sigs.k8s.io/yaml
 */
export function textHazard(text: string): TextHazard | undefined {
  return SUSPECT.test(text) ? (unreadable(text) ?? lostSpace(text) ?? hiddenNumber(text)) : undefined;
}

function unreadable(text: string): TextHazard | undefined {
  const character = UNREADABLE.exec(text)?.[0];
  return character === undefined ? undefined : { reason: reasonOf(character), codePoint: formatCodePoint(character) };
}

function reasonOf(character: string): string {
  if (character >= '\ud800' && character <= '\udfff') {
    return 'half of a surrogate pair is not a character and would be replaced by U+FFFD';
  }
  if (character === '\ufeff') {
    return 'Kubernetes misreads YAML with this byte order mark at certain offsets';
  }
  return /[\u0085\u2028\u2029]/.test(character)
    ? 'Kubernetes reads this line separator in YAML as a space or a line break'
    : 'Kubernetes rejects YAML with this control character';
}

function lostSpace(text: string): TextHazard | undefined {
  if (!text.includes('\n')) {
    return undefined;
  }
  if (WRITTEN_QUOTED.test(text)) {
    return text.includes('\n \n')
      ? { reason: 'cdk8s writes a backslash instead of a line with a single space' }
      : undefined;
  }
  if (TAB_FIRST.test(text)) {
    return {
      reason: 'Kubernetes rejects YAML with a string whose first line that is not empty starts with a tab',
      codePoint: 'U+0009',
    };
  }
  return ONLY_SPACE.test(text) && /[^\n]/.test(text)
    ? { reason: 'Kubernetes loses spaces in a string that contains only white space' }
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
  // In other bases, an integer that is too large stays a string.
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
