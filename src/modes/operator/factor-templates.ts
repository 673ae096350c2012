import { isDeepStrictEqual } from 'node:util';
import { optionalField } from './without-empty';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { isMap } from '../../kubernetes/pod-shapes';

/** Two pod templates as in the operator's resource: the common template, and what each role merges into it. */
export interface FactoredTemplates {
  readonly common?: ManifestJson;
  readonly jobManager?: ManifestJson;
  readonly taskManager?: ManifestJson;
}

/**
 * Extracts the common parts of two templates. The operator merges lists by position at every depth, so a list is common
 * only as a whole. The exception is the main container, which is the first one in both templates.
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
  return {
    ...optionalField('common', common),
    ...optionalField('jobManager', own),
    ...optionalField('taskManager', other),
  };
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
  return {
    ...optionalField('common', notEmpty(common)),
    ...optionalField('own', notEmpty(own)),
    ...optionalField('other', notEmpty(other)),
  };
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

/** Sidecars are common only if both roles have the same ones. The main container needs its name in every part. */
function containers([a = {}, ...sidecars]: ManifestJson[], [b = {}, ...others]: ManifestJson[]): Split<ManifestJson[]> {
  const { name, ...restA } = a;
  const { name: _same, ...restB } = b;
  const { common, own, other } = maps(restA, restB);
  const isSame = isDeepStrictEqual(sidecars, others);
  const list = (main: ManifestJson | undefined, rest: ManifestJson[]): ManifestJson[] | undefined =>
    main === undefined && rest.length === 0 ? undefined : [{ name: name as string, ...main }, ...rest];
  // A common list would add the sidecars of one role to the other.
  return {
    ...optionalField('common', list(common, isSame ? sidecars : [])),
    ...optionalField('own', list(own, isSame ? [] : sidecars)),
    ...optionalField('other', list(other, isSame ? [] : others)),
  };
}

function notEmpty(map: ManifestJson): ManifestJson | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}

function put(map: ManifestJson, key: string, value: unknown): void {
  if (value !== undefined) {
    map[key] = value;
  }
}
