import { type Wire } from '../../../kubernetes/wire';
import { type FlinkPod } from '../../../model/flink-pod';
import { type KubernetesParameters } from '../parameters/kubernetes-parameters';

/** What both roles' pods get from the parameters: account, secrets of registries, node selector, tolerations, network. */
export function podSpec(pod: FlinkPod, parameters: KubernetesParameters): Wire {
  const { spec } = pod;
  const account =
    parameters.serviceAccount ?? ((spec.serviceAccount ?? spec.serviceAccountName) as string | undefined) ?? 'default';
  const secrets = parameters.imagePullSecrets.map((name) => ({ name }));
  const tolerations = parameters.tolerations.map(toleration);
  const nodeSelector: Wire = { ...(spec.nodeSelector as Wire), ...parameters.nodeSelector };
  return {
    serviceAccountName: account,
    ...(parameters.release.fillsServiceAccount ? { serviceAccount: account } : {}),
    ...(secrets.length > 0 ? { imagePullSecrets: [...((spec.imagePullSecrets as Wire[]) ?? []), ...secrets] } : {}),
    ...(tolerations.length > 0 ? { tolerations: [...((spec.tolerations as Wire[]) ?? []), ...tolerations] } : {}),
    ...(parameters.release.sendsEmptyMaps || Object.keys(nodeSelector).length > 0 ? { nodeSelector } : {}),
    ...(parameters.release.hasHostNetwork ? network(spec, parameters) : {}),
  };
}

/** What both roles' main containers get from the parameters. */
export function mainContainer({ main }: FlinkPod, parameters: KubernetesParameters, ports: readonly Wire[]): Wire {
  const { requests, limits } = parameters.resources;
  const resources = (main.resources ?? {}) as { requests?: Wire; limits?: Wire };
  return {
    name: parameters.release.mainContainer[parameters.role],
    image: parameters.image ?? (main.image as string | undefined) ?? parameters.defaultImage,
    imagePullPolicy: parameters.imagePullPolicy ?? (main.imagePullPolicy as string | undefined) ?? 'IfNotPresent',
    resources: {
      ...resources,
      requests: { ...resources.requests, ...requests },
      limits: { ...resources.limits, ...limits },
    },
    ...(ports.length > 0 && !parameters.hasHostNetwork ? { ports: [...((main.ports as Wire[]) ?? []), ...ports] } : {}),
  };
}

/** Variables of the user, in the order of their names. */
export function variables(environment: { readonly [name: string]: string }): Wire[] {
  return Object.entries(environment).map(([name, value]) => ({ name, value }));
}

/** A variable that Kubernetes fills in from the pod. */
export function fieldVariable(name: string, fieldPath: string): Wire {
  return { name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } } };
}

function network(spec: Wire, { hasHostNetwork }: KubernetesParameters): Wire {
  return {
    hostNetwork: hasHostNetwork,
    dnsPolicy: hasHostNetwork ? 'ClusterFirstWithHostNet' : (spec.dnsPolicy ?? 'ClusterFirst'),
  };
}

const TOLERATION = ['key', 'operator', 'value', 'effect'];

/** Fields that Kubernetes does not know are lost on the way. */
function toleration(given: ReadonlyMap<string, string>): Wire {
  const seconds = given.get('tolerationSeconds');
  const fields = TOLERATION.filter((field) => given.has(field)).map((field) => [field, given.get(field)]);
  return { ...Object.fromEntries(fields), ...(seconds === undefined ? {} : { tolerationSeconds: Number(seconds) }) };
}
