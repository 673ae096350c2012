import { isDeepStrictEqual } from 'node:util';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { isMap } from '../../kubernetes/pod-shapes';

/** Two pod templates as the operator takes them: what they share, and what each puts over that. */
export interface FactoredTemplates {
  readonly common?: ManifestJson;
  readonly jobManager?: ManifestJson;
  readonly taskManager?: ManifestJson;
}

/**
 * Takes out of two templates what both have. The operator merges lists by position at every depth, so a list is shared as a whole or
 * not at all; of containers that differ, the main one alone is taken apart, which is the first in either template.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/pod-template/
 */
export function factorTemplates(
  jobManager: ManifestJson | undefined,
  taskManager: ManifestJson | undefined,
): FactoredTemplates {
  if (jobManager === undefined || taskManager === undefined) {
    return {
      ...(jobManager === undefined ? {} : { jobManager }),
      ...(taskManager === undefined ? {} : { taskManager }),
    };
  }
  const { common, own, other } = maps(jobManager, taskManager);
  return { ...given('common', common), ...given('jobManager', own), ...given('taskManager', other) };
}

interface Split<T> {
  readonly common?: T;
  readonly own?: T;
  readonly other?: T;
}

function maps(a: ManifestJson, b: ManifestJson): Split<ManifestJson> {
  const common: ManifestJson = {};
  const own: ManifestJson = {};
  const other: ManifestJson = {};
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const split = values(key, a[key], b[key]);
    put(common, key, split.common);
    put(own, key, split.own);
    put(other, key, split.other);
  }
  return { ...given('common', notEmpty(common)), ...given('own', notEmpty(own)), ...given('other', notEmpty(other)) };
}

function values(key: string, a: unknown, b: unknown): Split<unknown> {
  if (isDeepStrictEqual(a, b)) {
    return { common: a };
  }
  if (isMap(a) && isMap(b) && Object.keys(a).length > 0 && Object.keys(b).length > 0) {
    return maps(a, b);
  }
  return key === 'containers' && Array.isArray(a) && Array.isArray(b)
    ? containers(a as ManifestJson[], b as ManifestJson[])
    : { own: a, other: b };
}

/** Sidecars are shared only where both roles have the same ones; the main container needs its name in every part. */
function containers([a = {}, ...beside]: ManifestJson[], [b = {}, ...others]: ManifestJson[]): Split<ManifestJson[]> {
  const { name, ...restA } = a;
  const { name: _same, ...restB } = b;
  const { common, own, other } = maps(restA, restB);
  const named = (rest: ManifestJson | undefined): ManifestJson => ({ name: name as string, ...rest });
  if (isDeepStrictEqual(beside, others)) {
    return {
      ...(common === undefined && beside.length === 0 ? {} : { common: [named(common), ...beside] }),
      ...(own === undefined ? {} : { own: [named(own)] }),
      ...(other === undefined ? {} : { other: [named(other)] }),
    };
  }
  // A list that is longer in one role would lend its sidecars to the other.
  return {
    ...(common === undefined ? {} : { common: [named(common)] }),
    ...(own === undefined && beside.length === 0 ? {} : { own: [named(own), ...beside] }),
    ...(other === undefined && others.length === 0 ? {} : { other: [named(other), ...others] }),
  };
}

function notEmpty(map: ManifestJson): ManifestJson | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}

function given<K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: T });
}

function put(map: ManifestJson, key: string, value: unknown): void {
  if (value !== undefined) {
    map[key] = value;
  }
}
