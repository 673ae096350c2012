import { javaTrim } from '../../memory/java-text';

const SEPARATOR = ': ';

/**
 * What Flink up to 1.20 understands of a `flink-conf.yaml`: not YAML, but one pair a line with comments cut off.
 * Lines it cannot use are skipped as Flink skips them (with a warning in its log); the last of two equal keys wins.
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
