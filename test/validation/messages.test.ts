import fc from 'fast-check';
import { ruleTable } from '../../src/assembly/rule-table';
import { reason } from '../../src/readers/reader';
import { PORT_IN_USE } from '../../src/rules/port-rules';
import { message, type Problem } from '../../src/validation/problem';
import { isSensitive, nameIn, oneLine, show } from '../../src/validation/show';
import { distance, nearest } from '../../src/validation/suggest';

describe('a value in a message', () => {
  const SHOWN: [string, unknown][] = [
    ['"text"', 'text'],
    ['"a\\"b\\n"', 'a"b\n'],
    ['"fl\\u0456nk"', 'fl\u0456nk'],
    ['5', 5],
    ['0', -0],
    ['NaN', NaN],
    ['true', true],
    ['null', null],
    ['undefined', undefined],
    ['10n', 10n],
    ['Symbol(s)', Symbol('s')],
    ['a function', () => 1],
    ['[1, "a", [null]]', [1, 'a', [null]]],
    ['{a, b}', { a: 1, b: 2 }],
    ['{}', Object.create(null)],
    ['an instance of Map', new Map()],
    ['an instance of ', new (class {})()],
    ['an instance of an unnamed class', Object.create(Object.create(null))],
    [
      'an object that cannot be read',
      new Proxy(
        {},
        {
          getPrototypeOf: () => {
            throw new Error('x');
          },
        },
      ),
    ],
    ['{a\\u000ab}', { 'a\nb': 1 }],
    ['[1, 1, 1, 1, 1, 1, 1, 1]', Array(20).fill(1)],
  ];
  for (const [shown, value] of SHOWN) test(`can be ${shown}`, () => expect(show(value)).toBe(shown));

  test('is shortened', () => {
    expect(show('x'.repeat(78))).toBe(`"${'x'.repeat(78)}"`);
    expect(show('x'.repeat(1e6))).toBe(`"${'x'.repeat(78)}…`);
    expect(show(Array(8).fill('x'.repeat(80)))).toHaveLength(80);
  });

  test('is one line of at most 80 characters for any value', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withObjectString: true,
          withTypedArray: true,
        }),
        (value) => {
          expect(show(value)).toMatch(/^[^\n\r\u2028\u2029]{1,80}$/u);
        },
      ),
      { seed: 1, numRuns: 1000 },
    );
  });

  test.each([
    's3.secret-key',
    'security.ssl.internal.key-password',
    'env.API_TOKEN',
    'fs.azure.account.key.x',
    'S3.ACCESS-KEY',
    'a.apikey',
    'jobManager.env.DB_PASSWORD',
  ])('is hidden for %s', (key) => {
    expect([isSensitive(key), show('canary', key)]).toEqual([true, '******']);
  });

  test.each(['taskmanager.memory.size', 'imagePullSecrets[0].name', 'jobManager.envFromSecrets[12].name', 'monkey'])(
    'is shown for %s',
    (key) => {
      expect([isSensitive(key), show('canary', key)]).toEqual([false, '"canary"']);
    },
  );

  test('names in a path are printed unchanged, anything else as a value', () => {
    expect([nameIn('a b'), nameIn(undefined), nameIn({ toString: 1 })]).toEqual(['a b', 'undefined', '{toString}']);
  });

  test('words of a user are one line of at most 400 characters', () => {
    expect(oneLine('a\r\nb\u2028\u0000\u0085ü→')).toBe('a\\u000d\\u000ab\\u2028\\u0000\\u0085ü→');
    expect([oneLine('x'.repeat(400)), oneLine('x'.repeat(401))]).toEqual(['x'.repeat(400), `${'x'.repeat(399)}…`]);
  });
});

describe('a message', () => {
  const problem = (change: Partial<Problem>): string =>
    message({
      rule: PORT_IN_USE,
      part: 'cluster',
      property: 'a',
      facts: { owner: 'b' },
      ...change,
    });

  test('has id, property, value, rule and fix', () => {
    expect(problem({ got: 5 })).toBe(
      '› a: got 5; the pod already uses this port for b. Fix: choose another port. [FLK-PORT-02]',
    );
    expect(problem({})).toBe('› a: the pod already uses this port for b. Fix: choose another port. [FLK-PORT-02]');
  });

  test('is one line for any words', () => {
    expect(
      problem({
        property: 'a\nb',
        facts: { owner: 'c\nd' },
      }),
    ).toBe('› a\\u000ab: the pod already uses this port for c\\u000ad. Fix: choose another port. [FLK-PORT-02]');
  });

  test('prints words with placeholders unchanged', () => {
    expect(problem({ facts: { owner: '{owner} $& $1' } })).toContain('for {owner} $& $1.');
  });
});

describe('rules', () => {
  test.each([...ruleTable()])('%s is a clause with a fix and a source', (_, { rule, fix, source }) => {
    for (const text of [rule, fix]) {
      expect(text).toMatch(/^(?:[^A-Z\s]|GitOps|JavaScript|Flink|Kubernetes|HTTP)?[^\n]*[^.\s]$/);
    }
    expect(source).not.toBe('');
  });
});

describe('the reason of an exception', () => {
  test.each<[string, unknown]>([
    ['first', new Error('first\nsecond')],
    ['text', ' text '],
    ['no reason given', ''],
    ['5', 5],
    ['undefined', undefined],
    ['no reason given', Object.create(null)],
  ])('is "%s"', (text, thrown) => {
    expect(reason(thrown)).toBe(text);
  });
});

describe('suggestions', () => {
  test.each([
    ['replica', 'replicas'],
    ['REPLICAS', 'replicas'],
    ['repilcas', 'replicas'],
    ['memroy', 'memory'],
  ])('%s is similar to %s', (word, expected) => {
    expect(nearest(word, ['cpu', 'memory', 'replicas'], 1)).toEqual([expected]);
  });

  test('are empty for a word that is similar to nothing', () => {
    expect(nearest('xyzxyz', ['cpu', 'memory', 'replicas'], 3)).toEqual([]);
  });

  test('are sorted by similarity, then by name', () => {
    expect(nearest('aa', ['ac', 'ab', 'aa'], 2)).toEqual(['aa', 'ab']);
  });

  test.each([
    { a: '', b: '', steps: 0 },
    { a: 'a', b: '', steps: 1 },
    { a: '', b: 'ab', steps: 2 },
    { a: 'ab', b: 'ba', steps: 1 },
    { a: 'kitten', b: 'sitting', steps: 3 },
    { a: 'abc', b: 'abc', steps: 0 },
    { a: 'ca', b: 'abc', steps: 3 },
  ])('from "$a" to "$b" there are $steps steps', ({ a, b, steps }) => {
    expect([distance(a, b), distance(b, a)]).toEqual([steps, steps]);
  });
});
