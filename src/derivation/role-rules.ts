import { type ContributionInput } from './inputs';
import { type FlinkOptions } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { highAvailabilityOf } from '../configuration/high-availability';
import { type Role } from '../model/role';
import { type FlinkPolicyRule } from '../props/contribution';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'update', 'patch', 'delete'];

/** The rights of a role: those that features ask for, and those that the effective options need, whoever stated them. */
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
 * JobManagers elect a leader and remember jobs in ConfigMaps; TaskManagers only look who leads.
 * Their names hold ids of jobs, so the rule cannot name them. Up to 1.16 Flink cleans up by label, which is a right of its own.
 */
function electionRule(role: Role, version: FlinkVersion): FlinkPolicyRule {
  const cleaning = version._isAtLeast('1.17') ? [] : ['deletecollection'];
  const verbs = role === 'jobManager' ? [...READ, ...WRITE, ...cleaning] : READ;
  return { apiGroups: [''], resources: ['configmaps'], verbs };
}
