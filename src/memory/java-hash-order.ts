const SMALLEST_TABLE = 16;
const LOAD_FACTOR = 0.75;

/**
 * Distinct strings in the order of a Java hash table with this initial capacity, which is the order in which Flink
 * writes its entries.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/HashMap.html
 */
export function hashOrder(texts: readonly string[], capacity: number = texts.length): string[] {
  const distinct = [...new Set(texts)];
  let table = SMALLEST_TABLE;
  while (table * LOAD_FACTOR < capacity) table *= 2;
  return distinct.sort((a, b) => bucket(a, table) - bucket(b, table));
}

/* eslint-disable no-bitwise -- hashes of Java are defined by their bits */
function bucket(text: string, table: number): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return ((hash ^ (hash >>> 16)) & (table - 1)) >>> 0;
}
/* eslint-enable no-bitwise */
