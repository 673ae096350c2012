/** Values that no caller means, and the places where they can be put. */
export type Path = readonly (string | number)[];

function throwing(): never {
  throw new TypeError('hostile');
}

export function revoked(): unknown {
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
  public get name(): string {
    return throwing();
  }
  public toString(): string {
    return throwing();
  }
  public [Symbol.toPrimitive](): string {
    return throwing();
  }
}

export const TRAPS: ProxyHandler<any> = {
  get: throwing,
  has: throwing,
  ownKeys: throwing,
  getPrototypeOf: throwing,
  getOwnPropertyDescriptor: throwing,
};

/** Values that no caller means, each with a name for the report. */
export const HOSTILE: readonly (readonly [string, () => unknown])[] = [
  ['null', () => null],
  ['NaN', () => NaN],
  ['Infinity', () => Infinity],
  ['-0', () => -0],
  ['a bigint', () => 2n ** 70n],
  ['a symbol', () => Symbol('s')],
  ['a function', () => throwing],
  ['a class', () => Unfriendly],
  ['an empty text', () => ''],
  ['a huge text', () => 'x'.repeat(100_000)],
  ['a text of many lines', () => 'a\nb\u2028c\u0000'],
  ['half a character', () => '\ud800'],
  ['a text of placeholders', () => '{rule} $& ${x} › [FLK-A-01]'],
  ['true', () => true],
  ['a list of undefined', () => [undefined]],
  ['a list of null', () => [null]],
  ['a sparse list', () => [, 1, , 2]],
  ['lists in lists', () => [[[[]]]]],
  ['an endless list', cycle],
  ['an object without prototype', () => Object.create(null)],
  ['a full object without prototype', () => Object.assign(Object.create(null), { name: 'a', value: 1 })],
  ['a Map', () => new Map([['name', 'a']])],
  ['a Set', () => new Set([1])],
  ['a Date', () => new Date(0)],
  ['a broken Date', () => new Date(NaN)],
  ['a Buffer', () => Buffer.from('name')],
  ['an Error', () => new Error('x')],
  ['a RegExp', () => /x/],
  ['a boxed text', () => Object('text')],
  ['a promise', () => Promise.resolve()],
  ['__proto__', () => JSON.parse('{"__proto__": {"name": "a"}, "constructor": {"prototype": 1}, "toString": 1}')],
  [
    'a getter that throws',
    () => ({
      get name() {
        return throwing();
      },
      get bind() {
        return throwing();
      },
    }),
  ],
  ['a proxy that throws', () => new Proxy({}, TRAPS)],
  ['a list that throws', () => new Proxy([1], TRAPS)],
  ['a revoked proxy', revoked],
  ['a proxy without prototype', () => new Proxy({}, { getPrototypeOf: throwing })],
  ['an unfriendly class', () => new Unfriendly()],
  ['an unfriendly list', () => [new Unfriendly()]],
  ['an object that names itself badly', () => ({ name: Symbol('n'), value: () => 1, toJSON: throwing })],
  ['a name that is an object', () => ({ name: { name: {} } })],
  ['deep nesting', () => nested(500)],
  [
    'no methods',
    () => ({ bind: 5, check: 5, toSeconds: 5, toKibibytes: throwing, _problem: 5, _render: 5, _isAtLeast: 5 }),
  ],
  ['no values', () => ({ name: 5, version: 5, value: 5, _mode: 5, releaseLine: 5, _text: 5, _base64: 5 })],
  ['a feature of nonsense', () => ({ bind: () => new Proxy({}, TRAPS) })],
  ['a feature of everything', () => ({ bind: () => everything(new Unfriendly()) })],
  ['a feature of nulls', () => ({ bind: () => everything(null) })],
  ['a feature of lists', () => ({ bind: () => everything([null]) })],
];

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? { a: value } : [value];
  return value;
}

function everything(value: unknown): unknown {
  const fields = [
    'configuration',
    'defaults',
    'pods',
    'jobManager',
    'taskManager',
    'files',
    'rules',
    'jobManagerRules',
    'manifests',
    'restService',
    'checks',
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
export function pathsOf(value: unknown, path: Path = []): Path[] {
  return [
    ...(path.length === 0 ? [] : [path]),
    ...(isContainer(value) ? Object.keys(value).flatMap((key) => pathsOf(value[key], [...path, key])) : []),
  ];
}

export function put(value: unknown, path: Path, replacement: unknown): any {
  const [first, ...rest] = path;
  if (first === undefined) return replacement;
  if (!isContainer(value)) return value;
  const copy: any = Array.isArray(value)
    ? [...value]
    : Object.defineProperties({}, Object.getOwnPropertyDescriptors(value));
  Object.defineProperty(copy, first, {
    value: put(rest.length === 0 ? undefined : copy[first], rest, replacement),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}
