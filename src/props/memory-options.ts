import { type Size } from 'cdk8s';

/** Options of the JVM's memory that both roles have. */
export interface JvmMemoryOptions {
  /**
   * Total memory that Flink itself divides, `….memory.flink.size`. An alternative to the size of the whole process.
   * @default - derived from the size of the process
   */
  readonly flink?: Size;
  /**
   * Memory for class metadata, `….memory.jvm-metaspace.size`.
   * @default Size.mebibytes(256)
   */
  readonly jvmMetaspace?: Size;
  /**
   * Minimum overhead of the JVM, `….memory.jvm-overhead.min`.
   * @default Size.mebibytes(192)
   */
  readonly jvmOverheadMin?: Size;
  /**
   * Maximum overhead of the JVM, `….memory.jvm-overhead.max`.
   * @default Size.gibibytes(1)
   */
  readonly jvmOverheadMax?: Size;
  /**
   * Overhead of the JVM as a fraction of the process, `….memory.jvm-overhead.fraction`.
   * @default 0.1
   */
  readonly jvmOverheadFraction?: number;
}

/**
 * Options of the JobManager's memory. Flink derives the sizes that are not set.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_jobmanager/
 */
export interface JobManagerMemoryOptions extends JvmMemoryOptions {
  /**
   * Heap, `jobmanager.memory.heap.size`.
   * @default - the remaining memory
   */
  readonly heap?: Size;
  /**
   * Direct and native memory, `jobmanager.memory.off-heap.size`.
   * @default Size.mebibytes(128)
   */
  readonly offHeap?: Size;
}

/**
 * Options of a TaskManager's memory. Flink derives the sizes that are not set.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_tm/
 */
export interface TaskManagerMemoryOptions extends JvmMemoryOptions {
  /**
   * Heap for operators and user code, `taskmanager.memory.task.heap.size`.
   * @default - the remaining memory
   */
  readonly taskHeap?: Size;
  /**
   * Direct and native memory for operators and user code, `taskmanager.memory.task.off-heap.size`.
   * @default - none
   */
  readonly taskOffHeap?: Size;
  /**
   * Heap of Flink itself, `taskmanager.memory.framework.heap.size`.
   * @default Size.mebibytes(128)
   */
  readonly frameworkHeap?: Size;
  /**
   * Direct and native memory of Flink itself, `taskmanager.memory.framework.off-heap.size`.
   * @default Size.mebibytes(128)
   */
  readonly frameworkOffHeap?: Size;
  /**
   * Memory that Flink manages for sorting, caching, RocksDB and Python, `taskmanager.memory.managed.size`.
   * @default - derived from `managedFraction`
   */
  readonly managed?: Size;
  /**
   * Managed memory as a fraction of Flink's memory, `taskmanager.memory.managed.fraction`.
   * @default 0.4
   */
  readonly managedFraction?: number;
  /**
   * Minimum memory for the exchange of records, `taskmanager.memory.network.min`.
   * @default Size.mebibytes(64)
   */
  readonly networkMin?: Size;
  /**
   * Maximum memory for the exchange of records, `taskmanager.memory.network.max`.
   * @default - 1 GiB up to Flink 1.16, no limit from 1.17 on
   */
  readonly networkMax?: Size;
  /**
   * Memory for the exchange of records as a fraction of Flink's memory, `taskmanager.memory.network.fraction`.
   * @default 0.1
   */
  readonly networkFraction?: number;
}
