import { type ContributionInput } from './inputs';
import { type FlinkRoleOptions } from '../props/role-options';
import { type Report } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

export const SERVICE_ACCOUNT_IN_OTHER_NAMESPACE = defineRule({
  id: 'FLK-SA-01',
  severity: 'error',
  rule: 'pods cannot use a ServiceAccount of another namespace, and this one is in {namespace}',
  fix: 'use a ServiceAccount in the namespace of the cluster',
  source: Sources.KUBERNETES,
});

export const TWO_IDENTITIES = defineRule({
  id: 'FLK-SA-02',
  severity: 'error',
  rule: '{key} cannot be both this and {other}',
  fix: 'use one identity for each cluster',
  source: Sources.LIBRARY,
});

export const MISSING_ANNOTATION = defineRule({
  id: 'FLK-SA-03',
  severity: 'warning',
  rule: 'the cluster did not create this ServiceAccount, so it cannot set its annotation {key}: {value}',
  fix: 'set the annotation where the ServiceAccount is created, or let the cluster create it',
  source: Sources.LIBRARY,
});

/** A ServiceAccount of this library or of cdk8s-plus. */
interface Account {
  readonly name: string;
  readonly namespace?: string;
  readonly _annotations?: { readonly [key: string]: string };
}

/**
 * The annotations that features request for a ServiceAccount. The library cannot change an existing ServiceAccount, so
 * it reports the annotations that are missing there.
 */
export function accountAnnotations(
  { serviceAccount }: FlinkRoleOptions,
  own: readonly ContributionInput[],
  namespace: string | undefined,
  report: Report,
): { readonly [key: string]: string } {
  const given = serviceAccount as Account | undefined;
  if (given?.namespace !== undefined && namespace !== undefined && given.namespace !== namespace) {
    report(SERVICE_ACCOUNT_IN_OTHER_NAMESPACE, 'serviceAccount', given.name, { namespace: given.namespace });
  }
  const wanted = own.flatMap(({ contribution }) => Object.entries(contribution.serviceAccountAnnotations ?? {}));
  const annotations = new Map<string, string>();
  for (const [key, value] of wanted) {
    if ((annotations.get(key) ?? value) !== value) {
      report(TWO_IDENTITIES, 'serviceAccount', value, { key, other: annotations.get(key)! });
    }
    annotations.set(key, value);
  }
  for (const [key, value] of given === undefined ? [] : annotations) {
    if (given!._annotations?.[key] !== value) {
      report(MISSING_ANNOTATION, 'serviceAccount', given!.name, { key, value });
    }
  }
  return Object.fromEntries(annotations);
}
