import fc from 'fast-check';
import { parse } from 'yaml';
import { YamlBinary, YamlMap, YamlSet, type YamlValue } from '../../src/configuration/yaml/value';
import { readYaml } from '../../src/configuration/yaml-reader';

function map(...entries: [YamlValue, YamlValue][]): YamlMap {
  return new YamlMap(entries);
}

function refused(text: string, reason: string): void {
  expect([text, readYaml(text)]).toEqual([text, { problem: expect.stringContaining(reason) }]);
}

function read(text: string, value: YamlValue): void {
  expect([text, readYaml(text)]).toEqual([text, { value }]);
}

describe('the core schema', () => {
  test.each<[string, YamlValue]>([
    ['~', null],
    ['null', null],
    ['Null', null],
    ['NULL', null],
    ['', null],
    ['nUll', 'nUll'],
    ['true', true],
    ['False', false],
    ['TRUE', true],
    ['yes', 'yes'],
    ['12', 12n],
    ['012', 12n],
    ['+12', 12n],
    ['-0', 0n],
    ['0o17', 15n],
    ['0x1F', 31n],
    ['-0x1F', '-0x1F'],
    ['0b1', '0b1'],
    ['1_000', '1_000'],
    ['123456789012345678901', 123456789012345678901n],
    ['1.10', 1.1],
    ['1.', 1],
    ['.5', 0.5],
    ['1e3', 1000],
    ['-1E-2', -0.01],
    ['.', '.'],
    ['1e', '1e'],
    ['.inf', Infinity],
    ['-.INF', -Infinity],
    ['.NaN', NaN],
    ['.NAN', NaN],
    ['.nAn', '.nAn'],
    ['2021-01-01', '2021-01-01'],
    ['12:30', '12:30'],
    ['<<', '<<'],
    ['=', '='],
    ['${X}', '${X}'],
  ])('%s', (text, value) => {
    read(`k: ${text}\n`, map(['k', value]));
  });

  test.each<[string, YamlValue]>([
    ['!!str 1', '1'],
    ['! 1', '1'],
    ['!', ''],
    ['!!int "1"', 1n],
    ['!!int -0x1F', -31n],
    ['!!float 1', 1],
    ['!!float -.inf', -Infinity],
    ['!!bool TRUE', true],
    ['!!bool yes', null],
    ['!!null x', null],
    ['!!binary a G k =', new YamlBinary('aGk=')],
    ['!!binary aGk', new YamlBinary('aGk=')],
    ['!!set {a, b}', new YamlSet(['a', 'b'])],
    ['!!map {}', map()],
    ['!!seq []', []],
    ['!<tag:yaml.org,2002:str> 1', '1'],
  ])('uses the tag in %s', (text, value) => {
    read(`k: ${text}\n`, map(['k', value]));
  });

  test.each([
    '!foo 1',
    '!!foo 1',
    '!!int x',
    '!!int ""',
    '!!float x',
    '!!binary a',
    '!!binary "%"',
    '!!seq',
    '!!map []',
    '!!seq {}',
    '!!str []',
    '!!timestamp 2021-01-01',
    '!!omap [a: 1]',
    '+.inf',
    '+.Inf',
  ])('refuses %s', (text) => {
    expect(readYaml(`k: ${text}\n`)).toHaveProperty('problem');
  });

  test('treats two keys of the same type and content as one', () => {
    refused('a: 1\na: 2\n', 'the key a is set twice (line 2)');
    refused('{1: a, 0x1: b}', 'is set twice');
    refused('{[a]: 1, [a]: 2}', 'is set twice');
    refused('{{a: 1, b: 2}: x, {b: 2, a: 1}: y}', 'is set twice');
    read('{1: a, 1.0: b, "1": c}', map([1n, 'a'], [1, 'b'], ['1', 'c']));
  });

  test('treats a merge key as a key', () => {
    read('x: &x {a: 1}\ny: {<<: *x}\n', map(['x', map(['a', 1n])], ['y', map(['<<', map(['a', 1n])])]));
  });
});

describe('aliases', () => {
  test('can redefine an anchor, which then refers to the last value', () => {
    read('[&x 1, *x, &x 2, *x]', [1n, 1n, 2n, 2n]);
  });

  test.each([
    ['[*x, &x 1]', 'the alias *x has no anchor before it'],
    ['&x [*x]', 'the anchor &x contains itself'],
  ])('%s is refused', (text, reason) => {
    refused(text, reason);
  });

  test('up to fifty aliases of collections are allowed; aliases of scalars are not counted', () => {
    read(
      `[&x [], ${'*x, '.repeat(50)}]`,
      Array.from({ length: 51 }, () => []),
    );
    refused(`[&x [], ${'*x, '.repeat(51)}]`, 'more than 50 aliases');
    read(
      `[&x a, ${'*x, '.repeat(60)}]`,
      Array.from({ length: 61 }, () => 'a'),
    );
  });
});

// Accepted by the `yaml` package, refused by Flink's reader.
describe('refused', () => {
  test.each([
    { text: 'a: \u0007\n', reason: 'U+0007', neighbour: 'a: "\\a"\n' },
    { text: 'a: 1 # \u0000\n', reason: 'U+0000', neighbour: 'a: 1 # x\n' },
    { text: 'a: \ud800\n', reason: 'U+D800', neighbour: 'a: \u{1f600}\n' },
    { text: 'a: \ufffe\n', reason: 'U+FFFE', neighbour: 'a: \ufffd\n' },
  ])('a non-printable character, such as in $text', ({ text, reason, neighbour }) => {
    refused(text, reason);
    expect(readYaml(neighbour)).toHaveProperty('value');
  });

  test.each([
    ['a:\t1\n', 'a: 1\t\n'],
    ['\ta: 1\n', ' a: 1\n'],
    ['a: "x"\t\n', 'a: x\t\n'],
    ['a: 1\n\t\nb: 2\n', 'a: 1\n \nb: 2\n'],
    ['a: x\n\ty\n', 'a: x\n y\n'],
    ['a: [x,\ty]\n', 'a: [x\t, y]\n'],
    ['- \ta\n', '- a\n'],
    ['a: |\t\n x\n', 'a: |\n x\n'],
    ['a: 1\n...\t\n', 'a: 1\n...\n'],
    ['a: &x\tb\n', 'a: &x b\n'],
    ['a: b\n \tc\n', 'a: b\t\n c\n'],
  ])('a tab between tokens, as in %j', (text, neighbour) => {
    refused(text, 'tab');
    expect(readYaml(neighbour)).toHaveProperty('value');
  });

  test.each([
    ['a: &x.y 1', 'a: &x-y 1'],
    ['a: &x/y 1', 'a: &x:y 1'],
    ['a: &&x 1', 'a: &?x 1'],
    ['[&x 1, *x*]', '[&x 1, *x]'],
    ['[&x*y]', '[&xy]'],
  ])('an anchor as in %s', (text, neighbour) => {
    refused(text, 'is not a valid name of an anchor');
    expect(readYaml(neighbour)).toHaveProperty('value');
  });

  test('a tag without a space after it', () => {
    refused('[!!str, a]', 'a tag must be followed by a space');
    read('[!!str , a]', ['', 'a']);
  });

  test.each([': x\n', 'a: 1\n: x\n', '{: x}', '[: x]', '- : x\n', '? : x\n'])(
    'a colon without a key, as in %j',
    (text) => {
      refused(text, 'a key is missing before a colon');
    },
  );

  test('a missing key, unless after a question mark', () => {
    read('?\n: x\n', map([null, 'x']));
  });

  test.each([
    ['{a\n: b}', 'must be on one line'],
    ['{"a\n b": c}', 'must be on one line'],
    [`{${'k'.repeat(1025)}: v}`, 'longer than 1024'],
  ])('an implicit key of several lines or too many characters', (text, reason) => {
    refused(text, reason);
  });

  test('but not an explicit key of several lines and a key of 1024 characters', () => {
    read('{? a\n : b}', map(['a', 'b']));
    read(`{${'k'.repeat(1024)}: v}`, map(['k'.repeat(1024), 'v']));
  });

  test.each([
    ['[:a]', '[a:a]'],
    ['{a: :b}', '{a: b}'],
  ])('a string that starts with a colon in a flow collection: %s', (text, neighbour) => {
    refused(text, 'cannot start with a colon');
    expect(readYaml(neighbour)).toHaveProperty('value');
    expect(readYaml('a: :b\n')).toHaveProperty('value');
  });

  test.each([
    ['a: 1\n---\nb: 2\n', 'a second document'],
    ['a: 1\n---\n', 'a second document'],
    ['a: 1\n...\nb: 2\n', 'a second document'],
    ['---\n---\n', 'a second document'],
    ['...\n', "'...' does not end a document"],
    ['# c\n...\n', "'...' does not end a document"],
    ['...\na: 1\n', ''],
    ['a: 1\n...\n]\n', "nothing may follow '...'"],
    ['a: 1\n...\n%YAML 1.2\n', "nothing may follow '...'"],
  ])('%j: several documents', (text, reason) => {
    refused(text, reason);
  });

  test.each(['', '\n', '# c\n', '---\n', '---\n# c\n...\n', '~\n'])(
    'but not %j, which is one document without a value',
    (text) => {
      read(text, null);
    },
  );

  test.each([
    '---\na: 1\n',
    'a: 1\n...\n',
    'a: 1\n...\n# c\n...\n',
    '%YAML 1.2\n---\na: 1\n',
    '%YAML 1.1 # c\n---\na: 1\n',
    '%FOO bar baz\n---\na: 1\n',
  ])('but not %j, which is one document', (text) => {
    read(text, map(['a', 1n]));
  });

  test.each([
    '%YAML 2.0\n---\na: 1\n',
    '%YAML 1.2\n%YAML 1.2\n---\na: 1\n',
    '%YAML 1.2\n',
    '%F~ x\n---\na: 1\n',
    '%YAML 1.2x\n---\na: 1\n',
  ])('the directive in %j', (text) => {
    refused(text, 'the directive %');
  });

  test.each(["a: 'x''\n", 'a: "x\\"\n', "a: 'x\n---\n", "a: '"])('a quote without an end, as in %j', (text) => {
    refused(text, 'a quote is not closed');
  });

  test('a block scalar with wider leading empty lines, or followed by less indented text', () => {
    refused('a: |\n   \n x\n', 'line');
    refused(' a: |\nb: 1\n', '');
    refused('a:\n  b: |\nc: 1\n', 'a block scalar needs 3 spaces');
    refused('a:\n  b: |\n\n', 'a block scalar needs 3 spaces');
    read(' a: |\n b: 1\n', map(['a', ''], ['b', 1n]));
    read('a:\n  b: |', map(['a', map(['b', ''])]));
  });

  test('with the line of the problem', () => {
    expect(readYaml('a: 1\nb: 2\nc:\t3\n')).toEqual({ problem: 'a tab cannot separate or indent (line 3)' });
    expect(readYaml('a: "x\n"\nb: [\n')).toEqual({ problem: expect.stringMatching(/\(line 4\)$/) });
  });

  test('a value that is nested too deeply for the call stack', () => {
    refused('['.repeat(200_000), 'nested too deeply');
  });
});

// Accepted by Flink's reader, refused by the `yaml` package.
describe('accepted', () => {
  test.each<[string, YamlValue]>([
    ["k: '\na'\nz: 1\n", ' a'],
    ["k: 'a\nb\n\nc'\nz: 1\n", 'a b\nc'],
    ['k: "a\n# b"\nz: 1\n', 'a # b'],
    ["k: '''\nb'\nz: 1\n", "' b"],
    ["k: 'a\n\n\nb'\nz: 1\n", 'a\n\nb'],
  ])('a quoted string that continues at the start of a line: %j', (text, value) => {
    read(text, map(['k', value], ['z', 1n]));
  });

  test.each<[string, YamlValue]>([
    ['k: [\na]\nz: 1\n', ['a']],
    ['k: {a: b,\nc: d\n}\nz: 1\n', map(['a', 'b'], ['c', 'd'])],
    ['k: {a:\nb}\nz: 1\n', map(['a', 'b'])],
    ['k: [a,\n# c\nb]\nz: 1\n', ['a', 'b']],
  ])('a flow collection that continues at the start of a line: %j', (text, value) => {
    read(text, map(['k', value], ['z', 1n]));
  });

  test('but no document marker within either', () => {
    refused("k: 'a\n--- b'\n", '');
    refused('k: [a,\n--- b]\n', '');
    read("k: 'a\n---b'\n", map(['k', 'a ---b']));
  });

  test.each<[string, YamlValue]>([
    ['k: "a"#b\n', 'a'],
    ['k: [a]#b\n', ['a']],
    ['k: [a,#b\n c]\n', ['a', 'c']],
    ['k: {}#b\n', map()],
  ])('a comment right after a token that has an end mark: %j', (text, value) => {
    read(text, map(['k', value]));
  });

  test('but not after other tokens', () => {
    read('k: a#b\n', map(['k', 'a#b']));
    refused('k: |#b\n a\n', '');
  });

  test.each<[string, YamlValue]>([
    ['k:\n|\n a\nz: 1\n', map(['k', 'a\n'], ['z', 1n])],
    ['k: # c\n>\nz: 1\n', map(['k', ''], ['z', 1n])],
    ['k: !!str\n|-\n a\n', map(['k', 'a'])],
    ['- a\n-\n|\n b\n', ['a', 'b\n']],
  ])('a block scalar below its key: %j', (text, value) => {
    read(text, value);
  });

  test('but not a block scalar below anything else', () => {
    refused('k: a\n|\n b\n', '');
    refused('- a\n|\n b\n', '');
  });
});

// Accepted by both, with different values.
describe('read differently', () => {
  test.each([
    ['k: |\n  a', 'a'],
    ['k: |\n  a\n', 'a\n'],
    ['k: |+\n  a', 'a'],
    ['k: >\n  a\n  b', 'a b'],
    ['k: |-\n  a', 'a'],
    ['k: |', ''],
    ['k: |\n\n  a', '\na'],
  ])('%j: no line break is added at the end', (text, value) => {
    read(text, map(['k', value]));
  });

  test('empty lines after an escaped line break are line breaks', () => {
    read('k: "a\\\n\n\n  b"\n', map(['k', 'a\n\nb']));
    read('k: "a\\\\\n\n  b"\n', map(['k', 'a\\\nb']));
    read('k: "a\\\n  b"\n', map(['k', 'ab']));
  });

  test('a carriage return is a line break', () => {
    read('a: 1\rb: 2\r\nc: 3\r', map(['a', 1n], ['b', 2n], ['c', 3n]));
  });

  test('a byte order mark at the start is not part of the content', () => {
    read('\ufeffa: 1\n', map(['a', 1n]));
  });

  test('Unicode line breaks are spaces between tokens and characters within tokens', () => {
    read('a: \u2028b\n', map(['a', 'b']));
    read('a: \u0085\nb: 1\n', map(['a', null], ['b', 1n]));
    read('a: b \u0085 c\n', map(['a', 'b c']));
    read('a: b\u2028c\u0085d\n', map(['a', 'b\u2028c\u0085d']));
  });
});

const YAML_TOKENS = [
  'a',
  'b',
  ' ',
  '  ',
  '\n',
  ': ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  ',',
  "'",
  '"',
  '#',
  ' #',
  '|',
  '>',
  '&x ',
  '*x',
  '!',
  '?',
  '---',
  '\t',
  '\\',
];

describe('any input', () => {
  test('that is JSON is read as JSON', () => {
    const value = fc.jsonValue({ maxDepth: 4, depthSize: 'small' });
    const plain = (given: unknown): unknown => {
      if (given instanceof YamlMap) return Object.fromEntries([...given].map(([key, item]) => [key, plain(item)]));
      if (Array.isArray(given)) return given.map(plain);
      return typeof given === 'bigint' ? Number(given) : given;
    };
    fc.assert(
      fc.property(value, (json) => {
        // Neither YAML reader accepts DEL and similar characters, which JSON does not escape.
        const text = JSON.stringify(json).replace(
          /[\u007f-\u009f\ud800-\udfff\ufffe\uffff]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        const result = readYaml(text);
        expect('value' in result ? plain(result.value) : result).toEqual(JSON.parse(text.replaceAll(':-0,', ':0,')));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('is read or refused, and both readers agree on strings that both accept', () => {
    const text = fc.array(fc.constantFrom(...YAML_TOKENS), { maxLength: 12 });
    fc.assert(
      fc.property(
        text.map((parts) => parts.join('')),
        (yaml) => {
          const result = readYaml(yaml);
          if ('problem' in result || typeof result.value !== 'string') return;
          let other: unknown;
          try {
            other = parse(yaml, { logLevel: 'silent' });
          } catch {
            return;
          }
          expect([yaml, result.value]).toEqual([yaml, /[|>]/.test(yaml) ? result.value : other]);
        },
      ),
      { seed: 2, numRuns: 3000 },
    );
  });
});

describe('Unicode line breaks within scalars', () => {
  // Answers of Flink 2.2.1.
  test.each<[string, string]>([
    ['"a  \u2028 b"', 'a\u2028b'],
    ['"a\u2028 b"', 'a\u2028 b'],
    ['"a \u2028\u2028\n b"', 'a\u2028\u2028\nb'],
    ['"a\n  \u2028b"', 'a\u2028b'],
    ['"\u2028\u2028"', '\u2028\u2028'],
    ["'a \u2029 b'", 'a\u2029b'],
    ['"\\n  \u202810"', '\n\u202810'],
    ['x \u2028', 'x'],
    ['x \u2028y', 'x\u2028y'],
    ['"\\ \u2029\u0085#"', ' \u2029\u0085#'],
  ])('%j is %j', (text, value) => {
    expect(readYaml(text)).toEqual({ value });
  });

  test('a tab cannot be escaped', () => {
    expect(readYaml('"a\\\tb"')).toEqual({ problem: 'a tab cannot be escaped by a backslash (line 1)' });
    expect(readYaml('"a\\\\\tb"')).toEqual({ value: 'a\\\tb' });
  });
});
