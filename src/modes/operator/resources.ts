import { type OperatorModel } from './operator-model';
import { optionalField } from './without-empty';
import { LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { Keys } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { cpuQuantity, mebibyteQuantity } from '../../kubernetes/quantity';
import { type RoleModel } from '../../model/cluster-model';
import { Hardening } from '../../props/hardening';

/** The options of the memory of a whole process. */
export const PROCESS_SIZE = {
  jobManager: Keys.JOB_MANAGER_PROCESS_SIZE,
  taskManager: Keys.TASK_MANAGER_PROCESS_SIZE,
} as const;
const DEFAULT_CPU = 1;

/** Whether an option sets the memory of a whole process. */
export function isProcessSize(key: string): boolean {
  return key === PROCESS_SIZE.jobManager || key === PROCESS_SIZE.taskManager;
}

/** Whether an option is a field of the resource, so that it is not among the options. */
export function isInResource({ key, source }: OptionEntry): boolean {
  return (
    source === 'job.parallelism' ||
    (isProcessSize(key) && (source === LIBRARY || source === 'jobManager.memory' || source === 'taskManager.memory'))
  );
}

/** The resources of a role: `resources` since operator 1.16, and `resource` before. */
export function resourceFields(cluster: OperatorModel, role: RoleModel): ManifestJson {
  const entry = cluster.options.entries.find(({ key }) => key === PROCESS_SIZE[role.role]);
  const size = entry !== undefined && isInResource(entry) ? entry.value : undefined;
  const cpu = role.stated.cpu ?? (cluster.hardening === Hardening.NONE ? undefined : DEFAULT_CPU);
  const hasNone = size === undefined && cpu === undefined;
  if (!cluster.release.can('readsResourceRequirements')) {
    return hasNone ? {} : { resource: { ...optionalField('memory', size), ...optionalField('cpu', cpu) } };
  }
  // Quantities of Kubernetes, because the operator divides limits by requests; as a quantity, `2048m` is two bytes.
  const requests = {
    ...optionalField('memory', size && memoryQuantity(role)),
    ...optionalField('cpu', cpu && cpuQuantity(cpu)),
  };
  const { memoryLimitFactor = 1, cpuLimitFactor = 1 } = role.stated;
  const { limits } = role.resources as { limits: ManifestJson };
  const above = {
    ...(size !== undefined && memoryLimitFactor > 1 ? { memory: limits.memory } : {}),
    ...(cpu !== undefined && cpuLimitFactor > 1 ? { cpu: limits.cpu } : {}),
  };
  return hasNone ? {} : { resources: { requests, ...(Object.keys(above).length === 0 ? {} : { limits: above }) } };
}

/** Limit factors as Flink options, if the resource has no limits. */
export function limitFactors(cluster: OperatorModel): [string, string][] {
  return [cluster.jobManager, cluster.taskManager].flatMap((role) => {
    const fields = resourceFields(cluster, role).resources as { requests: ManifestJson } | undefined;
    const { memoryLimitFactor = 1, cpuLimitFactor = 1 } = role.stated;
    return (
      [
        ['memory', memoryLimitFactor],
        ['cpu', cpuLimitFactor],
      ] as const
    )
      .filter(([name, factor]) => factor > 1 && fields?.requests[name] === undefined)
      .map(([name, factor]): [string, string] => [`kubernetes.${role.flinkRole}.${name}.limit-factor`, String(factor)]);
  });
}

function memoryQuantity({ memory, resources }: RoleModel): string {
  return memory === undefined
    ? (resources as { requests: { memory: string } }).requests.memory
    : mebibyteQuantity(memory.totalProcess);
}
