import type * as kplus from 'cdk8s-plus-27';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { isDnsLabel, volumeNameOf } from '../kubernetes/names';
import { isMountPath, isReservedMountPath, normalizeMountPath } from '../kubernetes/paths';
import { manifestJson } from '../readers/json-reader';
import { type Reader, string } from '../readers/reader';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** A place in the container, in the one spelling that all comparisons use. */
export const mountPath: Reader<string> = (value, property, report) => {
  const given = string(value, property, report);
  if (given === undefined) {
    return undefined;
  }
  if (!isMountPath(given)) {
    report(RULES['FLK-VOL-04'], property, given);
    return undefined;
  }
  if (isReservedMountPath(given)) {
    report(RULES['FLK-VOL-05'], property, given);
    return undefined;
  }
  return normalizeMountPath(given);
};

/** A place inside a volume. */
export const subPath: Reader<string> = (value, property, report) => {
  const given = string(value, property, report);
  if (given !== undefined && (given === '' || given.startsWith('/') || given.split('/').includes('..'))) {
    report(RULES['FLK-VOL-09'], property, given);
    return undefined;
  }
  return given;
};

/** A volume in the form of Kubernetes: a name and one source. */
export function volume<T = ManifestJson>(value: unknown, property: string, report: Report): T | undefined {
  const given = manifestJson<ManifestJson>(value, property, report);
  if (given === undefined) {
    return undefined;
  }
  if (typeof given.name !== 'string' || !isDnsLabel(given.name)) {
    report(RULES['FLK-VOL-07'], `${property}.name`, given.name);
    return undefined;
  }
  return given as T;
}

/** Whether exactly one of several properties that exclude each other is given; the first of them is blamed. */
export function isOneOf(given: object, choices: readonly string[], report: Report): boolean {
  const count = choices.filter((choice) => choice in given).length;
  if (count !== 1) {
    report(RULES['FLK-MOUNT-04'], choices[0]!, undefined, {
      choices: choices.join(', '),
      count: count === 0 ? 'none' : count,
    });
  }
  return count === 1;
}

interface VolumeSources {
  readonly claim?: kplus.IPersistentVolumeClaim;
  readonly configMap?: kplus.IConfigMap;
  readonly volume?: kplus.k8s.Volume;
}

/** The same object has the same volume, however often it is mounted. */
export function volumeOf({ claim: pvc, configMap: map, volume: other }: VolumeSources): ManifestJson | undefined {
  if (pvc !== undefined) {
    return { name: volumeNameOf(pvc.name, '-pvc'), persistentVolumeClaim: { claimName: pvc.name } };
  }
  return map === undefined
    ? (other as ManifestJson | undefined)
    : { name: volumeNameOf(map.name, '-config'), configMap: { name: map.name } };
}
