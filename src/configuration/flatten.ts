/** One option under its flat key; the value is what was given. */
export interface FlatEntry {
  readonly key: string;
  readonly value: unknown;
}

/** The plain object that was given for an option whose value is a map, or an item of such a list: its own entries, flat. */
export class MapValue {
  public constructor(public readonly entries: readonly (readonly [string, unknown])[]) {}
}

/** Why a part of the given map is no option. `property` is the flat key, empty for the map itself. */
export interface FlatProblem {
  readonly property: string;
  readonly problem:
    'cycle' | 'not-a-map' | 'bad-key' | 'duplicate' | 'getter' | 'forbidden-key' | 'too-deep' | 'empty-map';
  readonly detail: string;
}

/** What is usable of a nested configuration map, and what is not. */
export interface FlatConfiguration {
  readonly entries: FlatEntry[];
  readonly problems: FlatProblem[];
}

// Every key of the catalogue is of [A-Za-z0-9_.$-]; the slash is for entries of map options, such as annotations (kubernetes.jobmanager.annotations.a.io/b).
const KEY = /^[A-Za-z$][\w$/-]*(?:\.[\w$/-]+)*$/;
// The longest key that a YAML reader takes in the usual "key: value" form.
const LONGEST_KEY = 1024;
const DEEPEST_MAP = 32;
// More lines than a ConfigMap of 1 MiB can hold. Bounds maps that are shared instead of nested, which unfold exponentially.
const MOST_KEYS = 262144;
const FORBIDDEN_SEGMENT = /(?:^|\.)(?:__proto__|constructor|prototype)(?:\.|$)/;

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // The second half knows the Object.prototype of another realm, too.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function keyProblem(key: string): Omit<FlatProblem, 'property'> | undefined {
  if (FORBIDDEN_SEGMENT.test(key)) return { problem: 'forbidden-key', detail: 'names a built-in property of objects' };
  if (key.length > LONGEST_KEY) {
    return { problem: 'bad-key', detail: `has ${key.length} characters, at most ${LONGEST_KEY} are allowed` };
  }
  if (KEY.test(key)) return undefined;
  return {
    problem: 'bad-key',
    detail: /<[\w ]+>/.test(key)
      ? 'holds a placeholder of the documentation: write the name that it stands for'
      : "must start with a letter and hold only letters, digits and '_', '-', '$', '/', in parts joined by '.'",
  };
}

// a: { b.c } for the key b.c inside the map a.
function spelling(parents: readonly string[], flatKey: string): string {
  const last = parents.length === 0 ? flatKey : flatKey.slice(parents.join('.').length + 1);
  return [...parents, last].join(': { ') + ' }'.repeat(parents.length);
}

/** Which keys are options whose values are maps. */
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
    if (this.ancestors.has(map)) return this.report(property, 'cycle', 'holds itself');
    if (parents.length >= DEEPEST_MAP) {
      return this.report(property, 'too-deep', `is nested more than ${DEEPEST_MAP} maps deep`);
    }
    const keys = this.keys(map, property);
    if (keys?.length === 0 && parents.length > 0) return this.report(property, 'empty-map', 'is a map without entries');
    this.ancestors.add(map);
    for (const key of keys ?? []) {
      if (this.keysRead++ === MOST_KEYS) this.report(property, 'too-deep', `unfolds to more than ${MOST_KEYS} keys`);
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
      this.report(property, 'getter', 'throws when its keys are read');
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
      return this.report(flatKey, 'getter', 'throws when it is read');
    }
    if (!nested) {
      this.leaf(flatKey, Array.isArray(value) ? this.items(flatKey, value) : value, parents);
    } else if (this.isMapOption(flatKey)) {
      this.leaf(flatKey, this.mapValue(flatKey, value as Record<string, unknown>), parents);
    } else {
      this.map(value as Record<string, unknown>, [...parents, key]);
    }
  }

  /** A map as a value may have names of any kind. */
  private mapValue(key: string, map: Record<string, unknown>): MapValue {
    const inner = new Flattener(
      () => false,
      () => undefined,
    );
    inner.map(map, []);
    if (inner.entries.length + inner.problems.length === 0) this.report(key, 'empty-map', 'is a map without entries');
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
      return this.report(key, 'duplicate', `is given as ${spelling(first, key)} and as ${spelling(parents, key)}`);
    }
    this.parentsOf.set(key, parents);
    this.entries.push({ key, value });
  }
}

/**
 * Makes one flat list of a configuration map whose options may be dotted, nested or both, without converting a value. Never throws:
 * whatever is not an option becomes a problem, and the rest is still returned.
 * @param isMapOption Which keys take a plain object as their value, a `MapValue` then, instead of as a section
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function flattenConfiguration(map: unknown, isMapOption: IsMapOption = () => false): FlatConfiguration {
  const flattener = new Flattener(isMapOption);
  try {
    if (isPlainObject(map)) flattener.map(map, []);
    else flattener.report('', 'not-a-map', 'is not a plain object');
  } catch {
    // Only a proxy can refuse to tell its prototype.
    flattener.report('', 'getter', 'throws when it is read');
  }
  return { entries: flattener.entries, problems: flattener.problems };
}
