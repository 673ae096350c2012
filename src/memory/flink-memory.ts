import { jvmLimits, jvmArguments } from './arguments';
import { memoryTable } from './memory-table';
import { type JobManagerMemory, type PortionName, type Portions, type TaskManagerMemory } from './portion';

type Memory = JobManagerMemory | TaskManagerMemory;

/**
 * The memory components of one Flink process, exactly as Flink's start script derives them from the configuration. All
 * sizes are in bytes.
 *
 * A JobManager has only heap and off-heap memory; the finer components are `undefined` for it.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup/
 */
export class FlinkMemory {
  /** @internal */
  public static _of(memory: Memory): FlinkMemory {
    return new FlinkMemory(memory);
  }

  private readonly memory: Memory;

  private constructor(memory: Memory) {
    this.memory = memory;
  }

  /** All memory of the process, in bytes; the minimum for its container. */
  public get totalProcess(): number {
    return Number(this.memory.process.bytes);
  }

  /** The memory of Flink's own components, in bytes: the process without metaspace and overhead of the JVM. */
  public get totalFlink(): number {
    return Number(this.memory.flink.bytes);
  }

  /** The heap of the JVM, in bytes; of a TaskManager, framework heap and task heap together. */
  public get jvmHeap(): number {
    return Number(jvmLimits(this.memory).heap);
  }

  /**
   * Direct memory outside the heap, in bytes; of a TaskManager, framework off-heap, task off-heap and network memory
   * together.
   *
   * The JVM enforces it, in a JobManager only with `jobmanager.memory.enable-jvm-direct-memory-limit`.
   */
  public get jvmOffHeap(): number {
    return Number('offHeap' in this.memory ? this.memory.offHeap.bytes : jvmLimits(this.memory).direct);
  }

  /** The class metadata of the JVM, in bytes. */
  public get jvmMetaspace(): number {
    return Number(this.memory.metaspace.bytes);
  }

  /** Other memory of the JVM, such as thread stacks and compiled code, in bytes. */
  public get jvmOverhead(): number {
    return Number(this.memory.overhead.bytes);
  }

  /** The heap reserved for Flink itself, in bytes; TaskManager only. */
  public get frameworkHeap(): number | undefined {
    return this.find('frameworkHeap');
  }

  /** The heap for operators and user code, in bytes; TaskManager only. */
  public get taskHeap(): number | undefined {
    return this.find('taskHeap');
  }

  /** Direct and native memory reserved for Flink itself, in bytes; TaskManager only. */
  public get frameworkOffHeap(): number | undefined {
    return this.find('frameworkOffHeap');
  }

  /** Direct and native memory for operators and user code, in bytes; TaskManager only. */
  public get taskOffHeap(): number | undefined {
    return this.find('taskOffHeap');
  }

  /** Memory that Flink allocates for sorting, caching, RocksDB and Python, in bytes; TaskManager only. */
  public get managed(): number | undefined {
    return this.find('managed');
  }

  /** Buffers for the exchange of records between tasks, in bytes; TaskManager only. */
  public get network(): number | undefined {
    return this.find('network');
  }

  /** The memory arguments of the JVM, such as `-Xmx1073741824`. */
  public get jvmArguments(): string[] {
    return jvmArguments(this.memory);
  }

  /** Returns a readable table of all components: size, bytes, and the origin of each. */
  public toTable(): string {
    return memoryTable(this.memory as Portions);
  }

  private find(name: PortionName): number | undefined {
    const bytes = (this.memory as Portions)[name]?.bytes;
    return bytes === undefined ? undefined : Number(bytes);
  }
}
