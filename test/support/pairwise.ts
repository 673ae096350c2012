/** The choices of each kind. The first choice of each kind means none. */
export type Kinds = { readonly [kind: string]: readonly string[] };

/** One choice of each kind. */
export type Choices = { readonly [kind: string]: string };

/** The result for all combinations. */
export interface PairResults {
  /** The valid combinations that were tried. */
  readonly possible: Choices[];
  /** The smallest invalid combinations, as `kind choice + kind choice`, in order. */
  readonly impossible: string[];
}

type Choice = readonly [kind: string, name: string];
type Combination = readonly Choice[];

/**
 * Decides for every two choices of different kinds whether they can be combined.
 *
 * This is a covering array that learns. An invalid combination is reduced to its smallest invalid part, and later
 * combinations avoid that part, so that it does not hide the result of other pairs.
 */
export function checkPairs(kinds: Kinds, isPossible: (choices: Choices) => boolean): PairResults {
  const possible: Choices[] = [];
  const invalid: Combination[] = [];
  const all = Object.entries(kinds).map(([kind, names]) => names.map((name): Choice => [kind, name]));
  const pending = new Map(pairsOf(all).map((pair) => [keyOf(pair), pair]));
  const nothing = all.map(([none]) => none!);
  const withNone = (chosen: Combination): Choices => Object.fromEntries([...nothing, ...chosen]);
  while (pending.size > 0) {
    const [[key, seed]] = pending as unknown as [[string, Combination]];
    if (invalid.some((part) => isWithin(part, seed))) {
      pending.delete(key);
      continue;
    }
    const chosen = filled(seed, kinds, pending, invalid);
    const choices = withNone(chosen);
    if (isPossible(choices)) {
      possible.push(choices);
      pairsOf(Object.entries(choices).map((choice): Choice[] => [choice as unknown as Choice])).forEach((pair) =>
        pending.delete(keyOf(pair)),
      );
    } else {
      invalid.push(reduced(chosen, kinds, (fewer) => !isPossible(withNone(fewer))));
    }
  }
  return { possible, impossible: invalid.map((part) => part.map((choice) => choice.join(' ')).join(' + ')).sort() };
}

/** The pair and, of each other kind, the choice that covers most pending pairs and contains no known invalid part. */
function filled(
  seed: Combination,
  kinds: Kinds,
  pending: ReadonlyMap<string, unknown>,
  invalid: readonly Combination[],
): Combination {
  let chosen = seed;
  for (const [kind, names] of Object.entries(kinds)) {
    if (!chosen.some(([taken]) => taken === kind)) {
      const free = names.filter((name) => !invalid.some((part) => isWithin(part, [...chosen, [kind, name]])));
      const gain = (name: string): number => chosen.filter((other) => pending.has(keyOf([other, [kind, name]]))).length;
      const best = free.reduce<string | undefined>(
        (found, name) => (found === undefined || gain(name) > gain(found) ? name : found),
        undefined,
      );
      chosen = best === undefined ? chosen : [...chosen, [kind, best]];
    }
  }
  return chosen;
}

/** The smallest part of an invalid combination that is invalid. */
function reduced(chosen: Combination, kinds: Kinds, isInvalid: (fewer: Combination) => boolean): Combination {
  return chosen.reduce<Combination>((left, choice) => {
    const fewer = left.filter((other) => other !== choice);
    return kinds[choice[0]]![0] === choice[1] || isInvalid(fewer) ? fewer : left;
  }, chosen);
}

function pairsOf(groups: readonly (readonly Choice[])[]): Combination[] {
  const meet = (first: readonly Choice[], second: readonly Choice[]): Combination[] =>
    first.flatMap((one) => second.map((other) => [one, other]));
  return groups.flatMap((first, index) => groups.slice(index + 1).flatMap((second) => meet(first, second)));
}

function keyOf(pair: Combination): string {
  return pair
    .map((choice) => choice.join(' '))
    .sort()
    .join(' + ');
}

function isWithin(part: Combination, whole: Combination): boolean {
  return part.every(([kind, name]) => whole.some(([otherKind, otherName]) => kind === otherKind && name === otherName));
}
