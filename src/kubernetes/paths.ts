/**
 * Places in a pod where a volume would hide the system, the Flink distribution or files that the cluster itself brings.
 *
 * @see https://github.com/apache/flink-docker
 */
export const RESERVED_MOUNT_PATHS: readonly string[] = [
  '/',
  '/bin',
  '/dev',
  '/etc',
  '/lib',
  '/opt',
  '/opt/flink',
  '/opt/flink/bin',
  '/opt/flink/conf',
  '/opt/flink/lib',
  '/opt/flink/pod-template',
  '/proc',
  '/run/secrets/kubernetes.io',
  '/run/secrets/kubernetes.io/serviceaccount',
  '/sbin',
  '/sys',
  '/usr',
  '/var/run/secrets/kubernetes.io',
  '/var/run/secrets/kubernetes.io/serviceaccount',
];

const RESERVED: ReadonlySet<string> = new Set(RESERVED_MOUNT_PATHS);

// Empty segments, also at the end, and those that are a single dot.
const NEEDLESS_SEGMENT = /\/\/|.\/$|(?:^|\/)\.(?:\/|$)/s;

/** One spelling for all spellings of a path, so that two mounts on the same place are seen; `..` is not resolved. */
export function normalizeMountPath(path: string): string {
  if (!NEEDLESS_SEGMENT.test(path)) {
    return path;
  }
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  return `${path.startsWith('/') ? '/' : ''}${segments.join('/')}`;
}

/**
 * Whether a volume can be mounted there at all.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#volumes-1
 */
export function isMountPath(path: string): boolean {
  return path.startsWith('/') && !path.includes(':') && !path.split('/').includes('..');
}

/** Whether the path is, in any spelling, one of {@link RESERVED_MOUNT_PATHS}; places below them are free. */
export function isReservedMountPath(path: string): boolean {
  return RESERVED.has(normalizeMountPath(path));
}
