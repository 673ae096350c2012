import { type RoleModel } from '../model/cluster-model';

/**
 * Whether anything of the pod is not the library's own, so that it can be wrong: what the library makes is checked by its tests, once,
 * and not anew for every cluster.
 */
export function hasUserParts(role: RoleModel): boolean {
  const { metadata, spec, main } = role.template;
  return (
    USER_PARTS.some((part) => role[part] !== undefined) ||
    role.secretMounts.length > 0 ||
    role.secretEnv.length > 0 ||
    [metadata.labels, metadata.annotations, spec].some((map) => Object.keys(map).length > 0) ||
    Object.keys(main).some((field) => field !== 'imagePullPolicy')
  );
}

const USER_PARTS = [
  'override',
  'podSecurityContext',
  'securityContext',
  'serviceAccountName',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
] as const satisfies readonly (keyof RoleModel)[];
