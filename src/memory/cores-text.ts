import { type Decimal, decimalOf, javaDecimalText, shortestDecimal, truncate } from './java-decimal';
import { javaDoubleText } from './java-double-text';
import { isAtLeast, type ReleaseLine } from './options';

// From 1.14 on, a resource has this many decimal digits.
const DECIMALS = 8;

/** The number of cores that Flink stores, and the argument in which it passes the number on. */
export interface CoresText {
  readonly kept: string;
  readonly argument: string;
}

/** The number of cores in Flink's own notation, which depends on the release. */
export function coresText(cores: number, version: ReleaseLine): CoresText {
  const kept = isAtLeast(version, 1, 14)
    ? truncate(shortestDecimal(cores), DECIMALS)
    : decimalOf(javaDoubleText(cores));
  return { kept: javaDecimalText(kept), argument: javaDoubleText(toNumber(kept)) };
}

function toNumber({ unscaled, scale }: Decimal): number {
  return Number(`${unscaled}e${-scale}`);
}
