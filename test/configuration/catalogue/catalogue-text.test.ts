import fc from 'fast-check';
import {
  allKeys,
  findLine,
  placeholderAfter,
  releaseCount,
  releaseIndex,
  releaseLine,
} from '../../../src/configuration/catalogue/catalogue-text';
import { lineOf } from '../../../src/configuration/catalogue/line';
import { FlinkVersion } from '../../../src/configuration/flink-version';
import { OPTIONS } from '../../../src/data/option-catalogue';

describe('the catalogue text', () => {
  const keys = allKeys();

  test('is small, is plain ASCII, and is sorted without duplicate keys', () => {
    expect(OPTIONS.length).toBeLessThan(100_000);
    expect(OPTIONS).toMatch(/^[\x20-\x7e\n\t]*$/);
    expect(keys.length).toBeGreaterThan(1300);
    expect([...new Set(keys)].sort()).toEqual(keys);
  });

  test('contains every key, and every line is valid in all releases that it lists', () => {
    for (const key of keys) {
      const line = lineOf(key)!;
      const declared = Array.from({ length: releaseCount() }, (_, release) => line.at(release)).filter(
        (found) => found !== undefined,
      );
      expect({ key, found: declared.length > 0 || line.aliasOf.length > 0 }).toEqual({ key, found: true });
      declared.forEach(({ type, constants }) =>
        expect({ key, hasConstants: constants !== undefined }).toEqual({ key, hasConstants: type.includes('Enum') }),
      );
    }
  });

  test('has aliases that lead to an option with that alias, in at least one release', () => {
    for (const alias of keys) {
      for (const option of lineOf(alias)!.aliasOf) {
        const releases = Array.from({ length: releaseCount() }, (_, release) => lineOf(option)!.at(release));
        const has = releases.some(
          (found) => found?.deprecatedKeys.includes(alias) || found?.fallbackKeys.includes(alias),
        );
        expect({ alias, option, has }).toEqual({ alias, option, has: true });
      }
    }
  });

  test('finds exactly the keys that it contains', () => {
    const known = new Set(keys);
    const part = fc.constantFrom(...keys).chain((key) => fc.nat(key.length).map((end) => key.slice(0, end)));
    const text = fc.oneof(
      part,
      fc.constantFrom(...keys).map((key) => `${key}.`),
      fc.string(),
      fc.constantFrom('', '\n', '\t', 'zzz', ' '),
    );
    fc.assert(
      fc.property(text, (key) => {
        expect(findLine(key) !== undefined).toBe(known.has(key));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test.each([
    ['metrics.reporter.', '<name>'],
    ['metrics.reporter.<name>.', '<parameter>'],
    ['s3.', '<parameter>'],
    ['metrics.', undefined],
    ['metrics.reporter', undefined],
    ['', undefined],
  ])('the placeholder after %j is %j', (prefix, placeholder) => {
    expect(placeholderAfter(prefix)).toBe(placeholder);
  });
});

describe('the release line of a version', () => {
  test.each([
    ['1.11', '1.11'],
    ['1.11.2', '1.11'],
    ['1.20.4', '1.20'],
    ['2.3', '2.3'],
    ['2.4', '2.3'],
    ['3.0', '2.3'],
    ['1.21', '1.20'],
    ['1.10', '1.11'],
    ['nonsense', '1.11'],
  ])('of %s is %s', (version, line) => {
    expect(releaseLine(releaseIndex(FlinkVersion.of(version)))).toBe(line);
  });
});
