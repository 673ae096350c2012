import { type Applicability, applies, type ClusterContext, type ClusterRule, runClusterRules } from './cluster-rule';
import { NAME_RULES } from './name-rules';
import { type ReportOn } from '../validation/check';

/** The rules of a topic. A set that does not apply is not loaded. */
export interface RuleSet extends Applicability {
  readonly rules: () => readonly ClusterRule[];
}

/** Every set of rules about whole clusters, in the order in which they are checked. */
export const RULE_SETS: readonly RuleSet[] = [{ rules: () => NAME_RULES }];

/** Checks a cluster against every rule that does not need pods. */
export function checkClusterRules(context: ClusterContext, reportOn: ReportOn): void {
  for (const set of RULE_SETS) {
    if (applies(set, context)) {
      runClusterRules(set.rules(), context, reportOn);
    }
  }
}
