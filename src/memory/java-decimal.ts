/** A decimal number `unscaled · 10^-scale`, as in Java, where the scale is part of the number. */
export interface Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
}

const SMALLEST_PLAIN_POWER = -6;

/**
 * The shortest decimal number that is read as this double. Flink multiplies with it instead of the double.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/math/BigDecimal.html#valueOf(double)
 */
export function shortestDecimal(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return strip({ unscaled: BigInt(whole + fraction), scale: fraction.length - Number(exponent) });
}

/**
 * A number in Java's notation, such as `1.0E-4`, with its trailing zero.
 *
 * @see `java.math.BigDecimal(String)`
 */
export function decimalOf(javaDouble: string): Decimal {
  const [mantissa = '', exponent = '0'] = javaDouble.split('E');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { unscaled: BigInt(whole + fraction), scale: fraction.length - Number(exponent) };
}

/** The number truncated to a number of decimal digits, then without trailing zeros. */
export function truncate({ unscaled, scale }: Decimal, digits: number): Decimal {
  return strip(
    scale > digits ? { unscaled: unscaled / 10n ** BigInt(scale - digits), scale: digits } : { unscaled, scale },
  );
}

/**
 * A decimal number as Java prints it; `1E+2` and `100` are different numbers.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/math/BigDecimal.html#toString()
 */
export function javaDecimalText({ unscaled, scale }: Decimal): string {
  const digits = String(unscaled);
  const power = digits.length - 1 - scale;
  if (scale >= 0 && power >= SMALLEST_PLAIN_POWER) {
    return plain(digits, scale);
  }
  const fraction = digits.length === 1 ? '' : `.${digits.slice(1)}`;
  return `${digits[0]}${fraction}E${power > 0 ? '+' : ''}${power}`;
}

function strip({ unscaled, scale }: Decimal): Decimal {
  if (unscaled === 0n) return { unscaled, scale: 0 };
  const digits = String(unscaled);
  const zeros = digits.length - digits.replace(/0+$/, '').length;
  return zeros === 0 ? { unscaled, scale } : { unscaled: unscaled / 10n ** BigInt(zeros), scale: scale - zeros };
}

function plain(digits: string, scale: number): string {
  if (scale <= 0) return digits + '0'.repeat(-scale);
  const padded = digits.padStart(scale + 1, '0');
  return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
