import { contributionsTo, type Inputs, isMount } from '../derivation/inputs';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type Role } from '../model/role';
import { type FlinkPodContribution } from '../props/contribution';
import { type Part, type Problem, type Report, reporter } from '../validation/problem';

/**
 * The entries of a pod that mounts can add, with their names in checks and the property of the mount that sets them.
 */
const ENTRIES = [
  { field: 'volumes', key: 'name', property: 'volume' },
  { field: 'volumeMounts', key: 'mountPath', property: 'path' },
  { field: 'env', key: 'name', property: 'name' },
  { field: 'initContainers', key: 'name', property: 'image' },
] as const satisfies readonly { field: keyof FlinkPodContribution; key: string; property: string }[];

/**
 * A reporter for the checks of a role. It reports entries that a mount has added for the mount, at the property that
 * sets them.
 */
export function blamingMounts(problems: Problem[], role: Role, inputs: Inputs): Report {
  const report = reporter(problems, role);
  const origins = originsOf(role, inputs);
  return (id, property, got, facts) => {
    const entry = origins.find(({ at }) => property === at || property.startsWith(`${at}.`));
    if (entry === undefined) {
      report(id, property, got, facts);
    } else {
      reporter(problems, entry.part)(id, entry.property, got, facts);
    }
  };
}

interface Origin {
  readonly at: string;
  readonly part: Part;
  readonly property: string;
}

function originsOf(role: Role, inputs: Inputs): Origin[] {
  return contributionsTo(role, inputs)
    .filter(isMount)
    .flatMap(({ part, contribution }) => {
      const { secretMount, secretEnv, pods } = contribution;
      const entries = ENTRIES.flatMap(({ field, key, property }) =>
        (pods?.[field] ?? []).map((item: ManifestJson) => ({
          at: `${field === 'initContainers' ? 'containers' : field}.${String(item[key])}`,
          part,
          property,
        })),
      );
      return [
        ...entries,
        ...(secretMount === undefined ? [] : [{ at: `volumeMounts.${secretMount.mountPath}`, part, property: 'path' }]),
        ...(secretEnv === undefined ? [] : [{ at: `env.${secretEnv.name}`, part, property: 'name' }]),
      ];
      // The longest first, because one path may be the beginning of another.
    })
    .sort((a, b) => b.at.length - a.at.length);
}
