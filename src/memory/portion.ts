/** Where a size comes from. */
export type Origin =
  | { readonly kind: 'configured' | 'default'; readonly key: string }
  | { readonly kind: 'fraction'; readonly fraction: number; readonly of: PortionName; readonly limit?: 'min' | 'max' }
  | { readonly kind: 'rest'; readonly of: PortionName }
  | { readonly kind: 'buffers'; readonly key: string }
  | { readonly kind: 'sum' };

/** A size with its origin. */
export interface Portion {
  readonly bytes: bigint;
  readonly origin: Origin;
}

/** The names of the components in messages and tables. */
export const PORTION_NAMES = {
  process: 'total process',
  flink: 'total Flink',
  heap: 'JVM heap',
  offHeap: 'off-heap',
  frameworkHeap: 'framework heap',
  taskHeap: 'task heap',
  frameworkOffHeap: 'framework off-heap',
  taskOffHeap: 'task off-heap',
  managed: 'managed',
  network: 'network',
  metaspace: 'JVM metaspace',
  overhead: 'JVM overhead',
} as const;

export type PortionName = keyof typeof PORTION_NAMES;

/** Some of the components. */
export type Portions = { readonly [name in PortionName]?: Portion };

/** The components of every Flink process. */
export interface ProcessMemory {
  readonly process: Portion;
  readonly flink: Portion;
  readonly metaspace: Portion;
  readonly overhead: Portion;
}

/** The memory of a JobManager; `directLimit` specifies whether its off-heap size is also a limit of the JVM. */
export interface JobManagerMemory extends ProcessMemory {
  readonly heap: Portion;
  readonly offHeap: Portion;
  readonly directLimit: boolean;
}

/** The components of the total Flink memory of a TaskManager. */
export interface TaskManagerParts {
  readonly flink: Portion;
  readonly frameworkHeap: Portion;
  readonly taskHeap: Portion;
  readonly frameworkOffHeap: Portion;
  readonly taskOffHeap: Portion;
  readonly managed: Portion;
  readonly network: Portion;
}

/** The memory of a TaskManager. */
export interface TaskManagerMemory extends ProcessMemory, TaskManagerParts {}
