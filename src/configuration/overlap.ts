/** One of the pairs that cannot both be nodes of a YAML tree. */
export interface PrefixOverlap {
  readonly leaf: string;
  readonly child: string;
}

function nearestLeaf(key: string, keys: ReadonlySet<string>): string | undefined {
  // lastIndexOf with -1 would look at position 0 again, hence the bound above 0.
  for (let dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
    const prefix = key.slice(0, dot);
    if (keys.has(prefix)) return prefix;
  }
  return undefined;
}

/**
 * The keys that continue another given key (`high-availability` and `high-availability.storageDir`), each with the longest such key,
 * in the order given. Flink reads such a flat file, but whatever rewrites it as a tree fails or silently loses the child.
 * @see https://issues.apache.org/jira/browse/FLINK-29372
 */
export function prefixOverlaps(keys: Iterable<string>): PrefixOverlap[] {
  const all = new Set(keys);
  const overlaps: PrefixOverlap[] = [];
  for (const child of all) {
    const leaf = nearestLeaf(child, all);
    if (leaf !== undefined) overlaps.push({ leaf, child });
  }
  return overlaps;
}
