const DIGIT = /^\p{Nd}$/u;
const BLANK = 0x20;
// The separators of Unicode but the three that do not break a line, and the control characters that Java counts among them.
const WHITE_SPACE = /[\t-\r\u001c-\u0020\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;

/**
 * The text without the characters up to U+0020 at either end, which is what Java calls white space here.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/String.html#trim()
 */
export function javaTrim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= BLANK) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= BLANK) end -= 1;
  return text.slice(start, end);
}

/** `Character.isWhitespace`: no-break spaces are none. */
export function isJavaWhiteSpace(character: string): boolean {
  return WHITE_SPACE.test(character);
}

/**
 * A whole number as Java reads it, no blanks around it; `undefined` for anything else and for what does not fit into the bits.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Integer.html#parseInt(java.lang.String)
 */
export function parseJavaInteger(text: string, bits: 32 | 64): bigint | undefined {
  const signed = text.startsWith('-') || text.startsWith('+');
  const digits = asciiDigits(signed ? text.slice(1) : text);
  if (digits === undefined) {
    return undefined;
  }
  const value = text.startsWith('-') ? -BigInt(digits) : BigInt(digits);
  return BigInt.asIntN(bits, value) === value ? value : undefined;
}

/**
 * A boolean as Flink reads it: the two words in any case, nothing around them.
 *
 * @see https://github.com/apache/flink/blob/master/flink-core/src/main/java/org/apache/flink/configuration/ConfigurationUtils.java
 */
export function parseJavaBoolean(text: string): boolean | undefined {
  // Upper case, as in Flink: the long s becomes an S there, but stays itself in lower case.
  const upper = text.toUpperCase();
  return upper === 'TRUE' || (upper === 'FALSE' ? false : undefined);
}

/** Java takes the decimal digits of every script, but only those of one UTF-16 unit. */
function asciiDigits(text: string): string | undefined {
  if (/^[0-9]+$/.test(text)) {
    return text;
  }
  const values = Array.from({ length: text.length }, (_, index) => digitValue(text.charCodeAt(index)));
  return values.length === 0 || values.includes(undefined) ? undefined : values.join('');
}

/** The digits of a script are ten in a row, the zero first. */
function digitValue(unit: number): number | undefined {
  if (!DIGIT.test(String.fromCharCode(unit))) {
    return undefined;
  }
  let value = 0;
  while (DIGIT.test(String.fromCharCode(unit - value - 1))) value += 1;
  return value;
}
