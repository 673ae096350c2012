import { type ManifestJson } from '../../kubernetes/manifest-json';
import { addToPod, type FlinkPod } from '../../model/flink-pod';

/** Adds a selector for the pods of the role to spread constraints without one, which would count no pods. */
export function spreadOwnPods(pod: FlinkPod, matchLabels: { readonly [key: string]: string }): FlinkPod {
  const constraints = pod.spec.topologySpreadConstraints as ManifestJson[] | undefined;
  return constraints === undefined
    ? pod
    : addToPod(pod, {
        spec: {
          topologySpreadConstraints: constraints.map((constraint) => ({
            labelSelector: { matchLabels },
            ...constraint,
          })),
        },
      });
}

/** Spreads standby JobManagers over nodes, so that one node can fail, unless the user has set where pods run. */
export function keepStandbysApart(
  pod: FlinkPod,
  matchLabels: { readonly [key: string]: string },
  replicas: number,
): FlinkPod {
  const affinity = pod.spec.affinity as ManifestJson | undefined;
  if (replicas < 2 || affinity?.podAntiAffinity !== undefined || pod.spec.topologySpreadConstraints !== undefined) {
    return pod;
  }
  const podAffinityTerm = { labelSelector: { matchLabels }, topologyKey: 'kubernetes.io/hostname' };
  const podAntiAffinity = { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm }] };
  return addToPod(pod, { spec: { affinity: { ...affinity, podAntiAffinity } } });
}
