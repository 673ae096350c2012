import { manifestJson } from './json-reader';
import { type Reader, string } from './reader';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { isDnsLabel } from '../kubernetes/names';
import { isMountPath, isReservedMountPath, normalizeMountPath } from '../kubernetes/paths';
import { type Report } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

/** Readers of volumes and their mounts, which also check what Kubernetes would check. */

export const INVALID_MOUNT_PATH = defineRule({
  id: 'FLK-VOL-04',
  severity: 'error',
  rule: 'not a valid mount path',
  fix: 'use an absolute path without ":" and ".."',
  source: Sources.KUBERNETES,
});

export const MOUNT_HIDES_DISTRIBUTION = defineRule({
  id: 'FLK-VOL-05',
  severity: 'error',
  rule: 'a volume here would hide the distribution, or a file of the library',
  fix: 'use your own directory, such as /opt/flink/usrlib or /opt/flink/plugins/name',
  source: Sources.IMAGE,
});

export const INVALID_VOLUME_NAME = defineRule({
  id: 'FLK-VOL-07',
  severity: 'error',
  rule: 'not a valid volume name',
  fix: 'use at most 63 of a-z, 0-9 and "-"',
  source: Sources.KUBERNETES,
});

export const INVALID_SUB_PATH = defineRule({
  id: 'FLK-VOL-09',
  severity: 'error',
  rule: 'not a valid path in the volume',
  fix: 'use a relative path without ".."',
  source: Sources.KUBERNETES,
});

/** A path in the main container, normalized so that it can be compared. */
export const mountPath: Reader<string> = (value, property, report) => {
  const given = string(value, property, report);
  if (given === undefined) {
    return undefined;
  }
  if (!isMountPath(given)) {
    report(INVALID_MOUNT_PATH, property, given);
    return undefined;
  }
  if (isReservedMountPath(given)) {
    report(MOUNT_HIDES_DISTRIBUTION, property, given);
    return undefined;
  }
  return normalizeMountPath(given);
};

/** A path in a volume. */
export const subPath: Reader<string> = (value, property, report) => {
  const given = string(value, property, report);
  if (given !== undefined && (given === '' || given.startsWith('/') || given.split('/').includes('..'))) {
    report(INVALID_SUB_PATH, property, given);
    return undefined;
  }
  return given;
};

/** A volume as in a manifest: a name and one source. */
export function volume<T = ManifestJson>(value: unknown, property: string, report: Report): T | undefined {
  const given = manifestJson<ManifestJson>(value, property, report);
  return given !== undefined && hasVolumeName(given, property, report) ? (given as T) : undefined;
}

/** Whether a volume, or the metadata of a claim template, has a valid name; otherwise it is reported. */
export function hasVolumeName({ name }: ManifestJson, property: string, report: Report): boolean {
  if (typeof name !== 'string' || !isDnsLabel(name)) {
    report(INVALID_VOLUME_NAME, `${property}.name`, name);
    return false;
  }
  return true;
}
