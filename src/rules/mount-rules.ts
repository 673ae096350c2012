import { type ClusterContext, type ClusterRule, clusterRule } from './cluster-rule';
import { type Contribution, type ContributionInput, isMount } from '../derivation/inputs';
import { type Part } from '../validation/problem';
import { Sources } from '../validation/rule';

/** Rules about mounts of what all processes of a cluster share. */

const SHARED = [
  { field: 'kerberos', what: 'a Kerberos login' },
  { field: 'hadoop', what: 'a Hadoop configuration' },
] as const satisfies readonly Shared[];

interface Shared {
  readonly field: keyof Contribution;
  /** Its name in messages. */
  readonly what: string;
}

export const MOUNTED_INTO_ONE_ROLE = clusterRule({
  id: 'FLK-MOUNT-02',
  severity: 'error',
  rule: 'all processes of a cluster need {what}, but this is for one role only',
  fix: 'use the cluster as the scope, or mount the same into the other role',
  source: Sources.FLINK,
  find(context, report) {
    for (const { field, what } of SHARED) {
      const mounts = mountsOf(field, context);
      for (const mount of mounts) {
        const isCounterpart = (other: ContributionInput): boolean =>
          other.role !== mount.role && contentOf(other, field) === contentOf(mount, field);
        if (mount.role !== undefined && !mounts.some(isCounterpart)) {
          report.on(mount.part)('scope', undefined, { what });
        }
      }
    }
  },
});

export const MOUNTED_TWICE = clusterRule({
  id: 'FLK-MOUNT-03',
  severity: 'error',
  rule: 'the cluster already has {what}, from {other}',
  fix: 'keep one of them',
  source: Sources.LIBRARY,
  find(context, report) {
    for (const { field, what } of SHARED) {
      const [first, ...others] = mountsOf(field, context);
      for (const mount of others) {
        if (!isForOtherRole(first!, mount) || contentOf(mount, field) !== contentOf(first!, field)) {
          report.on(mount.part)('scope', undefined, { what, other: pathOf(first!.part) });
        }
      }
    }
  },
});

/** Rules about mounts, in the order in which they are checked. */
export const MOUNT_RULES: readonly ClusterRule[] = [MOUNTED_INTO_ONE_ROLE, MOUNTED_TWICE];

function mountsOf(field: keyof Contribution, { inputs }: ClusterContext): readonly ContributionInput[] {
  return inputs.contributions.filter((input) => isMount(input) && input.contribution[field] !== undefined);
}

function isForOtherRole(first: ContributionInput, second: ContributionInput): boolean {
  return first.role !== undefined && second.role !== undefined && first.role !== second.role;
}

/** Everything that a mount contributes, with the content of files, as one string. */
function contentOf({ contribution }: ContributionInput, field: keyof Contribution): string {
  return JSON.stringify([contribution[field], contribution.configuration], (key, value: unknown) => {
    const file = value as { name?: unknown; _text?: unknown; _base64?: unknown } | null;
    return key !== '' && typeof file === 'object' && file !== null && '_base64' in file
      ? [file.name, file._text, file._base64]
      : value;
  });
}

function pathOf(part: Part): string {
  return part.replace('mount ', '');
}
