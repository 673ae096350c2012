/** What the printing algorithm of Java wants to know of a number: its bits from the highest one on, and where the point is. */
interface Bits {
  /** The number without its trailing zero bits. */
  readonly odd: bigint;
  /** How many bits `odd` has. */
  readonly length: number;
  /** The power of two of the highest bit. */
  readonly exponent: number;
  /** How many bits the format keeps at this magnitude. */
  readonly precision: number;
}

interface Digits {
  readonly digits: string;
  /** Where the decimal point is, counted from the front of the digits. */
  readonly point: number;
}

const LARGEST_SMALL_EXPONENT = 62;
const LONGEST_POWER_OF_FIVE = 27;

function bitsOf(magnitude: number, mantissaBits: number, smallestExponent: number): Bits {
  let exponent = Math.max(Math.floor(Math.log2(magnitude)), smallestExponent - mantissaBits);
  while (2 ** exponent > magnitude) exponent--;
  while (2 ** (exponent + 1) <= magnitude) exponent++;
  const precision = exponent < smallestExponent ? mantissaBits - (smallestExponent - exponent) : mantissaBits;
  // Two steps, because the factor alone may be beyond the largest double.
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
  return power === 0 ? 0 : power < LONGEST_POWER_OF_FIVE ? bitLength(5n ** BigInt(power)) : power * 3;
}

/** Whole numbers: the digits that lie below the precision of the format are rounded away. */
function wholeDigits({ odd, length, exponent, precision }: Bits): Digits {
  const value = odd * 2n ** BigInt(exponent - length + 1);
  const insignificant = exponent > precision ? Math.floor(Math.max(exponent - precision - 1, 0) * Math.log10(2)) : 0;
  const unit = 10n ** BigInt(insignificant);
  const rounded = insignificant > 0 && value % unit >= unit / 2n ? value / unit + 1n : value / unit;
  const digits = String(rounded);
  return { digits: digits.replace(/(?!^)0+$/, ''), point: digits.length + insignificant };
}

/** The decimal exponent by a tangent of the logarithm, which may be one too high; the digits then start with a zero that is dropped. */
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

/** Digit by digit, until the rest is smaller than half the distance to the next number of the format. */
function fractionDigits(bits: Bits): Digits {
  const { odd, length, exponent, precision } = bits;
  const tiny = Math.max(0, length - exponent - 1);
  let decimal = estimatedExponent(bits);
  const five = Math.max(0, -decimal);
  let numeratorTwos = five + tiny + exponent;
  let denominatorTwos = Math.max(0, decimal) + tiny;
  let marginTwos = numeratorTwos - precision;
  numeratorTwos -= length - 1;
  const common = Math.min(numeratorTwos, denominatorTwos);
  marginTwos -= common + (length === 1 ? 1 : 0);
  const lift = Math.max(0, -marginTwos);
  numeratorTwos += lift - common;
  denominatorTwos += lift - common;
  marginTwos += lift;
  const denominator = 5n ** BigInt(Math.max(0, decimal)) * 2n ** BigInt(denominatorTwos);
  const ten = denominator * 10n;
  const width = Math.max(length + numeratorTwos + bitsOfPowerOfFive(five), denominatorTwos + 1 + bitsOfPowerOfFive(Math.max(0, decimal) + 1));
  // Numbers that fit a machine word are computed in it, where the margin and its sum overflow; only there a tie does not end the number.
  const word = width < 32 ? 32 : width < 64 ? 64 : undefined;
  const wrap = (value: bigint): bigint => word === undefined ? value : BigInt.asIntN(word, value);
  let rest = odd * 5n ** BigInt(five) * 2n ** BigInt(numeratorTwos);
  let margin = 5n ** BigInt(five) * 2n ** BigInt(marginTwos);
  const digits: number[] = [];
  let low: boolean;
  let high: boolean;
  const next = (): number => {
    const digit = Number(rest / denominator);
    rest = rest % denominator * 10n;
    margin = wrap(margin * 10n);
    low = margin <= 0n || rest < margin;
    high = margin <= 0n || (word === undefined ? rest + margin >= ten : wrap(rest + margin) > ten);
    return digit;
  };
  const first = next();
  if (first === 0 && !high!) decimal--;
  else digits.push(first);
  // The form with an exponent always gets a second digit.
  if (decimal < -3 || decimal >= 8) low = high = false;
  while (!low! && !high!) digits.push(next());
  const beyondHalf = rest * 2n - ten;
  const up = high! && (!low! || beyondHalf > 0n || (beyondHalf === 0n && digits[digits.length - 1]! % 2 === 1));
  return up ? roundedUp(digits, decimal + 1) : { digits: digits.join(''), point: decimal + 1 };
}

function layout({ digits, point }: Digits): string {
  if (point > 0 && point < 8) return digits.length > point ? `${digits.slice(0, point)}.${digits.slice(point)}` : `${digits.padEnd(point, '0')}.0`;
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
 * A double as Java up to 18 prints it, which the images of Flink run on: not always the shortest text that reads back.
 * @see https://bugs.openjdk.org/browse/JDK-4511638
 */
export function javaDoubleText(value: number): string {
  return text(value, 53, -1022);
}

/** The same for a 32-bit float. */
export function javaFloatText(value: number): string {
  return text(value, 24, -126);
}
