import { mergeTemplate } from '../kubernetes/merge';
import { type FlinkPodOptions } from '../props/pod-options';
import { POD_OPTION_FIELDS } from '../readers/pod-option-fields';

/** Options that are maps: the result has the entries of both. */
const MAPS = ['env', 'envValues', 'nodeSelector', 'podLabels', 'podAnnotations'] as const;
/** Options that are lists: the result has the items of both, the common ones first. */
const LISTS = [
  'imagePullSecrets',
  'envFromSecrets',
  'envFromConfigMaps',
  'volumes',
  'volumeMounts',
  'initContainers',
  'sidecars',
  'tolerations',
  'topologySpreadConstraints',
  'hostAliases',
] as const;
/** Options that are fragments of a manifest: merged in the same way as the pod template. */
const FRAGMENTS = [
  'affinity',
  'podSecurityContext',
  'securityContext',
  'lifecycle',
  'dnsConfig',
  'podTemplate',
] as const;

/** The options of a cluster for the pods of both roles. */
export function podOptionsIn(options: object): FlinkPodOptions {
  const found: { [option: string]: unknown } = {};
  for (const [option, value] of Object.entries(options)) {
    if (option in POD_OPTION_FIELDS) {
      found[option] = value;
    }
  }
  return found;
}

/** Merges the value of an option of both roles with that of one role. */
type Merge = (common: object, own: object) => object;

/** The pod options of one role, which override or extend those of both roles. */
export function mergePodOptions<T extends FlinkPodOptions>(common: FlinkPodOptions, own: T): T {
  if (Object.keys(common).length === 0) {
    return own;
  }
  const merged = { ...common, ...own } as unknown as { [option: string]: unknown };
  const join = (options: readonly (keyof FlinkPodOptions)[], merge: Merge): void => {
    for (const option of options) {
      const [ofBoth, ofRole] = [common[option], own[option]] as (object | undefined)[];
      if (ofBoth !== undefined && ofRole !== undefined) {
        merged[option] = merge(ofBoth, ofRole);
      }
    }
  };
  join(MAPS, (ofBoth, ofRole) => ({ ...ofBoth, ...ofRole }));
  join(LISTS, (ofBoth, ofRole) => [...(ofBoth as unknown[]), ...(ofRole as unknown[])]);
  join(FRAGMENTS, mergeTemplate);
  // A variable that a role sets in one of the two forms replaces the common one in the other form.
  merged.env = without(merged.env, common.env, own.envValues);
  merged.envValues = without(merged.envValues, common.envValues, own.env);
  return merged as unknown as T;
}

function without(merged: unknown, common: object | undefined, replaced: object | undefined): unknown {
  if (merged === undefined || common === undefined || replaced === undefined) {
    return merged;
  }
  return Object.fromEntries(Object.entries(merged as object).filter(([name]) => !(name in common && name in replaced)));
}
