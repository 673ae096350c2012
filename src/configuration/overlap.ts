/** One of the pairs that cannot both be nodes of a YAML tree. */
export interface PrefixOverlap {
  readonly leaf: string;
  readonly child: string;
}

/**
 * The keys that continue another given key (`high-availability` and `high-availability.storageDir`), each with the longest such key,
 * in order. Flink reads such a flat file, but whatever rewrites it as a tree fails or silently loses the child.
 * @see https://issues.apache.org/jira/browse/FLINK-29372
 */
export function prefixOverlaps(keys: Iterable<string>): PrefixOverlap[] {
  const overlaps: PrefixOverlap[] = [];
  // In order, the beginnings of a key come before it, and whatever stands between begins so too.
  const beginnings: string[] = [];
  for (const child of [...keys].sort()) {
    while (beginnings.length > 0 && !child.startsWith(beginnings.at(-1)!)) beginnings.pop();
    const leaf = beginnings.filter((beginning) => child[beginning.length] === '.').at(-1);
    if (leaf !== undefined) overlaps.push({ leaf, child });
    if (child !== '') beginnings.push(child);
  }
  return overlaps;
}
