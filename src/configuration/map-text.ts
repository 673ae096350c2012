import { parseValue } from './parsing/parse-value';
import type { Parsed, Reading } from './parsing/parsed';
import { type OptionText, toOptionText } from './values';

type Entries<T> = readonly (readonly [string, T])[];

const NO_TEXT = 'a map that no text of this release and file can carry';

/**
 * The one text that stands for a map: `a:b,c:d`, which every release reads, quoted where a name or a value needs it; where a `config.yaml` would
 * take that for something else, a map of YAML in one line.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function mapText(entries: Entries<unknown>, reading: Reading): OptionText {
  const texts = entryTexts(entries);
  if ('problem' in texts) return texts;
  const expected = new Map(texts.value);
  return firstExact('Map', [pairs(texts.value), ...yaml(reading, flowMap(texts.value))], expected, reading);
}

/** The same for a list of maps: `a:b,c:d;a:e`. */
export function listOfMapsText(maps: readonly Entries<unknown>[], reading: Reading): OptionText {
  const all: Entries<string>[] = [];
  for (const [index, map] of maps.entries()) {
    const texts = entryTexts(map);
    if ('problem' in texts) return { problem: `a list with ${texts.problem} at position ${index}` };
    all.push(texts.value);
  }
  const plain = all.map((map) => quotedWhere(pairs(map), ';')).join(';');
  return firstExact(
    'List<Map>',
    [plain, ...yaml(reading, `[${all.map(flowMap).join(', ')}]`)],
    all.map((map) => new Map(map)),
    reading,
  );
}

function entryTexts(entries: Entries<unknown>): Parsed<Entries<string>> {
  const texts: (readonly [string, string])[] = [];
  for (const [name, value] of entries) {
    const converted = toOptionText(value);
    if ('problem' in converted) return { problem: `a map with ${converted.problem} as ${name}` };
    texts.push([name, converted.text]);
  }
  return { value: texts };
}

/** What a reader of Flink gives back is the proof that a text is right. */
function firstExact(
  type: string,
  candidates: readonly string[],
  expected: unknown,
  { version, dialect }: Reading,
): OptionText {
  const wanted = comparable(expected);
  const text = candidates.find((candidate) => {
    const parsed = parseValue(type, candidate, version, dialect);
    return 'value' in parsed && comparable(parsed.value) === wanted;
  });
  return text === undefined ? { problem: NO_TEXT } : { text };
}

function comparable(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (item instanceof Map ? [...item] : item));
}

function pairs(entries: Entries<string>): string {
  return entries
    .map(([name, value]) => quotedWhere(`${quotedWhere(name, ':')}:${quotedWhere(value, ':')}`, ','))
    .join(',');
}

/** Quotes around a whole item: where it holds the separator, begins like a quoted one, or has blanks that would be cut off. */
function quotedWhere(item: string, separator: string): string {
  const needsQuotes = item === '' || item.includes(separator) || /^["'\s]|[\u0000-\u0020\s]$/.test(item);
  return needsQuotes ? `'${item.replaceAll("'", "''")}'` : item;
}

function yaml({ dialect }: Reading, text: string): string[] {
  return dialect === 'standard' ? [text] : [];
}

function flowMap(entries: Entries<string>): string {
  return `{${entries.map(([name, value]) => `${quoted(name)}: ${quoted(value)}`).join(', ')}}`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
