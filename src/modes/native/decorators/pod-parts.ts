import { type ManifestJson } from '../../../kubernetes/manifest-json';
import { type FlinkPod } from '../../../model/flink-pod';
import { type KubernetesParameters } from '../parameters/kubernetes-parameters';

/** What both roles' pods get from the parameters: account, secrets of registries, node selector, tolerations, network. */
export function podSpec(pod: FlinkPod, parameters: KubernetesParameters): ManifestJson {
  const { spec } = pod;
  const account =
    parameters.serviceAccount ?? ((spec.serviceAccount ?? spec.serviceAccountName) as string | undefined) ?? 'default';
  const secrets = parameters.imagePullSecrets.map((name) => ({ name }));
  const tolerations = parameters.tolerations.map(toleration);
  const nodeSelector: ManifestJson = { ...(spec.nodeSelector as ManifestJson), ...parameters.nodeSelector };
  return {
    serviceAccountName: account,
    ...(parameters.release.fillsServiceAccount ? { serviceAccount: account } : {}),
    ...(secrets.length > 0
      ? { imagePullSecrets: [...((spec.imagePullSecrets as ManifestJson[]) ?? []), ...secrets] }
      : {}),
    ...(tolerations.length > 0
      ? { tolerations: [...((spec.tolerations as ManifestJson[]) ?? []), ...tolerations] }
      : {}),
    ...(parameters.release.sendsEmptyMaps || Object.keys(nodeSelector).length > 0 ? { nodeSelector } : {}),
    ...(parameters.release.hasHostNetwork ? network(spec, parameters) : {}),
  };
}

/** What both roles' main containers get from the parameters. */
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

/** Variables of the user, in the order of their names. */
export function variables(environment: { readonly [name: string]: string }): ManifestJson[] {
  return Object.entries(environment).map(([name, value]) => ({ name, value }));
}

/** A variable that Kubernetes fills in from the pod. */
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

/** Fields that Kubernetes does not know are lost on the way. */
function toleration(given: ReadonlyMap<string, string>): ManifestJson {
  const seconds = given.get('tolerationSeconds');
  const fields = TOLERATION.filter((field) => given.has(field)).map((field) => [field, given.get(field)]);
  return { ...Object.fromEntries(fields), ...(seconds === undefined ? {} : { tolerationSeconds: Number(seconds) }) };
}
