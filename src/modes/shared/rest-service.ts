import { mapText } from '../../configuration/map-text';
import { type ClusterModel } from '../../model/cluster-model';

/** Flink's names of the types of REST Services; absent if Flink does not support the type. */
export const HTTP_TYPES: { readonly [type: string]: string | undefined } = {
  ClusterIP: 'ClusterIP',
  NodePort: 'NodePort',
  LoadBalancer: 'LoadBalancer',
  Headless: 'Headless_ClusterIP',
};

/** The options for `restAccess` in modes in which Flink creates the Service. */
export function restServiceOptions({
  restService: { type, annotations = {} },
  version,
}: ClusterModel): [key: string, value: string][] {
  const exposed = HTTP_TYPES[type];
  const text = mapText(Object.entries(annotations), {
    version,
    dialect: version._usesStandardYaml ? 'standard' : 'legacy',
  });
  return [
    ...(exposed === undefined ? [] : [['kubernetes.rest-service.exposed.type', exposed] as [string, string]]),
    ...(Object.keys(annotations).length > 0 && 'text' in text
      ? [['kubernetes.rest-service.annotations', text.text] as [string, string]]
      : []),
  ];
}
