import { type DeploymentContext } from './context';
import { jobManagerOf, memoryRefusal, requirementsOf, type RoleContext, taskManagersOf } from './role-section';
import { isBlank } from './text';
import { isHighlyAvailable } from '../high-availability';
import { memoryBytes } from '../memory-text';
import { operatorRuleFor, type Violation } from '../operator-rule';
import { OperatorStage } from '../operator-stage';

const roleRule = operatorRuleFor<RoleContext>();

const JOB_MANAGER_VALIDATOR = 'operator: DefaultValidator.validateJmSpec';
const TASK_MANAGER_VALIDATOR = 'operator: DefaultValidator.validateTmSpec';
const MEMORY_MODEL = 'Flink: memory model';

export const JOB_MANAGER_WITHOUT_MEMORY = roleRule({
  id: 'FLK-OPR-18',
  severity: 'error',
  check: 'V18',
  stage: OperatorStage.VALIDATION,
  message: '^JobManager resource memory must be defined',
  rule: 'the JobManager has no memory, and Flink cannot derive it from the options ({problem})',
  fix: 'set spec.jobManager.resource.memory or jobmanager.memory.process.size, such as 2048m',
  source: JOB_MANAGER_VALIDATOR,
  find: findMissingMemory,
});

export const TASK_MANAGER_WITHOUT_MEMORY = roleRule({
  id: 'FLK-OPR-22',
  severity: 'error',
  check: 'V22',
  stage: OperatorStage.VALIDATION,
  message: '^TaskManager resource memory must be defined',
  rule: 'the TaskManagers have no memory, and Flink cannot derive it from the options ({problem})',
  fix: 'set spec.taskManager.resource.memory or taskmanager.memory.process.size, such as 2048m',
  source: TASK_MANAGER_VALIDATOR,
  find: findMissingMemory,
});

function findMissingMemory(context: RoleContext, report: Violation<'problem'>): void {
  const memory = context.role?.resource?.memory;
  const isMissing = isBlank(memory) && requiredMemory(context) === undefined;
  const refusal = isMissing ? memoryRefusal(context) : undefined;
  if (refusal !== undefined) {
    report(`${context.section.property}.resource.memory`, memory ?? undefined, { problem: refusal.text });
  }
}

export const NO_JOB_MANAGER = roleRule({
  id: 'FLK-OPR-20',
  severity: 'error',
  check: 'V20',
  stage: OperatorStage.VALIDATION,
  message: '^JobManager replicas should not be configured less than one',
  rule: 'there must be at least one JobManager, and null counts as 0',
  fix: 'use 1, or remove it',
  source: JOB_MANAGER_VALIDATOR,
  find({ role }, report) {
    const replicas = role?.replicas ?? 1;
    if (replicas < 1) {
      report('spec.jobManager.replicas', replicas);
    }
  },
});

export const STANDBY_WITHOUT_HIGH_AVAILABILITY = roleRule({
  id: 'FLK-OPR-21',
  severity: 'error',
  check: 'V21',
  stage: OperatorStage.VALIDATION,
  message: '^High availability should be enabled when starting standby',
  rule: 'standby JobManagers need high availability, which is disabled',
  fix: 'set high-availability.type to kubernetes, with high-availability.storageDir, or use 1',
  source: JOB_MANAGER_VALIDATOR,
  find({ role, options }, report) {
    const replicas = role?.replicas ?? 1;
    if (replicas > 1 && !isHighlyAvailable(options)) {
      report('spec.jobManager.replicas', replicas);
    }
  },
});

export const NO_TASK_MANAGER = roleRule({
  id: 'FLK-OPR-24',
  severity: 'error',
  check: 'V24',
  stage: OperatorStage.VALIDATION,
  message: '^TaskManager replicas should not be configured less than one',
  rule: 'there must be at least one TaskManager',
  fix: 'use 1 or more, or remove it',
  source: TASK_MANAGER_VALIDATOR,
  find({ role }, report) {
    const replicas = role?.replicas ?? null;
    if (replicas !== null && replicas < 1) {
      report('spec.taskManager.replicas', replicas);
    }
  },
});

export const MEMORY_TOO_SMALL = roleRule({
  id: 'FLK-OPR-84',
  severity: 'error',
  check: 'R14',
  stage: OperatorStage.RUNTIME,
  rule: 'Flink would not start: {problem}',
  fix: 'use more, such as 2048m',
  source: MEMORY_MODEL,
  find(context, report) {
    const text = configuredMemory(context);
    const bytes = text === undefined ? undefined : memoryBytes(text);
    const refusal = bytes === undefined ? undefined : memoryRefusal(context, String(bytes));
    if (refusal !== undefined) {
      report(`${context.section.property}.resource.memory`, text, { problem: refusal.text });
    }
  },
});

export const RESOURCES_WITHOUT_MEMORY = roleRule({
  id: 'FLK-OPR-113',
  severity: 'error',
  check: 'R39',
  stage: OperatorStage.RUNTIME,
  rule: 'resources replaces resource, but does not set the memory',
  fix: 'set resources.requests.memory, such as 2Gi',
  source: 'operator: FlinkConfigBuilder',
  find(context, report) {
    const isReplaced = configuredMemory(context) === undefined && !isBlank(context.role?.resource?.memory);
    if (isReplaced && memoryRefusal(context) !== undefined) {
      report(`${context.section.property}.resources`);
    }
  },
});

export const NO_CPU = roleRule({
  id: 'FLK-OPR-91',
  severity: 'error',
  check: 'R25',
  stage: OperatorStage.RUNTIME,
  rule: 'a container needs some CPU',
  fix: 'use a number above 0, such as 0.5',
  source: 'Flink: CPU of a container',
  find({ section, role }, report) {
    const cpu = role?.resource?.cpu ?? null;
    if (cpu !== null && !(cpu > 0)) {
      report(`${section.property}.resource.cpu`, cpu);
    }
  },
});

/** The memory in `resources`. */
function requiredMemory(context: RoleContext): string | undefined {
  const { requests, limits } = requirementsOf(context) ?? {};
  return requests?.memory ?? limits?.memory ?? undefined;
}

/** The memory that the operator configures: that of `resources`, unless it is empty, else that of `resource`. */
function configuredMemory(context: RoleContext): string | undefined {
  const { requests, limits } = requirementsOf(context) ?? {};
  const isReplaced = Object.keys({ ...requests, ...limits }).length > 0;
  return isReplaced ? requiredMemory(context) : (context.role?.resource?.memory ?? undefined);
}

/** The roles of a FlinkDeployment. */
export function rolesOf(context: DeploymentContext): RoleContext[] {
  return [...jobManagerOf(context), ...taskManagersOf(context)];
}
