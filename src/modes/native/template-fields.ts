import { type Wire } from '../../kubernetes/wire';

/**
 * Fields of pods that the Kubernetes model of clients up to 1.15 knows; it reads no others, and so they are lost on the way to the pod.
 *
 * @see https://github.com/fabric8io/kubernetes-client
 */
const POD_SPEC = new Set([
  'activeDeadlineSeconds', 'affinity', 'automountServiceAccountToken', 'containers', 'dnsConfig', 'dnsPolicy', 'enableServiceLinks', 'ephemeralContainers',
  'hostAliases', 'hostIPC', 'hostNetwork', 'hostPID', 'hostname', 'imagePullSecrets', 'initContainers', 'nodeName', 'nodeSelector', 'overhead',
  'preemptionPolicy', 'priority', 'priorityClassName', 'readinessGates', 'restartPolicy', 'runtimeClassName', 'schedulerName', 'securityContext',
  'serviceAccount', 'serviceAccountName', 'setHostnameAsFQDN', 'shareProcessNamespace', 'subdomain', 'terminationGracePeriodSeconds', 'tolerations',
  'topologySpreadConstraints', 'volumes',
]);
const CONTAINER = new Set([
  'args', 'command', 'env', 'envFrom', 'image', 'imagePullPolicy', 'lifecycle', 'livenessProbe', 'name', 'ports', 'readinessProbe', 'resources',
  'securityContext', 'startupProbe', 'stdin', 'stdinOnce', 'terminationMessagePath', 'terminationMessagePolicy', 'tty', 'volumeDevices', 'volumeMounts',
  'workingDir',
]);
const SPREAD_CONSTRAINT = new Set(['labelSelector', 'maxSkew', 'topologyKey', 'whenUnsatisfiable']);
const MANIFEST = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status']);

/** A template as such a client reads it. */
export function dropUnknownFields(manifest: Wire): Wire {
  const { spec, ...rest } = only(manifest, MANIFEST);
  return typeof spec !== 'object' || spec === null ? rest : { ...rest, spec: knownSpec(spec as Wire) };
}

function knownSpec(spec: Wire): Wire {
  const known = only(spec, POD_SPEC);
  each(known, 'containers', CONTAINER);
  each(known, 'initContainers', CONTAINER);
  each(known, 'topologySpreadConstraints', SPREAD_CONSTRAINT);
  return known;
}

function each(map: Wire, field: string, known: ReadonlySet<string>): void {
  const items: unknown = map[field];
  if (Array.isArray(items)) {
    map[field] = items.map((item: Wire) => only(item, known));
  }
}

function only(map: Wire, known: ReadonlySet<string>): Wire {
  return Object.fromEntries(Object.entries(map).filter(([field]) => known.has(field)));
}
