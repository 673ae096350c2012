import { readFileSync } from 'fs';
import { join } from 'path';
import fc from 'fast-check';
import { anyKey, anyText, standardAnswers, valueAnswers, type StandardAnswer } from './fixtures';
import { readStandard, readStandardValues } from '../../../src/configuration/dialects/read-standard';
import { writeStandard } from '../../../src/configuration/dialects/standard';

const recorded = readFileSync(join(__dirname, '../../fixtures/dialect/standard-read.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as StandardAnswer);

function read(text: string): Record<string, string> | null {
  const result = readStandard(text);
  return 'options' in result ? Object.fromEntries(result.options) : null;
}

describe('readStandard against the answers of Flink', () => {
  test.each([...standardAnswers, ...recorded])('%j', (text, map) => {
    expect(read(text)).toEqual(map);
  });

  test.each(valueAnswers)('the value %j plain and quoted', (value, exactWhenPlain, exactWhenQuoted, quotedText) => {
    expect(read(quotedText)?.k === value).toBe(exactWhenQuoted);
    const plain = read(`k: ${value}\nz: 1\n`);
    expect(plain?.k === value && plain.z === '1' && Object.keys(plain).length === 2).toBe(exactWhenPlain);
  });

  test('the recorded files are partly read and partly refused', () => {
    const refused = recorded.filter(([, map]) => map === null).length;
    expect(refused).toBeGreaterThan(300);
    expect(recorded.length - refused).toBeGreaterThan(600);
  });
});

describe('readStandard', () => {
  test('nested keys are joined by dots, in the order of the file', () => {
    const result = readStandard('b: {c.d: 1}\na:\n  e:\n    f: x\n  g: y\n');
    expect('options' in result && [...result.options]).toEqual([
      ['b.c.d', '1'],
      ['a.e.f', 'x'],
      ['a.g', 'y'],
    ]);
  });

  test('a list is one line of YAML, and numbers are normalized', () => {
    expect(read("a: [x, 1.10, 'y,z', {k: v}]\nb: 012\nc: 1e3\nd: -.INF\ne: !!binary aGk=\n")).toEqual({
      a: "[x, 1.1, 'y,z', {k: v}]",
      b: '12',
      c: '1000.0',
      d: '-.inf',
      e: '!!binary |-\n  aGk=',
    });
  });

  test('values keep their types for options of another type', () => {
    const result = readStandardValues('a: 1\nb: .inf\nc: true\nd: x\n');
    expect('options' in result && [...result.options]).toEqual([
      ['a', 1n],
      ['b', Infinity],
      ['c', true],
      ['d', 'x'],
    ]);
  });

  test.each(['a.b: 1\na:\n  b: 2\n', 'a:\n  b: 1\na.b: 2\n', 'a:\n  b:\na.b: 2\n'])(
    'the later of two notations of a key wins: %j',
    (text) => {
      expect(read(text)).toEqual({ 'a.b': '2' });
    },
  );

  test('an empty map is not an option, and a key of a map may be null', () => {
    expect(read('a: {}\nnull: x\nb:\n  ~: y\n')).toEqual({ null: 'x', 'b.null': 'y' });
  });

  test('every problem is reported', () => {
    expect(readStandard('a:\nb: {c: ~, d: 1}\n1: x\ne:\n  true: y\n')).toEqual({
      problems: [
        "the key '1' is not a string in YAML: put quotes around it",
        "the key 'e.true' is not a string in YAML: put quotes around it",
        "'a' has no value: write '' for an empty string, or remove the key",
        "'b.c' has no value: write '' for an empty string, or remove the key",
      ],
    });
  });

  test.each([['- a\n'], ['x\n'], ['1\n'], ['!!set {a}\n']])('%j is not a map of options', (text) => {
    expect(readStandard(text)).toEqual({ problems: ['the file must contain a map of options'] });
  });

  test.each(['', '# nothing\n', '---\n', '{}\n'])('%j contains no options', (text) => {
    expect(read(text)).toEqual({});
  });

  test('every map is read back from the file that is written for it', () => {
    const maps = fc
      .uniqueArray(fc.tuple(anyKey, anyText), { selector: ([key]) => key, maxLength: 5 })
      .map((pairs) => new Map(pairs));
    fc.assert(
      fc.property(maps, (options) => {
        expect(readStandard(writeStandard(options))).toEqual({ options });
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
