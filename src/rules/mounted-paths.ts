import { type ManifestJson } from '../kubernetes/manifest-json';
import { normalizeMountPath } from '../kubernetes/paths';
import { type FlinkPod } from '../model/flink-pod';

/** Types of volumes that are deleted with the pod, or that are on one node. */
const OF_THE_POD = ['emptyDir', 'ephemeral', 'hostPath'];
/** Types of volumes that pods cannot write to. */
const READ_ONLY = ['configMap', 'downwardAPI', 'image', 'projected', 'secret'];

/** Why files at a path of the main container are lost with the pod, as a clause; `undefined` if they are kept. */
export function whyNotKept(pod: FlinkPod, path: string): string | undefined {
  const mount = mountAbove(pod, path);
  if (mount === undefined) {
    return 'no volume is mounted there';
  }
  const type = volumeType(pod, mount);
  return whyNotWritable(pod, path) ?? (OF_THE_POD.includes(type) ? `the volume there is of type ${type}` : undefined);
}

/** Why the main container cannot write to a path, if its root file system is read-only; `undefined` if it can. */
export function whyNotWritable(pod: FlinkPod, path: string): string | undefined {
  const mount = mountAbove(pod, path);
  if (mount === undefined) {
    return 'no volume is mounted there';
  }
  const type = volumeType(pod, mount);
  return mount.readOnly === true || READ_ONLY.includes(type) ? 'the volume there is read-only' : undefined;
}

/** The name of the PersistentVolumeClaim at a path of the main container, if there is one. */
export function claimAt(pod: FlinkPod, path: string): string | undefined {
  const mount = mountAbove(pod, path);
  const claim =
    mount === undefined ? undefined : (volumeOf(pod, mount)?.persistentVolumeClaim as ManifestJson | undefined);
  return claim === undefined ? undefined : String(claim.claimName);
}

/** The deepest mount that contains a path. */
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

/** The type of a volume. Pods do not list the volumes of claim templates. */
function volumeType(pod: FlinkPod, mount: ManifestJson): string {
  return Object.keys(volumeOf(pod, mount) ?? {}).find((key) => key !== 'name') ?? 'persistentVolumeClaim';
}

function volumeOf({ spec }: FlinkPod, { name }: ManifestJson): ManifestJson | undefined {
  return ((Array.isArray(spec.volumes) ? spec.volumes : []) as ManifestJson[]).find(
    (candidate) => candidate.name === name,
  );
}
