// JSON does not escape these, but YAML readers disagree about DEL, NEL, U+2028, U+FEFF and similar characters.
const OUTSIDE_PRINTABLE_ASCII = /[\u007f-\uffff]/g;

const PLAIN_KEY = /^[A-Za-z$][\w.$/-]*$/;
// Integers in the notation that a typed reader prints; 18 digits fit into a Java long.
const PLAIN_INTEGER = /^(?:0|-?[1-9]\d{0,17})$/;
// Sizes, durations and port ranges: because of the letters or the dash, every reader returns a string.
const PLAIN_AMOUNT = /^(?:[1-9]\d*|0) ?[a-df-wyzA-DF-WYZ][A-Za-z]*$|^[1-9]\d{0,4}-[1-9]\d{0,4}$/;
// Printable, single spaces, no indicator at the start; dashes only at the start of a JVM option.
const PLAIN_TEXT = /^(?:-{1,2}[A-Za-z]|[A-Za-z/$_])[\x21-\x7e]*(?: [\x21-\x7e]+)*$/;
const BREAKS_PLAIN_TEXT = /: | #|:$/;
// YAML 1.1 reads more words as booleans or null than the core schema of 1.2; both lists, in any case. Some readers
// parse an exponent without a mantissa as a number.
const WORD_WITH_A_TYPE = /^(?:true|false|null|yes|no|on|off|y|n|e[-+]?\d+)$/i;
// A YAML reader accepts at most 1024 characters as an implicit key; an explicit one ("? ") has no limit.
const LONGEST_IMPLICIT_KEY = 1000;

function isPlainValue(value: string): boolean {
  if (PLAIN_TEXT.test(value)) {
    return !BREAKS_PLAIN_TEXT.test(value) && (!WORD_WITH_A_TYPE.test(value) || value === 'true' || value === 'false');
  }
  return PLAIN_INTEGER.test(value) || PLAIN_AMOUNT.test(value);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    OUTSIDE_PRINTABLE_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// The clusters of one app have similar options, and those of the library are the same in all of them.
const MOST_REMEMBERED = 4096;
const remembered = new Map<string, { readonly value: string; readonly text: string }>();

function line(key: string, value: string): string {
  const last = remembered.get(key);
  if (last?.value === value) return last.text;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const text = newLine(key, value);
  remembered.set(key, { value, text });
  return text;
}

function newLine(key: string, value: string): string {
  const left = PLAIN_KEY.test(key) && !WORD_WITH_A_TYPE.test(key) ? key : quoted(key);
  const right = isPlainValue(value) ? value : quoted(value);
  return left.length <= LONGEST_IMPLICIT_KEY ? `${left}: ${right}\n` : `? ${left}\n: ${right}\n`;
}

// With the u flag, \p{Surrogate} matches only a half without its partner.
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Why a pair is not valid Unicode, as a clause. A `config.yaml` can contain half of a surrogate pair as an escape, and
 * Flink reads it, but it is not a character, and Flink writes a question mark instead.
 */
export function standardRefusal(key: string, value: string): string | undefined {
  if (LONE_SURROGATE.test(key)) return 'the key contains half of a surrogate pair, which is not a character';
  return LONE_SURROGATE.test(value)
    ? 'the value contains half of a surrogate pair, which is not a character'
    : undefined;
}

/**
 * The text of a `config.yaml` (Flink 1.19 and newer), with one flat, dotted key per line in the order of the map. A
 * value is written without quotes only if YAML 1.1 and 1.2 both return the same string; all others are quoted ASCII
 * strings. This dialect can represent everything: even half of a surrogate pair is read back from its escape.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function writeStandard(options: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [key, value] of options) text += line(key, value);
  // A YAML reader returns null for a document without a node, but not for an empty map.
  return text === '' ? '{}\n' : text;
}
