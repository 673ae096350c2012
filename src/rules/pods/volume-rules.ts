import { alsoInPods, listOf, type PodContext, podRule, type PodRule } from './pod-rule';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { isDnsLabel } from '../../kubernetes/names';
import { isMountPath, isReservedMountPath, normalizeMountPath } from '../../kubernetes/paths';
import * as readers from '../../readers/volume-readers';
import { Sources } from '../../validation/rule';
import { nameIn } from '../../validation/show';

/** The mounts of the library and of Flink at reserved paths. */
const OWN_MOUNTS: ReadonlyMap<string, unknown> = new Map([
  ['/opt/flink/conf', 'flink-config-volume'],
  ['/opt/flink/pod-template', 'pod-template-volume'],
]);

/** A mount of a container, with its property path. */
interface Mount {
  readonly name: unknown;
  readonly subPath: unknown;
  readonly property: string;
  readonly mountPath: unknown;
  /** Absent if the path is not valid. */
  readonly path?: string;
}

/** The mounts of each container, grouped by container. */
function mounts({ containers }: PodContext): { readonly isMain: boolean; readonly own: Mount[] }[] {
  return containers.map(({ container, kind, at }) => ({
    isMain: kind === 'main',
    own: listOf(container.volumeMounts).map(({ name, mountPath, subPath }) => ({
      name: name as unknown,
      subPath: subPath as unknown,
      mountPath: mountPath as unknown,
      property: `${at}volumeMounts.${nameIn(mountPath)}`,
      path: typeof mountPath === 'string' && isMountPath(mountPath) ? normalizeMountPath(mountPath) : undefined,
    })),
  }));
}

function volumesOf({ pod }: PodContext): ManifestJson[] {
  return listOf(pod.spec.volumes);
}

export const DUPLICATE_VOLUME = podRule({
  id: 'FLK-VOL-01',
  severity: 'error',
  rule: 'two volumes have this name',
  fix: 'rename one',
  source: Sources.KUBERNETES,
  find(context, report) {
    const names = new Set(context.claimNames);
    for (const volume of volumesOf(context)) {
      const name = nameIn(volume.name);
      if (names.has(name)) {
        report(`volumes.${name}`);
      }
      names.add(name);
    }
  },
});

export const INVALID_VOLUME_NAME = alsoInPods(readers.INVALID_VOLUME_NAME, (context, report) => {
  for (const { name } of volumesOf(context)) {
    if (typeof name !== 'string' || !isDnsLabel(name)) {
      report('volumes', name);
    }
  }
});

export const VOLUME_NEEDS_ONE_SOURCE = podRule({
  id: 'FLK-VOL-08',
  severity: 'error',
  rule: 'a volume needs a name and exactly one source',
  fix: 'write one source, such as emptyDir: {}',
  source: Sources.KUBERNETES,
  find(context, report) {
    for (const volume of volumesOf(context)) {
      const sources = Object.keys(volume).filter((key) => key !== 'name');
      if (sources.length !== 1) {
        report(`volumes.${nameIn(volume.name)}`, sources.join(', ') || undefined);
      }
    }
  },
});

export const MOUNT_OF_UNKNOWN_VOLUME = podRule({
  id: 'FLK-VOL-02',
  severity: 'error',
  rule: 'the pod has no volume with this name',
  fix: 'add the volume, or correct the name',
  source: Sources.KUBERNETES,
  find(context, report) {
    const names = new Set([...context.claimNames, ...volumesOf(context).map(({ name }) => nameIn(name))]);
    for (const { name, property } of mounts(context).flatMap(({ own }) => own)) {
      if (!names.has(nameIn(name))) {
        report(property, name);
      }
    }
  },
});

export const INVALID_MOUNT_PATH = alsoInPods(readers.INVALID_MOUNT_PATH, (context, report) => {
  for (const { mountPath, path, property } of mounts(context).flatMap(({ own }) => own)) {
    if (path === undefined) {
      report(property, mountPath);
    }
  }
});

export const DUPLICATE_MOUNT_PATH = podRule({
  id: 'FLK-VOL-03',
  severity: 'error',
  rule: 'two mounts have this path',
  fix: 'use another path',
  source: Sources.KUBERNETES,
  find(context, report) {
    for (const { own } of mounts(context)) {
      own.forEach(({ mountPath, path, property }, index) => {
        if (isDuplicate(own, path, index)) {
          report(property, mountPath);
        }
      });
    }
  },
});

export const RESERVED_MOUNT_PATH = alsoInPods(readers.MOUNT_HIDES_DISTRIBUTION, (context, report) => {
  for (const { own } of mounts(context).filter(({ isMain }) => isMain)) {
    own.forEach(({ name, mountPath, path, property }, index) => {
      const isReserved = path !== undefined && isReservedMountPath(path) && OWN_MOUNTS.get(path) !== name;
      if (isReserved && !isDuplicate(own, path, index)) {
        report(property, mountPath);
      }
    });
  }
});

export const INVALID_SUB_PATH = alsoInPods(readers.INVALID_SUB_PATH, (context, report) => {
  for (const { path, subPath, property } of mounts(context).flatMap(({ own }) => own)) {
    if (path !== undefined && subPath !== undefined && !isRelative(subPath)) {
      report(`${property}.subPath`, subPath);
    }
  }
});

function isDuplicate(own: readonly Mount[], path: string | undefined, index: number): boolean {
  return path !== undefined && own.findIndex((other) => other.path === path) < index;
}

function isRelative(path: unknown): boolean {
  return typeof path === 'string' && !path.startsWith('/') && !path.split('/').includes('..');
}

export const VOLUME_RULES: readonly PodRule[] = [
  DUPLICATE_VOLUME,
  INVALID_VOLUME_NAME,
  VOLUME_NEEDS_ONE_SOURCE,
  MOUNT_OF_UNKNOWN_VOLUME,
  INVALID_MOUNT_PATH,
  DUPLICATE_MOUNT_PATH,
  RESERVED_MOUNT_PATH,
  INVALID_SUB_PATH,
];
