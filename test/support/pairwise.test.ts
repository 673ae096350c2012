import { type Choices, checkPairs, type Kinds } from './pairwise';

const KINDS: Kinds = {
  colour: ['none', 'red', 'green', 'blue'],
  size: ['none', 'small', 'large'],
  shape: ['none', 'round', 'square', 'flat'],
  weight: ['none', 'light', 'heavy'],
};

/** Every two choices of different kinds that occur in one of the combinations. */
function met(all: readonly Choices[]): Set<string> {
  return new Set(
    all.flatMap((choices) =>
      Object.entries(choices).flatMap((one, index, each) =>
        each.slice(index + 1).map((other) => [one, other].join(' + ')),
      ),
    ),
  );
}

test('every two choices are combined, in few combinations', () => {
  const { possible, impossible } = checkPairs(KINDS, () => true);
  expect(met(possible).size).toBe(4 * 3 + 4 * 4 + 4 * 3 + 3 * 4 + 3 * 3 + 4 * 3);
  expect(possible.length).toBeLessThan(22);
  expect(impossible).toEqual([]);
});

test('an invalid combination is reduced to its invalid part, and hides no other result', () => {
  const isPossible = ({ colour, size, shape, weight }: Choices): boolean =>
    colour !== 'red' &&
    !(size === 'large' && weight === 'light') &&
    !(colour === 'blue' && size === 'small' && shape === 'flat');
  const { possible, impossible } = checkPairs(KINDS, isPossible);
  expect(impossible.filter((part) => part !== 'colour blue + size small + shape flat')).toEqual([
    'colour red',
    'size large + weight light',
  ]);
  expect(possible.every(isPossible)).toBe(true);
  expect(met(possible).size).toBe(73 - (3 + 4 + 3) - 1);
});
