import { type ManifestJson } from '../kubernetes/manifest-json';
import { normalizeMountPath } from '../kubernetes/paths';
import { type FlinkPod } from '../model/flink-pod';

/** Volumes whose content ends with the pod, or that belong to one node. */
const OF_THE_POD = ['emptyDir', 'ephemeral', 'hostPath'];
/** Volumes that are written from outside. */
const READ_ONLY = ['configMap', 'downwardAPI', 'image', 'projected', 'secret'];

/** What stands in the way of keeping files at a path of the main container, as a clause; `undefined` where nothing does. */
export function whyNotKept(pod: FlinkPod, path: string): string | undefined {
  const mount = mountAbove(pod, path);
  if (mount === undefined) {
    return 'no volume is mounted there';
  }
  const type = volumeType(pod, mount);
  return whyNotWritable(pod, path) ?? (OF_THE_POD.includes(type) ? `the volume there is of type ${type}` : undefined);
}

/** What stands in the way of writing below a path of the main container; its root file system is read-only. */
export function whyNotWritable(pod: FlinkPod, path: string): string | undefined {
  const mount = mountAbove(pod, path);
  if (mount === undefined) {
    return 'no volume is mounted there';
  }
  const type = volumeType(pod, mount);
  return mount.readOnly === true || READ_ONLY.includes(type) ? 'the volume there is read-only' : undefined;
}

/** Name of the claim that a path of the main container lies on; `undefined` where it lies on something else. */
export function claimAt(pod: FlinkPod, path: string): string | undefined {
  const mount = mountAbove(pod, path);
  const claim =
    mount === undefined ? undefined : (volumeOf(pod, mount)?.persistentVolumeClaim as ManifestJson | undefined);
  return claim === undefined ? undefined : String(claim.claimName);
}

/** The mount that a path lies on: the deepest one. */
function mountAbove({ main }: FlinkPod, path: string): ManifestJson | undefined {
  const below = `${normalizeMountPath(path)}/`;
  const mounts = (Array.isArray(main.volumeMounts) ? main.volumeMounts : []) as ManifestJson[];
  return mounts
    .filter(
      ({ mountPath }) =>
        typeof mountPath === 'string' && below.startsWith(`${normalizeMountPath(mountPath).replace(/\/$/, '')}/`),
    )
    .sort((a, b) => String(b.mountPath).length - String(a.mountPath).length)[0];
}

/** Of a volume that the pod does not list, as those of claim templates are not: a claim. */
function volumeType(pod: FlinkPod, mount: ManifestJson): string {
  return Object.keys(volumeOf(pod, mount) ?? {}).find((key) => key !== 'name') ?? 'persistentVolumeClaim';
}

function volumeOf({ spec }: FlinkPod, { name }: ManifestJson): ManifestJson | undefined {
  return ((Array.isArray(spec.volumes) ? spec.volumes : []) as ManifestJson[]).find(
    (candidate) => candidate.name === name,
  );
}
