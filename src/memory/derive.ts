import { readCpu, type TaskManagerCpu } from './cpu-cores';
import { deriveJobManager } from './job-manager';
import { OptionReader } from './option-reader';
import { type ReleaseLine } from './options';
import { type JobManagerMemory, type TaskManagerMemory } from './portion';
import { type MemoryRefusal, MemoryRefused } from './refusal';
import { deriveTaskManager, sizedByParts } from './task-manager';

/** Either the result of Flink's derivation, or why Flink would not start. */
export type Derived<T> = { readonly ok: T } | { readonly refused: MemoryRefusal };

/** Returns the value of the effective option with exactly this key. */
export type OptionLookup = (key: string) => string | undefined;

/** The sizes that Flink derives for a JobManager at its start. */
export interface JobManagerProcess {
  readonly memory: JobManagerMemory;
}

/** The sizes and CPU cores that Flink derives for a TaskManager at its start. */
export interface TaskManagerProcess {
  readonly memory: TaskManagerMemory;
  readonly cpu: TaskManagerCpu;
}

/**
 * Derives the memory of a JobManager from a configuration, with the same numbers and errors as Flink.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_jobmanager/
 */
export function jobManagerProcess(get: OptionLookup, version: ReleaseLine): Derived<JobManagerProcess> {
  return attempt(() => ({ memory: deriveJobManager(new OptionReader(get, version)) }));
}

/**
 * Derives the memory of a TaskManager from a configuration, with the same numbers and errors as Flink.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_tm/
 */
export function taskManagerProcess(get: OptionLookup, version: ReleaseLine): Derived<TaskManagerProcess> {
  const reader = new OptionReader(get, version);
  // The order matters: Flink reports the first of several errors.
  return attempt(() => ({ memory: deriveTaskManager(reader), cpu: readCpu(reader) }));
}

/** The same for a TaskManager that a ResourceManager requests by the sizes of its components, not by its totals. */
export function taskManagerOfParts(get: OptionLookup, version: ReleaseLine): Derived<TaskManagerProcess> {
  const whole = taskManagerProcess(get, version);
  return 'ok' in whole
    ? attempt(() => ({ ...whole.ok, memory: sizedByParts(whole.ok.memory, new OptionReader(get, version)) }))
    : whole;
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
