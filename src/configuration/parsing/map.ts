import { isAtLeast, type Parsed, type Reading } from './parsed';
import { rawText } from './raw';
import { splitEscaped } from './split';
import { flowText } from '../yaml/flow-text';
import { YamlMap, type YamlValue } from '../yaml/value';
import { readYaml } from '../yaml-reader';

// A block map has a colon before a blank, any other one has braces or a question mark: without these, the YAML reader stays unloaded.
const MAY_BE_A_MAP = /[{?]|:(?:[\s\u0085]|$)/;

/** A value as an option of type string shows it. */
export function stringOf(value: YamlValue): string {
  if (typeof value === 'string') return value;
  return flowText(value);
}

/** Entries that hold no text, and two that become the same text, make the whole map unusable. */
export function stringEntries(map: YamlMap): Map<string, string> | undefined {
  const entries = new Map<string, string>();
  for (const [key, value] of map) {
    if (key === null || value === null) return undefined;
    const name = stringOf(key);
    if (entries.has(name)) return undefined;
    entries.set(name, stringOf(value));
  }
  return entries;
}

function yamlMap(text: string): Map<string, string> | undefined {
  if (!MAY_BE_A_MAP.test(text)) return undefined;
  const read = readYaml(text);
  return 'value' in read && read.value instanceof YamlMap ? stringEntries(read.value) : undefined;
}

/** The notation of every version: `a:b,c:d`. A comma needs quotes around the whole pair, a colon quotes around the value. */
export function parseLegacyMap(text: string): Parsed<Map<string, string>> {
  const pairs = splitEscaped(text, ',');
  if ('problem' in pairs) return pairs;
  const entries = new Map<string, string>();
  for (const pair of pairs.value) {
    const parts = splitEscaped(pair, ':');
    if ('problem' in parts) return parts;
    const [key, value] = parts.value;
    if (key === undefined || value === undefined || parts.value.length > 2) {
      return { problem: `must be written key:value,key:value; '${pair}' is no such pair` };
    }
    if (entries.has(key)) return { problem: `gives the key '${key}' twice` };
    entries.set(key, value);
  }
  return { value: entries };
}

/**
 * A map of texts. In the standard dialect a text that is a YAML map is one, and anything else is read in Flink's own notation.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function parseMap(raw: YamlValue, { dialect }: Reading): Parsed<Map<string, string>> {
  const text = rawText(raw);
  const fromYaml = dialect === 'standard' ? yamlMap(text) : undefined;
  return fromYaml === undefined ? parseLegacyMap(text) : { value: fromYaml };
}

/** The map that stands as one option per entry, `key.entry: value`, which Flink reads from 1.14 on. */
export function prefixedMap(
  options: ReadonlyMap<string, YamlValue>,
  key: string,
  reading: Reading,
): Map<string, string> | undefined {
  if (!isAtLeast(reading, 1, 14)) return undefined;
  const prefix = `${key}.`;
  const entries = new Map<string, string>();
  for (const [name, value] of options) {
    if (name.startsWith(prefix)) entries.set(name.slice(prefix.length), stringOf(value));
  }
  return entries.size === 0 ? undefined : entries;
}
