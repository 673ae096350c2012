import type { Parsed } from './parsed';

/**
 * The constant with this name, in any case; spaces are significant, and `-` differs from `_`.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function parseEnum(text: string, constants: readonly string[]): Parsed<string> {
  const wanted = text.toUpperCase();
  const value = constants.find((constant) => constant.toUpperCase() === wanted);
  return value === undefined
    ? { problem: `must be one of ${constants.map((constant) => `'${constant}'`).join(', ')}` }
    : { value };
}
