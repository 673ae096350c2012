import { flattenConfiguration } from '../../configuration/flatten';
import { toOptionText } from '../../configuration/values';

/** Options as strings, as in a configuration file; values that cannot be written as strings are omitted. */
export function optionText(given: unknown): { [key: string]: string } {
  const entries = given === undefined ? [] : flattenConfiguration(given).entries;
  return Object.fromEntries(
    entries.flatMap(({ key, value }) => {
      const converted = toOptionText(value);
      return 'text' in converted ? [[key, converted.text] as const] : [];
    }),
  );
}
