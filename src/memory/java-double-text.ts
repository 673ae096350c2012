/** The bits of a number for the printing algorithm of Java, from the highest one on, and the position of the point. */
interface Bits {
  /** The number without its trailing zero bits. */
  readonly odd: bigint;
  /** The number of bits in `odd`. */
  readonly length: number;
  /** The power of two of the highest bit. */
  readonly exponent: number;
  /** The number of bits that the format stores at this magnitude. */
  readonly precision: number;
}

interface Digits {
  readonly digits: string;
  /** The position of the decimal point, counted from the first digit. */
  readonly point: number;
}

const LARGEST_SMALL_EXPONENT = 62;
const LONGEST_POWER_OF_FIVE = 27;

function bitsOf(magnitude: number, mantissaBits: number, smallestExponent: number): Bits {
  let exponent = Math.max(Math.floor(Math.log2(magnitude)), smallestExponent - mantissaBits);
  while (2 ** exponent > magnitude) exponent--;
  while (2 ** (exponent + 1) <= magnitude) exponent++;
  const precision = exponent < smallestExponent ? mantissaBits - (smallestExponent - exponent) : mantissaBits;
  // Two steps, because the factor can be larger than the largest double.
  const shift = precision - 1 - exponent;
  let odd = BigInt(magnitude * 2 ** Math.floor(shift / 2) * 2 ** (shift - Math.floor(shift / 2)));
  let length = precision;
  for (; odd % 2n === 0n; odd /= 2n) length--;
  return { odd, length, exponent, precision };
}

function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

function bitsOfPowerOfFive(power: number): number {
  if (power === 0) return 0;
  return power < LONGEST_POWER_OF_FIVE ? bitLength(5n ** BigInt(power)) : power * 3;
}

/** Integers: the digits below the precision of the format are rounded away. */
function wholeDigits({ odd, length, exponent, precision }: Bits): Digits {
  const value = odd * 2n ** BigInt(exponent - length + 1);
  const insignificant = exponent > precision ? Math.floor(Math.max(exponent - precision - 1, 0) * Math.log10(2)) : 0;
  const unit = 10n ** BigInt(insignificant);
  const rounded = insignificant > 0 && value % unit >= unit / 2n ? value / unit + 1n : value / unit;
  const digits = String(rounded);
  return { digits: digits.replace(/(?!^)0+$/, ''), point: digits.length + insignificant };
}

/**
 * The decimal exponent by a tangent of the logarithm. It can be one too high; the first digit is then a zero, which is
 * dropped.
 */
function estimatedExponent({ odd, length, exponent }: Bits): number {
  const mantissa = Number(odd) / 2 ** (length - 1);
  return Math.floor((mantissa - 1.5) * 0.289529654 + 0.176091259 + exponent * 0.301029995663981);
}

function roundedUp(digits: number[], point: number): Digits {
  let last = digits.length - 1;
  while (last > 0 && digits[last] === 9) digits[last--] = 0;
  if (last === 0 && digits[0] === 9) return { digits: `1${'0'.repeat(digits.length - 1)}`, point: point + 1 };
  digits[last]!++;
  return { digits: digits.join(''), point };
}

/** The number as a fraction of integers, and half the distance to the next number of the format. */
interface Fraction {
  rest: bigint;
  margin: bigint;
  readonly denominator: bigint;
  /** The bits of the machine word in which the JDK computes, so that sums overflow; `undefined` for large numbers. */
  readonly word: number | undefined;
}

function fractionOf({ odd, length, exponent, precision }: Bits, decimal: number): Fraction {
  const tiny = Math.max(0, length - exponent - 1);
  const [fives, tens] = [Math.max(0, -decimal), Math.max(0, decimal)];
  const scale = fives + tiny + exponent;
  const common = Math.min(scale - length + 1, tens + tiny);
  const marginTwos = scale - precision - common - (length === 1 ? 1 : 0);
  const lift = Math.max(0, -marginTwos);
  const twos = scale - length + 1 - common + lift;
  const denominatorTwos = tens + tiny - common + lift;
  const width = Math.max(length + twos + bitsOfPowerOfFive(fives), denominatorTwos + 1 + bitsOfPowerOfFive(tens + 1));
  return {
    rest: odd * 5n ** BigInt(fives) * 2n ** BigInt(twos),
    margin: 5n ** BigInt(fives) * 2n ** BigInt(marginTwos + lift),
    denominator: 5n ** BigInt(tens) * 2n ** BigInt(denominatorTwos),
    word: [32, 64].find((bits) => width < bits),
  };
}

interface Step {
  readonly digit: number;
  readonly low: boolean;
  readonly high: boolean;
}

function nextDigit(fraction: Fraction): Step {
  const { denominator, word } = fraction;
  const wrap = (value: bigint): bigint => (word === undefined ? value : BigInt.asIntN(word, value));
  const digit = Number(fraction.rest / denominator);
  fraction.rest = (fraction.rest % denominator) * 10n;
  fraction.margin = wrap(fraction.margin * 10n);
  const { rest, margin } = fraction;
  if (margin <= 0n) return { digit, low: true, high: true };
  const ten = denominator * 10n;
  // A tie ends the number, except in a machine word.
  return { digit, low: rest < margin, high: word === undefined ? rest + margin >= ten : wrap(rest + margin) > ten };
}

/** Digit by digit, until the rest is smaller than half the distance to the next number of the format. */
function fractionDigits(bits: Bits): Digits {
  let decimal = estimatedExponent(bits);
  const fraction = fractionOf(bits, decimal);
  let step = nextDigit(fraction);
  const digits: number[] = [];
  if (step.digit === 0 && !step.high) decimal--;
  else digits.push(step.digit);
  // The notation with an exponent always has a second digit.
  if (decimal < -3 || decimal >= 8) step = { ...step, low: false, high: false };
  while (!step.low && !step.high) {
    step = nextDigit(fraction);
    digits.push(step.digit);
  }
  const beyondHalf = fraction.rest * 2n - fraction.denominator * 10n;
  const isUp =
    step.high && (!step.low || beyondHalf > 0n || (beyondHalf === 0n && digits[digits.length - 1]! % 2 === 1));
  return isUp ? roundedUp(digits, decimal + 1) : { digits: digits.join(''), point: decimal + 1 };
}

function layout({ digits, point }: Digits): string {
  if (point > 0 && point < 8) {
    return digits.length > point
      ? `${digits.slice(0, point)}.${digits.slice(point)}`
      : `${digits.padEnd(point, '0')}.0`;
  }
  if (point <= 0 && point > -3) return `0.${'0'.repeat(-point)}${digits}`;
  return `${digits[0]}.${digits.slice(1) || '0'}E${point - 1}`;
}

function text(value: number, mantissaBits: number, smallestExponent: number): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) return `${sign}Infinity`;
  if (magnitude === 0) return `${sign}0.0`;
  const bits = bitsOf(magnitude, mantissaBits, smallestExponent);
  const isWhole = bits.length <= bits.exponent + 1 && bits.exponent <= LARGEST_SMALL_EXPONENT;
  return sign + layout(isWhole ? wholeDigits(bits) : fractionDigits(bits));
}

/**
 * A double as Java up to 18 prints it, the versions in the images of Flink. It is not always the shortest notation.
 * @see https://bugs.openjdk.org/browse/JDK-4511638
 */
export function javaDoubleText(value: number): string {
  return text(value, 53, -1022);
}

/** The same for a 32-bit float. */
export function javaFloatText(value: number): string {
  return text(value, 24, -126);
}
