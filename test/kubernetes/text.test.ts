import fc from 'fast-check';
import { textHazard } from '../../src/kubernetes/text';

describe('a character', () => {
  test.each([
    { text: 'a\u0085b', codePoint: 'U+0085', reason: 'line separator' },
    { text: 'a\u2028', codePoint: 'U+2028', reason: 'line separator' },
    { text: '\u2029a', codePoint: 'U+2029', reason: 'line separator' },
    { text: 'a\u007f', codePoint: 'U+007F', reason: 'control character' },
    { text: '\u0080', codePoint: 'U+0080', reason: 'control character' },
    { text: 'a\u009f\n', codePoint: 'U+009F', reason: 'control character' },
    { text: '\ufffe', codePoint: 'U+FFFE', reason: 'control character' },
    { text: 'a\uffff', codePoint: 'U+FFFF', reason: 'control character' },
    { text: '\ufeffa', codePoint: 'U+FEFF', reason: 'byte order mark' },
    { text: 'a\ufeff', codePoint: 'U+FEFF', reason: 'byte order mark' },
    { text: 'a\ud800b', codePoint: 'U+D800', reason: 'surrogate' },
    { text: '\udc00', codePoint: 'U+DC00', reason: 'surrogate' },
    { text: '😀\udbff', codePoint: 'U+DBFF', reason: 'surrogate' },
    { text: 'a\u2028\u0085', codePoint: 'U+2028', reason: 'line separator' },
  ])('in $text is refused as $codePoint', ({ text, codePoint, reason }) => {
    expect(textHazard(text)).toEqual({ codePoint, reason: expect.stringContaining(reason) });
  });

  test.each([
    'a\u0000b',
    '\u001f',
    'a\u00a0b',
    '\u00ad',
    '\u200b',
    '\ufffd',
    '\ufdd0',
    '\ue000',
    '😀',
    '\u{1fffe}',
    '\u{10ffff}',
    'é漢',
    'a\r\nb',
    '\r',
    '\u001b[0m',
  ])('in %j is accepted', (text) => expect(textHazard(text)).toBeUndefined());
});

describe('the whitespace of a string', () => {
  test.each(['\ta\nb', '\n\ta', '\n\n\ta\n', '\t\n', '\t\n\u00a0\n', '\t\n a'])(
    '%j is refused because of its first tab',
    (text) => {
      expect(textHazard(text)).toEqual({ codePoint: 'U+0009', reason: expect.stringContaining('tab') });
    },
  );

  test.each([' \n', '   \n', '  \n\n', '\n \n', ' \n\n\t\n', ' \t\n', '\u00a0\n \n\u00a0'])(
    '%j is refused because it is only whitespace',
    (text) => {
      expect(textHazard(text)).toEqual({ reason: expect.stringContaining('only white space') });
    },
  );

  test.each(['a\r\n \nb', 'a\n \n\u0001', '\u001b[0m\n\n \n\nb', 'a\n \nb\n\t'])(
    '%j is refused because of its line of one space',
    (text) => {
      expect(textHazard(text)).toEqual({ reason: expect.stringContaining('single space') });
    },
  );

  test.each([
    'a\n \nb',
    'a\r\n  \nb',
    'a\r\n \r\nb',
    'a\r\n\t\nb',
    '\r\n\r\n',
    '\u00a0',
    '',
    ' ',
    '\t',
    '\n',
    '\n\n',
    '\ta',
    'a\n\tb',
    ' \ta\nb',
    '\n a\n',
    '  \n\na',
    ' a\n',
    'a\n ',
    'a \n \n',
    '\n ',
    '\n\t',
    ' \n ',
    '\ta\n ',
    '\ta\n\t',
    '\ta\r\nb',
    '\ta\n\u0001',
    '- a\n- b\n',
    '---\na',
    '%YAML',
    '# a',
    'a: b',
    '<root>\n\t<x/>\n</root>\n',
  ])('%j is accepted', (text) => expect(textHazard(text)).toBeUndefined());
});

describe('a string that looks like a number', () => {
  // The results of kubectl 1.32 for each value, written by cdk8s.
  test.each([
    ['0o17', '15'],
    ['0O6', '6'],
    ['-0o17', '-15'],
    ['0o1_7', '15'],
    ['0_o17', '15'],
    ['+_0o17', '15'],
    ['0X1F', '31'],
    ['-0X1f', '-31'],
    ['0_x1F', '31'],
    ['0B1', '1'],
    ['0_b11', '3'],
    ['0b+10', '2'],
    ['0b_-1', '-1'],
    ['7e_86', '7e+86'],
    ['8e4_', '80000'],
    ['1_.5e1_0', '15000000000'],
    ['+_16', '16'],
    ['-_8', '-8'],
    ['-_0', '0'],
    ['+_017', '15'],
    ['-_089', '-89'],
    ['+_.5', '0.5'],
    ['+_5.', '5'],
    ['-.5e1_0', '-5000000000'],
    ['1__e5_', '100000'],
    ['08e_1', '80'],
    ['0XCAFEBABE', '3405691582'],
    ['0X7FFFFFFFFFFFFFFF', '9223372036854775807'],
    ['0XFFFFFFFFFFFFFFFF', '18446744073709551615'],
    ['-0X8000000000000000', '-9223372036854775808'],
    ['-0O1000000000000000000000', '-9223372036854775808'],
    ['+_18446744073709551616', '18446744073709552000'],
    ['+_07777777777777777777777777', '7.777777777777778e+24'],
  ])('%j is read as %s', (text, value) => {
    expect(textHazard(text)).toEqual({
      reason: expect.stringMatching(new RegExp(` the number ${value.replace(/[+.]/g, '\\$&')}$`)),
    });
  });

  test.each([
    '0o18',
    '0o',
    '-0b+1',
    '0b++1',
    '0B+1',
    '0x+1',
    '0o-1',
    '0b+2',
    '0x1F',
    '0X',
    '0XG',
    '0b1',
    '0B2',
    '7e86',
    '8e4',
    '+16',
    '-_',
    '+',
    '-',
    '_16',
    '7e_',
    '1e_400',
    '1e4_00',
    '0X10000000000000000',
    '-0X8000000000000001',
    '+0XFFFFFFFFFFFFFFFF',
    '0777',
    '12:30',
    '1.20',
    '1.2.3',
    '2024-01-02',
    '0x1F.8',
    '0X1p3',
    '.5',
    '5.',
    '-_inf',
    '+_.inf',
    '0_8',
    '10_',
    'v1',
    '1a',
    '9999',
    '1Gi',
    '-Dk=v',
    '1.20.3-java17',
    '0',
    '1e3',
    '0o17 ',
    ' 0o17',
    'a0o17',
    '0o17\n',
  ])('%j stays a string', (text) => expect(textHazard(text)).toBeUndefined());
});

test('an ordinary string is accepted: printable, and starting with a letter', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z/$][ -~\n\t]*$/), (text) => textHazard(text) === undefined),
    { seed: 1, numRuns: 500 },
  );
});

test('a refused character is refused at any position', () => {
  const around = fc.stringMatching(/^[ -~\n]*$/);
  fc.assert(
    fc.property(
      around,
      fc.constantFrom('\u0085', '\u2028', '\u007f', '\ufffe', '\ud83d'),
      around,
      (before, character, after) => {
        const codePoint = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
        expect(textHazard(`${before}${character}${after}`)?.codePoint).toBe(codePoint);
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});
