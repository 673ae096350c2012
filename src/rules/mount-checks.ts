import { type Contribution, type ContributionInput, type Inputs, isMount } from '../derivation/inputs';
import { type Part, type Problem, reporter } from '../validation/problem';
import { RULES } from '../validation/rules';

/** What all processes of a cluster share, and its name in messages. */
const SHARED = [
  { field: 'kerberos', what: 'a Kerberos login' },
  { field: 'hadoop', what: 'a Hadoop configuration' },
] as const satisfies readonly { field: keyof Contribution; what: string }[];

/** What mounts must not do to each other: share what both roles read with one of them, or bring the same thing twice. */
export function checkMounts({ contributions }: Inputs, problems: Problem[]): void {
  const mounts = contributions.filter(isMount);
  for (const { field, what } of SHARED) {
    const givers = mounts.filter(({ contribution }) => contribution[field] !== undefined);
    const [first, ...others] = givers;
    for (const giver of givers) {
      if (
        giver.role !== undefined &&
        !givers.some((other) => other.role !== giver.role && says(other, field) === says(giver, field))
      ) {
        reporter(problems, giver.part)(RULES['FLK-MOUNT-02'], 'scope', undefined, { what });
      }
    }
    for (const other of others) {
      const isForTheOtherRole = first!.role !== undefined && other.role !== undefined && first!.role !== other.role;
      if (!isForTheOtherRole || says(other, field) !== says(first!, field)) {
        reporter(problems, other.part)(RULES['FLK-MOUNT-03'], 'scope', undefined, { what, other: pathOf(first!.part) });
      }
    }
  }
}

/** All that is said, files by their content, in one text. */
function says({ contribution }: ContributionInput, field: keyof Contribution): string {
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
