import { javaTrim } from './java-text';
import type { Parsed } from './parsed';

const SPECIAL = /^[+-]?(?:NaN|Infinity)$/;
const DECIMAL = /^([+-]?)(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d+))?[fFdD]?$/;
const HEXADECIMAL = /^([+-]?)0[xX]([\da-fA-F]+\.?|[\da-fA-F]*\.[\da-fA-F]+)[pP]([+-]?\d+)[fFdD]?$/;
// Beyond these, every mantissa that a file can hold is zero or infinite.
const LARGEST_EXPONENT = 2_000_000;
const FORMS = 'must be a number such as 1, 0.5 or 1e-3';

interface Format {
  readonly mantissaBits: number;
  readonly smallestExponent: number;
  readonly largestExponent: number;
}

const FLOAT: Format = { mantissaBits: 24, smallestExponent: -126, largestExponent: 127 };
const DOUBLE: Format = { mantissaBits: 53, smallestExponent: -1022, largestExponent: 1023 };

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

/** The fraction, divided by a power of two. */
function scaled(numerator: bigint, denominator: bigint, exponent: number): [bigint, bigint] {
  const power = 2n ** BigInt(Math.abs(exponent));
  return exponent >= 0 ? [numerator, denominator * power] : [numerator * power, denominator];
}

/** The nearest number of the format to an exact fraction, the even one of two. A double of a decimal text would do, but not rounded twice. */
function nearest(numerator: bigint, denominator: bigint, { mantissaBits, smallestExponent, largestExponent }: Format): number {
  if (numerator === 0n) return 0;
  let exponent = bitLength(numerator) - bitLength(denominator);
  if (exponent > largestExponent + 1) return Infinity;
  if (exponent < smallestExponent - mantissaBits - 1) return 0;
  const [one, other] = scaled(numerator, denominator, exponent);
  if (one < other) exponent--;
  const unit = Math.max(exponent, smallestExponent) - mantissaBits + 1;
  const [top, bottom] = scaled(numerator, denominator, unit);
  const twiceRest = top % bottom * 2n;
  let mantissa = top / bottom;
  if (twiceRest > bottom || (twiceRest === bottom && mantissa % 2n === 1n)) mantissa++;
  const value = Number(mantissa) * 2 ** Math.trunc(unit / 2) * 2 ** (unit - Math.trunc(unit / 2));
  return value >= 2 ** largestExponent * 2 ? Infinity : value;
}

function parseFraction(mantissa: string, exponentText: string, radix: 10 | 16, format: Format): number {
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = BigInt(`${radix === 16 ? '0x' : ''}0${whole}${fraction}`);
  if (digits === 0n) return 0;
  const shift = Number(exponentText) - fraction.length * (radix === 16 ? 4 : 1);
  if (Math.abs(shift) > LARGEST_EXPONENT) return shift < 0 ? 0 : Infinity;
  const power = (radix === 16 ? 2n : 10n) ** BigInt(Math.abs(shift));
  return shift < 0 ? nearest(digits, power, format) : nearest(digits * power, 1n, format);
}

function parse(text: string, format: Format): Parsed<number> {
  const trimmed = javaTrim(text);
  if (SPECIAL.test(trimmed)) return { value: Number(trimmed) };
  const decimal = DECIMAL.exec(trimmed);
  const match = decimal ?? HEXADECIMAL.exec(trimmed);
  if (match === null) return { problem: FORMS };
  const [, sign, mantissa = '', exponent = '0'] = match;
  const magnitude = decimal !== null && format === DOUBLE
    ? Number(`${mantissa}e${exponent}`)
    : parseFraction(mantissa, exponent, decimal === null ? 16 : 10, format);
  return { value: sign === '-' ? -magnitude : magnitude };
}

/**
 * A 32-bit number as Java reads it: blanks around it, a type letter and hexadecimal forms are fine; what is too large becomes infinite.
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Double.html#valueOf(java.lang.String)
 */
export function parseFloat32(text: string): Parsed<number> {
  return parse(text, FLOAT);
}

/** The same for 64 bits. */
export function parseDouble(text: string): Parsed<number> {
  return parse(text, DOUBLE);
}
