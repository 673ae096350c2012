const SMALLEST_TABLE = 16;
const LOAD_FACTOR = 0.75;

/**
 * Different texts in the order of a hash table of Java that has room for so many of them at first, which is the order in which Flink writes
 * what it keeps in one.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/HashMap.html
 */
export function hashOrder(texts: readonly string[], room: number = texts.length): string[] {
  const different = [...new Set(texts)];
  let table = SMALLEST_TABLE;
  while (table * LOAD_FACTOR < room) table *= 2;
  return different.sort((a, b) => bucket(a, table) - bucket(b, table));
}

/* eslint-disable no-bitwise -- hashes of Java are defined by their bits */
function bucket(text: string, table: number): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return ((hash ^ (hash >>> 16)) & (table - 1)) >>> 0;
}
/* eslint-enable no-bitwise */
