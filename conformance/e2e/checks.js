// What must be true of the running pods, as functions of what Kubernetes and the kernel say of them: each answers with what is wrong.

// Of the container's first process; /proc tells what the kernel enforces, whatever the manifest asked for.
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

/** What is not locked down in a container, from what FACTS printed there; `token`: whether its pod talks to Kubernetes. */
function notLockedDown(facts, { token }) {
  const found = LOCKED_DOWN.filter(([, pattern]) => !pattern.test(facts)).map(([problem]) => problem);
  if (facts.includes('serviceaccount') === token) return found;
  return [...found, token ? 'has no ServiceAccount token' : 'has a ServiceAccount token'];
}

// Flink needs seconds to start; until then the probes that only ask for readiness fail, and nothing is killed for that. So does a volume to be bound.
const isStarting = ({ reason, message }) =>
  (reason === 'Unhealthy' && /^(Startup|Readiness) probe failed/.test(message)) ||
  (reason === 'FailedScheduling' && /unbound immediate PersistentVolumeClaims/.test(message));
const isKilledByProbe = ({ reason, message }) =>
  reason === 'Killing' && /failed (liveness|startup) probe/.test(message);

/** Events that a healthy start does not have. */
function badEvents(events) {
  return events
    .filter((event) => (event.type === 'Warning' && !isStarting(event)) || isKilledByProbe(event))
    .map(
      ({ reason, message, involvedObject }) => `${involvedObject.kind} ${involvedObject.name}: ${reason}: ${message}`,
    );
}

/** Containers that were started more than once. */
function restarted(pods) {
  return pods.flatMap(({ metadata, status }) =>
    (status.containerStatuses ?? [])
      .filter(({ restartCount }) => restartCount > 0)
      .map(({ name, restartCount }) => `${metadata.name}/${name}: ${restartCount} restarts`),
  );
}

const isReady = ({ status }) =>
  (status.conditions ?? []).some(({ type, status: value }) => type === 'Ready' && value === 'True');

/** Pods that take no traffic. */
function notReady(pods) {
  return pods.filter((pod) => !isReady(pod)).map(({ metadata }) => `${metadata.name} is not ready`);
}

/** When the last of the containers has answered its first liveness probe, in milliseconds since 1970. */
function firstAsked(pods) {
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

module.exports = { FACTS, badEvents, firstAsked, notLockedDown, notReady, restarted };
