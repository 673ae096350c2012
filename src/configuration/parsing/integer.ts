import type { Parsed } from './parsed';
import { parseJavaInteger } from '../../memory/java-text';

/**
 * A 32-bit number as Java reads it: with a sign and leading zeros, but without a point, an exponent or a unit.
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Integer.html#parseInt(java.lang.String)
 */
export function parseInteger(text: string): Parsed<number> {
  const parsed = parseWhole(text, 32);
  return 'problem' in parsed ? parsed : { value: Number(parsed.value) };
}

/** The same for 64 bits. */
export function parseLong(text: string): Parsed<bigint> {
  return parseWhole(text, 64);
}

function parseWhole(text: string, bits: 32 | 64): Parsed<bigint> {
  const value = parseJavaInteger(text, bits);
  return value === undefined
    ? {
        problem: `must be an integer from -2^${bits - 1} to 2^${bits - 1}-1, of digits with an optional sign`,
      }
    : { value };
}
