import { coresText } from './cores-text';
import { type TaskManagerCpu } from './cpu-cores';
import {
  amountKey,
  isAtLeast,
  JOB_MANAGER,
  type MemoryOption,
  networkOptions,
  type ProcessOptions,
  type ReleaseLine,
  TASK_MANAGER,
} from './options';
import { type JobManagerMemory, type Portion, type ProcessMemory, type TaskManagerMemory } from './portion';

/** Options by key, as the start script passes them to the process. */
export type DynamicOptions = { readonly [key: string]: string };

/** The memory limits of a JVM; `direct` is `undefined` if there is no limit. */
export interface JvmLimits {
  readonly heap: bigint;
  readonly direct: bigint | undefined;
  readonly metaspace: bigint;
}

/** The memory limits of a JVM; managed memory is neither heap nor direct memory. */
export function jvmLimits(memory: JobManagerMemory | TaskManagerMemory): JvmLimits {
  const metaspace = memory.metaspace.bytes;
  return 'heap' in memory
    ? { heap: memory.heap.bytes, direct: memory.directLimit ? memory.offHeap.bytes : undefined, metaspace }
    : {
        heap: memory.frameworkHeap.bytes + memory.taskHeap.bytes,
        direct: memory.frameworkOffHeap.bytes + memory.taskOffHeap.bytes + memory.network.bytes,
        metaspace,
      };
}

/**
 * The arguments with which the start script runs the JVM.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup/#jvm-parameters
 */
export function jvmArguments(memory: JobManagerMemory | TaskManagerMemory): string[] {
  const { heap, direct, metaspace } = jvmLimits(memory);
  return [
    `-Xmx${heap}`,
    `-Xms${heap}`,
    ...(direct === undefined ? [] : [`-XX:MaxDirectMemorySize=${direct}`]),
    `-XX:MaxMetaspaceSize=${metaspace}`,
  ];
}

/** The derived sizes that the start script passes to a JobManager as options; none in 1.11. */
export function jobManagerOptions(memory: JobManagerMemory, version: ReleaseLine): DynamicOptions | undefined {
  return isAtLeast(version, 1, 12)
    ? sizes([[JOB_MANAGER.heap, memory.heap], [JOB_MANAGER.offHeap, memory.offHeap], ...jvmSizes(JOB_MANAGER, memory)])
    : undefined;
}

/**
 * The derived sizes, cores and amounts of external resources that the start script passes to a TaskManager, as options.
 *
 * @param resources The result of `externalResources` for the same configuration
 */
export function taskManagerOptions(
  memory: TaskManagerMemory,
  { cores, slots }: TaskManagerCpu,
  version: ReleaseLine,
  resources: ReadonlyMap<string, bigint> = new Map(),
): DynamicOptions {
  const { min, max } = networkOptions(version);
  return {
    ...sizes([
      [TASK_MANAGER.frameworkHeap, memory.frameworkHeap],
      [TASK_MANAGER.frameworkOffHeap, memory.frameworkOffHeap],
      [TASK_MANAGER.taskHeap, memory.taskHeap],
      [TASK_MANAGER.taskOffHeap, memory.taskOffHeap],
      [TASK_MANAGER.managed, memory.managed],
      [min, memory.network],
      [max, memory.network],
      ...(isAtLeast(version, 1, 12) ? jvmSizes(TASK_MANAGER, memory) : []),
    ]),
    [TASK_MANAGER.cpuCores.key]: coresText(cores, version).argument,
    ...(slots !== undefined && { [TASK_MANAGER.slots.key]: String(slots), ...resourceOptions(resources, version) }),
  };
}

function resourceOptions(resources: ReadonlyMap<string, bigint>, version: ReleaseLine): DynamicOptions {
  if (resources.size === 0) return { [TASK_MANAGER.externalResources.key]: 'none' };
  const list = [...resources.keys()].join(';');
  return {
    [TASK_MANAGER.externalResources.key]: isAtLeast(version, 1, 15) ? `"${list}"` : list,
    ...Object.fromEntries([...resources].map(([name, amount]) => [amountKey(name), String(amount)])),
  };
}

function jvmSizes({ metaspace, overhead }: ProcessOptions, memory: ProcessMemory): [MemoryOption, Portion][] {
  return [
    [metaspace, memory.metaspace],
    [overhead.min, memory.overhead],
    [overhead.max, memory.overhead],
  ];
}

function sizes(pairs: readonly (readonly [MemoryOption, Portion])[]): DynamicOptions {
  return Object.fromEntries(pairs.map(([{ key }, { bytes }]) => [key, `${bytes}b`]));
}
