import type { ManifestJson } from './manifest-json';
import { normalizeMountPath } from './paths';

type KeyOf = (item: ManifestJson) => string | undefined;
type MergeItem = (base: ManifestJson, override: ManifestJson) => ManifestJson;

interface ListRule {
  readonly keyOf: KeyOf;
  readonly merge: MergeItem;
}

const BY_NAME: ListRule = { keyOf: (item) => textAt(item, 'name'), merge: mergeTemplate };

const LIST_RULES: ReadonlyMap<string, ListRule> = new Map([
  ['env', { keyOf: (item) => textAt(item, 'name'), merge: mergeVariable }],
  ['hostAliases', { keyOf: (item) => textAt(item, 'ip'), merge: mergeTemplate }],
  ['ports', { keyOf: portKey, merge: mergeTemplate }],
  ['volumeMounts', { keyOf: mountKey, merge: mergeTemplate }],
  ['volumes', { keyOf: (item) => textAt(item, 'name'), merge: mergeVolume }],
]);

/**
 * Merges a pod template into another one like a strategic merge patch: maps recursively, lists of named items by name;
 * other lists are replaced.
 *
 * The inputs do not change, and the result shares their unmodified parts. `undefined` and, for named items, an empty
 * list change nothing. Duplicate items of one side are kept, so that later checks can find them.
 *
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
 */
export function mergeTemplate(base: ManifestJson, override: ManifestJson): ManifestJson {
  const keys = Object.keys(override);
  if (keys.length === 0) {
    return base;
  }
  const merged: ManifestJson = { ...base, ...override };
  for (const key of keys) {
    if (Object.hasOwn(base, key)) {
      merged[key] = mergeValue(key, base[key], override[key]);
    }
  }
  return merged;
}

function mergeValue(key: string, base: unknown, override: unknown): unknown {
  if (override === undefined) {
    return base;
  }
  if (isMap(base) && isMap(override)) {
    return mergeTemplate(base, override);
  }
  return Array.isArray(base) && Array.isArray(override) ? mergeList(key, base, override) : override;
}

function mergeList(key: string, base: readonly unknown[], override: readonly unknown[]): unknown {
  const rule = [LIST_RULES.get(key), BY_NAME].find(
    (candidate) => candidate !== undefined && fits(candidate, base) && fits(candidate, override),
  );
  return rule === undefined
    ? override
    : mergeItems(rule, base as readonly ManifestJson[], override as readonly ManifestJson[]);
}

function fits(rule: ListRule, items: readonly unknown[]): boolean {
  return items.every((item) => isMap(item) && rule.keyOf(item) !== undefined);
}

function mergeItems(
  rule: ListRule,
  base: readonly ManifestJson[],
  override: readonly ManifestJson[],
): readonly ManifestJson[] {
  if (override.length === 0) {
    return base;
  }
  const merged = [...base];
  const positions = new Map<string, number>();
  base.forEach((item, index) => {
    const key = rule.keyOf(item)!;
    if (!positions.has(key)) positions.set(key, index);
  });
  for (const item of override) {
    const key = rule.keyOf(item)!;
    const position = positions.get(key);
    if (position === undefined) {
      merged.push(item);
    } else {
      merged[position] = rule.merge(merged[position]!, item);
      positions.delete(key);
    }
  }
  return merged;
}

// A variable has either a value or a source.
function mergeVariable(base: ManifestJson, override: ManifestJson): ManifestJson {
  if (override.value !== undefined) {
    return mergeTemplate(
      without(base, (key) => key === 'valueFrom'),
      override,
    );
  }
  return mergeTemplate(override.valueFrom === undefined ? base : without(base, (key) => key === 'value'), override);
}

// A volume has one source, so a source of another type replaces the existing one.
function mergeVolume(base: ManifestJson, override: ManifestJson): ManifestJson {
  const hasSource = Object.keys(override).some((key) => key !== 'name' && override[key] !== undefined);
  return mergeTemplate(
    hasSource ? without(base, (key) => key !== 'name' && override[key] === undefined) : base,
    override,
  );
}

function without(map: ManifestJson, drop: (key: string) => boolean): ManifestJson {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !drop(key)));
}

function textAt(item: ManifestJson, key: string): string | undefined {
  return typeof item[key] === 'string' ? item[key] : undefined;
}

function portKey(item: ManifestJson): string | undefined {
  return typeof item.containerPort === 'number' ? `${item.containerPort}/${item.protocol ?? 'TCP'}` : undefined;
}

function mountKey(item: ManifestJson): string | undefined {
  const path = textAt(item, 'mountPath');
  return path === undefined ? undefined : normalizeMountPath(path);
}

function isMap(value: unknown): value is ManifestJson {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
