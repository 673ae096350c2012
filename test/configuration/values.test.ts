import * as vm from 'vm';
import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { parse } from 'yaml';
import { toOptionText } from '../../src/configuration/values';

describe('toOptionText of scalars', () => {
  test.each<[unknown, string]>([
    ['', ''],
    [' a ', ' a '],
    ['1.10', '1.10'],
    ['\ud800', '\ud800'],
    [0, '0'],
    [-0, '0'],
    [6123, '6123'],
    [-1, '-1'],
    [1e20, '100000000000000000000'],
    [1e21, '1000000000000000000000'],
    [-1.5e22, '-15000000000000000000000'],
    [0.4, '0.4'],
    [-0.1, '-0.1'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [1.5e300, `15${'0'.repeat(299)}`],
    [Number.MIN_VALUE, `0.${'0'.repeat(323)}5`],
    [true, 'true'],
    [false, 'false'],
  ])('%p is %s', (value, text) => {
    expect(toOptionText(value)).toEqual({ text });
  });

  test('a number has no exponent and is read back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const { text } = toOptionText(value) as { text: string };
        expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test.each<[Size, string]>([
    [Size.gibibytes(2), '2048m'],
    [Size.mebibytes(1600), '1600m'],
    [Size.mebibytes(1.5), '1536k'],
    [Size.kibibytes(1), '1k'],
    [Size.kibibytes(2048), '2m'],
    [Size.kibibytes(0), '0m'],
    [Size.pebibyte(1), '1073741824m'],
  ])('a size of %j is %s', (size, text) => {
    expect(toOptionText(size)).toEqual({ text });
  });

  test.each<[Duration, string]>([
    [Duration.millis(1), '1'],
    [Duration.seconds(10), '10000'],
    [Duration.days(1), '86400000'],
    [Duration.seconds(0), '0'],
    [Duration.seconds(0.5), '500'],
  ])('a duration of %j is %s milliseconds', (duration, text) => {
    expect(toOptionText(duration)).toEqual({ text });
  });

  test('a size or duration of another copy of cdk8s is recognized by its method', () => {
    expect(toOptionText({ toKibibytes: () => 1024 })).toEqual({ text: '1m' });
    expect(toOptionText({ toMilliseconds: () => 5 })).toEqual({ text: '5' });
  });
});

describe('toOptionText of invalid values', () => {
  class Custom {}
  const circular: unknown[] = [];
  circular.push(circular);

  test.each<[unknown, string]>([
    [null, 'null'],
    [undefined, 'undefined'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
    [BigInt(1), 'a bigint'],
    [Symbol('x'), 'a symbol'],
    [() => 1, 'a function'],
    [new Date(0), 'a Date'],
    [Buffer.from('x'), 'a Buffer'],
    [new Map(), 'a Map'],
    [new Custom(), 'a Custom'],
    [new Error('x'), 'an Error'],
    [new Uint8Array(1), 'a Uint8Array'],
    [{}, 'an object'],
    [Object.create(null), 'an object'],
    [{ constructor: { name: 'x' } }, 'an object'],
    [new (class {})(), 'an object'],
    [Object(1), 'a Number'],
    [vm.runInNewContext('({ a: 1 })'), 'an object'],
    [Size.kibibytes(1.5), 'a Size that is not a multiple of 1 KiB'],
    [Size.mebibytes(0.0001), 'a Size that is not a multiple of 1 KiB'],
    [{ toKibibytes: () => -1 }, 'a Size that is not a multiple of 1 KiB'],
    [{ toKibibytes: () => '1' }, 'a Size that is not a multiple of 1 KiB'],
    [Size.pebibyte(8192), 'a Size above 2^63 bytes'],
    [Duration.millis(0.5), 'a Duration that is not a multiple of 1 ms'],
    [Duration.seconds(0.0005), 'a Duration that is not a multiple of 1 ms'],
    [{ toMilliseconds: () => NaN }, 'a Duration that is not a multiple of 1 ms'],
    [{ toMilliseconds: () => -1 }, 'a Duration that is not a multiple of 1 ms'],
    [[], 'an empty list'],
    [['a', []], 'a list with a list at position 1'],
    [[{ a: 1 }], 'a list with an object at position 0'],
    [['a', null], 'a list with null at position 1'],
    [new Array(1), 'a list with undefined at position 0'],
    [circular, 'a list with a list at position 0'],
    [[NaN], 'a list with NaN at position 0'],
  ])('case %#: %p', (value, problem) => {
    expect(toOptionText(value)).toEqual({ problem });
  });

  test('an object that throws when it is read is reported', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const throwing = Object.defineProperty({}, 'toKibibytes', {
      get: () => {
        throw new Error('no');
      },
    });
    for (const value of [proxy, throwing, [proxy]]) {
      expect(toOptionText(value)).toEqual({ problem: 'an object that cannot be read' });
    }
  });

  test('every input gives a string or a problem', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withNullPrototype: true,
          withSparseArray: true,
          withTypedArray: true,
          withBoxedValues: true,
          withObjectString: true,
        }),
        (value) => {
          const result = toOptionText(value);
          expect(Object.keys(result)).toHaveLength(1);
          expect(typeof Object.values(result)[0]).toBe('string');
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
  });
});

/** The `;` form, the only one before 1.19 and in `flink-conf.yaml`. */
function splitList(text: string): string[] {
  const items: string[] = [];
  let delimiterBefore = false;
  for (let at = 0; at < text.length;) {
    const char = text[at]!;
    if (char === "'" || char === '"') {
      let item = '';
      for (at++; ; at++) {
        if (at >= text.length) throw new Error('not closed');
        if (text[at] !== char) item += text[at];
        else if (text[at + 1] === char) item += text[at++];
        else break;
      }
      at++;
      if (at < text.length && !/^\s*(?:;|$)/.test(text.slice(at))) throw new Error('illegal quoting');
      items.push(item);
      delimiterBefore = false;
    } else if (char === ';') {
      if (delimiterBefore) items.push('');
      delimiterBefore = true;
      at++;
    } else if (/\s|[\u001c-\u001f\u180e]/.test(char)) {
      at++;
    } else {
      const end = text.indexOf(';', at) < 0 ? text.length : text.indexOf(';', at);
      items.push(text.slice(at, end).replace(/[\u0000-\u0020]+$/, ''));
      delimiterBefore = false;
      at = end;
    }
  }
  return items;
}

/** The reader of 1.19 and newer: a string that is a YAML list is that list, anything else is read in the old form. */
function readList(text: string): string[] {
  try {
    const parsed: unknown = parse(text, { schema: 'core', logLevel: 'error' });
    if (Array.isArray(parsed) && !parsed.includes(null)) return parsed.map(String);
  } catch {
    // Not YAML: the old form.
  }
  return splitList(text);
}

describe('the list readers of this test', () => {
  // Answers of Flink up to 1.18.1, and from 1.19.3 on where they differ. `undefined`: Flink refuses the value.
  test.each<{ text: string; old: string[] | undefined; since119?: string[] }>([
    { text: 'a', old: ['a'] },
    { text: 'a;b', old: ['a', 'b'] },
    { text: 'a,b', old: ['a,b'] },
    { text: ' a ;b ', old: ['a', 'b'] },
    { text: 'a;', old: ['a'] },
    { text: ';a', old: ['a'] },
    { text: ';', old: [] },
    { text: 'a;;b', old: ['a', '', 'b'] },
    { text: '', old: [] },
    { text: ' ', old: [] },
    { text: "'a;b';c", old: ['a;b', 'c'] },
    { text: '"a;b";c', old: ['a;b', 'c'] },
    { text: "a'b;c", old: ["a'b", 'c'] },
    { text: "'a''b';c", old: ["a'b", 'c'] },
    { text: '"a""b";c', old: ['a"b', 'c'] },
    { text: "'a", old: undefined },
    { text: "'a'b;c", old: undefined },
    { text: "a;'b'", old: ['a', 'b'] },
    { text: '[a, b]', old: ['[a, b]'], since119: ['a', 'b'] },
    { text: '[]', old: ['[]'], since119: [] },
    { text: "['a,b', c]", old: ["['a,b', c]"], since119: ['a,b', 'c'] },
    { text: '[a;b, c]', old: ['[a', 'b, c]'], since119: ['a;b', 'c'] },
    { text: '[a', old: ['[a'] },
    { text: 'a]', old: ['a]'] },
    { text: '- a\n- b', old: ['- a\n- b'], since119: ['a', 'b'] },
    { text: '- a', old: ['- a'], since119: ['a'] },
    { text: '[true, null]', old: ['[true, null]'] },
    { text: '{a: b}', old: ['{a: b}'] },
    { text: 'a: b', old: ['a: b'] },
    { text: 'a: b;c', old: ['a: b', 'c'] },
    { text: '*;a', old: ['*', 'a'] },
    { text: '*a', old: ['*a'] },
    { text: '# c', old: ['# c'] },
    { text: '1.10;2.0', old: ['1.10', '2.0'] },
    { text: '"a"', old: ['a'] },
    { text: "'a'", old: ['a'] },
    { text: '"x', old: undefined },
    { text: 'http://a:1;http://b:2', old: ['http://a:1', 'http://b:2'] },
    { text: 'a\nb', old: ['a\nb'] },
    { text: '---', old: ['---'] },
    { text: '~', old: ['~'] },
    { text: 'null', old: ['null'] },
    { text: 'a;[b]', old: ['a', '[b]'] },
  ])('read $text as Flink does', ({ text, old, since119 = old }) => {
    const attempt = (read: (text: string) => string[]) => {
      try {
        return read(text);
      } catch {
        return undefined;
      }
    };
    expect(attempt(splitList)).toEqual(old);
    expect(attempt(readList)).toEqual(since119);
  });
});

describe('toOptionText of lists', () => {
  test.each<[unknown[], string]>([
    [['a'], 'a'],
    [['a', 'b'], 'a;b'],
    [[1, true, 'x'], '1;true;x'],
    [[Size.gibibytes(1), Duration.seconds(1)], '1024m;1000'],
    [['org.a.', 'com.b.C'], 'org.a.;com.b.C'],
    [['s3://a:1/b c', 'x: y'], 's3://a:1/b c;x: y'],
    [["it's"], "it's"],
    [['a;b', 'c'], "'a;b';c"],
    [['[a]'], "'[a]'"],
    [['- a'], "'- a'"],
    [["'a'"], "'''a'''"],
    [['"a"'], '\'"a"\''],
    [[''], "''"],
    [['', 'a', ''], "'';a;''"],
    [[' a', 'b '], "' a';'b '"],
    [['\ufeff[a]'], "'\ufeff[a]'"],
    [['--- [a]'], "'--- [a]'"],
    [[-1, -2], "'-1';'-2'"],
  ])('%p is %j', (list, text) => {
    expect(toOptionText(list)).toEqual({ text });
    const items = list.map((item) => (toOptionText(item) as { text: string }).text);
    expect(splitList(text)).toEqual(items);
    expect(readList(text)).toEqual(items);
  });

  const UNUSUAL_CHARACTERS = ' \t#:\'"\\,;;[]{}&*!|>%@`-?=~\n\r\u0000\u001c\u0085\u00a0\u180e\u2028\ufeff';
  const YAML_TOKENS = [
    ': ',
    ' #',
    '- a',
    '---\n',
    '...\n',
    '--- [a]',
    '[a]',
    '[a, b]',
    '!!seq [a]',
    '&x [a]',
    '%YAML 1.2\n',
    '? ',
    'null',
  ];

  test('both readers of Flink return exactly the items', () => {
    const token = fc.constantFrom(...UNUSUAL_CHARACTERS, ...YAML_TOKENS, 'a', '1', 'é');
    const item = fc.oneof(
      fc.array(token, { maxLength: 5 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const { text } = toOptionText(items) as { text: string };
        expect(splitList(text)).toEqual(items);
        expect(readList(text)).toEqual(items);
      }),
      { seed: 1, numRuns: 3000 },
    );
  });
});
