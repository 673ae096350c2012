// JSON leaves these as they are, but YAML readers disagree on DEL, NEL, U+2028, U+FEFF and their like.
const OUTSIDE_PRINTABLE_ASCII = /[\u007f-\uffff]/g;

const PLAIN_KEY = /^[A-Za-z$][\w.$/-]*$/;
// Integers in the one spelling that a typed reader prints back; 18 digits fit a Java long.
const PLAIN_INTEGER = /^(?:0|-?[1-9]\d{0,17})$/;
// Sizes, durations and port ranges: the letters or the one dash make them text for every resolver.
const PLAIN_AMOUNT = /^(?:[1-9]\d*|0) ?[a-df-wyzA-DF-WYZ][A-Za-z]*$|^[1-9]\d{0,4}-[1-9]\d{0,4}$/;
// Printable, single blanks, no indicator in front; dashes only where a JVM option begins.
const PLAIN_TEXT = /^(?:-{1,2}[A-Za-z]|[A-Za-z/$_])[\x21-\x7e]*(?: [\x21-\x7e]+)*$/;
const BREAKS_PLAIN_TEXT = /: | #|:$/;
// YAML 1.1 reads more words as boolean or null than the core schema of 1.2; both lists, any case. Some of its readers take a bare exponent for a number.
const WORD_WITH_A_TYPE = /^(?:true|false|null|yes|no|on|off|y|n|e[-+]?\d+)$/i;
// A YAML reader gives up on an implicit key after 1024 characters; an explicit one ("? ") has no limit.
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

// Clusters of one app state much the same, and what the library states for itself is the same in all of them.
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

/**
 * The text of a `config.yaml` (Flink 1.19 and newer), one flat dotted key a line in the order of the map.
 * A value stays plain only where YAML 1.1 and 1.2 both give back the same text; everything else is a quoted ASCII string. There is nothing
 * that this dialect cannot carry: even half of a surrogate pair comes back from its escape.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function writeStandard(options: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [key, value] of options) text += line(key, value);
  // A document without a node is null for a YAML reader, an empty map is not.
  return text === '' ? '{}\n' : text;
}
