import { type OptionReader } from './option-reader';
import { isAtLeast, TASK_MANAGER } from './options';
import { cpuNotPositive, numberUnreadable } from './unreadable-values';

/** The CPU cores of a TaskManager, and its slots, which are passed to the process only from 1.13 on. */
export interface TaskManagerCpu {
  readonly cores: number;
  readonly slots: number | undefined;
}

/**
 * The CPU cores that Flink derives in addition to the memory, by default one for each slot.
 *
 * @see `org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils`
 */
export function readCpu(reader: OptionReader): TaskManagerCpu {
  const cores = reader.double(TASK_MANAGER.cpuCores) ?? readSlots(reader);
  if (cores <= 0) {
    cpuNotPositive((reader.isSet(TASK_MANAGER.cpuCores) ? TASK_MANAGER.cpuCores : TASK_MANAGER.slots).key, cores);
  }
  if (!Number.isFinite(cores)) {
    numberUnreadable(TASK_MANAGER.cpuCores.key, String(cores), 'a finite number');
  }
  return { cores, slots: isAtLeast(reader.version, 1, 13) ? readSlots(reader) : undefined };
}

function readSlots(reader: OptionReader): number {
  return Number(reader.integer(TASK_MANAGER.slots) ?? 1n);
}
