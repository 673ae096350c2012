import { namedOptions } from './aliases';
import { releaseIndex } from './catalogue-text';
import { factsAt, type OptionFacts } from './facts';
import { type FlinkVersion } from '../flink-version';

// An App of thousands of clusters asks for the same few dozen keys.
const REMEMBERED = 4096;
const remembered = new Map<string, OptionFacts | null>();

/** What this version knows about a key under any of its names; `undefined` where it would ignore the key. A newer version than all known ones is read as the newest. */
export function lookup(key: string, version: FlinkVersion): OptionFacts | undefined {
  const release = releaseIndex(version);
  const question = `${release} ${key}`;
  let facts = remembered.get(question);
  if (facts === undefined) {
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(question, facts = factsAt(key, release) ?? null);
  }
  return facts ?? undefined;
}

/** Two keys of one option: an old or fallback name, and the option or another of its names. */
export interface NameClash {
  readonly option: string;
  /** The given names, the current one first if it is among them. */
  readonly names: readonly string[];
}

/** The options that are given under several names; Flink reads one of them and ignores the others. */
export function nameClashes(keys: Iterable<string>, version: FlinkVersion): NameClash[] {
  const release = releaseIndex(version);
  const given = new Map<string, string[]>();
  for (const key of keys) {
    for (const option of new Set(namedOptions(key, release))) {
      const names = given.get(option);
      if (names === undefined) given.set(option, [key]);
      else if (key === option) names.unshift(key);
      else names.push(key);
    }
  }
  return [...given].filter(([, names]) => names.length > 1).map(([option, names]) => ({ option, names }));
}
