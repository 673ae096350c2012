import { releaseIndex } from './catalogue-text';
import { factsAt, namedOptions, type OptionFacts } from './facts';
import { type FlinkVersion } from '../flink-version';

interface Answer {
  readonly facts: OptionFacts | undefined;
  /** The options that the key is a name of. */
  readonly options: readonly string[];
}

// An App of thousands of clusters asks for the same few dozen keys.
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
 * What this version knows about a key under any of its names; `undefined` where it would ignore the key.
 * A version newer than all known ones is taken for the newest.
 */
export function lookup(key: string, version: FlinkVersion): OptionFacts | undefined {
  return answerFor(key, releaseIndex(version)).facts;
}

/** An option that is given under several names. */
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
    for (const option of answerFor(key, release).options) {
      const names = given.get(option);
      if (names === undefined) given.set(option, [key]);
      else if (key === option) names.unshift(key);
      else names.push(key);
    }
  }
  return [...given].filter(([, names]) => names.length > 1).map(([option, names]) => ({ option, names }));
}

/** The name by which this version knows an option; the key itself where it is no old name, or one of several options. */
export function currentName(key: string, version: FlinkVersion): string {
  const { facts, options } = answerFor(key, releaseIndex(version));
  return facts?.isAlias === true && facts.deprecated && options.length === 1 ? options[0]! : key;
}
