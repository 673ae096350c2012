import { type Decimal, decimalOf, javaDecimalText, shortestDecimal, truncate } from './java-decimal';
import { javaDoubleText } from './java-double-text';
import { isAtLeast, type ReleaseLine } from './options';

// A resource keeps so many places from 1.14 on.
const PLACES = 8;

/** The number of cores that Flink keeps, and the text in which it hands that number on. */
export interface CoresText {
  readonly kept: string;
  readonly argument: string;
}

/** The cores in Flink's own spelling, which depends on the release. */
export function coresText(cores: number, version: ReleaseLine): CoresText {
  const kept = isAtLeast(version, 1, 14) ? truncate(shortestDecimal(cores), PLACES) : decimalOf(javaDoubleText(cores));
  return { kept: javaDecimalText(kept), argument: javaDoubleText(toNumber(kept)) };
}

function toNumber({ unscaled, scale }: Decimal): number {
  return Number(`${unscaled}e${-scale}`);
}
