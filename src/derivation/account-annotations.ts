import { type ContributionInput } from './inputs';
import { type FlinkRoleOptions } from '../props/role-options';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

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
    report(RULES['FLK-SA-01'], 'serviceAccount', given.name, { namespace: given.namespace });
  }
  const wanted = own.flatMap(({ contribution }) => Object.entries(contribution.serviceAccountAnnotations ?? {}));
  const annotations = new Map<string, string>();
  for (const [key, value] of wanted) {
    if ((annotations.get(key) ?? value) !== value) {
      report(RULES['FLK-SA-02'], 'serviceAccount', value, { key, other: annotations.get(key)! });
    }
    annotations.set(key, value);
  }
  for (const [key, value] of given === undefined ? [] : annotations) {
    if (given!._annotations?.[key] !== value) {
      report(RULES['FLK-SA-03'], 'serviceAccount', given!.name, { key, value });
    }
  }
  return Object.fromEntries(annotations);
}
