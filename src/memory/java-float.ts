import { javaTrim } from './java-text';

const WORD = /^([+-]?)(NaN|Infinity)$/;
const DECIMAL = /^([+-]?)(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))(?:[eE]([+-]?[0-9]+))?[fFdD]?$/;
const HEXADECIMAL = /^([+-]?)0[xX](?:([0-9a-fA-F]+)(?:\.([0-9a-fA-F]*))?|\.([0-9a-fA-F]+))[pP]([+-]?[0-9]+)[fFdD]?$/;

// Outside these powers of ten, a number is infinite or zero even as a double.
const LARGEST_POWER = 310;
const SMALLEST_POWER = -350;

interface Format {
  readonly mantissaBits: number;
  readonly smallestExponent: number;
  readonly largestExponent: number;
}

const FLOAT: Format = { mantissaBits: 24, smallestExponent: -126, largestExponent: 127 };
const DOUBLE: Format = { mantissaBits: 53, smallestExponent: -1022, largestExponent: 1023 };

/** An exact number `± digits · base^exponent`; the digits can be zero. */
interface Exact {
  readonly negative: boolean;
  readonly digits: bigint;
  readonly base: 2 | 10;
  readonly exponent: number;
}

/**
 * A 32-bit float as Java reads it, rounded only once; `undefined` if Java rejects the text.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Double.html#valueOf(java.lang.String)
 */
export function parseJavaFloat(text: string): number | undefined {
  const value = read(text);
  return typeof value === 'object' ? nearest(value, FLOAT) : value;
}

/**
 * A double with the same grammar as `parseJavaFloat`, which includes hexadecimal numbers and suffixes.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Double.html#valueOf(java.lang.String)
 */
export function parseJavaDouble(text: string): number | undefined {
  const value = read(text);
  if (typeof value !== 'object') {
    return value;
  }
  if (value.base === 2) return nearest(value, DOUBLE);
  const size = Number(`${value.digits}e${value.exponent}`);
  return value.negative ? -size : size;
}

function read(text: string): Exact | number | undefined {
  const trimmed = javaTrim(text);
  const word = WORD.exec(trimmed);
  if (word !== null) {
    return Number(word[2]) * (word[1] === '-' ? -1 : 1);
  }
  const decimal = DECIMAL.exec(trimmed);
  return decimal === null ? exact(HEXADECIMAL.exec(trimmed), 2) : exact(decimal, 10);
}

function exact(match: RegExpExecArray | null, base: 2 | 10): Exact | number | undefined {
  if (match === null) {
    return undefined;
  }
  const [, sign = '', whole = '', after = '', only = '', power = '0'] = match;
  const fraction = after + only;
  const text = (whole + fraction).replace(/^0+/, '');
  const negative = sign === '-';
  const exponent = Number(power) - fraction.length * (base === 2 ? 4 : 1);
  const magnitude = base === 10 ? text.length + exponent : (text.length * 4 + exponent) * Math.LOG10E * Math.LN2;
  if (text === '' || magnitude < SMALLEST_POWER) {
    return negative ? -0 : 0;
  }
  if (magnitude > LARGEST_POWER) {
    return negative ? -Infinity : Infinity;
  }
  return { negative, digits: BigInt(base === 2 ? `0x${text}` : text), base, exponent };
}

/** The nearest number of the format, or the even one of two. Rounding to a double first would round a float twice. */
function nearest({ negative, digits, base, exponent }: Exact, format: Format): number {
  const scale = BigInt(base) ** BigInt(Math.abs(exponent));
  const size = exponent >= 0 ? nearestFraction(digits * scale, 1n, format) : nearestFraction(digits, scale, format);
  return negative ? -size : size;
}

function nearestFraction(
  numerator: bigint,
  denominator: bigint,
  { mantissaBits, smallestExponent, largestExponent }: Format,
): number {
  let exponent = bitLength(numerator) - bitLength(denominator);
  if (exponent > largestExponent + 1) return Infinity;
  if (exponent < smallestExponent - mantissaBits - 1) return 0;
  const [one, other] = scaled(numerator, denominator, exponent);
  if (one < other) exponent--;
  const unit = Math.max(exponent, smallestExponent) - mantissaBits + 1;
  const [top, bottom] = scaled(numerator, denominator, unit);
  const twiceRest = (top % bottom) * 2n;
  let mantissa = top / bottom;
  if (twiceRest > bottom || (twiceRest === bottom && mantissa % 2n === 1n)) mantissa++;
  // In two steps, because the power can be too small for a double.
  const half = Math.trunc(unit / 2);
  const value = Number(mantissa) * 2 ** half * 2 ** (unit - half);
  return value >= 2 ** largestExponent * 2 ? Infinity : value;
}

/** The fraction divided by a power of two. */
function scaled(numerator: bigint, denominator: bigint, exponent: number): [bigint, bigint] {
  const power = 2n ** BigInt(Math.abs(exponent));
  return exponent >= 0 ? [numerator, denominator * power] : [numerator * power, denominator];
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}
