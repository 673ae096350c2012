import type * as kplus from 'cdk8s-plus-27';
import { LabelSelector, IngressBackend } from 'cdk8s-plus-27';

/** The selector of pods with these labels, in the form that cdk8s-plus expects. */
export function podSelectorConfig(
  labels: { [key: string]: string },
  namespace: string | undefined,
): kplus.PodSelectorConfig {
  return {
    labelSelector: LabelSelector.of({ labels }),
    ...(namespace === undefined ? {} : { namespaces: { names: [namespace] } }),
  };
}

/** An Ingress backend that refers to a Service by name. */
export function ingressBackend(serviceName: string, port: number): kplus.IngressBackend {
  return IngressBackend.fromService({ name: serviceName, ports: [{ port }] } as unknown as kplus.Service);
}
