import fc from 'fast-check';
import { answersOf, optionsOf, optionType, shown, type ValueCase, valueCases, version } from './fixtures';
import { parseRaw, parseValue, readOption } from '../../../src/configuration/parsing/parse-value';
import { type Reading } from '../../../src/configuration/parsing/parsed';
import { toOptionText } from '../../../src/configuration/values';

function reading(line: string, dialect: Reading['dialect'] = 'standard'): Reading {
  return { version: version(line), dialect };
}

describe('readOption against the answers of Flink', () => {
  const table = valueCases.map((question) => ({
    type: question.type,
    given: JSON.stringify(question.conf ?? question.yaml ?? question.legacy),
    question,
  }));

  function dialectOf(question: ValueCase, line: string): 'standard' | 'legacy' {
    const { majorVersion, minorVersion } = version(line);
    return question.legacy === undefined && majorVersion * 100 + minorVersion >= 119 ? 'standard' : 'legacy';
  }

  /** The value that the library reads in one release, in the form of the answers. */
  function read(question: ValueCase, line: string): unknown[] {
    const options = optionsOf(question);
    if (options === undefined) return [];
    const { name, constants } = optionType(question.type);
    const release = { version: version(line), dialect: dialectOf(question, line) };
    const option = readOption(options, 'k', { type: name, constants }, release);
    if (option === undefined) return [null];
    return 'value' in option ? [shown(question.type, option.value)] : [];
  }

  test.each(table)('$type $given is read as Flink reads it', ({ question }) => {
    const answers = answersOf(question);
    expect(answers.map(([line]) => [line, read(question, line)])).toEqual(answers);
  });

  test('the recorded cases are read and refused in about equal parts', () => {
    const answers = valueCases.flatMap((question) => answersOf(question).map(([, answer]) => answer.length));
    expect(answers.length).toBeGreaterThan(5000);
    expect(answers.filter((length) => length === 1).length / answers.length).toBeGreaterThan(0.35);
    expect(answers.filter((length) => length === 0).length / answers.length).toBeGreaterThan(0.35);
  });
});

describe('parseValue', () => {
  test.each([
    { type: 'Boolean', text: 'yes', problem: "must be 'true' or 'false'" },
    {
      type: 'Integer',
      text: '1.0',
      problem: 'must be an integer from -2^31 to 2^31-1, of digits with an optional sign',
    },
    {
      type: 'Integer',
      text: '2147483648',
      problem: 'must be an integer from -2^31 to 2^31-1, of digits with an optional sign',
    },
    {
      type: 'Long',
      text: '9223372036854775808',
      problem: 'must be an integer from -2^63 to 2^63-1, of digits with an optional sign',
    },
    { type: 'Float', text: 'inf', problem: 'must be a number such as 1, 0.5 or 1e-3' },
    { type: 'Double', text: '10%', problem: 'must be a number such as 1, 0.5 or 1e-3' },
    {
      type: 'MemorySize',
      text: '1Gi',
      problem: 'must be an integer with one of the units b, k, m, g, t (none: bytes), below 2^63 bytes',
    },
    { type: 'Enum', text: 'c', problem: "must be one of 'a', 'b'" },
    {
      type: 'List<Integer>',
      text: '1;x',
      problem: 'item 2 must be an integer from -2^31 to 2^31-1, of digits with an optional sign',
    },
    {
      type: 'List<Integer>',
      text: '[1, x]',
      problem: 'item 2 must be an integer from -2^31 to 2^31-1, of digits with an optional sign',
    },
    { type: 'List<String>', text: "'a", problem: "contains a quote ' that is never closed" },
    { type: 'List<String>', text: "'a'b", problem: "has text after a closing quote; only ';' may follow" },
    { type: 'Map', text: 'a', problem: "must be written key:value,key:value; 'a' is not such a pair" },
    { type: 'Map', text: 'a:b,a:c', problem: "contains the key 'a' twice" },
  ])('refuses $type $text with the accepted forms', ({ type, text, problem }) => {
    expect(parseValue(type, text, reading('2.2', 'standard'), ['a', 'b'])).toEqual({ problem });
  });

  test.each([
    { type: 'Boolean', text: 'TRUE', value: true },
    { type: 'Integer', text: '-007', value: -7 },
    { type: 'Long', text: '+9', value: 9n },
    { type: 'Float', text: ' 0.1f ', value: Math.fround(0.1) },
    { type: 'Double', text: '1e3', value: 1000 },
    { type: 'MemorySize', text: '1 KB', value: 1024n },
    { type: 'Enum', text: 'B', value: 'b' },
    { type: 'List<Integer>', text: '1; 2', value: [1, 2] },
    { type: 'List<Integer>', text: '[1, 2]', value: [1, 2] },
    { type: 'Map', text: 'a:b', value: new Map([['a', 'b']]) },
    { type: 'List<Map>', text: 'a:b;c:d', value: [new Map([['a', 'b']]), new Map([['c', 'd']])] },
    { type: 'String', text: ' x ', value: ' x ' },
    { type: 'Duration', text: '1 min', value: 60_000_000_000n },
    { type: 'Unheard', text: 'x', value: 'x' },
  ])('accepts $type $text', ({ type, text, value }) => {
    expect(parseValue(type, text, reading('2.2', 'standard'), ['a', 'b'])).toEqual({ value });
  });

  test('a YAML list is one string in the older dialect', () => {
    expect(parseValue('List<String>', '[a, b]', reading('1.20', 'standard'))).toEqual({ value: ['a', 'b'] });
    expect(parseValue('List<String>', '[a, b]', reading('1.20', 'legacy'))).toEqual({ value: ['[a, b]'] });
  });

  test('a YAML map between semicolons is read from 2.0 on', () => {
    expect(parseValue('List<Map>', '{a: 1};b:2', reading('1.20', 'standard'))).toEqual({
      value: [new Map([['{a', '1}']]), new Map([['b', '2']])],
    });
    expect(parseValue('List<Map>', '{a: 1};b:2', reading('2.0', 'standard'))).toEqual({
      value: [new Map([['a', '1']]), new Map([['b', '2']])],
    });
  });

  test('a double in a file must fit into a float, but a string may become infinite', () => {
    expect(parseRaw('Float', 1e39, { version: version('2.2'), dialect: 'standard' })).toEqual({
      problem: 'must be a number that fits into 32 bits',
    });
    expect(parseRaw('Float', 0.1, { version: version('2.2'), dialect: 'standard' })).toEqual({
      value: Math.fround(0.1),
    });
    expect(parseRaw('Float', '1e39', { version: version('2.2'), dialect: 'standard' })).toEqual({ value: Infinity });
  });
});

describe('any value', () => {
  const versions = fc.constantFrom('1.11', '1.18', '1.20', '2.0', '2.3').map(version);
  const types = fc.constantFrom(
    'String',
    'Boolean',
    'Integer',
    'Long',
    'Float',
    'Double',
    'Duration',
    'MemorySize',
    'Enum',
    'Map',
    'List<String>',
    'List<Map>',
    'List<Duration>',
  );
  const strings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(fc.constantFrom(...'[]{}:;,\'"-?&*!|>#% \n\taz019.eE'), { maxLength: 14 }).map((parts) => parts.join('')),
  );

  test('is read or refused without an exception', () => {
    fc.assert(
      fc.property(
        types,
        strings,
        versions,
        fc.constantFrom('legacy' as const, 'standard' as const),
        (type, text, release, dialect) => {
          const parsed = parseValue(type, text, { version: release, dialect }, ['A', 'b-c']);
          expect('value' in parsed ? parsed.value !== undefined : parsed.problem !== '').toBe(true);
        },
      ),
      { seed: 1, numRuns: 3000 },
    );
  });

  test('a list is read back from the string that is written for it, in every version and dialect', () => {
    const items = fc.array(fc.string({ unit: fc.constantFrom(...'ab;\'", :[]{}#-\n'), maxLength: 5 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(items, versions, (list, release) => {
        const written = toOptionText(list);
        const text = 'text' in written ? written.text : '';
        expect(parseValue('List<String>', text, { version: release, dialect: 'legacy' })).toEqual({ value: list });
        expect(parseValue('List<String>', text, { version: release, dialect: 'standard' })).toEqual({ value: list });
      }),
      { seed: 2, numRuns: 2000 },
    );
  });
});

describe('a map option with one option per entry', () => {
  const options = new Map<string, string | bigint>([
    ['k.a', 'b,c'],
    ['k.d.e', 1n],
    ['kx', 'no'],
    ['other', 'no'],
  ]);

  test('is read from 1.14 on', () => {
    expect(readOption(options, 'k', { type: 'Map' }, reading('1.13'))).toBeUndefined();
    expect(readOption(options, 'k', { type: 'Map' }, reading('1.14'))).toEqual({
      value: new Map([
        ['a', 'b,c'],
        ['d.e', '1'],
      ]),
    });
  });

  test('is replaced by the option itself', () => {
    expect(readOption(new Map([...options, ['k', 'x:y']]), 'k', { type: 'Map' }, reading('2.2'))).toEqual({
      value: new Map([['x', 'y']]),
    });
  });

  test('is not a value of another type', () => {
    expect(readOption(options, 'k', { type: 'String' }, reading('2.2'))).toBeUndefined();
  });
});
