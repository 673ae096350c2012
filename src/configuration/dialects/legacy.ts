// With the u flag, \p{Surrogate} matches only a half without its partner.
const LONE_SURROGATE = /\p{Surrogate}/u;
const LINE_BREAK = /[\n\r]/;
// String.trim of Java removes every character up to U+0020 and none above it; JavaScript's trim differs in both
// directions.
const TRIMMED_BY_JAVA = /^[\u0000-\u0020]|[\u0000-\u0020]$/;

function commonRefusal(text: string): string | undefined {
  if (text === '') return 'is empty, so Flink skips the line';
  if (text.includes('#')) return "contains '#', which starts a comment even inside quotes";
  if (LINE_BREAK.test(text)) return 'contains a line break, which starts a new key';
  if (TRIMMED_BY_JAVA.test(text)) return 'starts or ends with a space or control character, which is cut off';
  return LONE_SURROGATE.test(text) ? 'contains half of a surrogate pair, which is not a character' : undefined;
}

/**
 * Why no line of `flink-conf.yaml` can represent the pair, as a clause; `undefined` if `writeLegacy` writes it exactly.
 * This dialect has no quotes, so a refused pair has no other notation.
 * @see https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/deployment/config/
 */
export function legacyRefusal(key: string, value: string): string | undefined {
  const keyReason = key.includes(': ') ? "contains ': ', where Flink splits the line" : commonRefusal(key);
  if (keyReason !== undefined) return `the key ${keyReason}`;
  const valueReason = commonRefusal(value);
  return valueReason === undefined ? undefined : `the value ${valueReason}`;
}

/**
 * The text of a `flink-conf.yaml` (Flink up to 1.20), with one line per option in the order of the map. It is exact for
 * every pair that `legacyRefusal` accepts, and checks nothing itself.
 * @see https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/deployment/config/
 */
export function writeLegacy(options: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [key, value] of options) text += `${key}: ${value}\n`;
  return text === '' ? '\n' : text;
}
