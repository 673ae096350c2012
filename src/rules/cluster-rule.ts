import { isHighlyAvailable } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { type Inputs } from '../derivation/inputs';
import { type ClusterModel } from '../model/cluster-model';
import { type ModeTraits } from '../model/mode-traits';
import { type Check, type CheckDefinition, type ReportOn, runCheck } from '../validation/check';
import { type Placeholder } from '../validation/rule';

/** The input of a rule about a whole cluster. */
export interface ClusterContext {
  readonly cluster: ClusterModel;
  readonly inputs: Inputs;
  readonly traits: ModeTraits;
}

/** Optional parts of a cluster. Rules that need one are neither checked nor loaded without it. */
const NEEDS = {
  highAvailability: ({ cluster }) => isHighlyAvailable(cluster.options),
  job: ({ cluster }) => cluster.job !== undefined,
  reactiveMode: ({ cluster }) => cluster.options.get(Keys.SCHEDULER_MODE) !== undefined,
} as const satisfies { readonly [need: string]: (context: ClusterContext) => boolean };

/** When a rule, or a set of rules, applies; always if it declares nothing. */
export interface Applicability {
  /** Prefixes of option keys: the rule applies if at least one such option is set. */
  readonly reads?: readonly string[];
  /** A part that the cluster must have. */
  readonly needs?: keyof typeof NEEDS;
  /** Whether the rule is about clusters in such a mode. */
  readonly modes?: (traits: ModeTraits) => boolean;
}

/** A rule about a whole cluster. */
export type ClusterRule = Check<ClusterContext> & Applicability;

/** Defines a rule about a whole cluster; `find` reports every violation. */
export function clusterRule<const Text extends string, const Fix extends string>(
  definition: CheckDefinition<ClusterContext, Text, Fix> & Applicability,
): Check<ClusterContext, Placeholder<Text | Fix>> & Applicability {
  return definition;
}

/** Checks the rules that apply. */
export function runClusterRules(rules: readonly ClusterRule[], context: ClusterContext, reportOn: ReportOn): void {
  for (const rule of rules) {
    if (applies(rule, context)) {
      runCheck(rule, context, reportOn);
    }
  }
}

/** Whether a rule or a set of rules applies to a cluster. */
export function applies({ reads, needs, modes }: Applicability, context: ClusterContext): boolean {
  const { stated } = context.cluster.options;
  return (
    (modes === undefined || modes(context.traits)) &&
    (needs === undefined || NEEDS[needs](context)) &&
    (reads === undefined || stated.some(({ key }) => reads.some((prefix) => key.startsWith(prefix))))
  );
}
