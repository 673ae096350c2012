import { mapText } from '../../configuration/map-text';
import { type ClusterModel } from '../../model/cluster-model';

/** The names that Flink has for the ways in which the REST endpoint is offered; absent where it has none. */
export const HTTP_TYPES: { readonly [type: string]: string | undefined } = {
  ClusterIP: 'ClusterIP',
  NodePort: 'NodePort',
  LoadBalancer: 'LoadBalancer',
  Headless: 'Headless_ClusterIP',
};

/** The options that offer the REST endpoint as `restAccess` says, where Flink makes the Service. */
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
