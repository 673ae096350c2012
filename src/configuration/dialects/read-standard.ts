import { flowText } from '../yaml/flow-text';
import { YamlMap, type YamlValue } from '../yaml/value';
import { readYaml } from '../yaml-reader';

/** The options of a `config.yaml` with flat keys, or everything that Flink rejects in it. */
export type StandardResult = { readonly options: Map<string, YamlValue> } | { readonly problems: string[] };

function flatten(map: YamlMap, prefix: string, options: Map<string, YamlValue>, problems: string[]): void {
  for (const [name, value] of map) {
    // The only key that is not a string and is still valid.
    const key = `${prefix}${name === null ? 'null' : String(name)}`;
    if (typeof name !== 'string' && name !== null) {
      problems.push(`the key '${prefix}${flowText(name)}' is not a string in YAML: put quotes around it`);
    } else if (value instanceof YamlMap) {
      flatten(value, `${key}.`, options, problems);
    } else {
      options.set(key, Array.isArray(value) ? flowText(value) : value);
    }
  }
}

/**
 * Reads a `config.yaml` as Flink 1.19 and newer do: nested keys joined by dots, lists as one line of YAML, numbers and
 * booleans with their types. If a key is set twice, the later value is used.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function readStandardValues(text: string): StandardResult {
  const read = readYaml(text);
  if ('problem' in read) return { problems: [read.problem] };
  const options = new Map<string, YamlValue>();
  if (read.value === null) return { options };
  if (!(read.value instanceof YamlMap)) return { problems: ['the file must contain a map of options'] };
  const problems: string[] = [];
  flatten(read.value, '', options, problems);
  // A later notation of the same key may have set the value.
  for (const [key, value] of options) {
    if (value === null) problems.push(`'${key}' has no value: write '' for an empty string, or remove the key`);
  }
  return problems.length > 0 ? { problems } : { options };
}

/** The same as `readStandardValues`, with numbers and booleans as strings. */
export function readStandard(
  text: string,
): { readonly options: Map<string, string> } | { readonly problems: string[] } {
  const read = readStandardValues(text);
  if ('problems' in read) return read;
  return {
    options: new Map(
      [...read.options].map(([key, value]) => [key, typeof value === 'string' ? value : flowText(value)]),
    ),
  };
}
