/**
 * How far the permissions of pods and containers are restricted.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export enum Hardening {
  /**
   * Complies with the Pod Security Standard `restricted`: a numeric non-root user, no capabilities, no privilege
   * escalation, the seccomp profile of the runtime, a read-only root file system with writable `/tmp` and
   * `/opt/flink/log`, and no token of the ServiceAccount unless it is needed.
   */
  RESTRICTED = 'RESTRICTED',
  /** Like `RESTRICTED`, but allows `hostPath` volumes, which namespaces that enforce `restricted` reject. */
  RESTRICTED_WITH_HOST_PATH = 'RESTRICTED_WITH_HOST_PATH',
  /**
   * As in the Flink documentation: user 9999 in the main container, and no dedicated ServiceAccount. Probes and
   * resources are the same.
   */
  NONE = 'NONE',
}
