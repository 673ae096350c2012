import { javaTrim } from './java-text';

const WORD = /^([+-]?)(NaN|Infinity)$/;
const DECIMAL = /^([+-]?)(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))(?:[eE]([+-]?[0-9]+))?[fFdD]?$/;
const HEXADECIMAL = /^([+-]?)0[xX](?:([0-9a-fA-F]+)(?:\.([0-9a-fA-F]*))?|\.([0-9a-fA-F]+))[pP]([+-]?[0-9]+)[fFdD]?$/;

// Beyond these powers of ten a number is infinite or zero even as a double, whatever its first digit.
const LARGEST_POWER = 310;
const SMALLEST_POWER = -350;
const DOUBLE_BITS = 53;

/** An exact number `± digits · base^exponent`; the digits may be zero. */
interface Exact {
  readonly negative: boolean;
  readonly digits: bigint;
  readonly base: 2 | 10;
  readonly exponent: number;
}

/**
 * A 32-bit float from a text, rounded once and as JavaScript's nearest number; `undefined` where Java finds no number.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Double.html#valueOf(java.lang.String)
 */
export function parseJavaFloat(text: string): number | undefined {
  const value = read(text);
  return typeof value === 'object' ? Math.fround(toOdd(value)) : value;
}

/**
 * A double from a text, by the grammar of `parseJavaFloat`: hexadecimal and with a suffix too.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Double.html#valueOf(java.lang.String)
 */
export function parseJavaDouble(text: string): number | undefined {
  const value = read(text);
  if (typeof value !== 'object') {
    return value;
  }
  const size = value.base === 10 ? Number(`${value.digits}e${value.exponent}`) : Number(value.digits) * 2 ** value.exponent;
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

/**
 * The number cut to the 53 bits of a double, the last of them set if anything was cut. Rounding that to a float gives the float next to
 * the exact number; rounding the nearest double would sometimes give its neighbour.
 */
function toOdd({ negative, digits, base, exponent }: Exact): number {
  const scale = BigInt(base) ** BigInt(Math.abs(exponent));
  const [over, under] = exponent >= 0 ? [digits * scale, 1n] : [digits, scale];
  const shift = DOUBLE_BITS - (bitLength(over) - bitLength(under));
  const power = 2n ** BigInt(Math.abs(shift));
  const [dividend, divisor] = shift >= 0 ? [over * power, under] : [over, under * power];
  // 52 or 53 bits, because the length of a quotient is only known to one bit.
  const floor = dividend / (2n * divisor);
  const odd = floor * 2n * divisor === dividend ? floor : floor + (floor + 1n) % 2n;
  // In two steps, because the power alone may be too small for a double.
  const half = Math.trunc((1 - shift) / 2);
  const size = Number(odd) * 2 ** half * 2 ** (1 - shift - half);
  return negative ? -size : size;
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}
