import fc from 'fast-check';
import { version } from './fixtures';
import { parseBoolean } from '../../../src/configuration/parsing/boolean';
import { parseDuration } from '../../../src/configuration/parsing/duration';
import { parseEnum } from '../../../src/configuration/parsing/enum';
import { parseDouble, parseFloat32 } from '../../../src/configuration/parsing/float';
import { parseInteger, parseLong } from '../../../src/configuration/parsing/integer';
import { parseMemorySize } from '../../../src/configuration/parsing/memory-size';
import { javaDoubleText, javaFloatText } from '../../../src/memory/java-double-text';
import { isJavaWhiteSpace, javaTrim } from '../../../src/memory/java-text';

const reading = (line: string) => ({ version: version(line), dialect: 'standard' as const });
const SECOND = 1_000_000_000n;

describe('parseBoolean', () => {
  test.each([
    ['true', true],
    ['FALSE', false],
    ['tRuE', true],
  ])('%s is accepted', (text, value) => {
    expect(parseBoolean(text)).toEqual({ value });
  });

  test.each(['', ' true', 'true ', 'yes', 'on', '1', 'null'])('%j is refused', (text) => {
    expect(parseBoolean(text)).toHaveProperty('problem');
  });
});

describe('parseInteger and parseLong', () => {
  test.each([
    ['0', 0],
    ['-0', 0],
    ['+1', 1],
    ['007', 7],
    ['2147483647', 2 ** 31 - 1],
    ['-2147483648', -(2 ** 31)],
    ['\u0663', 3],
    ['-\uff11\u0967', -11],
  ])('%s is accepted', (text, value) => {
    expect(parseInteger(text)).toEqual({ value: value + 0 });
  });

  test.each(['', ' 1', '1 ', '1.0', '1e3', '0x1', '1_000', '1L', '+', '--1', '2147483648', '-2147483649', '\u{1d7ce}'])(
    '%j is refused',
    (text) => {
      expect(parseInteger(text)).toHaveProperty('problem');
    },
  );

  test('64 bits are accepted and one more is refused', () => {
    expect(parseLong('9223372036854775807')).toEqual({ value: 2n ** 63n - 1n });
    expect(parseLong('-9223372036854775808')).toEqual({ value: -(2n ** 63n) });
    expect(parseLong('9223372036854775808')).toHaveProperty('problem');
    expect(parseLong('-9223372036854775809')).toHaveProperty('problem');
  });
});

describe('parseDouble', () => {
  test.each([
    ['1', 1],
    ['.5', 0.5],
    ['5.', 5],
    [' 1.5\n', 1.5],
    ['1e400', Infinity],
    ['-1e400', -Infinity],
    ['1e-400', 0],
    ['1d', 1],
    ['1F', 1],
    ['NaN', NaN],
    ['+Infinity', Infinity],
    ['0x1p3', 8],
    ['0x.8p1', 1],
    ['0x1.8P-1f', 0.75],
    ['0x1p-1074', 2 ** -1074],
    ['0x1p-1075', 0],
    ['0x1.8p-1075', 2 ** -1074],
    ['0x1p1024', Infinity],
    ['-0x0p0', -0],
    ['1e99999999', Infinity],
    ['0x1p-99999999', 0],
    ['0e99999999', 0],
  ])('%s is accepted', (text, value) => {
    expect(parseDouble(text)).toEqual({ value });
  });

  test.each(['', '.', 'e3', '1e', '1,5', 'inf', 'nan', '0x1', '0xp1', '1fd', '\u00a01', '1 2', '\u0661'])(
    '%j is refused',
    (text) => {
      expect(parseDouble(text)).toHaveProperty('problem');
    },
  );
});

describe('parseFloat32', () => {
  test.each([
    ['0.1', 0.10000000149011612],
    ['1e39', Infinity],
    ['3.4028235677973367e38', Infinity],
    ['3.4028235677973366e38', 3.4028234663852886e38],
    ['1e-46', 0],
    ['0.7e-45', 0],
    ['0.8e-45', 2 ** -149],
    ['16777217', 16777216],
    ['0x1.000001p0', 1],
  ])('%s is rounded to 32 bits', (text, value) => {
    expect(parseFloat32(text)).toEqual({ value });
  });

  test('a string is rounded once: just above the middle rounds up, although its double is the middle', () => {
    expect(parseFloat32('1.00000005960464477539062500')).toEqual({ value: 1 });
    expect(parseFloat32('1.00000005960464477539062501')).toEqual({ value: 1 + 2 ** -23 });
    expect(Math.fround(Number('1.00000005960464477539062501'))).toBe(1);
  });

  test('every float is read back from its string', () => {
    fc.assert(
      fc.property(fc.float(), (value) => {
        expect(parseFloat32(javaFloatText(value))).toEqual({ value });
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

describe('javaDoubleText and javaFloatText', () => {
  test.each([
    [0, '0.0'],
    [-0, '-0.0'],
    [1, '1.0'],
    [0.001, '0.001'],
    [0.0001, '1.0E-4'],
    [9999999, '9999999.0'],
    [1e7, '1.0E7'],
    [1.1, '1.1'],
    [123456.789, '123456.789'],
    [1e22, '1.0E22'],
    [2 ** -1074, '4.9E-324'],
    [Number.MAX_VALUE, '1.7976931348623157E308'],
    [-Infinity, '-Infinity'],
    [NaN, 'NaN'],
    [1e21, '1.0E21'],
    [2e-3, '0.002'],
    // Not the shortest strings: Java before 19 does not produce these.
    [1e23, '9.999999999999999E22'],
    [2e23, '1.9999999999999998E23'],
    [90727719034362698, '9.0727719034362704E16'],
    [1232805316250e6, '1.23280531624999987E18'],
  ])('the double %d is %s', (value, text) => {
    expect(javaDoubleText(value)).toBe(text);
  });

  test.each([
    [0.1, '0.1'],
    [16777216, '1.6777216E7'],
    [2 ** -149, '1.4E-45'],
    [2 ** -126, '1.17549435E-38'],
    [3.4028235e38, '3.4028235E38'],
    [89039534361e3, '8.9039537E13'],
    [294e11, '2.93999991E13'],
    [0.037126478, '0.037126478'],
    [8.2401663e-16, '8.2401663E-16'],
    [4.5e15, '4.49999991E15'],
    [4.6151493e25, '4.6151493E25'],
  ])('the float %d is %s', (value, text) => {
    expect(javaFloatText(Math.fround(value))).toBe(text);
  });

  test('every double is read back from its string', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(parseDouble(javaDoubleText(value))).toEqual({ value });
      }),
      { seed: 2, numRuns: 2000 },
    );
  });
});

describe('parseEnum', () => {
  test.each([
    ['fixed-delay', 'fixed-delay'],
    ['FIXED-DELAY', 'fixed-delay'],
    ['Auto', 'auto'],
  ])('%s is accepted', (text, value) => {
    expect(parseEnum(text, ['auto', 'fixed-delay'])).toEqual({ value });
  });

  test.each(['', 'fixed_delay', ' auto', 'auto '])('%j is refused', (text) => {
    expect(parseEnum(text, ['auto', 'fixed-delay'])).toEqual({ problem: "must be one of 'auto', 'fixed-delay'" });
  });
});

describe('parseMemorySize', () => {
  test.each([
    ['1', 1n],
    [' 1 MB ', 2n ** 20n],
    ['2t', 2n ** 41n],
  ])('%j is accepted', (text, value) => {
    expect(parseMemorySize(text)).toEqual({ value });
  });

  test.each(['1Gi', '1.5g', '-1', '', '8388608t'])('%j is refused', (text) => {
    expect(parseMemorySize(text)).toHaveProperty('problem');
  });
});

describe('parseDuration', () => {
  test.each([
    ['1', 1_000_000n],
    ['10 s', 10n * SECOND],
    ['1D', 86_400n * SECOND],
    ['2 hours', 7_200n * SECOND],
    ['5min', 300n * SECOND],
    ['7 millis', 7_000_000n],
    ['3\u00b5s', 3_000n],
    ['3micros', 3_000n],
    ['9 ns', 9n],
    ['\t1 s ', SECOND],
  ])('%j is accepted by every version', (text, value) => {
    expect(parseDuration(text, reading('1.11'))).toEqual({ value });
    expect(parseDuration(text, reading('2.3'))).toEqual({ value });
  });

  test('m is a minute from 1.15 on', () => {
    expect(parseDuration('1m', reading('1.14'))).toEqual({ problem: expect.stringContaining('units d, h, min, s') });
    expect(parseDuration('1m', reading('1.15'))).toEqual({ value: 60n * SECOND });
    expect(parseDuration('1x', reading('1.15'))).toEqual({ problem: expect.stringContaining('units d, h, m, min, s') });
  });

  test.each([
    ['PT5M', 300n * SECOND],
    ['pt1.5s', (3n * SECOND) / 2n],
    ['P1DT-1H', 82_800n * SECOND],
    ['-PT-1S', SECOND],
    ['PT1,000000001S', SECOND + 1n],
    ['PT0S', 0n],
    ['PT1.S', SECOND],
    ['PT+1H', 3_600n * SECOND],
  ])('%s is accepted from 2.1 on', (text, value) => {
    expect(parseDuration(text, reading('2.0'))).toHaveProperty('problem');
    expect(parseDuration(text, reading('2.1'))).toEqual({ value });
  });

  test.each([
    'PT',
    'P',
    'P1DT',
    'P1Y',
    'PT.5S',
    'PT1.0000000001S',
    'PT9223372036854775808S',
    'P106751991167301D',
    'P106751991167300DT9223372036854775807S',
    'PTS',
    '-PT-9223372036854775808S',
    'PT-9223372036854775808.5S',
  ])('%s is refused', (text) => {
    expect(parseDuration(text, reading('2.3'))).toEqual({ problem: expect.stringContaining('ISO-8601') });
  });

  test.each(['-PT1S', 'PT-1S'])('%s is refused as negative', (text) => {
    expect(parseDuration(text, reading('2.3'))).toEqual({ problem: 'must not be negative' });
  });

  test.each(['', ' ', 's', '-1s', '1.5s', '1 d 2 h', '1us', '1w', '\uff11s', '1\u00a0s'])('%j is refused', (text) => {
    expect(parseDuration(text, reading('2.3'))).toHaveProperty('problem');
  });

  test('the number may exceed 64 bits from 2.0 on, the seconds may not', () => {
    expect(parseDuration('9223372036854775807', reading('1.20'))).toEqual({ value: 9223372036854775807n * 1_000_000n });
    expect(parseDuration('9223372036854775808', reading('1.20'))).toHaveProperty('problem');
    expect(parseDuration('9223372036854775808', reading('2.0'))).toEqual({ value: 9223372036854775808n * 1_000_000n });
    expect(parseDuration('106751991167300d', reading('1.20'))).toHaveProperty('value');
    expect(parseDuration('106751991167301d', reading('2.0'))).toHaveProperty('problem');
  });
});

describe('Java strings', () => {
  test('trim removes control characters and keeps Unicode spaces', () => {
    expect(javaTrim('\u0000\t\n a\u00a0\u3000 \u001f')).toBe('a\u00a0\u3000');
  });

  test.each([
    ['\u001c', true],
    ['\u000b', true],
    ['\u3000', true],
    ['\u00a0', false],
    ['\u2007', false],
    ['\u202f', false],
    ['\ufeff', false],
    ['\u0085', false],
    ['a', false],
  ])('%j is whitespace: %s', (character, is) => {
    expect(isJavaWhiteSpace(character)).toBe(is);
  });
});
