import { LIBRARY } from '../configuration/flink-options';
import { isHighlyAvailable } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { type Inputs, isMount } from '../derivation/inputs';
import { type ClusterModel } from '../model/cluster-model';
import { type ModeTraits } from '../model/mode-traits';
import { type Check, type CheckDefinition, type ReportOn, runCheck } from '../validation/check';
import { type Placeholder, type Rule } from '../validation/rule';

/** The input of a rule about a whole cluster. */
export interface ClusterContext {
  readonly cluster: ClusterModel;
  readonly inputs: Inputs;
  readonly traits: ModeTraits;
}

/** Optional parts of a cluster. Rules that need one are neither checked nor loaded without it. */
const NEEDS = {
  featureReports: ({ inputs }) =>
    inputs.contributions.some(({ contribution }) => (contribution.problems ?? contribution.checks) !== undefined),
  highAvailability: ({ cluster }) => isHighlyAvailable(cluster.options),
  job: ({ cluster }) => cluster.job !== undefined,
  options: ({ cluster }) => cluster.options.stated.length > 0,
  // Defaults of the library name no file system.
  locations: ({ cluster, inputs }) =>
    cluster.job !== undefined ||
    inputs.contributions.length > 0 ||
    cluster.options.stated.some(({ source, value }) => source !== LIBRARY && value.includes('://')),
  mounts: ({ inputs }) => inputs.contributions.some(isMount),
  reactiveMode: ({ cluster }) => cluster.options.get(Keys.SCHEDULER_MODE) !== undefined,
  secretOptions: ({ cluster }) => cluster.secretOptions.length > 0,
  services: ({ cluster, inputs }) =>
    cluster.queryableState !== undefined ||
    inputs.contributions.some(({ contribution }) => contribution.restService !== undefined),
  taskManagerProbes: ({ cluster: { taskManager } }) =>
    (taskManager.livenessProbe ?? taskManager.readinessProbe ?? taskManager.startupProbe) !== undefined,
  texts: ({ cluster }) => cluster.namespace !== undefined || hasTexts(cluster),
  volumeClaims: ({ cluster }) => cluster.taskManager.volumeClaimTemplates.length > 0,
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

/** A rule that is defined where other code reports it, and that can also be violated by a whole cluster. */
export function clusterRuleOf<Fact extends string>(
  rule: Rule<Fact>,
  found: Pick<Check<ClusterContext, Fact>, 'find'> & Applicability,
): ClusterRule {
  return { ...rule, ...found };
}

/** An analysis that several rules share. It runs once per check of a cluster. */
export function sharedAnalysis<T extends object>(
  analyse: (context: ClusterContext) => T,
): (context: ClusterContext) => T {
  const results = new WeakMap<ClusterContext, T>();
  return (context) => {
    const known = results.get(context);
    if (known !== undefined) {
      return known;
    }
    const result = analyse(context);
    results.set(context, result);
    return result;
  };
}

/** Runs those rules of a list that apply. */
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

function hasTexts({ labels, annotations, restService, queryableState, manifests }: ClusterModel): boolean {
  return (
    manifests.length > 0 ||
    [labels, annotations, restService.annotations, queryableState?.annotations].some(
      (texts) => texts !== undefined && Object.keys(texts).length > 0,
    )
  );
}
