import { type OperatorModel } from './operator-model';
import { LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { Keys } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { cpuQuantity, mebibyteQuantity } from '../../kubernetes/quantity';
import { type RoleModel } from '../../model/cluster-model';
import { Hardening } from '../../props/hardening';

const PROCESS_SIZE = {
  jobManager: Keys.JOB_MANAGER_PROCESS_SIZE,
  taskManager: Keys.TASK_MANAGER_PROCESS_SIZE,
} as const;
const DEFAULT_CPU = 1;

/** Whether an option is the memory of a whole process. */
export function isProcessSize(key: string): boolean {
  return key === PROCESS_SIZE.jobManager || key === PROCESS_SIZE.taskManager;
}

/** Whether an option is said in a field of the resource, and so not once more among the options. */
export function isSaidInResource({ key, source }: OptionEntry): boolean {
  return (
    source === 'job.parallelism' ||
    (isProcessSize(key) && (source === LIBRARY || source === 'jobManager.memory' || source === 'taskManager.memory'))
  );
}

/** `resource`, and from operator 1.16 on `resources`, which older ones do not know: what the role's process is given. */
export function resourceFields(cluster: OperatorModel, role: RoleModel): ManifestJson {
  const entry = cluster.options.entries.find(({ key }) => key === PROCESS_SIZE[role.role]);
  const size = entry !== undefined && isSaidInResource(entry) ? entry.value : undefined;
  const cpu = role.stated.cpu ?? (cluster.hardening === Hardening.NONE ? undefined : DEFAULT_CPU);
  const hasNone = size === undefined && cpu === undefined;
  if (!cluster.release.can('readsResourceRequirements')) {
    return hasNone ? {} : { resource: { ...given('memory', size), ...given('cpu', cpu) } };
  }
  // As Kubernetes writes them: the operator divides limits by requests as quantities, in which `2048m` is two bytes.
  const requests = { ...given('memory', size && memoryQuantity(role)), ...given('cpu', cpu && cpuQuantity(cpu)) };
  const { memoryLimitFactor = 1, cpuLimitFactor = 1 } = role.stated;
  const { limits } = role.resources as { limits: ManifestJson };
  const above = {
    ...(size !== undefined && memoryLimitFactor > 1 ? { memory: limits.memory } : {}),
    ...(cpu !== undefined && cpuLimitFactor > 1 ? { cpu: limits.cpu } : {}),
  };
  return hasNone ? {} : { resources: { requests, ...(Object.keys(above).length === 0 ? {} : { limits: above }) } };
}

/** Limit factors as options of Flink, where the resource has no limits. */
export function limitFactors(cluster: OperatorModel): [string, string][] {
  return [cluster.jobManager, cluster.taskManager].flatMap((role) => {
    const said = resourceFields(cluster, role).resources as { requests: ManifestJson } | undefined;
    const { memoryLimitFactor = 1, cpuLimitFactor = 1 } = role.stated;
    return (
      [
        ['memory', memoryLimitFactor],
        ['cpu', cpuLimitFactor],
      ] as const
    )
      .filter(([name, factor]) => factor > 1 && said?.requests[name] === undefined)
      .map(([name, factor]): [string, string] => [`kubernetes.${role.flinkRole}.${name}.limit-factor`, String(factor)]);
  });
}

function memoryQuantity({ memory, resources }: RoleModel): string {
  return memory === undefined
    ? (resources as { requests: { memory: string } }).requests.memory
    : mebibyteQuantity(memory.totalProcess);
}

function given<T>(field: string, value: T | undefined): { [field: string]: T } {
  return value === undefined ? {} : { [field]: value };
}
