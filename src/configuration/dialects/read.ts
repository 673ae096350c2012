import { javaTrim } from '../../memory/java-text';

const SEPARATOR = ': ';

/**
 * The options that Flink up to 1.20 reads from a `flink-conf.yaml`: not YAML, but one pair per line without comments.
 * Lines that Flink cannot read are skipped (Flink logs a warning); if a key is set twice, the last value is used.
 * @see https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/deployment/config/
 */
export function readLegacy(text: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const line of text.split(/\r\n|\n|\r/)) {
    const comment = line.indexOf('#');
    const content = comment < 0 ? line : line.slice(0, comment);
    const at = content.indexOf(SEPARATOR);
    if (at < 0) continue;
    const key = javaTrim(content.slice(0, at));
    const value = javaTrim(content.slice(at + SEPARATOR.length));
    if (key !== '' && value !== '') options.set(key, value);
  }
  return options;
}
