import type * as kplus from 'cdk8s-plus-27';
import { LabelSelector, IngressBackend } from 'cdk8s-plus-27';

/** The form in which cdk8s-plus wants to know which pods are meant. */
export function podSelectorConfig(
  labels: { [key: string]: string },
  namespace: string | undefined,
): kplus.PodSelectorConfig {
  return {
    labelSelector: LabelSelector.of({ labels }),
    ...(namespace === undefined ? {} : { namespaces: { names: [namespace] } }),
  };
}

/** A backend of an Ingress that leads to a Service known by its name. */
export function ingressBackend(serviceName: string, port: number): kplus.IngressBackend {
  return IngressBackend.fromService({ name: serviceName, ports: [{ port }] } as unknown as kplus.Service);
}
