import fc from 'fast-check';
import type { ManifestJson } from '../../src/kubernetes/manifest-json';
import { mergeTemplate } from '../../src/kubernetes/merge';

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

const merge = (base: ManifestJson, override: ManifestJson) => mergeTemplate(freeze(base), freeze(override));

describe('maps', () => {
  test('merge at every depth, and the override wins', () => {
    expect(merge({ a: { b: 1, c: { d: 1 } }, e: 1 }, { a: { c: { d: 2, f: 3 } }, g: 4 })).toEqual({
      a: { b: 1, c: { d: 2, f: 3 } },
      e: 1,
      g: 4,
    });
  });

  test('keep the order of the base and append new keys', () => {
    expect(Object.keys(merge({ z: 1, a: 1 }, { b: 1, a: 2 }))).toEqual(['z', 'a', 'b']);
  });

  test('keep values that the override leaves undefined, and take its null', () => {
    expect(merge({ a: 1, b: 1 }, { a: undefined, b: null })).toEqual({ a: 1, b: null });
  });

  test('are replaced by a value of another type, and the reverse', () => {
    expect(merge({ a: { b: 1 }, c: [{ name: 'x' }], d: 1 }, { a: 1, c: { e: 1 }, d: { f: 1 } })).toEqual({
      a: 1,
      c: { e: 1 },
      d: { f: 1 },
    });
  });

  test('take an instance of a class as a whole', () => {
    class Value {
      public constructor(public readonly text: string) {}
    }
    const value = new Value('new');
    expect(mergeTemplate({ a: new Value('old') }, { a: value }).a).toBe(value);
    expect(mergeTemplate({ a: { text: 'old', more: 1 } }, { a: value }).a).toBe(value);
  });

  test('without a prototype merge, too', () => {
    const bare: ManifestJson = Object.assign(Object.create(null), { b: 1 });
    expect(mergeTemplate({ a: bare }, { a: { c: 2 } })).toEqual({ a: { b: 1, c: 2 } });
  });

  test('cannot reach a prototype', () => {
    const merged = mergeTemplate(
      JSON.parse('{"__proto__": {"a": 1}}'),
      JSON.parse('{"__proto__": {"b": 2}, "constructor": {"c": 3}}'),
    );
    expect(Object.keys(merged)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect([merged.a, merged.b, ({} as ManifestJson).b]).toEqual([undefined, undefined, undefined]);
  });

  test('that the override does not change are shared', () => {
    const base = { spec: { volumes: [{ name: 'a' }], securityContext: { fsGroup: 9999 } }, metadata: { labels: {} } };
    const merged = merge(base, { spec: { volumes: [{ name: 'b' }] } });
    expect(merged.metadata).toBe(base.metadata);
    expect(merged.spec.securityContext).toBe(base.spec.securityContext);
    expect(merged.spec.volumes[0]).toBe(base.spec.volumes[0]);
    expect(mergeTemplate(base, {})).toBe(base);
  });
});

describe('lists', () => {
  test('of named items are merged by name: existing order first, new ones after', () => {
    const base = { containers: [{ name: 'main', image: 'a', tty: true }, { name: 'side' }] };
    expect(merge(base, { containers: [{ name: 'new' }, { name: 'main', image: 'b' }] })).toEqual({
      containers: [{ name: 'main', image: 'b', tty: true }, { name: 'side' }, { name: 'new' }],
    });
  });

  test.each<{ key: string; base: unknown[]; override: unknown[] }>([
    { key: 'args', base: ['a', 'b'], override: ['c'] },
    { key: 'args', base: ['a'], override: [] },
    { key: 'tolerations', base: [{ key: 'a', operator: 'Exists' }], override: [{ key: 'b', operator: 'Exists' }] },
    { key: 'tolerations', base: [{ key: 'a', operator: 'Exists' }], override: [] },
    { key: 'containers', base: [{ name: 'a' }], override: [{ image: 'b' }] },
    { key: 'containers', base: [{ image: 'a' }], override: [{ name: 'b' }] },
    { key: 'containers', base: [{ name: 'a' }, 'b'], override: [{ name: 'a', c: 1 }] },
    { key: 'containers', base: [{ name: 1, b: 1 }], override: [{ name: 1 }] },
  ])('$key $base are replaced by $override', ({ key, base, override }) =>
    expect(merge({ [key]: base }, { [key]: override })[key]).toEqual(override),
  );

  test('of named items are unchanged when the override is empty', () => {
    const base = { containers: [{ name: 'a' }] };
    expect(merge(base, { containers: [] }).containers).toBe(base.containers);
  });

  test('keep an item that occurs twice on one side', () => {
    expect(
      merge(
        { volumes: [{ name: 'a', x: 1 }, { name: 'a' }] },
        {
          volumes: [
            { name: 'a', y: 1 },
            { name: 'a', z: 1 },
          ],
        },
      ).volumes,
    ).toEqual([{ name: 'a', y: 1 }, { name: 'a' }, { name: 'a', z: 1 }]);
  });

  test('of ports are merged by number and protocol, by default TCP', () => {
    const base = {
      ports: [
        { containerPort: 1, name: 'x' },
        { containerPort: 1, protocol: 'UDP' },
      ],
    };
    expect(
      merge(base, {
        ports: [
          { containerPort: 1, protocol: 'TCP', name: 'y' },
          { containerPort: 2, name: 'x' },
        ],
      }).ports,
    ).toEqual([
      { containerPort: 1, name: 'y', protocol: 'TCP' },
      { containerPort: 1, protocol: 'UDP' },
      { containerPort: 2, name: 'x' },
    ]);
  });

  test('of ports without a container port are merged by name', () => {
    expect(merge({ ports: [{ name: 'a', port: 1 }] }, { ports: [{ name: 'a', port: 2 }] }).ports).toEqual([
      { name: 'a', port: 2 },
    ]);
  });

  test('of volume mounts are merged by normalized path, not by the name of the volume', () => {
    const base = {
      volumeMounts: [
        { name: 'v', mountPath: '/a' },
        { name: 'v', mountPath: '/b' },
      ],
    };
    expect(
      merge(base, {
        volumeMounts: [
          { name: 'w', mountPath: '/b/' },
          { name: 'v', mountPath: '/c' },
        ],
      }).volumeMounts,
    ).toEqual([
      { name: 'v', mountPath: '/a' },
      { name: 'w', mountPath: '/b/' },
      { name: 'v', mountPath: '/c' },
    ]);
  });

  test('of host aliases are merged by address', () => {
    expect(
      merge(
        { hostAliases: [{ ip: '1', hostnames: ['a'] }] },
        {
          hostAliases: [
            { ip: '1', hostnames: ['b'] },
            { ip: '2', hostnames: [] },
          ],
        },
      ).hostAliases,
    ).toEqual([
      { ip: '1', hostnames: ['b'] },
      { ip: '2', hostnames: [] },
    ]);
  });
});

describe('a variable', () => {
  const source = { secretKeyRef: { name: 's', key: 'k' } };
  const merged = (base: ManifestJson, override: ManifestJson) =>
    merge({ env: [{ name: 'A', ...base }] }, { env: [{ name: 'A', ...override }] }).env[0];

  test.each([
    {
      what: 'that gets a value loses its source',
      base: { valueFrom: source },
      override: { value: 'x' },
      expected: { name: 'A', value: 'x' },
    },
    {
      what: 'that gets the empty value loses its source',
      base: { valueFrom: source },
      override: { value: '' },
      expected: { name: 'A', value: '' },
    },
    {
      what: 'that gets a source loses its value',
      base: { value: 'x' },
      override: { valueFrom: source },
      expected: { name: 'A', valueFrom: source },
    },
    {
      what: 'that gets neither keeps both',
      base: { value: 'x' },
      override: {},
      expected: { name: 'A', value: 'x' },
    },
    {
      what: 'with an undefined source keeps its value',
      base: { value: 'x' },
      override: { valueFrom: undefined },
      expected: { name: 'A', value: 'x' },
    },
    {
      what: 'with another value takes it',
      base: { value: 'x' },
      override: { value: 'y' },
      expected: { name: 'A', value: 'y' },
    },
  ])('$what', ({ base, override, expected }) => expect(merged(base, override)).toEqual(expected));
});

describe('a volume', () => {
  const merged = (base: ManifestJson, override: ManifestJson) =>
    merge({ volumes: [{ name: 'v', ...base }] }, { volumes: [{ name: 'v', ...override }] }).volumes[0];

  test.each([
    {
      what: 'that gets another source loses the first',
      base: { emptyDir: {} },
      override: { secret: { secretName: 's' } },
      expected: { name: 'v', secret: { secretName: 's' } },
    },
    {
      what: 'with the same source merges it',
      base: { emptyDir: { medium: 'Memory' } },
      override: { emptyDir: { sizeLimit: '1Gi' } },
      expected: { name: 'v', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } },
    },
    {
      what: 'with only a name keeps its source',
      base: { emptyDir: {} },
      override: {},
      expected: { name: 'v', emptyDir: {} },
    },
    {
      what: 'with an undefined source keeps its own',
      base: { emptyDir: {} },
      override: { secret: undefined },
      expected: { name: 'v', emptyDir: {}, secret: undefined },
    },
  ])('$what', ({ base, override, expected }) => expect(merged(base, override)).toStrictEqual(expected));
});

test('the same override applied twice changes nothing more', () => {
  const fields = {
    name: fc.constantFrom('a', 'b', 'c'),
    x: fc.nat(9),
    value: fc.string(),
    valueFrom: fc.constant({ y: 1 }),
  };
  const item = fc.record(fields, { requiredKeys: ['name'] });
  const list = fc.uniqueArray(item, { selector: (entry) => entry.name, maxLength: 3 });
  const lists = {
    containers: list,
    env: list,
    args: fc.array(fc.string()),
    metadata: fc.dictionary(fc.string(), fc.nat()),
  };
  const template = fc.record(lists, { requiredKeys: [] });
  fc.assert(
    fc.property(template, template, (base, override) => {
      const once = merge(base, override);
      expect(mergeTemplate(once, override)).toEqual(once);
    }),
    { seed: 1, numRuns: 500 },
  );
});
