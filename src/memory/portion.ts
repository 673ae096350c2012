/** How a size came about. */
export type Origin =
  | { readonly kind: 'configured' | 'default'; readonly key: string }
  | { readonly kind: 'fraction'; readonly fraction: number; readonly of: PortionName; readonly limit?: 'min' | 'max' }
  | { readonly kind: 'rest'; readonly of: PortionName }
  | { readonly kind: 'buffers'; readonly key: string }
  | { readonly kind: 'sum' };

/** A size with its history. */
export interface Portion {
  readonly bytes: bigint;
  readonly origin: Origin;
}

/** What the components are called in messages and tables. */
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

/** What every Flink process is made of. */
export interface ProcessMemory {
  readonly process: Portion;
  readonly flink: Portion;
  readonly metaspace: Portion;
  readonly overhead: Portion;
}

/** A JobManager; `directLimit` tells whether its off-heap size is a limit of the JVM too. */
export interface JobManagerMemory extends ProcessMemory {
  readonly heap: Portion;
  readonly offHeap: Portion;
  readonly directLimit: boolean;
}

/** The total of a TaskManager without its JVM, in parts. */
export interface TaskManagerParts {
  readonly flink: Portion;
  readonly frameworkHeap: Portion;
  readonly taskHeap: Portion;
  readonly frameworkOffHeap: Portion;
  readonly taskOffHeap: Portion;
  readonly managed: Portion;
  readonly network: Portion;
}

/** A TaskManager. */
export interface TaskManagerMemory extends ProcessMemory, TaskManagerParts {}
