import { type TaskManagerCpu } from './cpu-cores';
import { isAtLeast, JOB_MANAGER, type MemoryOption, type ProcessOptions, type ReleaseLine, TASK_MANAGER, networkOptions } from './options';
import { type JobManagerMemory, type Portion, type ProcessMemory, type TaskManagerMemory } from './portion';

/** Options by key, as the start script passes them on. */
export type DynamicOptions = { readonly [key: string]: string };

/** The heap and the direct memory that the JVM is limited to; `undefined` without a limit. */
export interface JvmLimits {
  readonly heap: bigint;
  readonly direct?: bigint;
  readonly metaspace: bigint;
}

/** The limits of a JobManager's JVM. */
export function jobManagerLimits({ heap, offHeap, metaspace, directLimit }: JobManagerMemory): JvmLimits {
  return { heap: heap.bytes, direct: directLimit ? offHeap.bytes : undefined, metaspace: metaspace.bytes };
}

/** The limits of a TaskManager's JVM; managed memory is neither heap nor direct memory. */
export function taskManagerLimits(memory: TaskManagerMemory): JvmLimits {
  return {
    heap: memory.frameworkHeap.bytes + memory.taskHeap.bytes,
    direct: memory.frameworkOffHeap.bytes + memory.taskOffHeap.bytes + memory.network.bytes,
    metaspace: memory.metaspace.bytes,
  };
}

/**
 * The arguments with which the start script runs the JVM.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup/#jvm-parameters
 */
export function jvmArguments({ heap, direct, metaspace }: JvmLimits): string[] {
  return [`-Xmx${heap}`, `-Xms${heap}`, ...direct === undefined ? [] : [`-XX:MaxDirectMemorySize=${direct}`], `-XX:MaxMetaspaceSize=${metaspace}`];
}

/** The derived sizes that the start script passes to a JobManager, as options; none in 1.11. */
export function jobManagerOptions(memory: JobManagerMemory, version: ReleaseLine): DynamicOptions | undefined {
  return isAtLeast(version, 1, 12)
    ? sizes([[JOB_MANAGER.heap, memory.heap], [JOB_MANAGER.offHeap, memory.offHeap], ...jvmSizes(JOB_MANAGER, memory)])
    : undefined;
}

/**
 * The derived sizes and cores that the start script passes to a TaskManager, as options. External resources are only there when there are
 * none: how a list of them is written depends on the configuration file.
 */
export function taskManagerOptions(
  memory: TaskManagerMemory, cpu: TaskManagerCpu, version: ReleaseLine, externalResources: string | undefined,
): DynamicOptions {
  const { min, max } = networkOptions(version);
  return {
    ...sizes([
      [TASK_MANAGER.frameworkHeap, memory.frameworkHeap], [TASK_MANAGER.frameworkOffHeap, memory.frameworkOffHeap],
      [TASK_MANAGER.taskHeap, memory.taskHeap], [TASK_MANAGER.taskOffHeap, memory.taskOffHeap], [TASK_MANAGER.managed, memory.managed],
      [min, memory.network], [max, memory.network], ...isAtLeast(version, 1, 12) ? jvmSizes(TASK_MANAGER, memory) : [],
    ]),
    [TASK_MANAGER.cpuCores.key]: cpu.coresArgument,
    ...cpu.slots !== undefined && { [TASK_MANAGER.slots.key]: String(cpu.slots) },
    ...isAtLeast(version, 1, 13) && NO_RESOURCES.has(externalResources) && { [TASK_MANAGER.externalResources.key]: 'none' },
  };
}

const NO_RESOURCES: ReadonlySet<string | undefined> = new Set([undefined, '', 'none']);

function jvmSizes({ metaspace, overhead }: ProcessOptions, memory: ProcessMemory): [MemoryOption, Portion][] {
  return [[metaspace, memory.metaspace], [overhead.min, memory.overhead], [overhead.max, memory.overhead]];
}

function sizes(pairs: readonly (readonly [MemoryOption, Portion])[]): DynamicOptions {
  return Object.fromEntries(pairs.map(([{ key }, { bytes }]) => [key, `${bytes}b`]));
}
