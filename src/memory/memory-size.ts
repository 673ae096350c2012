const GRAMMAR = /^(\d+)\s*([A-Za-z]*)$/;
const SHIFT: { readonly [unit: string]: bigint } = {
  '': 0n, 'b': 0n, 'bytes': 0n, 'k': 10n, 'kb': 10n, 'kibibytes': 10n, 'm': 20n, 'mb': 20n, 'mebibytes': 20n,
  'g': 30n, 'gb': 30n, 'gibibytes': 30n, 't': 40n, 'tb': 40n, 'tebibytes': 40n,
};
const LARGEST = 2n ** 63n - 1n;

/**
 * The bytes of a size as Flink reads it; `undefined` for what Flink refuses, Kubernetes' own `2Gi` among it.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/api/java/org/apache/flink/configuration/MemorySize.html
 */
export function parseMemorySize(text: string): bigint | undefined {
  const match = GRAMMAR.exec(text.trim());
  const shift = match === null ? undefined : SHIFT[match[2]!.toLowerCase()];
  if (match === null || shift === undefined) {
    return undefined;
  }
  const bytes = BigInt(match[1]!) << shift;
  return bytes <= LARGEST ? bytes : undefined;
}
