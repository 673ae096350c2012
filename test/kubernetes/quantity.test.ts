import fc from 'fast-check';
import { cpuQuantity, isMillicores, mebibyteQuantity, parseQuantity } from '../../src/kubernetes/quantity';

const FIXED = { seed: 1, numRuns: 500 };
const MEBIBYTE = 1024 * 1024;

describe('a number of cores', () => {
  test.each([
    [1, '1'],
    [2, '2'],
    [10, '10'],
    [0.5, '500m'],
    [1.25, '1250m'],
    [0.001, '1m'],
    [0.1 + 0.2, '300m'],
    [1.1, '1100m'],
    [999, '999'],
    [1000, '1k'],
    [1500, '1500'],
    [1e6, '1M'],
  ])('%d is written as %s', (cores, text) => expect(cpuQuantity(cores)).toBe(text));

  test.each([
    [1, true],
    [0.001, true],
    [0.1 + 0.2, true],
    [0.07 * 100, true],
    [1e6, true],
    [999999.999, true],
    [0, false],
    [-1, false],
    [0.0001, false],
    [0.0005, false],
    [1.0005, false],
    [999999.9995, false],
    [1e6 + 0.001, false],
    [NaN, false],
    [Infinity, false],
    [-Infinity, false],
  ])('%d is a whole number of millicores: %p', (cores, valid) => expect(isMillicores(cores)).toBe(valid));

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (milli) => {
        const cores = milli / 1000;
        expect(isMillicores(cores)).toBe(true);
        expect(parseQuantity(cpuQuantity(cores))).toBeCloseTo(cores, 9);
      }),
      FIXED,
    );
  });
});

describe('a number of bytes', () => {
  test.each<[number | bigint, string]>([
    [1600 * MEBIBYTE, '1600Mi'],
    [1024 * MEBIBYTE, '1024Mi'],
    [BigInt(1728 * MEBIBYTE), '1728Mi'],
    [0, '0Mi'],
    [MEBIBYTE + 1024, '1025Ki'],
    [1024, '1Ki'],
    [MEBIBYTE + 1, '1048577'],
    [1n, '1'],
    [2n ** 60n * 7n, '7696581394432Mi'],
  ])('%p is written as %s', (bytes, text) => expect(mebibyteQuantity(bytes)).toBe(text));

  test('is written without loss', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(1, 1024, MEBIBYTE), (amount, unit) => {
        expect(parseQuantity(mebibyteQuantity(amount * unit))).toBe(amount * unit);
      }),
      FIXED,
    );
  });
});

describe('a quantity', () => {
  // Recorded from kubectl 1.32 and apimachinery 0.33.
  test.each([
    ['1Gi', 1024 ** 3],
    ['2G', 2e9],
    ['1.5Gi', 1.5 * 1024 ** 3],
    ['1e3', 1000],
    ['1E3', 1000],
    ['1e+3', 1000],
    ['1e-3', 0.001],
    ['1E', 1e18],
    ['0', 0],
    ['-1', -1],
    ['-.5', -0.5],
    ['.5', 0.5],
    ['.5Gi', 512 * MEBIBYTE],
    ['5.', 5],
    ['5.k', 5000],
    ['+1', 1],
    ['1n', 1e-9],
    ['1u', 1e-6],
    ['1m', 0.001],
    ['1k', 1000],
    ['1M', 1e6],
    ['1T', 1e12],
    ['1P', 1e15],
    ['1Ki', 1024],
    ['1Mi', MEBIBYTE],
    ['1Ti', 1024 ** 4],
    ['1Pi', 1024 ** 5],
    ['1Ei', 1024 ** 6],
    ['007', 7],
    ['2048m', 2.048],
    ['0.3', 0.3],
  ])('%j is %d', (text, value) => expect(parseQuantity(text)).toBe(value));

  test.each([
    '2g',
    '2gb',
    '2GB',
    '1K',
    '1ki',
    '1mi',
    '1MI',
    '1Mib',
    '1 Gi',
    '1Gi ',
    ' 1Gi',
    '1_000',
    '0x10',
    '1e',
    '1ee',
    '1e1.5',
    '1e3Mi',
    '1E3M',
    '1i',
    '1m5',
    '1p',
    '1t',
    '+-1',
    '1.2.3',
    '1,5',
    'NaN',
    'Infinity',
    'two',
    '',
    '\u0661',
    '1\n',
  ])('%j is not a quantity', (text) => expect(parseQuantity(text)).toBeUndefined());

  test.each(['.', '+', '-', 'Gi', 'k', '-e3'])(
    '%j is not a quantity here, although the API server reads zero',
    (text) => expect(parseQuantity(text)).toBeUndefined(),
  );

  test('that is too large for a number is larger than the maximum of the API server', () => {
    expect(parseQuantity('1e99999')).toBe(Infinity);
    expect(parseQuantity('8Ei')).toBe(2 ** 63);
  });
});
