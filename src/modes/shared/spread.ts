import { type Wire } from '../../kubernetes/wire';
import { addToPod, type FlinkPod } from '../../model/flink-pod';

/** A spread constraint that does not say whose pods it counts would count none; it gets the role's own. */
export function spreadOwnPods(pod: FlinkPod, matchLabels: { readonly [key: string]: string }): FlinkPod {
  const constraints = pod.spec.topologySpreadConstraints as Wire[] | undefined;
  return constraints === undefined
    ? pod
    : addToPod(pod, { spec: { topologySpreadConstraints: constraints.map((constraint) => ({ labelSelector: { matchLabels }, ...constraint })) } });
}
