import type { Parsed } from './parsed';
import { parseJavaBoolean } from '../../memory/java-text';

/**
 * Accepts only the two words, in any case and without spaces around them; not `yes`, `on` or `1`.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function parseBoolean(text: string): Parsed<boolean> {
  const value = parseJavaBoolean(text);
  return value === undefined ? { problem: "must be 'true' or 'false'" } : { value };
}
