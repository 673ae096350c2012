import { type EffectiveOptions, type FoundOption } from './effective-options';
import { readingOf } from '../configuration/dialect';
import { type FlinkVersion } from '../configuration/flink-version';
import { parseValue } from '../configuration/parsing/parse-value';

/** How messages describe the values of a type, and how to write one. */
export const FORMS = {
  Boolean: { type: 'a boolean', form: 'true or false' },
  Duration: { type: 'a duration', form: 'a number and a unit, such as "10 min"' },
  Double: { type: 'a number', form: 'a number, such as 0.7' },
  Integer: { type: 'an integer', form: 'digits only' },
  Long: { type: 'an integer', form: 'digits only' },
  MemorySize: { type: 'a memory size', form: 'an integer and a unit, such as 512m' },
  'List<String>': { type: 'a list of strings', form: 'items separated by ";", with every quote closed' },
} as const;

export type OptionType = keyof typeof FORMS;

/**
 * Whether invalid values of the type can be recognized. Not of `String`, which accepts every value, and not of enums,
 * whose constants are unknown.
 */
export function hasForm(type: string): type is OptionType {
  return Object.hasOwn(FORMS, type);
}

/** A switch, and its value if it is not set. */
export interface Switch {
  readonly key: string;
  readonly standard: boolean;
}

/** An option at the position at which the operator reads it. */
export interface OptionReading {
  readonly flink: FlinkVersion;
  readonly found: FoundOption;
  readonly type: OptionType;
}

/** The readings of those options that are set. */
export function readings(
  { flink }: EffectiveOptions,
  type: OptionType,
  ...options: readonly (FoundOption | undefined)[]
): OptionReading[] {
  return options.flatMap((found) => (found === undefined ? [] : [{ flink, found, type }]));
}

/** The value of an option as the operator's own Flink reads it; `undefined` if it rejects the string. */
export function valueOf({ flink, found, type }: OptionReading): unknown {
  const parsed = parseValue(type, found.text, readingOf(flink));
  return 'value' in parsed ? parsed.value : undefined;
}

/** The value of an option, or `standard` if the option is not set or cannot be read. */
export function valueOr<T>(
  { flink }: EffectiveOptions,
  found: FoundOption | undefined,
  type: OptionType,
  standard: T,
): T {
  return found === undefined ? standard : ((valueOf({ flink, found, type }) as T | undefined) ?? standard);
}

/** Whether a switch is enabled. A value that the operator cannot read counts as not set. */
export function isEnabled(options: EffectiveOptions, { key, standard }: Switch): boolean {
  return valueOr(options, options.find(key), 'Boolean', standard);
}
