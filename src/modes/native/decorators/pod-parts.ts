import { type ManifestJson } from '../../../kubernetes/manifest-json';
import { type FlinkPod } from '../../../model/flink-pod';
import { type KubernetesParameters } from '../parameters/kubernetes-parameters';

/** The fields of a pod: ServiceAccount, image pull Secrets, node selector, tolerations and network. */
export function podSpec(pod: FlinkPod, parameters: KubernetesParameters): ManifestJson {
  const { spec } = pod;
  const { version } = parameters;
  const serviceAccount =
    parameters.serviceAccount ?? ((spec.serviceAccount ?? spec.serviceAccountName) as string | undefined) ?? 'default';
  const secrets = parameters.imagePullSecrets.map((name) => ({ name }));
  const tolerations = parameters.tolerations.map(toleration);
  const nodeSelector: ManifestJson = { ...(spec.nodeSelector as ManifestJson), ...parameters.nodeSelector };
  return {
    serviceAccountName: serviceAccount,
    ...(version._can('setsDeprecatedServiceAccount') ? { serviceAccount } : {}),
    ...(secrets.length > 0
      ? { imagePullSecrets: [...((spec.imagePullSecrets as ManifestJson[]) ?? []), ...secrets] }
      : {}),
    ...(tolerations.length > 0
      ? { tolerations: [...((spec.tolerations as ManifestJson[]) ?? []), ...tolerations] }
      : {}),
    ...(version._can('writesEmptyMaps') || Object.keys(nodeSelector).length > 0 ? { nodeSelector } : {}),
    ...(version._can('setsHostNetwork') ? network(spec, parameters) : {}),
  };
}

/** The fields of a main container. */
export function mainContainer(
  { main }: FlinkPod,
  parameters: KubernetesParameters,
  ports: readonly ManifestJson[],
): ManifestJson {
  const { requests, limits } = parameters.resources;
  const resources = (main.resources ?? {}) as { requests?: ManifestJson; limits?: ManifestJson };
  return {
    name: parameters.release.mainContainer[parameters.role],
    image: parameters.image ?? (main.image as string | undefined) ?? parameters.defaultImage,
    imagePullPolicy: parameters.imagePullPolicy ?? (main.imagePullPolicy as string | undefined) ?? 'IfNotPresent',
    resources: {
      ...resources,
      requests: { ...resources.requests, ...requests },
      limits: { ...resources.limits, ...limits },
    },
    ...(ports.length > 0 && !parameters.hasHostNetwork
      ? { ports: [...((main.ports as ManifestJson[]) ?? []), ...ports] }
      : {}),
  };
}

/** Environment variables of the user. */
export function variables(environment: { readonly [name: string]: string }): ManifestJson[] {
  return Object.entries(environment).map(([name, value]) => ({ name, value }));
}

/** An environment variable whose value is a field of the pod. */
export function fieldVariable(name: string, fieldPath: string): ManifestJson {
  return { name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } } };
}

function network(spec: ManifestJson, { hasHostNetwork }: KubernetesParameters): ManifestJson {
  return {
    hostNetwork: hasHostNetwork,
    dnsPolicy: hasHostNetwork ? 'ClusterFirstWithHostNet' : (spec.dnsPolicy ?? 'ClusterFirst'),
  };
}

const TOLERATION = ['key', 'operator', 'value', 'effect'];

/** Fields that Kubernetes does not know are omitted. */
function toleration(item: ReadonlyMap<string, string>): ManifestJson {
  const seconds = item.get('tolerationSeconds');
  const fields = TOLERATION.filter((field) => item.has(field)).map((field) => [field, item.get(field)]);
  return { ...Object.fromEntries(fields), ...(seconds === undefined ? {} : { tolerationSeconds: Number(seconds) }) };
}
