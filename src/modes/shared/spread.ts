import { type ManifestJson } from '../../kubernetes/manifest-json';
import { addToPod, type FlinkPod } from '../../model/flink-pod';

/** A spread constraint that does not say whose pods it counts would count none; it gets the role's own. */
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

/** JobManagers that stand by for each other should not go down with one node, unless the user has other ideas. */
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
