import { LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { type YamlValue } from '../../configuration/yaml/value';

/** An option that the library sets as Flink's client would, whether or not the user has set it. */
export function set(key: string, value: string, typed?: YamlValue): OptionEntry {
  return { key, value, ...(typed === undefined ? {} : { typed }), kind: 'explicit', source: LIBRARY };
}
