/** A property path in a value. */
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

export interface HostileValue {
  readonly what: string;
  readonly make: () => unknown;
}

/** Values that no caller passes on purpose. */
export const HOSTILE: readonly HostileValue[] = [
  { what: 'null', make: () => null },
  { what: 'NaN', make: () => NaN },
  { what: 'Infinity', make: () => Infinity },
  { what: '-0', make: () => -0 },
  { what: 'a bigint', make: () => 2n ** 70n },
  { what: 'a symbol', make: () => Symbol('s') },
  { what: 'a function', make: () => throwing },
  { what: 'a class', make: () => Unfriendly },
  { what: 'an empty string', make: () => '' },
  { what: 'a huge string', make: () => 'x'.repeat(100_000) },
  { what: 'a string of several lines', make: () => 'a\nb\u2028c\u0000' },
  { what: 'an unpaired surrogate', make: () => '\ud800' },
  { what: 'a string with placeholders', make: () => '{rule} $& ${x} › [FLK-A-01]' },
  { what: 'true', make: () => true },
  { what: 'a list of undefined', make: () => [undefined] },
  { what: 'a list of null', make: () => [null] },
  { what: 'a sparse list', make: () => [, 1, , 2] },
  { what: 'nested lists', make: () => [[[[]]]] },
  { what: 'a cyclic list', make: cycle },
  { what: 'an object without prototype', make: () => Object.create(null) },
  { what: 'a full object without prototype', make: () => Object.assign(Object.create(null), { name: 'a', value: 1 }) },
  { what: 'a Map', make: () => new Map([['name', 'a']]) },
  { what: 'a Set', make: () => new Set([1]) },
  { what: 'a Date', make: () => new Date(0) },
  { what: 'an invalid Date', make: () => new Date(NaN) },
  { what: 'a Buffer', make: () => Buffer.from('name') },
  { what: 'an Error', make: () => new Error('x') },
  { what: 'a RegExp', make: () => /x/ },
  { what: 'a boxed string', make: () => Object('text') },
  { what: 'a promise', make: () => Promise.resolve() },
  {
    what: '__proto__',
    make: () => JSON.parse('{"__proto__": {"name": "a"}, "constructor": {"prototype": 1}, "toString": 1}'),
  },
  {
    what: 'a getter that throws',
    make: () => ({
      get name() {
        return throwing();
      },
      get bind() {
        return throwing();
      },
    }),
  },
  { what: 'a proxy that throws', make: () => new Proxy({}, TRAPS) },
  { what: 'a list that throws', make: () => new Proxy([1], TRAPS) },
  { what: 'a revoked proxy', make: revoked },
  { what: 'a proxy without prototype', make: () => new Proxy({}, { getPrototypeOf: throwing }) },
  { what: 'an instance of a class that throws', make: () => new Unfriendly() },
  { what: 'a list with an instance of a class that throws', make: () => [new Unfriendly()] },
  { what: 'an object with invalid methods', make: () => ({ name: Symbol('n'), value: () => 1, toJSON: throwing }) },
  { what: 'a name that is an object', make: () => ({ name: { name: {} } }) },
  { what: '500 levels of nesting', make: () => nested(500) },
  {
    what: 'invalid methods of the library',
    make: () => ({ bind: 5, check: 5, toSeconds: 5, toKibibytes: throwing, _problem: 5, _render: 5, _isAtLeast: 5 }),
  },
  {
    what: 'invalid fields of the library',
    make: () => ({ name: 5, version: 5, value: 5, _mode: 5, releaseLine: 5, _text: 5, _base64: 5 }),
  },
  { what: 'a feature with an invalid contribution', make: () => ({ bind: () => new Proxy({}, TRAPS) }) },
  {
    what: 'a feature with instances that throw as contributions',
    make: () => ({ bind: () => everything(new Unfriendly()) }),
  },
  { what: 'a feature with null as contributions', make: () => ({ bind: () => everything(null) }) },
  { what: 'a feature with lists of null as contributions', make: () => ({ bind: () => everything([null]) }) },
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

/** The paths of all values in maps and lists. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  return [
    ...(path.length === 0 ? [] : [path]),
    ...(isContainer(value) ? Object.keys(value).flatMap((key) => pathsOf(value[key], [...path, key])) : []),
  ];
}

export function replaceAt(value: unknown, path: Path, replacement: unknown): any {
  const [first, ...rest] = path;
  if (first === undefined) return replacement;
  if (!isContainer(value)) return value;
  const copy: any = Array.isArray(value)
    ? [...value]
    : Object.defineProperties({}, Object.getOwnPropertyDescriptors(value));
  Object.defineProperty(copy, first, {
    value: replaceAt(rest.length === 0 ? undefined : copy[first], rest, replacement),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}
