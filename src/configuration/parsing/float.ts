import type { Parsed } from './parsed';
import { parseJavaDouble, parseJavaFloat } from '../../memory/java-float';

const FORMS = 'must be a number such as 1, 0.5 or 1e-3';

/**
 * A 32-bit number as Java reads it: with spaces around it, a type letter or in hexadecimal notation; large numbers
 * become infinite.
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Double.html#valueOf(java.lang.String)
 */
export function parseFloat32(text: string): Parsed<number> {
  return parsed(parseJavaFloat(text));
}

/** The same for 64 bits. */
export function parseDouble(text: string): Parsed<number> {
  return parsed(parseJavaDouble(text));
}

function parsed(value: number | undefined): Parsed<number> {
  return value === undefined ? { problem: FORMS } : { value };
}
