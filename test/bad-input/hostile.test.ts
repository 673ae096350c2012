import { ApiObject, App, Chart, Testing } from 'cdk8s';
import fc from 'fast-check';
import { FlinkConfigMap, FlinkJobManager, FlinkSessionCluster, FlinkTaskManager, FlinkVersion } from '../../src';
import { RULES } from '../../src/validation/rules';
import { fullProps } from '../support/full-props';
import { newChart, problems, type Told } from '../support/synth';

type Path = readonly (string | number)[];

function throwing(): never {
  throw new TypeError('hostile');
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function cycle(): unknown {
  const list: unknown[] = [];
  list.push({ list });
  return list;
}

class Unfriendly {
  public get name(): string { return throwing(); }
  public toString(): string { return throwing(); }
  public [Symbol.toPrimitive](): string { return throwing(); }
}

const TRAPS: ProxyHandler<any> = { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing, getOwnPropertyDescriptor: throwing };

/** Values that no caller means, each with a name for the report. */
const HOSTILE: readonly (readonly [string, () => unknown])[] = [
  ['null', () => null], ['NaN', () => NaN], ['Infinity', () => Infinity], ['-0', () => -0], ['a bigint', () => 2n ** 70n],
  ['a symbol', () => Symbol('s')], ['a function', () => throwing], ['a class', () => Unfriendly], ['an empty text', () => ''],
  ['a huge text', () => 'x'.repeat(100_000)], ['a text of many lines', () => 'a\nb\u2028c\u0000'], ['half a character', () => '\ud800'],
  ['a text of placeholders', () => '{rule} $& ${x} › [FLK-A-01]'], ['true', () => true], ['a list of undefined', () => [undefined]],
  ['a list of null', () => [null]], ['a sparse list', () => [, 1, , 2]], ['lists in lists', () => [[[[]]]]], ['an endless list', cycle],
  ['an object without prototype', () => Object.create(null)],
  ['a full object without prototype', () => Object.assign(Object.create(null), { name: 'a', value: 1 })], ['a Map', () => new Map([['name', 'a']])],
  ['a Set', () => new Set([1])], ['a Date', () => new Date(0)], ['a broken Date', () => new Date(NaN)], ['a Buffer', () => Buffer.from('name')],
  ['an Error', () => new Error('x')], ['a RegExp', () => /x/], ['a boxed text', () => Object('text')], ['a promise', () => Promise.resolve()],
  ['__proto__', () => JSON.parse('{"__proto__": {"name": "a"}, "constructor": {"prototype": 1}, "toString": 1}')],
  ['a getter that throws', () => ({ get name() { return throwing(); }, get bind() { return throwing(); } })],
  ['a proxy that throws', () => new Proxy({}, TRAPS)], ['a list that throws', () => new Proxy([1], TRAPS)], ['a revoked proxy', revoked],
  ['a proxy without prototype', () => new Proxy({}, { getPrototypeOf: throwing })], ['an unfriendly class', () => new Unfriendly()],
  ['an unfriendly list', () => [new Unfriendly()]],
  ['an object that names itself badly', () => ({ name: Symbol('n'), value: () => 1, toJSON: throwing })],
  ['a name that is an object', () => ({ name: { name: {} } })], ['deep nesting', () => nested(500)],
  ['no methods', () => ({ bind: 5, check: 5, toSeconds: 5, toKibibytes: throwing, _problem: 5, _render: 5, _isAtLeast: 5 })],
  ['no values', () => ({ name: 5, version: 5, value: 5, _mode: 5, releaseLine: 5, _text: 5, _base64: 5 })],
  ['a feature of nonsense', () => ({ bind: () => new Proxy({}, TRAPS) })],
  ['a feature of everything', () => ({ bind: () => everything(new Unfriendly()) })], ['a feature of nulls', () => ({ bind: () => everything(null) })],
  ['a feature of lists', () => ({ bind: () => everything([null]) })],
];

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? { a: value } : [value];
  return value;
}

function everything(value: unknown): unknown {
  const fields = [
    'configuration', 'defaults', 'pods', 'jobManager', 'taskManager', 'files', 'rules', 'jobManagerRules', 'manifests', 'restService', 'checks',
    'problems',
  ];
  return Object.fromEntries(fields.map((field) => [field, value]));
}

function isContainer(value: unknown): value is { [key: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  } catch {
    return false;
  }
}

/** Every place in a value: maps and lists, and what is in them. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  return [
    ...(path.length === 0 ? [] : [path]), ...(isContainer(value) ? Object.keys(value).flatMap((key) => pathsOf(value[key], [...path, key])) : []),
  ];
}

function put(value: unknown, path: Path, replacement: unknown): any {
  const [first, ...rest] = path;
  if (first === undefined) return replacement;
  if (!isContainer(value)) return value;
  const copy: any = Array.isArray(value) ? [...value] : Object.defineProperties({}, Object.getOwnPropertyDescriptors(value));
  Object.defineProperty(copy, first, {
    value: put(rest.length === 0 ? undefined : copy[first], rest, replacement), enumerable: true, configurable: true, writable: true,
  });
  return copy;
}

/** What is told of a cluster with these props, whichever way it is looked at; whatever else is thrown fails the test. */
function run(props: unknown): Told[] {
  const chart = newChart();
  let made!: FlinkSessionCluster;
  const built = problems(() => { made = new FlinkSessionCluster(chart, 'Flink', props as any); });
  expect(built).toEqual([]);
  expect(typeof made.restPort).toBe('number');
  expect(typeof made.restServiceName).toBe('string');
  made.warnings.forEach(({ id, text }) => expect([id in RULES, text]).toEqual([true, expect.not.stringMatching(/[\n\r]/)]));
  let all: any[] = [];
  const told = problems(() => { all = Testing.synth(chart); });
  expect(told.map(({ id }) => id).filter((id) => !(id in RULES))).toEqual([]);
  if (told.length === 0) {
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  } else {
    for (const object of chart.node.findAll().filter(ApiObject.isApiObject).slice(0, 1)) {
      // cdk8s puts the name of the object in front as it is, line breaks included.
      expect(String(errorOf(() => object.toJson()))).toMatch(/\[FLK-[A-Z]+-\d\d\] .* › .*: .* Fix: /);
    }
  }
  return told;
}

function errorOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return new Error('nothing was thrown');
}

const BASES = [fullProps('cluster'), fullProps('roles')] as const;
const PLACES = [
  ...pathsOf(BASES[0]).map((path) => ({ props: BASES[0], path })),
  ...pathsOf(BASES[1]).filter(([role]) => role === 'jobManager' || role === 'taskManager').map((path) => ({ props: BASES[1], path })),
];

test('the properties themselves are good', () => {
  for (const props of BASES) expect(run(props)).toEqual([]);
  expect(PLACES.length).toBeGreaterThan(300);
});

test.each(HOSTILE)('%s is told or accepted as every property of the cluster', (_, make) => {
  for (const { props, path } of PLACES.filter((place) => place.path.length === 1)) {
    run(put(props, path, make()));
  }
});

test('hostile values are told or accepted at any place', () => {
  fc.assert(fc.property(fc.constantFrom(...PLACES), fc.constantFrom(...HOSTILE), ({ props, path }, [, make]) => {
    run(put(props, path, make()));
  }), { seed: 3, numRuns: 2000 });
});

test('anything at any place is told or accepted', () => {
  const anything = fc.anything({
    maxDepth: 3,
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  });
  let told = 0;
  fc.assert(fc.property(fc.constantFrom(...PLACES), anything, ({ props, path }, value) => {
    told += run(put(props, path, value)).length;
  }), { seed: 1, numRuns: 1500 });
  expect(told).toBeGreaterThan(1000);
});

test('several bad places at once are all told', () => {
  const value = fc.constantFrom(...HOSTILE);
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...pathsOf(BASES[1])), value), { minLength: 2, maxLength: 6 }), (changes) => {
    run(changes.reduce((props, [path, [, make]]) => put(props, path, make()), BASES[1]));
  }), { seed: 2, numRuns: 300 });
});

test.each([
  undefined, null, 5, 'props', [], () => 1, Symbol('s'), new Map(), new Proxy({}, TRAPS), revoked(),
])('props that are none are told: %#', (props) => {
  const told = problems(() => {
    const chart = newChart();
    new FlinkSessionCluster(chart, 'Flink', props as any);
    Testing.synth(chart);
  });
  expect(told.length).toBeGreaterThan(0);
  const byHand = problems(() => {
    const chart = newChart();
    const config = new FlinkConfigMap(chart, 'Flink', props as any);
    new FlinkJobManager(chart, 'Jobs', { config });
    new FlinkTaskManager(chart, 'Tasks', { config });
    Testing.synth(chart);
  });
  expect(byHand.length).toBeGreaterThan(0);
});

test('problems of all clusters of an App come in one run', () => {
  const app = new App();
  for (const name of ['a', 'b', 'c']) {
    new FlinkSessionCluster(new Chart(app, name), 'Flink', {
      version: FlinkVersion.V1_20, image: '', replicas: 2, jobManager: { replicas: 0 },
    } as any);
  }
  const told = problems(() => app.synthYaml()).map(({ path, id }) => `${path} ${id}`);
  expect(told).toEqual(['a', 'b', 'c'].flatMap((name) => [
    `${name}/Flink FLK-TYPE-02`, `${name}/Flink FLK-TYPE-03`, `${name}/Flink/JobManager FLK-IMG-01`, `${name}/Flink/TaskManager FLK-IMG-01`,
  ]));
});

test('a document of a cluster with problems cannot be had alone', () => {
  const chart = newChart();
  const made = new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, image: 'flink' });
  const objects = chart.node.findAll().filter(ApiObject.isApiObject);
  expect(objects).toHaveLength(7);
  for (const object of objects) {
    expect(problems(() => object.toJson()).map(({ path, id, property }) => [path, id, property])).toEqual([
      ['chart/Flink/JobManager', 'FLK-IMG-03', 'image'], ['chart/Flink/TaskManager', 'FLK-IMG-03', 'image'],
    ]);
  }
  expect(made.warnings).toEqual([]);
});
