import { type EffectiveOptions, type FoundOption } from './effective-options';
import { parseValue } from '../configuration/parsing/parse-value';
import { type Report } from '../validation/problem';

/** Options that the rules read, of one type each; where it is not given, an option is `standard`. */
export interface TypedOption<T> {
  readonly key: string;
  readonly standard: T;
}

const FORMS = {
  'Boolean': { type: 'true or false', fix: 'write true or false' },
  'Duration': { type: 'a duration', fix: 'write a number and a unit, such as "10 min"' },
  'Double': { type: 'a number', fix: 'write a number, such as 0.7' },
  'List<String>': { type: 'a list of texts', fix: 'separate the items by ";", and close every quote' },
} as const;

type Type = keyof typeof FORMS;

/** What the operator's own Flink makes of a text; nothing where it refuses. */
export function parseFound(options: EffectiveOptions, { text }: FoundOption, type: Type): unknown {
  const parsed = parseValue(type, text, options.flink, options.flink._usesStandardYaml ? 'standard' : 'legacy');
  return 'value' in parsed ? parsed.value : undefined;
}

/** The value that was found; a text that the operator fails upon is told, and is then as if it were not there. */
export function readFound<T>(options: EffectiveOptions, found: FoundOption | undefined, type: Type, standard: T, report: Report): T {
  const value = found === undefined ? undefined : parseFound(options, found, type);
  if (found !== undefined && value === undefined) {
    report('FLK-OPR-55', found.property, found.text, { ...FORMS[type], source: found.property });
  }
  return value === undefined ? standard : value as T;
}

/** Whether a switch is on. */
export function isOn(options: EffectiveOptions, { key, standard }: TypedOption<boolean>, report: Report): boolean {
  return readFound(options, options.find(key), 'Boolean', standard, report);
}

/** Like `FLK-OPR-55`, for a value that the validator does not come to read. */
export function tellUnreadable(options: EffectiveOptions, found: FoundOption, type: Type, report: Report): void {
  if (parseFound(options, found, type) === undefined) {
    report('FLK-OPR-94', found.property, found.text, FORMS[type]);
  }
}
