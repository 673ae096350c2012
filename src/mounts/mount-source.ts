import type * as kplus from 'cdk8s-plus-27';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { volumeNameOf } from '../kubernetes/names';
import { type Report } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

export const NOT_ONE_SOURCE = defineRule({
  id: 'FLK-MOUNT-04',
  severity: 'error',
  rule: 'exactly one of {choices} must be set, but {count} are',
  fix: 'set one of them',
  source: Sources.LIBRARY,
});

/** Whether exactly one of several properties that exclude each other is set. The error is reported at the first one. */
export function isOneOf(given: object, choices: readonly string[], report: Report): boolean {
  const count = choices.filter((choice) => choice in given).length;
  if (count !== 1) {
    report(NOT_ONE_SOURCE, choices[0]!, undefined, {
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

/** The volume of a mount. Its name derives from the object, so that several mounts of the object share one volume. */
export function volumeOf({ claim: pvc, configMap: map, volume: other }: VolumeSources): ManifestJson | undefined {
  if (pvc !== undefined) {
    return { name: volumeNameOf(pvc.name, '-pvc'), persistentVolumeClaim: { claimName: pvc.name } };
  }
  return map === undefined
    ? (other as ManifestJson | undefined)
    : { name: volumeNameOf(map.name, '-config'), configMap: { name: map.name } };
}
