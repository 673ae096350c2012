import { type ContributionInput } from './inputs';
import { type FlinkOptions } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { highAvailabilityOf } from '../configuration/high-availability';
import { type Role } from '../model/role';
import { type FlinkPolicyRule } from '../props/contribution';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'update', 'patch', 'delete'];

/** The permissions of a role: those that features request, and those that the effective options need. */
export function roleRules(
  role: Role,
  contributions: readonly ContributionInput[],
  version: FlinkVersion,
  options: FlinkOptions,
): FlinkPolicyRule[] {
  const own = role === 'jobManager' ? 'jobManagerRules' : 'taskManagerRules';
  const asked = contributions.flatMap(({ contribution }) => [
    ...(contribution.rules ?? []),
    ...(contribution[own] ?? []),
  ]);
  return highAvailabilityOf(options) === 'kubernetes' ? [...asked, electionRule(role, version)] : asked;
}

/**
 * JobManagers elect a leader and store metadata of jobs in ConfigMaps; TaskManagers only look up the leader. The names
 * contain ids of jobs, so the rule cannot list them.
 */
function electionRule(role: Role, version: FlinkVersion): FlinkPolicyRule {
  const cleaning = version._can('deletesConfigMapsByLabel') ? ['deletecollection'] : [];
  const verbs = role === 'jobManager' ? [...READ, ...WRITE, ...cleaning] : READ;
  return { apiGroups: [''], resources: ['configmaps'], verbs };
}
