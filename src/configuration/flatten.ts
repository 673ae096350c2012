/** One option with its flat key; the value is as it was written. */
export interface FlatEntry {
  readonly key: string;
  readonly value: unknown;
}

/** A plain object as the value of an option, or of an item in its list, with flat keys. */
export class MapValue {
  public constructor(public readonly entries: readonly (readonly [string, unknown])[]) {}
}

/** Why a part of the map is not an option. `property` is the flat key, empty for the map itself. */
export interface FlatProblem {
  readonly property: string;
  readonly problem:
    'cycle' | 'not-a-map' | 'bad-key' | 'duplicate' | 'getter' | 'forbidden-key' | 'too-deep' | 'empty-map';
  readonly detail: string;
}

/** The options in a nested configuration map, and the parts of it that are not options. */
export interface FlatConfiguration {
  readonly entries: FlatEntry[];
  readonly problems: FlatProblem[];
}

// Every key of the catalogue consists of [A-Za-z0-9_.$-]; entries of map options, such as annotations, can have a
// slash.
const KEY = /^[A-Za-z$][\w$/-]*(?:\.[\w$/-]+)*$/;
// The longest key that a YAML reader accepts in the usual "key: value" form.
const LONGEST_KEY = 1024;
const DEEPEST_MAP = 32;
// More lines than a ConfigMap of 1 MiB can contain. Limits maps that are shared, which expand exponentially.
const MOST_KEYS = 262144;
const FORBIDDEN_SEGMENT = /(?:^|\.)(?:__proto__|constructor|prototype)(?:\.|$)/;

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // The second half recognizes the Object.prototype of another realm, too.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function keyProblem(key: string): Omit<FlatProblem, 'property'> | undefined {
  if (FORBIDDEN_SEGMENT.test(key)) return { problem: 'forbidden-key', detail: 'a built-in property of objects' };
  if (key.length > LONGEST_KEY) {
    return { problem: 'bad-key', detail: `it has ${key.length} characters, and the limit is ${LONGEST_KEY}` };
  }
  if (KEY.test(key)) return undefined;
  return {
    problem: 'bad-key',
    detail: /<[\w ]+>/.test(key)
      ? 'it contains a placeholder of the documentation instead of a name'
      : "it must start with a letter and contain only letters, digits and '_', '-', '$', '/', in parts joined by '.'",
  };
}

// a: { b.c } for the key b.c inside the map a.
function notation(parents: readonly string[], flatKey: string): string {
  const last = parents.length === 0 ? flatKey : flatKey.slice(parents.join('.').length + 1);
  return [...parents, last].join(': { ') + ' }'.repeat(parents.length);
}

/** Whether a key is an option whose value is a map. */
type IsMapOption = (key: string) => boolean;

class Flattener implements FlatConfiguration {
  public readonly entries: FlatEntry[] = [];
  public readonly problems: FlatProblem[] = [];
  private readonly parentsOf = new Map<string, readonly string[]>();
  private readonly ancestors = new Set<unknown>();
  private keysRead = 0;

  public constructor(
    private readonly isMapOption: IsMapOption,
    private readonly problemOf = keyProblem,
  ) {}

  public map(map: Record<string, unknown>, parents: readonly string[]): void {
    const property = parents.join('.');
    if (this.ancestors.has(map)) return this.report(property, 'cycle', 'a map that contains itself');
    if (parents.length >= DEEPEST_MAP) {
      return this.report(property, 'too-deep', `a map nested more than ${DEEPEST_MAP} levels deep`);
    }
    const keys = this.keys(map, property);
    if (keys?.length === 0 && parents.length > 0) return this.report(property, 'empty-map', 'a map without entries');
    this.ancestors.add(map);
    for (const key of keys ?? []) {
      if (this.keysRead++ === MOST_KEYS) this.report(property, 'too-deep', `a map with more than ${MOST_KEYS} keys`);
      if (this.keysRead > MOST_KEYS) break;
      this.read(map, key, parents);
    }
    this.ancestors.delete(map);
  }

  public report(property: string, problem: FlatProblem['problem'], detail: string): void {
    this.problems.push({ property, problem, detail });
  }

  private keys(map: Record<string, unknown>, property: string): string[] | undefined {
    try {
      return Object.keys(map);
    } catch {
      this.report(property, 'getter', 'an object that throws when its keys are read');
      return undefined;
    }
  }

  private read(map: Record<string, unknown>, key: string, parents: readonly string[]): void {
    const flatKey = parents.length === 0 ? key : `${parents.join('.')}.${key}`;
    let value: unknown;
    let nested: boolean;
    try {
      value = map[key];
      nested = isPlainObject(value);
    } catch {
      return this.report(flatKey, 'getter', 'an object that throws when it is read');
    }
    if (!nested) {
      this.leaf(flatKey, Array.isArray(value) ? this.items(flatKey, value) : value, parents);
    } else if (this.isMapOption(flatKey)) {
      this.leaf(flatKey, this.mapValue(flatKey, value as Record<string, unknown>), parents);
    } else {
      this.map(value as Record<string, unknown>, [...parents, key]);
    }
  }

  /** The names in a map that is a value can be of any form. */
  private mapValue(key: string, map: Record<string, unknown>): MapValue {
    const inner = new Flattener(
      () => false,
      () => undefined,
    );
    inner.map(map, []);
    if (inner.entries.length + inner.problems.length === 0) this.report(key, 'empty-map', 'a map without entries');
    for (const { property, problem, detail } of inner.problems) {
      this.report(property === '' ? key : `${key}.${property}`, problem, detail);
    }
    return new MapValue(inner.entries.map((entry) => [entry.key, entry.value]));
  }

  private items(key: string, list: readonly unknown[]): readonly unknown[] {
    return list.some(isPlainObject)
      ? list.map((item) => (isPlainObject(item) ? this.mapValue(key, item) : item))
      : list;
  }

  private leaf(key: string, value: unknown, parents: readonly string[]): void {
    const wrong = this.problemOf(key);
    if (wrong !== undefined) return this.report(key, wrong.problem, wrong.detail);
    const first = this.parentsOf.get(key);
    if (first !== undefined) {
      return this.report(key, 'duplicate', `it is written as ${notation(first, key)} and as ${notation(parents, key)}`);
    }
    this.parentsOf.set(key, parents);
    this.entries.push({ key, value });
  }
}

/**
 * Returns one flat list of the options in a configuration map, whose keys can be dotted, nested or both. Values are not
 * converted. Never throws: a part that is not an option becomes a problem, and all others are still returned.
 * @param isMapOption Whether a plain object under this key is a value, then a `MapValue`, instead of a section
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function flattenConfiguration(map: unknown, isMapOption: IsMapOption = () => false): FlatConfiguration {
  const flattener = new Flattener(isMapOption);
  try {
    if (isPlainObject(map)) flattener.map(map, []);
    else flattener.report('', 'not-a-map', 'expected a plain object');
  } catch {
    // Only a proxy can throw when its prototype is read.
    flattener.report('', 'getter', 'an object that throws when it is read');
  }
  return { entries: flattener.entries, problems: flattener.problems };
}
