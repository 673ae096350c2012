/** A pair of keys that cannot both be nodes of a YAML tree. */
export interface PrefixOverlap {
  readonly leaf: string;
  readonly child: string;
}

/**
 * The keys of which another key is a prefix (`high-availability` and `high-availability.storageDir`), each with the
 * longest such prefix, in order. Flink reads such a flat file, but a program that rewrites it as a tree fails or loses
 * the child.
 * @see https://issues.apache.org/jira/browse/FLINK-29372
 */
export function prefixOverlaps(keys: Iterable<string>): PrefixOverlap[] {
  const overlaps: PrefixOverlap[] = [];
  // In this order, the prefixes of a key come before it, and all keys in between have the same prefixes.
  const prefixes: string[] = [];
  for (const child of [...keys].sort()) {
    while (prefixes.length > 0 && !child.startsWith(prefixes.at(-1)!)) prefixes.pop();
    const leaf = prefixes.filter((prefix) => child[prefix.length] === '.').at(-1);
    if (leaf !== undefined) overlaps.push({ leaf, child });
    if (child !== '') prefixes.push(child);
  }
  return overlaps;
}
