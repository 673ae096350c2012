const GRAMMAR = /^(\d+)\s*([A-Za-z]*)$/;
const FACTOR: ReadonlyMap<string, bigint> = new Map(
  [['', 'b', 'bytes'], ['k', 'kb', 'kibibytes'], ['m', 'mb', 'mebibytes'], ['g', 'gb', 'gibibytes'], ['t', 'tb', 'tebibytes']]
    .flatMap((units, power) => units.map((unit): [string, bigint] => [unit, 1024n ** BigInt(power)])),
);
const LARGEST = 2n ** 63n - 1n;

/**
 * The bytes of a size as Flink reads it; `undefined` for what Flink refuses, Kubernetes' own `2Gi` among it.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/api/java/org/apache/flink/configuration/MemorySize.html
 */
export function parseMemorySize(text: string): bigint | undefined {
  const match = GRAMMAR.exec(text.trim());
  const factor = match === null ? undefined : FACTOR.get(match[2]!.toLowerCase());
  if (match === null || factor === undefined) {
    return undefined;
  }
  const bytes = BigInt(match[1]!) * factor;
  return bytes <= LARGEST ? bytes : undefined;
}
