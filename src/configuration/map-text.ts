import { parseValue } from './parsing/parse-value';
import type { Parsed, Reading } from './parsing/parsed';
import { type OptionText, toOptionText } from './values';

type Entries<T> = readonly (readonly [string, T])[];

const NO_TEXT = 'a map that this release and file cannot represent';

/**
 * The notation of a map: `a:b,c:d`, which every release reads, with quotes around names and values that need them; or,
 * if a `config.yaml` would read that as something else, a YAML map in one line.
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

/** The first notation from which a reader of Flink returns the expected value. */
function firstExact(type: string, candidates: readonly string[], expected: unknown, reading: Reading): OptionText {
  const wanted = comparable(expected);
  const text = candidates.find((candidate) => {
    const parsed = parseValue(type, candidate, reading);
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

/** Quotes an item that contains the separator, starts like a quoted one, or has spaces that would be trimmed. */
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
