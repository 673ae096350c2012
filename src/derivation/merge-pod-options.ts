import { mergeTemplate } from '../kubernetes/merge';
import { type FlinkPodOptions } from '../props/pod-options';
import { POD_OPTION_FIELDS } from '../readers/pod-option-fields';

/** Options that are maps: entries are joined. */
const MAPS = ['env', 'envValues', 'nodeSelector', 'podLabels', 'podAnnotations'] as const;
/** Options that are lists: items are joined, the common ones first. */
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
/** Options that are fragments of a manifest: merged as the pod template is. */
const FRAGMENTS = [
  'affinity',
  'podSecurityContext',
  'securityContext',
  'lifecycle',
  'dnsConfig',
  'podTemplate',
] as const;

/** The options of a cluster that are about the pods of both roles. */
export function podOptionsIn(options: object): FlinkPodOptions {
  const found: { [option: string]: unknown } = {};
  for (const [option, value] of Object.entries(options)) {
    if (option in POD_OPTION_FIELDS) {
      found[option] = value;
    }
  }
  return found;
}

/** The pod options of one role: those of both roles, and over them its own. */
export function mergePodOptions<T extends FlinkPodOptions>(common: FlinkPodOptions, own: T): T {
  if (Object.keys(common).length === 0) {
    return own;
  }
  const merged = { ...common, ...own } as unknown as { [option: string]: unknown };
  for (const option of MAPS) {
    join(merged, option, common[option], own[option], (a, b) => ({ ...(a as object), ...(b as object) }));
  }
  for (const option of LISTS) {
    join(merged, option, common[option], own[option], (a, b) => [...(a as unknown[]), ...(b as unknown[])]);
  }
  for (const option of FRAGMENTS) {
    join(merged, option, common[option], own[option], (a, b) => mergeTemplate(a as object, b as object));
  }
  // A variable that a role states in one of the two forms replaces the common one in the other form.
  merged.env = without(merged.env, common.env, own.envValues);
  merged.envValues = without(merged.envValues, common.envValues, own.env);
  return merged as unknown as T;
}

function join(
  target: { [option: string]: unknown },
  option: string,
  common: unknown,
  own: unknown,
  merge: (a: unknown, b: unknown) => unknown,
): void {
  if (common !== undefined && own !== undefined) {
    target[option] = merge(common, own);
  }
}

function without(merged: unknown, common: object | undefined, replaced: object | undefined): unknown {
  if (merged === undefined || common === undefined || replaced === undefined) {
    return merged;
  }
  return Object.fromEntries(Object.entries(merged as object).filter(([name]) => !(name in common && name in replaced)));
}
