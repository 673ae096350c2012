import {
  type DynamicOptions, jobManagerLimits, jobManagerOptions, jvmArguments, type JvmLimits, taskManagerLimits, taskManagerOptions,
} from './arguments';
import { readCpu, type TaskManagerCpu } from './cpu-cores';
import { deriveJobManager } from './job-manager';
import { OptionReader } from './option-reader';
import { type ReleaseLine, TASK_MANAGER } from './options';
import { type JobManagerMemory, type TaskManagerMemory } from './portion';
import { type MemoryRefusal, MemoryRefused } from './refusal';
import { deriveTaskManager } from './task-manager';

/** Either what Flink derives or why it refuses. */
export type Derived<T> = { readonly ok: T } | { readonly refused: MemoryRefusal };

/** Looks an effective option up, by exactly this key. */
export type OptionLookup = (key: string) => string | undefined;

/** All that Flink's start-up derives for a JobManager; 1.11 passes no options on. */
export interface JobManagerProcess {
  readonly memory: JobManagerMemory;
  readonly limits: JvmLimits;
  readonly jvmArguments: readonly string[];
  readonly dynamicOptions: DynamicOptions | undefined;
}

/** All that Flink's start-up derives for a TaskManager. */
export interface TaskManagerProcess {
  readonly memory: TaskManagerMemory;
  readonly cpu: TaskManagerCpu;
  readonly limits: JvmLimits;
  readonly jvmArguments: readonly string[];
  readonly dynamicOptions: DynamicOptions;
}

/**
 * A JobManager's memory from a configuration, equal to Flink's in every number and every refusal.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_jobmanager/
 */
export function jobManagerProcess(get: OptionLookup, version: ReleaseLine): Derived<JobManagerProcess> {
  return attempt(() => {
    const memory = deriveJobManager(new OptionReader(get, version));
    const limits = jobManagerLimits(memory);
    return { memory, limits, jvmArguments: jvmArguments(limits), dynamicOptions: jobManagerOptions(memory, version) };
  });
}

/**
 * A TaskManager's memory from a configuration, equal to Flink's in every number and every refusal.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_tm/
 */
export function taskManagerProcess(get: OptionLookup, version: ReleaseLine): Derived<TaskManagerProcess> {
  return attempt(() => {
    const reader = new OptionReader(get, version);
    const memory = deriveTaskManager(reader);
    const cpu = readCpu(reader);
    const limits = taskManagerLimits(memory);
    return {
      memory,
      cpu,
      limits,
      jvmArguments: jvmArguments(limits),
      dynamicOptions: taskManagerOptions(memory, cpu, version, get(TASK_MANAGER.externalResources.key)),
    };
  });
}

function attempt<T>(derive: () => T): Derived<T> {
  try {
    return { ok: derive() };
  } catch (error) {
    if (error instanceof MemoryRefused) {
      return { refused: error.refusal };
    }
    throw error;
  }
}
