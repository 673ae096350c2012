import fc from 'fast-check';
import { showShortSize, showSize } from '../../src/memory/show-size';

test.each<[bigint, string]>([
  [0n, '0 bytes'],
  [1023n, '1023 bytes'],
  [1024n, '1 KiB (1024 bytes)'],
  [133169152n, '127 MiB (133169152 bytes)'],
  [1073741824n, '1 GiB (1073741824 bytes)'],
  [1811939328n, '1728 MiB (1811939328 bytes)'],
  [134217730n, '~128 MiB (134217730 bytes)'],
  [563714445n, '~537.59 MiB (563714445 bytes)'],
  [15837691904n, '15104 MiB (15837691904 bytes)'],
  [15837691905n, '~14.75 GiB (15837691905 bytes)'],
  [1100n, '1100 bytes'],
  [1073742848n, '~1024 MiB (1073742848 bytes)'],
  [2n ** 63n - 1n, 'no limit (9223372036854775807 bytes)'],
  [2n ** 62n, '4194304 TiB (4611686018427387904 bytes)'],
])('%s bytes are shown as %s', (bytes, text) => {
  expect(showSize(bytes)).toBe(text);
});

test('a size without ~ is exact', () => {
  const power: { readonly [unit: string]: bigint } = { bytes: 0n, KiB: 1n, MiB: 2n, GiB: 3n, TiB: 4n };
  fc.assert(
    fc.property(fc.bigInt(0n, 2n ** 63n - 2n), fc.bigInt(0n, 50n), (bytes, shift) => {
      const size = bytes / 2n ** shift;
      const [number, unit] = showShortSize(size).split(' ') as [string, string];
      const shown = Number(number.replace('~', '')) * Number(1024n ** power[unit]!);
      if (number.startsWith('~')) {
        expect(shown).toBeLessThanOrEqual(Number(size));
        expect(shown).toBeGreaterThan(Number(size) * 0.99);
      } else {
        expect(shown).toBe(Number(size));
      }
    }),
    { seed: 1, numRuns: 2000 },
  );
});
