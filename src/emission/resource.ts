import { ApiObject, Chart, Lazy } from 'cdk8s';
import { type Construct } from 'constructs';
import { findClash, watchNames } from './registry';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type FlinkWarning } from '../props/warning';
import { message, type Problem, severity, withPath } from '../validation/problem';
import { RULES } from '../validation/rules';

/** The one object that a construct is for. */
export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
  readonly spec: () => ManifestJson;
}

/** Makes the object of a construct; its `spec` is derived when it is written, and nothing is written while something is wrong. */
export function emitResource(scope: Construct, resource: Resource, problems: () => readonly Problem[]): ApiObject {
  const { apiVersion, kind, name, namespace, labels, annotations, spec } = resource;
  const errors = (): string[] =>
    problems()
      .filter((problem) => severity(problem) === 'error')
      .map(message);
  watchNames(scope);
  scope.node.addValidation({ validate: () => [...new Set([...errors(), ...clash(scope)])] });
  const produce = (): ManifestJson => {
    const found = errors();
    if (found.length > 0) {
      throw new Error(found.map((text) => withPath(text, scope.node.path)).join('\n'));
    }
    return spec();
  };
  return new ApiObject(scope, 'Default', {
    apiVersion,
    kind,
    metadata: { name, namespace: namespace ?? Chart.of(scope).namespace, labels, annotations },
    spec: Lazy.any({ produce }),
  });
}

/** What is legal in the resource but seldom meant. */
export function warningsOf(scope: Construct, problems: readonly Problem[]): FlinkWarning[] {
  return problems
    .filter((problem) => severity(problem) === 'warning')
    .map((problem) => ({
      id: problem.rule.id,
      path: scope.node.path,
      property: problem.property,
      text: withPath(message(problem), scope.node.path),
    }));
}

function clash(scope: Construct): string[] {
  const found = findClash(scope);
  return found === undefined
    ? []
    : [
        message({
          rule: RULES['FLK-NAME-04'],
          part: 'cluster',
          property: 'name',
          facts: { kind: found.kind, name: found.name, other: found.other, own: scope.node.path },
        }),
      ];
}
