import { type RoleModel } from '../model/cluster-model';

/**
 * Whether any part of the pod comes from the user, so that it can be invalid. Tests of the library check the parts that
 * it creates, so they need no check for each cluster.
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
