import type { Parsed } from './parsed';

/**
 * Only the two words, in any case and without a blank around them: `yes`, `on` and `1` are refused.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function parseBoolean(text: string): Parsed<boolean> {
  switch (text.toUpperCase()) {
    case 'TRUE': return { value: true };
    case 'FALSE': return { value: false };
    default: return { problem: "must be 'true' or 'false'" };
  }
}
