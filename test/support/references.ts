// References between manifests, and whether the referenced objects exist.

export const nameOf = ({ kind, metadata }: any) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
export const isWithin = (selector: any, labels: any) =>
  Object.keys(selector).length > 0 && Object.entries(selector).every(([key, value]) => labels?.[key] === value);
const podsOf = (objects: any[], namespace?: string) =>
  objects
    .filter(({ spec, metadata }) => spec?.template?.spec?.containers && metadata.namespace === namespace)
    .map(({ spec }) => spec.template);
export const selectedBy = (objects: any[], selector: any, namespace?: string) =>
  podsOf(objects, namespace).filter((pod) => isWithin(selector, pod.metadata.labels));

/** Service ports on which no container of the selected pods listens. */
export function deadPorts({ spec: { ports: served = [] } }: any, pods: any[]): number[] {
  const listening = pods
    .flatMap((pod) => pod.spec.containers)
    .flatMap(({ ports = [] }: any) => ports.map(({ containerPort }: any) => containerPort));
  return served
    .map(({ port, targetPort = port }: any) => targetPort)
    .filter((port: number) => !listening.includes(port));
}

/** ConfigMaps, ServiceAccounts and claims that a workload references. */
export function referencesOf({
  metadata: { namespace },
  spec: {
    template: { spec },
  },
}: any): string[] {
  const { volumes = [], serviceAccountName } = spec;
  const reference = (kind: string, name: string | undefined) =>
    name === undefined ? [] : [nameOf({ kind, metadata: { name, namespace } })];
  return [
    ...reference('ServiceAccount', serviceAccountName),
    ...volumes.flatMap(({ configMap, persistentVolumeClaim }: any) => [
      ...reference('ConfigMap', configMap?.name),
      ...reference('PersistentVolumeClaim', persistentVolumeClaim?.claimName),
    ]),
  ];
}
