import type * as kplus from 'cdk8s-plus-27';

/** Loads cdk8s-plus, which takes longer than everything else together, only when one of its objects is asked for. */
function plus(): typeof kplus {
  return require('cdk8s-plus-27') as typeof kplus;
}

/** The form in which cdk8s-plus wants to know which pods are meant. */
export function podSelectorConfig(
  labels: { [key: string]: string },
  namespace: string | undefined,
): kplus.PodSelectorConfig {
  return {
    labelSelector: plus().LabelSelector.of({ labels }),
    ...(namespace === undefined ? {} : { namespaces: { names: [namespace] } }),
  };
}

/** A backend of an Ingress that leads to a Service known by its name. */
export function ingressBackend(serviceName: string, port: number): kplus.IngressBackend {
  return plus().IngressBackend.fromService({ name: serviceName, ports: [{ port }] } as unknown as kplus.Service);
}
