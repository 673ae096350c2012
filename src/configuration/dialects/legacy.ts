// \p{Surrogate} under the u flag matches only a half without its partner.
const LONE_SURROGATE = /\p{Surrogate}/u;
const LINE_BREAK = /[\n\r]/;
// String.trim of Java takes every character up to U+0020 and nothing above it; JavaScript's trim differs in both directions.
const TRIMMED_BY_JAVA = /^[\u0000-\u0020]|[\u0000-\u0020]$/;

function commonRefusal(text: string): string | undefined {
  if (text === '') return 'is empty: the line is skipped';
  if (text.includes('#')) return "holds '#', which starts a comment even inside quotes";
  if (LINE_BREAK.test(text)) return 'holds a line break, which starts a new key';
  if (TRIMMED_BY_JAVA.test(text)) return 'starts or ends with a blank or control character, which is cut off';
  return LONE_SURROGATE.test(text) ? 'holds half of a surrogate pair, which is no character' : undefined;
}

/**
 * Says in a few words why no line of `flink-conf.yaml` can carry the pair; nothing if `writeLegacy` carries it exactly.
 * There is no quoting in this dialect, so a refused pair has no other spelling.
 * @see https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/deployment/config/
 */
export function legacyRefusal(key: string, value: string): string | undefined {
  const keyReason = key.includes(': ') ? "holds ': ', where the line is split" : commonRefusal(key);
  if (keyReason !== undefined) return `the key ${keyReason}`;
  const valueReason = commonRefusal(value);
  return valueReason === undefined ? undefined : `the value ${valueReason}`;
}

/**
 * The text of a `flink-conf.yaml` (Flink up to 1.20), one line per option in the order of the map.
 * Exact for every pair that `legacyRefusal` lets pass; it checks nothing itself.
 * @see https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/deployment/config/
 */
export function writeLegacy(options: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [key, value] of options) text += `${key}: ${value}\n`;
  return text === '' ? '\n' : text;
}
