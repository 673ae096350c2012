import fc from 'fast-check';
import { readLines } from './fixtures';
import { decimalOf, javaDecimalText, shortestDecimal, truncate } from '../../src/memory/java-decimal';
import { javaDoubleText } from '../../src/memory/java-double-text';
import { parseJavaDouble, parseJavaFloat } from '../../src/memory/java-float';
import { javaTrim, parseJavaBoolean, parseJavaInteger } from '../../src/memory/java-text';
import { parseMemorySize, readMemorySize } from '../../src/memory/memory-size';

type ValueCase = [type: string, text: string, value: string | number | boolean | null];

const READ: { readonly [type: string]: (text: string) => unknown } = {
  memory: (text) => parseMemorySize(text)?.toString(),
  int: (text) => parseJavaInteger(text, 32)?.toString(),
  long: (text) => parseJavaInteger(text, 64)?.toString(),
  boolean: (text) => parseJavaBoolean(text)?.toString(),
  float: parseJavaFloat,
  double: parseJavaDouble,
};

const READ_BACK: { readonly [type: string]: (value: string) => unknown } = {
  // The fixture contains Java's shortest string of a float, which is another number as a double.
  float: (value) => Math.fround(Number(value)),
  double: Number,
};

test.each(readLines<ValueCase>('values.jsonl'))('%s %j is read as Flink reads it', (type, text, value) => {
  const expected = value === null ? undefined : (READ_BACK[type]?.(String(value)) ?? String(value));
  expect(READ[type]!(text)).toBe(expected);
});

test.each<[string, bigint | string]>([
  ['', 'empty'],
  ['\u0000 ', 'empty'],
  ['b', 'noNumber'],
  ['-1', 'noNumber'],
  ['1p', 'unknownUnit'],
  ['1.5g', 'unknownUnit'],
  ['9223372036854775808', 'tooLarge'],
  ['9223372036854775808p', 'tooLarge'],
  ['8388608t', 'tooLarge'],
  ['8388607t', 9223370937343148032n],
  [`${'0'.repeat(100)}1k`, 1024n],
  ['9'.repeat(100_000), 'tooLarge'],
  ['9223372036854775807 bytes', 2n ** 63n - 1n],
])('the size %j is %p', (text, expected) => {
  expect(readMemorySize(text)).toBe(expected);
});

test.each([
  ['\u0000\u0020a\u001f', 'a'],
  ['\u00a0a', '\u00a0a'],
  ['\ufeffa\u2003', '\ufeffa\u2003'],
  [' a b ', 'a b'],
  ['\t\n', ''],
])('%j is trimmed to %j', (text, trimmed) => {
  expect(javaTrim(text)).toBe(trimmed);
});

test.each<{ text: string; bits: 32 | 64; value: bigint | undefined }>([
  { text: '2147483647', bits: 32, value: 2147483647n },
  { text: '2147483648', bits: 32, value: undefined },
  { text: '-2147483648', bits: 32, value: -2147483648n },
  { text: '-2147483649', bits: 32, value: undefined },
  { text: '9223372036854775807', bits: 64, value: 9223372036854775807n },
  { text: '-9223372036854775809', bits: 64, value: undefined },
  { text: '\u0661\u0662', bits: 32, value: 12n },
  { text: '\uff17', bits: 32, value: 7n },
  { text: '+', bits: 32, value: undefined },
  { text: '--1', bits: 32, value: undefined },
  { text: '\ud835\udfce', bits: 32, value: undefined },
  { text: '1 ', bits: 32, value: undefined },
])('the whole number $text of $bits bits is $value', ({ text, bits, value }) => {
  expect(parseJavaInteger(text, bits)).toBe(value);
});

describe('a 32-bit float', () => {
  test.each<[string, number | undefined]>([
    ['1e-46', 0],
    ['-1e-999999999999', -0],
    ['1e-45', 2 ** -149],
    ['7.006492321624085e-46', 0],
    ['7.006492321624086e-46', 2 ** -149],
    ['0x1p-150', 0],
    ['0x1.000001p-150', 2 ** -149],
    ['1e39', Infinity],
    ['-1e99999999999', -Infinity],
    ['0e99999999999', 0],
    ['3.4028235e38', 3.4028234663852886e38],
    ['3.4028235677973366e38', 3.4028234663852886e38],
    ['3.4028235677973367e38', Infinity],
    ['0x1.fffffffp-1', 1],
    ['0x1.fffffep-1', 1 - 2 ** -24],
    ['0x', undefined],
    ['1f1', undefined],
    ['+NaN', NaN],
    ['0x8p-4', 0.5],
  ])('%j is %p', (text, value) => {
    expect(parseJavaFloat(text)).toBe(value);
  });

  test('halfway between two floats rounds to the even one, and a little more or less to the nearer one', () => {
    // 1 + 2^-24 is between 1 and 1 + 2^-23.
    expect(parseJavaFloat('1.000000059604644775390625')).toBe(1);
    expect(parseJavaFloat('1.000000059604644775390625000000000000000000000000001')).toBe(1 + 2 ** -23);
    expect(parseJavaFloat('1.000000059604644775390624999999999999999999999999999')).toBe(1);
    expect(parseJavaFloat('1.000000178813934326171875')).toBe(1 + 2 ** -22);
  });

  test('any float is read back from its shortest string', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true }), (value) => {
        expect(parseJavaFloat(Object.is(value, -0) ? '-0' : String(value))).toBe(value);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('any string is read or refused', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ +-]?[0-9.eExXpPfFdD+-]{0,12}$/), (text) => {
        const value = parseJavaFloat(text);
        expect(value === undefined).toBe(parseJavaDouble(text) === undefined);
        if (/^\d+$/.test(text)) expect(value).toBe(Math.fround(Number(text)));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

describe('the decimal text', () => {
  test.each([
    [0, '0.0'],
    [1, '1.0'],
    [100, '100.0'],
    [0.001, '0.001'],
    [0.00099, '9.9E-4'],
    [9999999, '9999999.0'],
    [1e7, '1.0E7'],
    [12345678, '1.2345678E7'],
    [1e-9, '1.0E-9'],
    [1.5, '1.5'],
    [1e22, '1.0E22'],
    [1.2345678901234568e17, '1.2345678901234568E17'],
  ])('of the double %d is %s', (value, text) => {
    expect(javaDoubleText(value)).toBe(text);
  });

  test.each([
    ['1.0E7', '1.0E+7'],
    ['1.0E-4', '0.00010'],
    ['1.0E-9', '1.0E-9'],
    ['1.2345678E7', '12345678'],
    ['100.0', '100.0'],
    ['0.0', '0.0'],
  ])('of the decimal %s is %s', (text, shown) => {
    expect(javaDecimalText(decimalOf(text))).toBe(shown);
  });

  test.each([
    [0.123456789, '0.12345678'],
    [100, '1E+2'],
    [1e-9, '0'],
    [1.5, '1.5'],
    [1.9e-8, '1E-8'],
    [120, '1.2E+2'],
    [0.5, '0.5'],
  ])('of %d rounded down to eight places is %s', (value, text) => {
    expect(javaDecimalText(truncate(shortestDecimal(value), 8))).toBe(text);
  });
});
