import type { Parsed } from './parsed';
import { parseMemorySize as parseBytes } from '../../memory/memory-size';

/**
 * The bytes of a size; the units `Mi` and `Gi` of Kubernetes are invalid here.
 * @see https://nightlies.apache.org/flink/flink-docs-stable/api/java/org/apache/flink/configuration/MemorySize.html
 */
export function parseMemorySize(text: string): Parsed<bigint> {
  const value = parseBytes(text);
  return value === undefined
    ? { problem: 'must be an integer with one of the units b, k, m, g, t (none: bytes), below 2^63 bytes' }
    : { value };
}
