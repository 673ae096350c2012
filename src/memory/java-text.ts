const DIGIT = /^\p{Nd}$/u;
const SPACE = 0x20;
// The separators of Unicode except for three non-breaking ones, and the control characters that Java includes.
const WHITE_SPACE = /[\t-\r\u001c-\u0020\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;

/**
 * The text without the characters up to U+0020 at both ends, as in `String.trim` of Java.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/String.html#trim()
 */
export function javaTrim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= SPACE) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= SPACE) end -= 1;
  return text.slice(start, end);
}

/** `Character.isWhitespace` of Java, which excludes non-breaking spaces. */
export function isJavaWhiteSpace(character: string): boolean {
  return WHITE_SPACE.test(character);
}

/**
 * An integer as Java reads it, without spaces around it; `undefined` for other input and for numbers that do not fit.
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
 * A boolean as Flink reads it: the two words in any case, without spaces around them.
 *
 * @see `org.apache.flink.configuration.ConfigurationUtils`
 */
export function parseJavaBoolean(text: string): boolean | undefined {
  // Upper case, as in Flink, because the long s becomes an S only in upper case.
  const upper = text.toUpperCase();
  return upper === 'TRUE' || (upper === 'FALSE' ? false : undefined);
}

/** Java accepts the decimal digits of every script, but only those of one UTF-16 unit. */
function asciiDigits(text: string): string | undefined {
  if (/^[0-9]+$/.test(text)) {
    return text;
  }
  const values = Array.from({ length: text.length }, (_, index) => digitValue(text.charCodeAt(index)));
  return values.length === 0 || values.includes(undefined) ? undefined : values.join('');
}

/** The digits of a script are ten consecutive characters, starting with zero. */
function digitValue(unit: number): number | undefined {
  if (!DIGIT.test(String.fromCharCode(unit))) {
    return undefined;
  }
  let value = 0;
  while (DIGIT.test(String.fromCharCode(unit - value - 1))) value += 1;
  return value;
}
