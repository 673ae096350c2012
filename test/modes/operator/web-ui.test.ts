import { DeploymentMode, type OperatorIngress } from '../../../src';
import { cluster } from '../../support/synth';

function urlOf(ingress: OperatorIngress | undefined, namespace?: string): string | undefined {
  return cluster({ mode: DeploymentMode.operator({ ingress }), clusterName: 'orders', namespace }).webUiUrl;
}

describe('the URL of the web UI', () => {
  test.each<[string, string | undefined]>([
    ['{{name}}.{{namespace}}.flink.k8s.io', 'http://orders.jobs.flink.k8s.io/'],
    ['flink.k8s.io/{{namespace}}/{{name}}(/|$)(.*)', 'http://flink.k8s.io/jobs/orders/'],
    ['https://x.io:8443/{{NAME}}?a=b', 'https://x.io:8443/orders/'],
    ['/{{namespace}}/{{name}}(/|$)(.*)', undefined],
    ['x.io:port', undefined],
  ])('of the template %s is %s', (template, url) => {
    expect(urlOf({ template }, 'jobs')).toBe(url);
  });

  test('uses https if the Ingress has a certificate', () => {
    expect(urlOf({ template: '{{name}}.x.io', tls: [{ hosts: ['orders.x.io'], secretName: 'tls' }] })).toBe(
      'https://orders.x.io/',
    );
  });

  test('is unknown without an Ingress, in another mode, and without the namespace that it contains', () => {
    expect(urlOf(undefined, 'jobs')).toBeUndefined();
    expect(cluster().webUiUrl).toBeUndefined();
    expect(urlOf({ template: '{{namespace}}.x.io' })).toBeUndefined();
  });
});
