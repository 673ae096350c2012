import { type EffectiveOptions, type FoundOption } from './effective-options';
import { readingOf } from '../configuration/dialect';
import { type FlinkVersion } from '../configuration/flink-version';
import { parseValue } from '../configuration/parsing/parse-value';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** Options that the rules read, of one type each; where it is not given, an option is `standard`. */
export interface TypedOption<T> {
  readonly key: string;
  readonly standard: T;
}

/** What is said of a text that is no value of a type. */
export const FORMS = {
  Boolean: { type: 'true or false', fix: 'write true or false' },
  Duration: { type: 'a duration', fix: 'write a number and a unit, such as "10 min"' },
  Double: { type: 'a number', fix: 'write a number, such as 0.7' },
  Integer: { type: 'a whole number', fix: 'write digits' },
  Long: { type: 'a whole number', fix: 'write digits' },
  MemorySize: { type: 'a size', fix: 'write a whole number and a unit, such as 512m' },
  'List<String>': { type: 'a list of texts', fix: 'separate the items by ";", and close every quote' },
} as const;

type Type = keyof typeof FORMS;

/** Whether a wrong value of the type can be told: every text is a `String`, and the constants of an enum are not known. */
export function hasForm(type: string): type is Type {
  return Object.hasOwn(FORMS, type);
}

/** What the Flink that an operator is built with makes of a text; nothing where it refuses. */
export function parseByOperator(flink: FlinkVersion, text: string, type: Type): unknown {
  const parsed = parseValue(type, text, readingOf(flink));
  return 'value' in parsed ? parsed.value : undefined;
}

/** The value of an option that was found; nothing where the operator refuses its text. */
export function parseFound(options: EffectiveOptions, { text }: FoundOption, type: Type): unknown {
  return parseByOperator(options.flink, text, type);
}

/** The value that was found; a text that the operator fails upon is told, and is then as if it were not there. */
export function readFound<T>(
  options: EffectiveOptions,
  found: FoundOption | undefined,
  type: Type,
  standard: T,
  report: Report,
): T {
  const value = found === undefined ? undefined : parseFound(options, found, type);
  if (found !== undefined && value === undefined) {
    report(RULES['FLK-OPR-55'], found.property, found.text, { ...FORMS[type], source: found.property });
  }
  return value === undefined ? standard : (value as T);
}

/** Whether a switch is on. */
export function isOn(options: EffectiveOptions, { key, standard }: TypedOption<boolean>, report: Report): boolean {
  return readFound(options, options.find(key), 'Boolean', standard, report);
}

/** Like `FLK-OPR-55`, for a value that the validator does not come to read. */
export function tellUnreadable(options: EffectiveOptions, found: FoundOption, type: Type, report: Report): void {
  if (parseFound(options, found, type) === undefined) {
    report(RULES['FLK-OPR-94'], found.property, found.text, FORMS[type]);
  }
}
