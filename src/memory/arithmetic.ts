import { type Decimal, shortestDecimal } from './java-decimal';
import { LARGEST_SIZE } from './memory-size';
import { type OptionReader } from './option-reader';
import { type FractionOption, type RangeOptions } from './options';
import { type Portion, type PortionName, type Portions } from './portion';
import { fractionOutsideRange, rangeInverted } from './range-refusals';
import { productTooLarge, sumTooLarge } from './total-refusals';

// The size, the factor and the product are rounded by at most 2^-53 each, which changes such an estimate by less than
// the error.
const SAFE_ESTIMATE = 2 ** 42;
const ESTIMATE_ERROR = 2 ** -8;

const DECIMALS = new Map<number, Decimal>();
const MOST_DECIMALS = 16;

/** A share of a whole, with its limits; all are valid. */
export interface Range {
  readonly least: bigint;
  readonly most: bigint;
  readonly fraction: number;
  readonly options: RangeOptions;
}

/** The sum of some components. */
export function sum(parts: Portions): Portion {
  const bytes = Object.values(parts).reduce((total, portion) => total + portion.bytes, 0n);
  return bytes <= LARGEST_SIZE ? { bytes, origin: { kind: 'sum' } } : sumTooLarge(parts);
}

/** The rest of a whole that is large enough. */
export function rest(whole: PortionName, total: Portion, used: bigint): Portion {
  return { bytes: total.bytes - used, origin: { kind: 'rest', of: whole } };
}

/**
 * Reads a range. Flink checks every range that it reads, even if it does not use the fraction.
 *
 * @see `org.apache.flink.runtime.util.config.memory.RangeFraction`
 */
export function readRange(reader: OptionReader, options: RangeOptions): Range {
  const least = reader.size(options.min).bytes;
  const most = reader.size(options.max).bytes;
  const fraction = reader.fraction(options.fraction);
  if (least > most) {
    rangeInverted(options, least, most);
  }
  return { least, most, fraction: checkFraction(options.fraction, fraction), options };
}

/** Reads a fraction without limits. */
export function readFraction(reader: OptionReader, option: FractionOption): number {
  return checkFraction(option, reader.fraction(option));
}

/** The share of a known whole. */
export function shareOf(name: PortionName, whole: bigint, range: Range): Portion {
  return limit(name, multiply(whole, range.fraction, range.options.fraction), range);
}

/** The share of a whole of which only the rest is known. */
export function shareBeside(name: PortionName, others: bigint, range: Range): Portion {
  return limit(name, multiply(others, range.fraction / (1 - range.fraction), range.options.fraction), range);
}

/**
 * The bytes of a size times the decimal number that is printed for the factor, which differs from the factor for large
 * sizes.
 *
 * @see `org.apache.flink.configuration.MemorySize`
 */
export function multiply(bytes: bigint, factor: number, { key }: FractionOption): bigint {
  const estimate = Number(bytes) * factor;
  const floor = Math.floor(estimate);
  // The exact computation is unnecessary if no rounding error of a double can reach the next byte.
  if (estimate < SAFE_ESTIMATE && estimate - floor > ESTIMATE_ERROR && estimate - floor < 1 - ESTIMATE_ERROR) {
    return BigInt(floor);
  }
  const { unscaled, scale } = decimalOf(factor);
  const product = scale >= 0 ? (bytes * unscaled) / 10n ** BigInt(scale) : bytes * unscaled * 10n ** BigInt(-scale);
  return product <= LARGEST_SIZE ? product : productTooLarge(key, bytes, factor);
}

/** Nearly all clusters of an app have the same few fractions. */
function decimalOf(factor: number): Decimal {
  const known = DECIMALS.get(factor);
  if (known !== undefined) {
    return known;
  }
  if (DECIMALS.size >= MOST_DECIMALS) DECIMALS.clear();
  const decimal = shortestDecimal(factor);
  DECIMALS.set(factor, decimal);
  return decimal;
}

function checkFraction({ key }: FractionOption, fraction: number): number {
  return fraction >= 0 && fraction < 1 ? fraction : fractionOutsideRange(key, fraction);
}

function limit(of: PortionName, bytes: bigint, { least, most, fraction }: Range): Portion {
  if (bytes > most) return { bytes: most, origin: { kind: 'fraction', fraction, of, limit: 'max' } };
  if (bytes < least) return { bytes: least, origin: { kind: 'fraction', fraction, of, limit: 'min' } };
  return { bytes, origin: { kind: 'fraction', fraction, of } };
}
