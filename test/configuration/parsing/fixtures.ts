import { readFileSync } from 'fs';
import { join } from 'path';
import { readLegacy } from '../../../src/configuration/dialects/read';
import { readStandardValues } from '../../../src/configuration/dialects/read-standard';
import type { OptionValue } from '../../../src/configuration/parsing/parse-value';
import type { YamlValue } from '../../../src/configuration/yaml/value';
import { javaDoubleText, javaFloatText } from '../../../src/memory/java-double-text';

export interface Version {
  readonly majorVersion: number;
  readonly minorVersion: number;
}

export interface ValueCase {
  readonly type: string;
  readonly conf?: Record<string, string>;
  readonly yaml?: string;
  readonly legacy?: string;
  /** By the first release with this answer; empty if the value is refused. */
  readonly answers: Record<string, [] | [unknown]>;
}

const LINES = ['1.11', '1.15', '1.18', '1.19', '1.20', '2.0', '2.1', '2.2', '2.3'];
const LEGACY_LINES = ['1.11', '1.18', '1.19', '1.20'];
const STANDARD_LINES = LINES.slice(LINES.indexOf('1.19'));
const CONSTANTS: Record<string, string[]> = {
  enum: ['AUTO', 'FIXED_DELAY', 'NONE'],
  enumDescribed: ['auto', 'fixed-delay', 'none'],
};
const TYPES: Record<string, string> = Object.fromEntries([
  ['string', 'String'],
  ['boolean', 'Boolean'],
  ['int', 'Integer'],
  ['long', 'Long'],
  ['float', 'Float'],
  ['double', 'Double'],
  ['duration', 'Duration'],
  ['memory', 'MemorySize'],
  ['enum', 'Enum'],
  ['enumDescribed', 'Enum'],
  ['map', 'Map'],
]);

export const valueCases = readFileSync(join(__dirname, '../../fixtures/values/values.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as ValueCase);

export function version(line: string): Version {
  const [majorVersion, minorVersion] = line.split('.').map(Number) as [number, number];
  return { majorVersion, minorVersion };
}

/** The releases that read the case, each with its answer. */
export function answersOf({ answers, yaml, legacy }: ValueCase): [line: string, answer: [] | [unknown]][] {
  let answer: [] | [unknown] = [];
  return linesReading({ yaml, legacy }).map((line) => [line, (answer = answers[line] ?? answer)]);
}

function linesReading({ yaml, legacy }: Pick<ValueCase, 'yaml' | 'legacy'>): string[] {
  if (legacy !== undefined) return LEGACY_LINES;
  return yaml === undefined ? LINES : STANDARD_LINES;
}

export function optionsOf({ conf, yaml, legacy }: ValueCase): Map<string, YamlValue> | undefined {
  if (legacy !== undefined) return readLegacy(legacy);
  if (yaml === undefined) return new Map(Object.entries(conf!));
  const read = readStandardValues(yaml);
  return 'options' in read ? read.options : undefined;
}

export function optionType(type: string): { name: string; constants: string[] } {
  const item = type.replace(/^list<|>$/g, '');
  return { name: item === type ? TYPES[item]! : `List<${TYPES[item]}>`, constants: CONSTANTS[item] ?? [] };
}

function durationText(nanoseconds: bigint): string {
  const [seconds, rest] = [nanoseconds / 1_000_000_000n, nanoseconds % 1_000_000_000n];
  const fraction = rest === 0n ? '' : `.${String(rest).padStart(9, '0').replace(/0+$/, '')}`;
  const parts = [
    [seconds / 3600n, 'H'],
    [(seconds / 60n) % 60n, 'M'],
  ]
    .filter(([count]) => count !== 0n)
    .map((part) => part.join(''));
  if (seconds % 60n !== 0n || fraction !== '' || nanoseconds === 0n) parts.push(`${seconds % 60n}${fraction}S`);
  return `PT${parts.join('')}`;
}

/** The value in the form of the answers. */
export function shown(type: string, value: OptionValue): unknown {
  if (Array.isArray(value)) return value.map((item) => shown(type.slice('list<'.length, -1), item));
  if (value instanceof Map) return Object.fromEntries(value);
  switch (type) {
    case 'duration':
      return durationText(value as bigint);
    case 'double':
      return javaDoubleText(value as number);
    case 'float':
      return javaFloatText(value as number);
    case 'enum':
    case 'enumDescribed':
      return String(value).toUpperCase().replace('-', '_');
    default:
      return typeof value === 'bigint' ? integerShown(value) : value;
  }
}

/** JSON numbers are exact up to 2^53 only. */
function integerShown(value: bigint): number | string {
  return value > -(2n ** 53n) && value < 2n ** 53n ? Number(value) : String(value);
}
