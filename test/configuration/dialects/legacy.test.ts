import fc from 'fast-check';
import { anyKey, anyText, legacyAnswers, standardAnswers } from './fixtures';
import { legacyRefusal, writeLegacy } from '../../../src/configuration/dialects/legacy';
import { readLegacy } from '../../../src/configuration/dialects/read';

describe('readLegacy', () => {
  test.each(legacyAnswers)('reads %j as Flink does', (text, map) => {
    expect(Object.fromEntries(readLegacy(text))).toEqual(map);
  });

  test('the last of two equal keys wins', () => {
    expect([...readLegacy('a: 1\nb: 2\na: 3\n')]).toEqual([
      ['a', '3'],
      ['b', '2'],
    ]);
  });
});

describe('writeLegacy', () => {
  test('writes one line per option in the order of the map', () => {
    expect(
      writeLegacy(
        new Map([
          ['b.c', '2'],
          ['a', 'x: y'],
        ]),
      ),
    ).toBe('b.c: 2\na: x: y\n');
  });

  test('writes an empty map as one line break', () => {
    expect(writeLegacy(new Map())).toBe('\n');
  });

  test('writes every map that Flink has read from a file so that it is read back, or refuses its value', () => {
    const maps = [...legacyAnswers.map(([, map]) => map), ...standardAnswers.map(([, map]) => map ?? {})];
    let written = 0;
    for (const map of maps) {
      const options = new Map(Object.entries(map).filter(([key, value]) => legacyRefusal(key, value) === undefined));
      expect(readLegacy(writeLegacy(options))).toEqual(options);
      written += options.size;
    }
    expect(written).toBeGreaterThan(400);
  });

  test('writes exactly the maps that it does not refuse', () => {
    fc.assert(
      fc.property(anyKey, anyText, (key, value) => {
        const read = readLegacy(
          writeLegacy(
            new Map([
              [key, value],
              ['zz.z', '1'],
            ]),
          ),
        );
        const exact =
          read.size === (key === 'zz.z' ? 1 : 2) &&
          (key === 'zz.z' || read.get(key) === value) &&
          read.get('zz.z') === '1';
        const pair = `${key}\n${value}`;
        const survivesUtf8 = Buffer.from(pair, 'utf8').toString('utf8') === pair;
        expect(legacyRefusal(key, value) === undefined).toBe(exact && survivesUtf8);
      }),
      { seed: 1, numRuns: 3000 },
    );
  });
});

describe('legacyRefusal', () => {
  const wanted = legacyAnswers.filter((answer) => answer[2] !== undefined);

  test.each(wanted)('agrees with what Flink reads from %j', (_text, map, value) => {
    const exact = map.k === value && map.z === '1' && Object.keys(map).length === 2;
    expect(legacyRefusal('k', value!) === undefined).toBe(exact);
  });

  test.each([
    { key: 'k', value: '', reason: 'the value is empty, so Flink skips the line', neighbour: 'x' },
    {
      key: 'k',
      value: 'a#b',
      reason: "the value contains '#', which starts a comment even inside quotes",
      neighbour: 'a%b',
    },
    { key: 'k', value: 'a\nb', reason: 'the value contains a line break, which starts a new key', neighbour: 'a b' },
    { key: 'k', value: 'a\rb', reason: 'the value contains a line break, which starts a new key', neighbour: 'a\tb' },
    {
      key: 'k',
      value: ' a',
      reason: 'the value starts or ends with a space or control character, which is cut off',
      neighbour: '\u00a0a',
    },
    {
      key: 'k',
      value: 'a\u0001',
      reason: 'the value starts or ends with a space or control character, which is cut off',
      neighbour: 'a\u0001a',
    },
    {
      key: 'k',
      value: 'a\ud800',
      reason: 'the value contains half of a surrogate pair, which is not a character',
      neighbour: 'a\ud83d\ude00',
    },
  ])('refuses the value of $key: $value', ({ key, value, reason, neighbour }) => {
    expect(legacyRefusal(key, value)).toBe(reason);
    expect(legacyRefusal(key, neighbour)).toBeUndefined();
  });

  test.each([
    { key: '', reason: 'the key is empty, so Flink skips the line', neighbour: 'a' },
    { key: 'a: b', reason: "the key contains ': ', where Flink splits the line", neighbour: 'a:b' },
    { key: 'a#', reason: "the key contains '#', which starts a comment even inside quotes", neighbour: 'a' },
    { key: 'a\nb', reason: 'the key contains a line break, which starts a new key', neighbour: 'a b' },
    {
      key: 'a ',
      reason: 'the key starts or ends with a space or control character, which is cut off',
      neighbour: 'a:',
    },
    { key: '\udc00', reason: 'the key contains half of a surrogate pair, which is not a character', neighbour: '😀' },
  ])('refuses the key $key', ({ key, reason, neighbour }) => {
    expect(legacyRefusal(key, 'x')).toBe(reason);
    expect(legacyRefusal(neighbour, 'x')).toBeUndefined();
  });
});
