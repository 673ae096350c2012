import { readCpu, type TaskManagerCpu } from './cpu-cores';
import { deriveJobManager } from './job-manager';
import { OptionReader } from './option-reader';
import { type ReleaseLine } from './options';
import { type JobManagerMemory, type TaskManagerMemory } from './portion';
import { type MemoryRefusal, MemoryRefused } from './refusal';
import { deriveTaskManager, sizedByParts } from './task-manager';

/** Either what Flink derives or why it refuses. */
export type Derived<T> = { readonly ok: T } | { readonly refused: MemoryRefusal };

/** Looks an effective option up, by exactly this key. */
export type OptionLookup = (key: string) => string | undefined;

/** What Flink's start-up derives for a JobManager. */
export interface JobManagerProcess {
  readonly memory: JobManagerMemory;
}

/** What Flink's start-up derives for a TaskManager. */
export interface TaskManagerProcess {
  readonly memory: TaskManagerMemory;
  readonly cpu: TaskManagerCpu;
}

/**
 * A JobManager's memory from a configuration, equal to Flink's in every number and every refusal.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_jobmanager/
 */
export function jobManagerProcess(get: OptionLookup, version: ReleaseLine): Derived<JobManagerProcess> {
  return attempt(() => ({ memory: deriveJobManager(new OptionReader(get, version)) }));
}

/**
 * A TaskManager's memory from a configuration, equal to Flink's in every number and every refusal.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_tm/
 */
export function taskManagerProcess(get: OptionLookup, version: ReleaseLine): Derived<TaskManagerProcess> {
  const reader = new OptionReader(get, version);
  // The order counts: of several causes, Flink reports the first.
  return attempt(() => ({ memory: deriveTaskManager(reader), cpu: readCpu(reader) }));
}

/** The same for a TaskManager that a ResourceManager asks for by the sizes of its parts, whatever the totals are. */
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
