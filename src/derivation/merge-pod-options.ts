import { mergeTemplate } from '../kubernetes/merge';
import { type FlinkPodOptions } from '../props/pod-options';
import { POD_OPTIONS } from '../readers/pod-option-fields';

/** The options of a cluster for the pods of both roles. */
export function podOptionsIn(options: object): FlinkPodOptions {
  const found: { [option: string]: unknown } = {};
  for (const [option, value] of Object.entries(options)) {
    if (option in POD_OPTIONS) {
      found[option] = value;
    }
  }
  return found;
}

/** Combines the option of both roles with that of one role. */
type Merge = (common: object, own: object) => unknown;

const MERGES: { readonly [kind in (typeof POD_OPTIONS)[keyof FlinkPodOptions]['merge']]: Merge } = {
  replace: (_, own) => own,
  map: (common, own) => ({ ...common, ...own }),
  list: (common, own) => [...(common as unknown[]), ...(own as unknown[])],
  fragment: (common, own) => mergeTemplate(common, own),
};

/** The pod options of one role, which override or extend those of both roles. */
export function mergePodOptions<T extends FlinkPodOptions>(common: FlinkPodOptions, own: T): T {
  const options = Object.keys(common) as (keyof FlinkPodOptions)[];
  if (options.length === 0) {
    return own;
  }
  const merged = { ...common, ...own } as unknown as { [option: string]: unknown };
  for (const option of options) {
    const [ofBoth, ofRole] = [common[option], own[option]] as (object | undefined)[];
    if (ofBoth !== undefined && ofRole !== undefined) {
      merged[option] = MERGES[POD_OPTIONS[option].merge](ofBoth, ofRole);
    }
  }
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
