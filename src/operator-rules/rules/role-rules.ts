import { type DeploymentContext } from './context';
import { requirementRules } from './requirement-rules';
import { JOB_MANAGER, NO_QUANTITY, NO_SIZE, type Role, TASK_MANAGER } from './role';
import { isBlank } from './text';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { type EffectiveOptions } from '../effective-options';
import { isHighlyAvailable } from '../high-availability';
import { parseQuantityExactly } from '../java/quantity';
import { memoryBytes } from '../memory-text';
import { type OperatorRelease } from '../operator-release';
import { type RoleSpec } from '../reading/specs';

export function jobManagerRules({ spec: { jobManager }, options, release }: DeploymentContext, report: Report): void {
  roleRules(JOB_MANAGER, jobManager, options, release, report);
  const replicas = jobManager?.replicas ?? 1;
  if (replicas < 1) {
    report(RULES['FLK-OPR-20'], 'spec.jobManager.replicas', replicas);
  } else if (replicas > 1 && !isHighlyAvailable(options)) {
    report(RULES['FLK-OPR-21'], 'spec.jobManager.replicas', replicas);
  }
}

export function taskManagerRules({ spec: { taskManager }, options, release }: DeploymentContext, report: Report): void {
  roleRules(TASK_MANAGER, taskManager, options, release, report);
  const replicas = taskManager?.replicas ?? null;
  if (replicas !== null && replicas < 1) {
    report(RULES['FLK-OPR-24'], 'spec.taskManager.replicas', replicas);
  }
}

function roleRules(
  role: Role,
  spec: RoleSpec | null,
  options: EffectiveOptions,
  release: OperatorRelease,
  report: Report,
): void {
  const { resource = null, resources = null } = spec ?? {};
  const required = release.isAtLeast('1.16') ? resources : null;
  const isGiven = !isBlank(resource?.memory) || (required?.requests?.memory ?? required?.limits?.memory) !== undefined;
  const refusal = isGiven ? undefined : role.refusal(options, (key) => options.get(key));
  if (refusal !== undefined) {
    report(role.undefinedRule, `${role.property}.resource.memory`, resource?.memory ?? undefined, {
      problem: refusal.text,
    });
  }
  resourceRules(role, resource, report);
  if (required !== null) {
    requirementRules(role, required, report);
  }
}

function resourceRules({ property, unreadableRule }: Role, resource: RoleSpec['resource'], report: Report): void {
  const { memory = null, ephemeralStorage = null } = resource ?? {};
  if (memory !== null && memoryBytes(memory) === undefined) {
    report(unreadableRule, `${property}.resource.memory`, memory, NO_SIZE);
  }
  if (ephemeralStorage !== null && parseQuantityExactly(ephemeralStorage) === undefined) {
    report(unreadableRule, `${property}.resource.ephemeralStorage`, ephemeralStorage, NO_QUANTITY);
  }
}
