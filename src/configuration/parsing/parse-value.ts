import { parseBoolean } from './boolean';
import { parseDuration } from './duration';
import { parseEnum } from './enum';
import { parseDouble, parseFloat32 } from './float';
import { parseInteger, parseLong } from './integer';
import { parseList } from './list';
import { parseLegacyMap, parseMap, prefixedMap, stringEntries, stringOf } from './map';
import { parseMemorySize } from './memory-size';
import { can, type Parsed, type Reading } from './parsed';
import { rawText } from './raw';
import { YamlMap, type YamlValue } from '../yaml/value';

/**
 * A value as Flink reads it: text and enum constants as strings; 64-bit numbers, bytes of sizes and nanoseconds of
 * durations as bigints; other numbers as numbers.
 */
export type OptionValue = string | boolean | number | bigint | Map<string, string> | OptionValue[];

const LIST = /^List<(\w+)>$/;
const SMALLEST_FLOAT = 2 ** -149;
const LARGEST_FLOAT = (2 - 2 ** -23) * 2 ** 127;

// A double in the file is narrowed; a string would be read as a float, which can be infinite.
function narrowed(value: number): Parsed<number> {
  const magnitude = Math.abs(value);
  const fits = magnitude === 0 || (magnitude >= SMALLEST_FLOAT && magnitude <= LARGEST_FLOAT);
  return fits ? { value: Math.fround(value) } : { problem: 'must be a number that fits into 32 bits' };
}

function itemOfMap(raw: YamlValue): Parsed<OptionValue> {
  if (!(raw instanceof YamlMap)) return { problem: 'must be a map' };
  const value = stringEntries(raw);
  return value === undefined
    ? { problem: 'must be a map of strings, with each key once and none without a value' }
    : { value };
}

function listOf(itemType: string, raw: YamlValue, reading: Reading, constants: readonly string[]): Parsed<OptionValue> {
  if (itemType !== 'Map') {
    const item = (text: YamlValue): Parsed<OptionValue> => parseRaw(itemType, text, reading, constants);
    return parseList<OptionValue>(raw, reading, item, item);
  }
  // In newer releases, a part between semicolons can also be a YAML map.
  const split = (text: YamlValue): Parsed<OptionValue> =>
    can(reading, 'readsYamlMapsInLists') ? parseMap(text, reading) : parseLegacyMap(rawText(text));
  return parseList<OptionValue>(raw, reading, itemOfMap, split);
}

/** The same as `parseValue` for a value of a `config.yaml`, which can be a number instead of a string. */
export function parseRaw(
  type: string,
  raw: YamlValue,
  reading: Reading,
  constants: readonly string[] = [],
): Parsed<OptionValue> {
  const itemType = LIST.exec(type)?.[1];
  if (itemType !== undefined) return listOf(itemType, raw, reading, constants);
  switch (type) {
    case 'Boolean':
      return parseBoolean(rawText(raw));
    case 'Integer':
      return parseInteger(rawText(raw));
    case 'Long':
      return parseLong(rawText(raw));
    case 'Float':
      return typeof raw === 'number' ? narrowed(raw) : parseFloat32(rawText(raw));
    case 'Double':
      return parseDouble(rawText(raw));
    case 'Duration':
      return parseDuration(rawText(raw), reading);
    case 'MemorySize':
      return parseMemorySize(rawText(raw));
    case 'Enum':
      return parseEnum(rawText(raw), constants);
    case 'Map':
      return parseMap(raw, reading);
    default:
      return { value: stringOf(raw) };
  }
}

/**
 * The value that Flink reads from the text of an option, by version and dialect.
 * @param type The type in the catalogue, such as `Duration` or `List<String>`; an unknown one is read as a string
 * @param constants The names of the constants of an `Enum`
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function parseValue(
  type: string,
  text: string,
  reading: Reading,
  constants?: readonly string[],
): Parsed<OptionValue> {
  return parseRaw(type, text, reading, constants);
}

/** The type of an option, with the names of its constants if it is an enum. */
export interface ValueType {
  readonly type: string;
  readonly constants?: readonly string[];
}

/** The value of an option in a configuration, including maps as one option per entry; `undefined` if it is not set. */
export function readOption(
  options: ReadonlyMap<string, YamlValue>,
  key: string,
  { type, constants }: ValueType,
  reading: Reading,
): Parsed<OptionValue> | undefined {
  const raw = options.get(key);
  if (raw !== undefined) return parseRaw(type, raw, reading, constants);
  const value = type === 'Map' ? prefixedMap(options, key, reading) : undefined;
  return value === undefined ? undefined : { value };
}
