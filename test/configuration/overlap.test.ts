import fc from 'fast-check';
import { prefixOverlaps } from '../../src/configuration/overlap';

describe('prefixOverlaps', () => {
  test.each([
    [
      ['high-availability', 'high-availability.storageDir'],
      [{ leaf: 'high-availability', child: 'high-availability.storageDir' }],
    ],
    [['a.b.c', 'a'], [{ leaf: 'a', child: 'a.b.c' }]],
    [
      ['a', 'a.b', 'a.b.c'],
      [
        { leaf: 'a', child: 'a.b' },
        { leaf: 'a.b', child: 'a.b.c' },
      ],
    ],
    [['high-availability.type', 'high-availability.storageDir'], []],
    [['a', 'a-b', 'a/b', 'ab.c'], []],
    [['a.b', 'a.b'], []],
    [[], []],
    [['.a', '.', '', 'a..b'], []],
  ])('%j', (keys, overlaps) => {
    expect(prefixOverlaps(keys)).toEqual(overlaps);
  });

  test('finds a pair for exactly the keys that extend another, always the longest such key', () => {
    const key = fc
      .array(fc.constantFrom('a', 'b', 'a-', '-'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 12 }), (keys) => {
        const expected = [...keys].sort().flatMap((child) => {
          const leaves = keys
            .filter((leaf) => child.startsWith(`${leaf}.`))
            .sort((one, other) => other.length - one.length);
          return leaves.slice(0, 1).map((leaf) => ({ leaf, child }));
        });
        expect(prefixOverlaps(keys)).toEqual(expected);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});
