import * as vm from 'vm';
import fc from 'fast-check';
import { flattenConfiguration } from '../../src/configuration/flatten';

const problemsOf = (map: unknown) => flattenConfiguration(map).problems;
const kindsOf = (map: unknown) => problemsOf(map).map(({ property, problem }) => [property, problem]);

function nested(depth: number, value: unknown = 1): unknown {
  return depth === 0 ? value : { a: nested(depth - 1, value) };
}

describe('flattenConfiguration', () => {
  test('converts dotted, nested and mixed keys to flat keys in the given order', () => {
    const map = { 'a.b': 1, c: { d: { e: 'x' }, 'f.g': true }, h: null };
    expect(flattenConfiguration(map)).toEqual({
      entries: [
        { key: 'a.b', value: 1 },
        { key: 'c.d.e', value: 'x' },
        { key: 'c.f.g', value: true },
        { key: 'h', value: null },
      ],
      problems: [],
    });
  });

  test('returns the given value objects', () => {
    const values = [['a'], new Date(0), new Map(), () => 1, undefined, Symbol('x'), new (class Custom {})()];
    const { entries, problems } = flattenConfiguration(
      Object.fromEntries(values.map((value, index) => [`k${index}`, value])),
    );
    expect(entries.map((entry) => entry.value)).toEqual(values);
    entries.forEach((entry, index) => expect(entry.value).toBe(values[index]));
    expect(problems).toEqual([]);
  });

  test.each<{ name: string; map: unknown }>([
    {
      name: 'without prototype',
      map: Object.assign(Object.create(null), { a: Object.assign(Object.create(null), { b: 1 }) }),
    },
    { name: 'of another realm', map: vm.runInNewContext('({ a: { b: 1 } })') },
    {
      name: 'with symbols, hidden and inherited keys',
      map: { a: Object.defineProperty({ b: 1, [Symbol('x')]: 2 }, 'c', { value: 3 }) },
    },
    {
      name: 'with a getter',
      map: {
        get a() {
          return { b: 1 };
        },
      },
    },
    { name: 'that is shared but not circular', map: { a: { b: 1 } } },
  ])('flattens a map $name', ({ map }) => {
    expect(flattenConfiguration(map)).toEqual({ entries: [{ key: 'a.b', value: 1 }], problems: [] });
  });

  test('accepts a map that occurs twice', () => {
    const shared = { x: 1 };
    expect(flattenConfiguration({ a: shared, b: shared })).toEqual({
      entries: [
        { key: 'a.x', value: 1 },
        { key: 'b.x', value: 1 },
      ],
      problems: [],
    });
  });

  test('returns no options for an empty map', () => {
    expect(flattenConfiguration({})).toEqual({ entries: [], problems: [] });
  });

  test('returns the valid options beside the problems', () => {
    expect(flattenConfiguration({ a: 1, 'b c': 2, d: 3 }).entries.map((entry) => entry.key)).toEqual(['a', 'd']);
  });
});

describe('problems of flattenConfiguration', () => {
  const circular: Record<string, unknown> = { x: 1 };
  circular.a = { b: circular };
  const throwing = {
    get b(): never {
      throw new Error('no');
    },
  };
  const noKeys = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error('no');
      },
    },
  );
  const noPrototype = new Proxy(
    {},
    {
      getPrototypeOf() {
        throw new Error('no');
      },
    },
  );
  const revocable = Proxy.revocable({}, {});
  revocable.revoke();

  test.each<{ name: string; map: unknown; expected: [string, string][] }>([
    { name: 'undefined', map: undefined, expected: [['', 'not-a-map']] },
    { name: 'null', map: null, expected: [['', 'not-a-map']] },
    { name: 'a text', map: 'a: 1', expected: [['', 'not-a-map']] },
    { name: 'a list', map: [1], expected: [['', 'not-a-map']] },
    { name: 'a list without prototype', map: Object.setPrototypeOf(['x'], null), expected: [['', 'not-a-map']] },
    { name: 'a Map', map: new Map([['a', 1]]), expected: [['', 'not-a-map']] },
    {
      name: 'an instance',
      map: new (class Custom {
        public a = 1;
      })(),
      expected: [['', 'not-a-map']],
    },
    { name: 'a function', map: () => 1, expected: [['', 'not-a-map']] },
    { name: 'a cycle', map: circular, expected: [['a.b', 'cycle']] },
    { name: 'a throwing getter', map: { a: throwing }, expected: [['a.b', 'getter']] },
    { name: 'a map that hides its keys', map: { a: noKeys }, expected: [['a', 'getter']] },
    { name: 'a root that hides its keys', map: noKeys, expected: [['', 'getter']] },
    { name: 'a map that hides its prototype', map: { a: noPrototype }, expected: [['a', 'getter']] },
    { name: 'a root that hides its prototype', map: noPrototype, expected: [['', 'getter']] },
    { name: 'a revoked proxy', map: { a: revocable.proxy }, expected: [['a', 'getter']] },
    { name: 'a revoked root', map: revocable.proxy, expected: [['', 'getter']] },
    { name: 'an empty nested map', map: { a: {} }, expected: [['a', 'empty-map']] },
    { name: 'a map with only symbols', map: { a: { [Symbol('x')]: 1 } }, expected: [['a', 'empty-map']] },
    { name: '32 maps', map: nested(32), expected: [] },
    { name: '33 maps', map: nested(33), expected: [[Array(32).fill('a').join('.'), 'too-deep']] },
    {
      name: '__proto__ from JSON',
      map: JSON.parse('{"__proto__": {"a": 1}}'),
      expected: [['__proto__.a', 'forbidden-key']],
    },
    { name: 'a dotted __proto__', map: { 'a.__proto__.b': 1 }, expected: [['a.__proto__.b', 'forbidden-key']] },
    { name: 'constructor', map: { constructor: 1 }, expected: [['constructor', 'forbidden-key']] },
    { name: 'a nested prototype', map: { a: { prototype: 1 } }, expected: [['a.prototype', 'forbidden-key']] },
    { name: 'a key that only begins so', map: { 'a.constructors': 1, __proto: 1 }, expected: [['__proto', 'bad-key']] },
    { name: 'nested after dotted', map: { 'a.b': 1, a: { b: 2 } }, expected: [['a.b', 'duplicate']] },
  ])('$name', ({ map, expected }) => {
    expect(kindsOf(map)).toEqual(expected);
  });

  test.each([
    ['', 'a'],
    ['1a', 'a1'],
    ['_a', 'a_'],
    ['-a', 'a-'],
    ['/a', 'a/'],
    ['.a', 'a.b'],
    ['a.', '$a'],
    ['a..b', 'a.b.c'],
    ['a b', 'a-b'],
    ['a:', 'a.b-c'],
    ['a: b', 'a.$b'],
    ['a#b', 'a.b'],
    ['a\n', 'aA'],
    ['a\n.b', 'a.b'],
    ['é', 'e'],
    ['\ufeffa', 'a'],
    ['a=b', 'a.b'],
    ['a*', 'a9'],
    ['x'.repeat(1025), 'x'.repeat(1024)],
  ])('the key %j is refused, and %j is not', (key, neighbour) => {
    expect(kindsOf({ [key]: 1 })).toEqual([[key, 'bad-key']]);
    expect(kindsOf({ [neighbour]: 1 })).toEqual([]);
  });

  // Entries of map options (labels, annotations, node selectors, Hadoop keys) are keys that can contain a slash.
  test.each([
    'kubernetes.jobmanager.annotations.prometheus.io/scrape',
    'kubernetes.taskmanager.node-selector.kubernetes.io/arch',
    'flink.hadoop.hadoop.proxyuser.alice.hosts',
    'containerized.master.env.JAVA_HOME',
    'metrics.reporter.my_reporter.factory.class',
    '$internal.pipeline.job-id',
  ])('the key %s is accepted', (key) => {
    expect(flattenConfiguration({ [key]: 'x' })).toEqual({ entries: [{ key, value: 'x' }], problems: [] });
  });

  // The catalogue uses angle brackets only for placeholders: a key that has them was copied from the documentation.
  test.each(['metrics.reporter.<name>.factory.class', 'external-resource.<resource_name>.amount'])(
    'the placeholder in %s is refused with an explanation',
    (key) => {
      expect(problemsOf({ [key]: 1 })).toEqual([
        {
          property: key,
          problem: 'bad-key',
          detail: 'it contains a placeholder of the documentation instead of a name',
        },
      ]);
    },
  );

  test('a duplicate names both notations and keeps the first value', () => {
    const { entries, problems } = flattenConfiguration({ 'a.b.c': 1, a: { 'b.c': 2, b: { c: 3 } } });
    expect(entries).toEqual([{ key: 'a.b.c', value: 1 }]);
    expect(problems.map((problem) => problem.detail)).toEqual([
      'it is written as a.b.c and as a: { b.c }',
      'it is written as a.b.c and as a: { b: { c } }',
    ]);
  });

  test('maps that share maps are refused before their size explodes', () => {
    let map: Record<string, unknown> = { x: 1, y: 2 };
    for (let level = 0; level < 30; level++) map = { x: map, y: map };
    const { entries, problems } = flattenConfiguration(map);
    expect(entries.length).toBeLessThan(262144);
    expect(problems.filter(({ problem }) => problem === 'too-deep').map(({ detail }) => detail)).toEqual([
      'a map with more than 262144 keys',
    ]);
  });
});

describe('any input', () => {
  const anything = fc.anything({
    key: fc.oneof(fc.constantFrom('a', 'b', 'a.b', 'b.a', '__proto__', 'constructor'), fc.string({ maxLength: 3 })),
    maxDepth: 5,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
    withBoxedValues: true,
  });

  test('throws nothing and returns unique, well-formed keys', () => {
    fc.assert(
      fc.property(anything, (map) => {
        const { entries } = flattenConfiguration(map);
        const keys = entries.map((entry) => entry.key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).toMatch(/^[A-Za-z$][\w.$/-]*$/);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('throws nothing for a proxy whose traps throw or lie', () => {
    const trap = fc.constantFrom('ownKeys', 'get', 'getPrototypeOf', 'getOwnPropertyDescriptor', 'has');
    const answer = fc.constantFrom<unknown>('throw', null, undefined, 1, [], ['a', 'b'], {}, Symbol('x'));
    fc.assert(
      fc.property(fc.array(fc.tuple(trap, answer), { minLength: 1, maxLength: 3 }), fc.boolean(), (traps, inside) => {
        const handler = Object.fromEntries(
          traps.map(([name, given]) => [
            name,
            () => {
              if (given === 'throw') throw new Error('no');
              return given;
            },
          ]),
        );
        const proxy = new Proxy({ a: 1, b: { c: 2 } }, handler);
        const { entries, problems } = flattenConfiguration(inside ? { p: proxy, z: 1 } : proxy);
        // The matchers of Jest would use the proxy, so only keys are compared.
        if (inside) expect(entries.map((entry) => entry.key)).toContain('z');
        for (const { problem } of problems) {
          expect(['getter', 'not-a-map', 'empty-map', 'bad-key', 'too-deep', 'cycle']).toContain(problem);
        }
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('gives the same result when a flat map is nested at its dots', () => {
    const segment = fc.stringMatching(/^[a-c]\w?$/);
    const flatKey = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.uniqueArray(flatKey, { maxLength: 6 }), (keys) => {
        const leaves = keys.filter((key) => !keys.some((other) => other.startsWith(`${key}.`)));
        const tree: Record<string, unknown> = {};
        for (const key of leaves) {
          const parts = key.split('.');
          let node = tree;
          for (const part of parts.slice(0, -1)) node = (node[part] ??= {}) as Record<string, unknown>;
          node[parts[parts.length - 1]!] = key;
        }
        const { entries, problems } = flattenConfiguration(tree);
        expect(problems).toEqual([]);
        expect(new Map(entries.map(({ key, value }) => [key, value]))).toEqual(
          new Map(leaves.map((key) => [key, key])),
        );
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
