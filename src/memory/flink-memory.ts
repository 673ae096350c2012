import { type JvmLimits } from './arguments';
import { type Portion, type PortionName, type Portions, type ProcessMemory } from './portion';

/** What a process was derived to, as this value needs it. */
interface Process {
  readonly memory: ProcessMemory & Portions;
  readonly limits: JvmLimits;
  readonly jvmArguments: readonly string[];
}

/**
 * How the memory of one Flink process is divided, exactly as Flink's start script derives it from the configuration. All sizes are in bytes.
 *
 * A JobManager has a heap and off-heap memory only; the finer components are `undefined` for it.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/memory/mem_setup/
 */
export class FlinkMemory {
  /** @internal */
  public static _of(process: Process): FlinkMemory {
    return new FlinkMemory(process);
  }

  private readonly process: Process;

  private constructor(process: Process) {
    this.process = process;
  }

  /** Everything the process may use, in bytes: what its container must have at least. */
  public get totalProcess(): number {
    return Number(this.process.memory.process.bytes);
  }

  /** The part that Flink divides among its own components, in bytes: the process without metaspace and overhead of the JVM. */
  public get totalFlink(): number {
    return Number(this.process.memory.flink.bytes);
  }

  /** The heap of the JVM, in bytes; of a TaskManager, framework heap and task heap together. */
  public get jvmHeap(): number {
    return Number(this.process.limits.heap);
  }

  /**
   * Direct memory outside the heap, in bytes; of a TaskManager, framework off-heap, task off-heap and network memory together.
   *
   * The JVM enforces it, in a JobManager only with `jobmanager.memory.enable-jvm-direct-memory-limit`.
   */
  public get jvmOffHeap(): number {
    const { memory, limits } = this.process;
    return Number(memory.offHeap?.bytes ?? limits.direct);
  }

  /** The class metadata of the JVM, in bytes. */
  public get jvmMetaspace(): number {
    return Number(this.process.memory.metaspace.bytes);
  }

  /** What the JVM needs besides, such as thread stacks and compiled code, in bytes. */
  public get jvmOverhead(): number {
    return Number(this.process.memory.overhead.bytes);
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
    return [...this.process.jvmArguments];
  }

  /** A table of all components for people: size, bytes, and how each came about. */
  public toTable(): string {
    const { memoryTable } = require('./memory-table') as typeof import('./memory-table');
    return memoryTable(this.process.memory);
  }

  private find(name: PortionName): number | undefined {
    const portion: Portion | undefined = this.process.memory[name];
    return portion && Number(portion.bytes);
  }
}
