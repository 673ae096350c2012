import { LARGEST_SIZE } from './memory-size';

const MEBIBYTE = 1024n * 1024n;

/** An option with its key and older names; Flink reads the first of them that is set. */
export interface MemoryOption {
  readonly key: string;
  readonly aliases?: readonly string[];
}

/** A size that Flink assumes when the option is not set. */
export interface SizeOption extends MemoryOption {
  readonly bytes: bigint;
}

/** A share that Flink assumes when the option is not set. */
export interface FractionOption extends MemoryOption {
  readonly fraction: number;
}

/** A component that is a share of a whole, kept within two sizes. */
export interface RangeOptions {
  readonly min: SizeOption;
  readonly max: SizeOption;
  readonly fraction: FractionOption;
}

/** Options from before Flink 1.10 or 1.11, which set a newer option up to 1.20. */
export interface LegacyHeapOptions {
  readonly size: MemoryOption;
  readonly mebibytes: MemoryOption;
  readonly replaces: MemoryOption;
}

/** The options that both processes have; the fine-grained ones together are an alternative to a total. */
export interface ProcessOptions {
  readonly process: MemoryOption;
  readonly flink: MemoryOption;
  readonly fineGrained: readonly MemoryOption[];
  readonly metaspace: SizeOption;
  readonly overhead: RangeOptions;
  readonly legacyHeap: LegacyHeapOptions;
}

/** A release line, such as 1.20, in numbers. */
export interface ReleaseLine {
  readonly majorVersion: number;
  readonly minorVersion: number;
}

/** Whether a release belongs to this line or to a later one. */
export function isAtLeast({ majorVersion, minorVersion }: ReleaseLine, major: number, minor: number): boolean {
  return majorVersion > major || (majorVersion === major && minorVersion >= minor);
}

/** The option with the amount of an external resource that a TaskManager has. */
export function amountKey(resource: string): string {
  return `external-resource.${resource}.amount`;
}

const JVM = (prefix: string): Pick<ProcessOptions, 'metaspace' | 'overhead'> => ({
  metaspace: { key: `${prefix}.jvm-metaspace.size`, bytes: 256n * MEBIBYTE },
  overhead: {
    min: { key: `${prefix}.jvm-overhead.min`, bytes: 192n * MEBIBYTE },
    max: { key: `${prefix}.jvm-overhead.max`, bytes: 1024n * MEBIBYTE },
    fraction: { key: `${prefix}.jvm-overhead.fraction`, fraction: Math.fround(0.1) },
  },
});

const JOB_MANAGER_HEAP: MemoryOption = { key: 'jobmanager.memory.heap.size' };
const TASK_HEAP: MemoryOption = { key: 'taskmanager.memory.task.heap.size' };
const MANAGED: MemoryOption = { key: 'taskmanager.memory.managed.size', aliases: ['taskmanager.memory.size'] };
const TASK_MANAGER_FLINK: MemoryOption = { key: 'taskmanager.memory.flink.size' };

/**
 * The options of a JobManager.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_jobmanager/
 */
export const JOB_MANAGER = {
  ...JVM('jobmanager.memory'),
  process: { key: 'jobmanager.memory.process.size' },
  flink: { key: 'jobmanager.memory.flink.size' },
  fineGrained: [JOB_MANAGER_HEAP],
  heap: JOB_MANAGER_HEAP,
  offHeap: { key: 'jobmanager.memory.off-heap.size', bytes: 128n * MEBIBYTE },
  directLimit: { key: 'jobmanager.memory.enable-jvm-direct-memory-limit' },
  legacyHeap: {
    size: { key: 'jobmanager.heap.size' },
    mebibytes: { key: 'jobmanager.heap.mb' },
    replaces: JOB_MANAGER_HEAP,
  },
} as const satisfies ProcessOptions & { [name: string]: unknown };

/**
 * The options of a TaskManager, except for the network, which depends on the release.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_tm/
 */
export const TASK_MANAGER = {
  ...JVM('taskmanager.memory'),
  process: { key: 'taskmanager.memory.process.size' },
  flink: TASK_MANAGER_FLINK,
  fineGrained: [TASK_HEAP, MANAGED],
  taskHeap: TASK_HEAP,
  managed: MANAGED,
  managedFraction: { key: 'taskmanager.memory.managed.fraction', fraction: Math.fround(0.4) },
  frameworkHeap: { key: 'taskmanager.memory.framework.heap.size', bytes: 128n * MEBIBYTE },
  frameworkOffHeap: { key: 'taskmanager.memory.framework.off-heap.size', bytes: 128n * MEBIBYTE },
  taskOffHeap: { key: 'taskmanager.memory.task.off-heap.size', bytes: 0n },
  segment: { key: 'taskmanager.memory.segment-size', bytes: 32n * 1024n },
  buffers: { key: 'taskmanager.network.numberOfBuffers' },
  cpuCores: { key: 'taskmanager.cpu.cores' },
  slots: { key: 'taskmanager.numberOfTaskSlots' },
  externalResources: { key: 'external-resources' },
  legacyHeap: {
    size: { key: 'taskmanager.heap.size' },
    mebibytes: { key: 'taskmanager.heap.mb' },
    replaces: TASK_MANAGER_FLINK,
  },
} as const satisfies ProcessOptions & { [name: string]: unknown };

const NETWORK_MIN: SizeOption = {
  key: 'taskmanager.memory.network.min',
  aliases: ['taskmanager.network.memory.min'],
  bytes: 64n * MEBIBYTE,
};
const NETWORK_MAX: SizeOption = {
  key: 'taskmanager.memory.network.max',
  aliases: ['taskmanager.network.memory.max'],
  bytes: LARGEST_SIZE,
};
const NETWORK_FRACTION: FractionOption = {
  key: 'taskmanager.memory.network.fraction',
  aliases: ['taskmanager.network.memory.fraction'],
  fraction: Math.fround(0.1),
};
const NETWORK: RangeOptions = { min: NETWORK_MIN, max: NETWORK_MAX, fraction: NETWORK_FRACTION };
const LIMITED_NETWORK: RangeOptions = { ...NETWORK, max: { ...NETWORK_MAX, bytes: 1024n * MEBIBYTE } };

/** The range of the network memory; 1.17 removed its upper limit. */
export function networkOptions(version: ReleaseLine): RangeOptions {
  return isAtLeast(version, 1, 17) ? NETWORK : LIMITED_NETWORK;
}
