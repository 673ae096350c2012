import { flowText } from '../yaml/flow-text';
import { YamlMap, type YamlValue } from '../yaml/value';
import { readYaml } from '../yaml-reader';

/** What a `config.yaml` holds under flat keys, or everything that Flink refuses in it. */
export type StandardResult = { readonly options: Map<string, YamlValue> } | { readonly problems: string[] };

function flatten(map: YamlMap, prefix: string, options: Map<string, YamlValue>, problems: string[]): void {
  for (const [name, value] of map) {
    // The one key that is no text and still passes.
    const key = `${prefix}${name === null ? 'null' : String(name)}`;
    if (typeof name !== 'string' && name !== null) {
      problems.push(`the key '${prefix}${flowText(name)}' is no text for YAML: put quotes around it`);
    } else if (value instanceof YamlMap) {
      flatten(value, `${key}.`, options, problems);
    } else {
      options.set(key, Array.isArray(value) ? flowText(value) : value);
    }
  }
}

/**
 * Reads a `config.yaml` as Flink from 1.19 on does: nested keys joined by dots, lists as one line of YAML, numbers and booleans with their
 * types. Of two spellings of one key the later one wins.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function readStandardValues(text: string): StandardResult {
  const read = readYaml(text);
  if ('problem' in read) return { problems: [read.problem] };
  const options = new Map<string, YamlValue>();
  if (read.value === null) return { options };
  if (!(read.value instanceof YamlMap)) return { problems: ['the file must hold a map of options'] };
  const problems: string[] = [];
  flatten(read.value, '', options, problems);
  // A later spelling of the same key may have filled the gap.
  for (const [key, value] of options) {
    if (value === null) problems.push(`'${key}' has no value: write '' for an empty text, or leave the key out`);
  }
  return problems.length > 0 ? { problems } : { options };
}

/** The same as an option of type string sees it: numbers and booleans printed back. */
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
