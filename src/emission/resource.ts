import { ApiObject, Chart, Lazy } from 'cdk8s';
import { type Construct } from 'constructs';
import { DUPLICATE_OBJECT, findClash, watchNames } from './registry';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type Findings } from '../validation/findings';
import { message } from '../validation/problem';

/** The only object that a construct creates. */
export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
  readonly spec: () => ManifestJson;
}

/** Creates the object of a construct. Its `spec` is derived when it is written, and never while there are errors. */
export function emitResource(scope: Construct, resource: Resource, findings: Findings): ApiObject {
  const { apiVersion, kind, name, namespace, labels, annotations, spec } = resource;
  watchNames(scope);
  findings.validate(scope, 'cluster', () => clash(scope));
  return new ApiObject(scope, 'Default', {
    apiVersion,
    kind,
    metadata: { name, namespace: namespace ?? Chart.of(scope).namespace, labels, annotations },
    spec: Lazy.any({
      produce: () => {
        findings.throwErrors();
        return spec();
      },
    }),
  });
}

function clash(scope: Construct): string[] {
  const found = findClash(scope);
  if (found === undefined) {
    return [];
  }
  const { kind, name, other } = found;
  const facts = { kind, name, other, own: scope.node.path };
  return [message({ rule: DUPLICATE_OBJECT, part: 'cluster', property: 'name', facts })];
}
