import { jvmLimits, jvmArguments } from './arguments';
import { memoryTable } from './memory-table';
import { type JobManagerMemory, type PortionName, type Portions, type TaskManagerMemory } from './portion';

type Memory = JobManagerMemory | TaskManagerMemory;

/**
 * How the memory of one Flink process is divided, exactly as Flink's start script derives it from the configuration. All sizes are in bytes.
 *
 * A JobManager has a heap and off-heap memory only; the finer components are `undefined` for it.
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

  /** Everything the process may use, in bytes: what its container must have at least. */
  public get totalProcess(): number {
    return Number(this.memory.process.bytes);
  }

  /** The part that Flink divides among its own components, in bytes: the process without metaspace and overhead of the JVM. */
  public get totalFlink(): number {
    return Number(this.memory.flink.bytes);
  }

  /** The heap of the JVM, in bytes; of a TaskManager, framework heap and task heap together. */
  public get jvmHeap(): number {
    return Number(jvmLimits(this.memory).heap);
  }

  /**
   * Direct memory outside the heap, in bytes; of a TaskManager, framework off-heap, task off-heap and network memory together.
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

  /** What the JVM needs besides, such as thread stacks and compiled code, in bytes. */
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

  /** Memory that Flink hands out for sorting, caching, RocksDB and Python, in bytes; TaskManager only. */
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

  /** A table of all components for people: size, bytes, and how each came about. */
  public toTable(): string {
    return memoryTable(this.memory as Portions);
  }

  private find(name: PortionName): number | undefined {
    const bytes = (this.memory as Portions)[name]?.bytes;
    return bytes === undefined ? undefined : Number(bytes);
  }
}
