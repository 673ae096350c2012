import { releaseIndex } from './catalogue-text';
import { factsAt, namedOptions, type OptionFacts } from './facts';
import { type Verdict, verdictOfDeprecated, verdictOfUnread } from './reported';
import { type FlinkVersion } from '../flink-version';

interface Answer {
  readonly facts: OptionFacts | undefined;
  /** The options that the key is a name of. */
  readonly options: readonly string[];
}

// All clusters of an app use the same few dozen keys.
const REMEMBERED = 4096;
const answers: Map<string, Answer>[] = [];

function answerFor(key: string, release: number): Answer {
  const remembered = (answers[release] ??= new Map());
  let answer = remembered.get(key);
  if (answer === undefined) {
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, (answer = { facts: factsAt(key, release), options: namedOptions(key, release) }));
  }
  return answer;
}

/**
 * The option that a version reads under a key, whether it is its current name or another one; `undefined` if the
 * version ignores the key. A version that is newer than all known ones is treated as the newest.
 */
export function lookup(key: string, version: FlinkVersion): OptionFacts | undefined {
  return answerFor(key, releaseIndex(version)).facts;
}

const KNOWN: Verdict = { kind: 'known' };

/** Whether a version reads a key, and what replaces it. */
export function verdict(key: string, version: FlinkVersion): Verdict {
  const facts = lookup(key, version);
  if (facts === undefined) return verdictOfUnread(key, releaseIndex(version));
  return facts.deprecated ? verdictOfDeprecated(key, facts, releaseIndex(version)) : KNOWN;
}

/** An option that is set under several names. */
export interface NameClash {
  readonly option: string;
  /** The names that are set, with the current one first if it is among them. */
  readonly names: readonly string[];
}

/** The options that are set under several names; Flink reads one of the names and ignores the others. */
export function nameClashes(keys: Iterable<string>, version: FlinkVersion): NameClash[] {
  const release = releaseIndex(version);
  const given = new Map<string, string[]>();
  for (const key of keys) {
    for (const option of answerFor(key, release).options) {
      const names = given.get(option);
      if (names === undefined) given.set(option, [key]);
      else if (key === option) names.unshift(key);
      else names.push(key);
    }
  }
  return [...given].filter(([, names]) => names.length > 1).map(([option, names]) => ({ option, names }));
}

/** The current name of an option; the key itself if it is not an old name, or an old name of several options. */
export function currentName(key: string, version: FlinkVersion): string {
  const { facts, options } = answerFor(key, releaseIndex(version));
  return facts?.isAlias === true && facts.deprecated && options.length === 1 ? options[0]! : key;
}
