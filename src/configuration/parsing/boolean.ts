import type { Parsed } from './parsed';
import { parseJavaBoolean } from '../../memory/java-text';

/**
 * Only the two words, in any case and without a blank around them: `yes`, `on` and `1` are refused.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function parseBoolean(text: string): Parsed<boolean> {
  const value = parseJavaBoolean(text);
  return value === undefined ? { problem: "must be 'true' or 'false'" } : { value };
}
