// Checks of the running pods. Each is a function of the answers of Kubernetes and the kernel, and returns the problems.

// Facts about the first process of a container: /proc shows what the kernel enforces, independently of the manifest.
const FACTS =
  "grep -E '^(Uid|Gid|CapEff|NoNewPrivs|Seccomp):' /proc/1/status; touch /written 2>&1 || true; " +
  'ls -d /var/run/secrets/kubernetes.io/serviceaccount 2>/dev/null || true';

const LOCKED_DOWN = [
  ['is not user 9999', /^Uid:\s+9999\s+9999\s+9999\s+9999$/m],
  ['is not group 9999', /^Gid:\s+9999\s+9999\s+9999\s+9999$/m],
  ['has capabilities', /^CapEff:\s+0+$/m],
  ['may gain privileges', /^NoNewPrivs:\s+1$/m],
  ['runs without a seccomp filter', /^Seccomp:\s+2$/m],
  ['has a writable root file system', /Read-only file system/],
];

/**
 * Returns what is not locked down in a container, according to the output of FACTS; `token`: whether its pod needs a
 * ServiceAccount token.
 */
function notLockedDown(facts, { token }) {
  const found = LOCKED_DOWN.filter(([, pattern]) => !pattern.test(facts)).map(([problem]) => problem);
  if (facts.includes('serviceaccount') === token) return found;
  return [...found, token ? 'has no ServiceAccount token' : 'has a ServiceAccount token'];
}

// Flink needs some seconds to start. Until then, startup and readiness probes fail without consequences, and a volume
// may not be bound yet.
const isStarting = ({ reason, message }) =>
  (reason === 'Unhealthy' && /^(Startup|Readiness) probe failed/.test(message)) ||
  (reason === 'FailedScheduling' && /unbound immediate PersistentVolumeClaims/.test(message));
const isKilledByProbe = ({ reason, message }) =>
  reason === 'Killing' && /failed (liveness|startup) probe/.test(message);

/** Returns the events that do not occur in a healthy start. */
function badEvents(events) {
  return events
    .filter((event) => (event.type === 'Warning' && !isStarting(event)) || isKilledByProbe(event))
    .map(
      ({ reason, message, involvedObject }) => `${involvedObject.kind} ${involvedObject.name}: ${reason}: ${message}`,
    );
}

/** Returns the containers that were restarted. */
function restarted(pods) {
  return pods.flatMap(({ metadata, status }) =>
    (status.containerStatuses ?? [])
      .filter(({ restartCount }) => restartCount > 0)
      .map(({ name, restartCount }) => `${metadata.name}/${name}: ${restartCount} restarts`),
  );
}

const isReady = ({ status }) =>
  (status.conditions ?? []).some(({ type, status: value }) => type === 'Ready' && value === 'True');

/** Returns the pods that are not ready. */
function notReady(pods) {
  return pods.filter((pod) => !isReady(pod)).map(({ metadata }) => `${metadata.name} is not ready`);
}

/** Returns the time at which the first liveness probe of every container has ended, in milliseconds since 1970. */
function firstLivenessProbes(pods) {
  return Math.max(
    ...pods.flatMap(({ spec, status }) =>
      spec.containers.map(({ name, livenessProbe = {} }) => {
        const { state } = (status.containerStatuses ?? []).find((container) => container.name === name) ?? {};
        const { initialDelaySeconds = 0, periodSeconds = 0, timeoutSeconds = 0 } = livenessProbe;
        return (
          Date.parse(state?.running?.startedAt ?? 0) + (initialDelaySeconds + periodSeconds + timeoutSeconds) * 1000
        );
      }),
    ),
  );
}

module.exports = { FACTS, badEvents, firstLivenessProbes, notLockedDown, notReady, restarted };
