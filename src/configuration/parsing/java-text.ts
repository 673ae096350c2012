const BLANKS = /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;
// The separators of Unicode but the three that do not break a line, and the control characters that Java counts among them.
const WHITE_SPACE = /[\t-\r\u001c-\u0020\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;

/** Cuts off every character up to U+0020 and nothing above it, unlike `trim` of JavaScript. */
export function javaTrim(text: string): string {
  return text.replace(BLANKS, '');
}

/** `Character.isWhitespace`: no-break spaces are none. */
export function isJavaWhiteSpace(character: string): boolean {
  return WHITE_SPACE.test(character);
}
