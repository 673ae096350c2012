import { type Size } from 'cdk8s';

/** Memory of the JVM around Flink, which both roles have. */
export interface JvmMemoryOptions {
  /**
   * Everything that Flink divides itself, `….memory.flink.size`; an alternative to the size of the whole process.
   * @default - derived from the size of the process
   */
  readonly flink?: Size;
  /**
   * Class metadata, `….memory.jvm-metaspace.size`.
   * @default Size.mebibytes(256)
   */
  readonly jvmMetaspace?: Size;
  /**
   * Least overhead of the JVM, `….memory.jvm-overhead.min`.
   * @default Size.mebibytes(192)
   */
  readonly jvmOverheadMin?: Size;
  /**
   * Most overhead of the JVM, `….memory.jvm-overhead.max`.
   * @default Size.gibibytes(1)
   */
  readonly jvmOverheadMax?: Size;
  /**
   * Overhead of the JVM as a part of the process, `….memory.jvm-overhead.fraction`.
   * @default 0.1
   */
  readonly jvmOverheadFraction?: number;
}

/**
 * How the JobManager's memory is divided; what is not stated follows by Flink's own arithmetic.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_jobmanager/
 */
export interface JobManagerMemoryOptions extends JvmMemoryOptions {
  /**
   * Heap, `jobmanager.memory.heap.size`.
   * @default - what is left
   */
  readonly heap?: Size;
  /**
   * Direct and native memory, `jobmanager.memory.off-heap.size`.
   * @default Size.mebibytes(128)
   */
  readonly offHeap?: Size;
}

/**
 * How a TaskManager's memory is divided; what is not stated follows by Flink's own arithmetic.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup_tm/
 */
export interface TaskManagerMemoryOptions extends JvmMemoryOptions {
  /**
   * Heap for operators and user code, `taskmanager.memory.task.heap.size`.
   * @default - what is left
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
   * Memory that Flink hands out for sorting, caching, RocksDB and Python, `taskmanager.memory.managed.size`.
   * @default - by the fraction
   */
  readonly managed?: Size;
  /**
   * Managed memory as a part of Flink's memory, `taskmanager.memory.managed.fraction`.
   * @default 0.4
   */
  readonly managedFraction?: number;
  /**
   * Least memory for the exchange of records, `taskmanager.memory.network.min`.
   * @default Size.mebibytes(64)
   */
  readonly networkMin?: Size;
  /**
   * Most memory for the exchange of records, `taskmanager.memory.network.max`.
   * @default - 1 GiB up to Flink 1.16, no limit from 1.17 on
   */
  readonly networkMax?: Size;
  /**
   * Memory for the exchange of records as a part of Flink's memory, `taskmanager.memory.network.fraction`.
   * @default 0.1
   */
  readonly networkFraction?: number;
}
