/**
 * How far the pods are locked down.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export enum Hardening {
  /**
   * Meets the Pod Security Standard `restricted`: numeric non-root user, no capabilities, no privilege escalation, the runtime's
   * seccomp profile, read-only root with writable `/tmp` and `/opt/flink/log`, no service account token unless it is needed.
   */
  RESTRICTED = 'RESTRICTED',
  /** As `RESTRICTED`, and `hostPath` volumes are allowed (which `restricted` namespaces refuse). */
  RESTRICTED_WITH_HOST_PATH = 'RESTRICTED_WITH_HOST_PATH',
  /** No more than the Flink documentation shows: user 9999 in the main container, no account of its own. Probes and resources stay. */
  NONE = 'NONE',
}
