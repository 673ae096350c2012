/**
 * Paths in a pod at which a volume would hide the operating system, the Flink distribution or mounts of the library.
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

// Empty segments, including one at the end, and segments with a single dot.
const NEEDLESS_SEGMENT = /\/\/|.\/$|(?:^|\/)\.(?:\/|$)/s;

/** Normalizes a path, so that equal mount paths can be compared; `..` is not resolved. */
export function normalizeMountPath(path: string): string {
  if (!NEEDLESS_SEGMENT.test(path)) {
    return path;
  }
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  return `${path.startsWith('/') ? '/' : ''}${segments.join('/')}`;
}

/**
 * Whether Kubernetes accepts the path as a mount path.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#volumes-1
 */
export function isMountPath(path: string): boolean {
  return path.startsWith('/') && !path.includes(':') && !path.split('/').includes('..');
}

/** Whether the normalized path is one of {@link RESERVED_MOUNT_PATHS}; paths below them are allowed. */
export function isReservedMountPath(path: string): boolean {
  return RESERVED.has(normalizeMountPath(path));
}
