/** The names that Flink has for the ways in which the REST endpoint is offered; absent where it has none. */
export const HTTP_TYPES: { readonly [type: string]: string | undefined } = {
  ClusterIP: 'ClusterIP', NodePort: 'NodePort', LoadBalancer: 'LoadBalancer', Headless: 'Headless_ClusterIP',
};
