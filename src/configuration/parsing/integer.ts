import type { Parsed } from './parsed';

const GRAMMAR = /^[+-]?\p{Nd}+$/u;
const DIGIT = /\p{Nd}/u;

/** The digits of every script stand in runs of ten, from zero on. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before++;
  return before % 10;
}

function parseWhole(text: string, bits: number): Parsed<bigint> {
  // Java looks at UTF-16 units, so the digits beyond U+FFFF are none.
  if (!GRAMMAR.test(text) || /[\u{10000}-\u{10ffff}]/u.test(text)) return { problem: 'must be a whole number, digits with a sign at most and no blanks' };
  const digits = text.replace(/[^\d+-]/g, (digit) => String(digitValue(digit)));
  const value = BigInt(digits.replace(/^[+-]/, '')) * (digits.startsWith('-') ? -1n : 1n);
  return BigInt.asIntN(bits, value) === value ? { value } : { problem: `must be between -2^${bits - 1} and 2^${bits - 1}-1` };
}

/**
 * A 32-bit number as Java reads it: a sign and leading zeros are fine; a point, an exponent or a unit is not.
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
