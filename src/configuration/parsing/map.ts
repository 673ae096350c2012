import { can, type Parsed, type Reading } from './parsed';
import { rawText } from './raw';
import { splitEscaped } from './split';
import { flowText } from '../yaml/flow-text';
import { YamlMap, type YamlValue } from '../yaml/value';
import { readYaml } from '../yaml-reader';

// A block map has a colon before a space, other maps have braces or a question mark: without these, the YAML reader is
// not loaded.
const MAY_BE_A_MAP = /[{?]|:(?:[\s\u0085]|$)/;

/** A value as Flink reads it for an option of type string. */
export function stringOf(value: YamlValue): string {
  if (typeof value === 'string') return value;
  return flowText(value);
}

/** The entries of a map as strings; `undefined` if one has no value, or if two keys become the same string. */
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

/**
 * The notation of every version: `a:b,c:d`. A comma needs quotes around the whole pair, a colon quotes around the
 * value.
 */
export function parseLegacyMap(text: string): Parsed<Map<string, string>> {
  const pairs = splitEscaped(text, ',');
  if ('problem' in pairs) return pairs;
  const entries = new Map<string, string>();
  for (const pair of pairs.value) {
    const parts = splitEscaped(pair, ':');
    if ('problem' in parts) return parts;
    const [key, value] = parts.value;
    if (key === undefined || value === undefined || parts.value.length > 2) {
      return { problem: `must be written key:value,key:value; '${pair}' is not such a pair` };
    }
    if (entries.has(key)) return { problem: `contains the key '${key}' twice` };
    entries.set(key, value);
  }
  return { value: entries };
}

/**
 * A map of strings. In the standard dialect, a YAML map is read as one; everything else is read in Flink's own
 * notation.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function parseMap(raw: YamlValue, { dialect }: Reading): Parsed<Map<string, string>> {
  const text = rawText(raw);
  const fromYaml = dialect === 'standard' ? yamlMap(text) : undefined;
  return fromYaml === undefined ? parseLegacyMap(text) : { value: fromYaml };
}

/** The map that is written as one option per entry, `key.entry: value`, if the release reads that. */
export function prefixedMap(
  options: ReadonlyMap<string, YamlValue>,
  key: string,
  reading: Reading,
): Map<string, string> | undefined {
  if (!can(reading, 'readsMapEntries')) return undefined;
  const prefix = `${key}.`;
  const entries = new Map<string, string>();
  for (const [name, value] of options) {
    if (name.startsWith(prefix)) entries.set(name.slice(prefix.length), stringOf(value));
  }
  return entries.size === 0 ? undefined : entries;
}
