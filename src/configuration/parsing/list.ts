import type { Parsed, Reading } from './parsed';
import { rawText } from './raw';
import { splitEscaped } from './split';
import type { YamlValue } from '../yaml/value';
import { readYaml } from '../yaml-reader';

// A list has brackets, or dashes before a space: without these, the YAML reader is not loaded.
const MAY_BE_A_LIST = /\[|-(?:[\s\u0085]|$)/;

type ItemParser<T> = (raw: YamlValue) => Parsed<T>;

function yamlItems(text: string): YamlValue[] | undefined {
  if (!MAY_BE_A_LIST.test(text)) return undefined;
  const read = readYaml(text);
  return 'value' in read && Array.isArray(read.value) ? read.value : undefined;
}

function parseItems<T>(items: readonly YamlValue[], parse: ItemParser<T>): Parsed<T[]> {
  const values: T[] = [];
  for (const [index, item] of items.entries()) {
    const parsed = item === null ? { problem: 'must not be null' } : parse(item);
    if ('problem' in parsed) return { problem: `item ${index + 1} ${parsed.problem}` };
    values.push(parsed.value);
  }
  return { value: values };
}

/**
 * A list of values. In the standard dialect, a YAML list of valid values is read as one; everything else is read in
 * Flink's own notation `a;b`.
 * @param parseSplit The parser of an item in that notation
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function parseList<T>(
  raw: YamlValue,
  { dialect }: Reading,
  parseItem: ItemParser<T>,
  parseSplit: ItemParser<T>,
): Parsed<T[]> {
  const text = rawText(raw);
  const items = dialect === 'standard' ? yamlItems(text) : undefined;
  const fromYaml = items === undefined ? undefined : parseItems(items, parseItem);
  if (fromYaml !== undefined && 'value' in fromYaml) return fromYaml;
  const split = splitEscaped(text, ';');
  const fromSplit = 'problem' in split ? split : parseItems(split.value, parseSplit);
  return fromYaml !== undefined && 'problem' in fromSplit ? fromYaml : fromSplit;
}
