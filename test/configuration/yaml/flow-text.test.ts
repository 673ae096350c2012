import fc from 'fast-check';
import { flowText } from '../../../src/configuration/yaml/flow-text';
import { YamlBinary, YamlMap, YamlSet, type YamlValue } from '../../../src/configuration/yaml/value';
import { readYaml } from '../../../src/configuration/yaml-reader';

describe('flowText', () => {
  test.each<[YamlValue, string]>([
    [null, 'null'],
    [true, 'true'],
    [12n, '12'],
    [1.1, '1.1'],
    [1e21, '1.0E21'],
    [Infinity, '.inf'],
    [-Infinity, '-.inf'],
    [NaN, '.nan'],
    [new YamlBinary('aGk='), '!!binary |-\n  aGk='],
    [new YamlBinary(''), '!!binary ""'],
    [[], '[]'],
    [['a', 'b c', 1n], '[a, b c, 1]'],
    [[['a'], []], '[[a], []]'],
    [new YamlMap(), '{}'],
    [
      [
        new YamlMap([
          ['a', 'b'],
          ['c', null],
        ]),
      ],
      '[{a: b, c: null}]',
    ],
    [new YamlSet(['a', 'b']), '!!set {a: null, b: null}'],
    [[new YamlBinary('aGk=')], '[!!binary "aGk="]'],
  ])('%j', (value, text) => {
    expect(flowText(value)).toBe(text);
  });

  test.each(
    [
      'a',
      'a b',
      'a;b',
      '/x',
      's3',
      'a#b',
      "it's",
      'say "x"',
      '-a',
      '--',
      '<<',
      '=',
      '.',
      '+',
      '1_000',
      '12',
      '\u00a0',
      'ä',
      '\u{1f600}',
      '\ufeff',
      '$',
      '(a)',
      '^',
      '\\',
    ].filter((text) => text !== '12'),
  )('%s is written plain', (text) => {
    expect(flowText([text])).toBe(`[${text}]`);
  });

  test.each([
    '',
    '1',
    '1.0',
    'true',
    'null',
    '~',
    '.inf',
    '0x1F',
    '${X}',
    ' a',
    'a ',
    'a: b',
    'a:',
    ':a',
    'a,b',
    'a?',
    '[a',
    'a}',
    '#a',
    'a #b',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%',
    '@',
    '`',
    '"a',
    "'a",
    '-',
    '- a',
    '---',
    '...',
    '---a',
  ])('%j is written in single quotes', (text) => {
    expect(flowText([text])).toBe(`['${text.replaceAll("'", "''")}']`);
  });

  test.each([
    ['a\nb', '"a\\nb"'],
    ['\t', '"\\t"'],
    ['\u0000\u001b', '"\\0\\e"'],
    ['\u007f', '"\\x7f"'],
    ['a\u0085\u2028\u2029\u00a0', '"a\\N\\L\\P\\_"'],
    ['"\\\n', '"\\"\\\\\\n"'],
    ['\n\u{1f600}\u00e9\ufeff', '"\\n\u{1f600}\u00e9\ufeff"'],
    ['\ufffe', '"\\ufffe"'],
  ])('%j is written in double quotes', (text, quoted) => {
    expect(flowText([text])).toBe(`[${quoted}]`);
  });

  test('a key that is empty, long or has several lines gets a question mark, and a new line beyond column 80', () => {
    const [longest, longer] = ['k'.repeat(122), 'k'.repeat(123)];
    expect(flowText([new YamlMap([['', 'a']])])).toBe("[{? '' : a}]");
    expect(flowText([new YamlMap([['a\nb', 'c']])])).toBe('[{? "a\\nb" : c}]');
    expect(flowText([new YamlMap([[longest, 'a']])])).toBe(`[{${longest}: a}]`);
    expect(flowText([new YamlMap([[longer, 'a']])])).toBe(`[{? ${longer}\n    : a}]`);
    expect(
      flowText([
        new YamlMap([
          [['a'], 'b'],
          [[], 'c'],
        ]),
      ]),
    ).toBe('[{? [a] : b, []: c}]');
  });

  test('a collection that occurs twice is written once', () => {
    const [shared, other]: YamlValue[][] = [['x'], ['x']];
    expect(flowText([shared!, shared!, other!])).toBe('[&id001 [x], *id001, [x]]');
    expect(flowText([shared!, other!, shared!, other!])).toBe('[&id001 [x], &id002 [x], *id001, *id002]');
    expect(flowText([shared!, new YamlMap([[shared!, shared!]])])).toBe('[&id001 [x], {*id001 : *id001}]');
  });

  test('every value is read back from its text', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...' a#:\'"\\,[]{}&*!|>%@`-?=~\n\t019.'), maxLength: 8 }),
      fc.boolean(),
      fc.bigInt(),
      fc.constant(null),
    );
    const { value } = fc.letrec<{ value: YamlValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc
          .uniqueArray(fc.tuple(fc.string({ maxLength: 5 }), tie('value')), {
            selector: ([key]) => key,
            maxLength: 4,
          })
          .map((entries) => new YamlMap(entries)),
      ),
    }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), (list) => {
        expect(readYaml(flowText(list))).toEqual({ value: list });
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
