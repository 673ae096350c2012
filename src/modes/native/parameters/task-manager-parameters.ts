import { KubernetesParameters, MEBIBYTE } from './kubernetes-parameters';
import { externalResources } from '../../../configuration/external-resources';
import { Keys } from '../../../configuration/keys';
import { jobManagerOptions, jvmArguments, taskManagerOptions } from '../../../memory/arguments';
import { containerLookup } from '../../../memory/container';
import { coresText } from '../../../memory/cores-text';
import {
  type Derived,
  jobManagerProcess,
  taskManagerOfParts,
  taskManagerProcess,
  type TaskManagerProcess,
} from '../../../memory/derive';
import { hashOrder } from '../../../memory/java-hash-order';
import { parseMemorySize } from '../../../memory/memory-size';
import { type MemoryRefusal } from '../../../memory/refusal';
import { portOf } from '../../shared/ports';
import { type NativeCluster } from '../native-model';
import { type OnUnreadable, OptionValues } from '../option-values';

/** The address of the JobManager's pod in a preview; only Kubernetes knows the real one. */
const POD_ADDRESS = '10.244.0.10';

/**
 * The parameters of a TaskManager's steps, which the JobManager's pod performs, by Flink's names.
 *
 * @see https://github.com/apache/flink/tree/master/flink-kubernetes, package `kubeclient.parameters`
 */
export class KubernetesTaskManagerParameters extends KubernetesParameters {
  public readonly role = 'taskmanager';
  private derived?: Derived<TaskManagerProcess>;

  constructor(cluster: NativeCluster, onUnreadable?: OnUnreadable) {
    const { native, version } = cluster;
    super(cluster, new OptionValues(native.podOptions(), version, native.configFile.dialect, onUnreadable));
  }

  public get podName(): string {
    return `${this.clusterId}-taskmanager-0-1`;
  }

  public get environment(): { readonly [name: string]: string } {
    return this.variablesBelow('containerized.taskmanager.env.');
  }

  public get javaHome(): string | undefined {
    return this.version._can('passesJavaHome') ? this.values.text('env.java.home') : undefined;
  }

  public get rpcPort(): number {
    return this.hasHostNetwork
      ? 0
      : (this.values.integer(Keys.TASK_MANAGER_RPC_PORT) ?? portOf(this.values.options, Keys.TASK_MANAGER_RPC_PORT));
  }

  public get cpu(): number {
    return this.process === undefined ? 0 : Number(coresText(this.process.cpu.cores, this.version).argument);
  }

  public get memory(): number {
    return this.process === undefined ? 0 : Number(this.process.memory.process.bytes / BigInt(MEBIBYTE));
  }

  /** Whether the JobManager uses only the sizes of the parts, and no total. */
  public get isSizedByParts(): boolean {
    const { sizesByParts } = this.release;
    if (sizesByParts === 'never' || sizesByParts === 'always') {
      return sizesByParts === 'always';
    }
    // Fine-grained resource management needs declarative resource management, which could be disabled in old releases.
    const isDeclarative = this.values.boolean('cluster.declarative-resource-management.enabled') ?? true;
    return (
      (this.values.boolean('cluster.fine-grained-resource-management.enabled') ?? sizesByParts === 'unless') &&
      isDeclarative
    );
  }

  /** The memory arguments of the JVM. */
  public get jvmMemoryOptions(): string {
    return this.process === undefined ? '' : jvmArguments(this.process.memory).join(' ');
  }

  /** JVM options: those of all processes, then those of TaskManagers. */
  public get javaOptions(): string {
    return [this.values.text(Keys.JAVA_OPTS_OLD), this.values.text(Keys.JAVA_OPTS_TASK_MANAGER)]
      .filter(Boolean)
      .join(' ');
  }

  /** Options that the running JobManager adds to the configuration file. */
  public get dynamicProperties(): string {
    const {
      values: { options },
    } = this;
    const jobManager = jobManagerProcess((key) => options.get(key), this.version);
    const changed: { [key: string]: string } = {
      'taskmanager.resource-id': this.podName,
      ...('ok' in jobManager ? jobManagerOptions(jobManager.ok.memory, this.version) : {}),
      ...(this.isSizedByParts ? {} : this.mappedHeap),
      ...(this.isHighlyAvailable ? { [Keys.JOB_MANAGER_RPC_ADDRESS]: POD_ADDRESS, 'rest.address': POD_ADDRESS } : {}),
      ...(this.hasHostNetwork ? Object.fromEntries(HOST_PORTS.map((key) => [key, '0'])) : {}),
    };
    return Object.entries(changed)
      .filter(([key, value]) => options.get(key) !== value)
      .map(([key, value]) => `-D${key}='${value.replaceAll("'", "'\\''")}'`)
      .join(' ');
  }

  /** The sizes of the parts of the process, as the JobManager derives them. */
  public get processOptions(): string {
    if (this.process === undefined) {
      return '';
    }
    const { memory, cpu } = this.process;
    const parts = taskManagerOptions(memory, cpu, this.version, this.externalResources);
    return hashOrder(Object.keys(parts))
      .map((key) => `-D ${key}=${parts[key]}`)
      .join(' ');
  }

  /** External resources that Kubernetes allocates, by the names that Kubernetes uses. */
  protected get extendedResources(): { readonly [name: string]: string } {
    return Object.fromEntries(
      [...this.externalResources].flatMap(([name, amount]) => {
        const key = this.values.text(`external-resource.${name}.kubernetes.config-key`);
        return key === undefined || key.trim() === '' ? [] : [[key, String(amount)]];
      }),
    );
  }

  private get externalResources(): ReadonlyMap<string, bigint> {
    const read = externalResources((key) => this.values.options.get(key), {
      version: this.version,
      dialect: this.values.dialect,
    });
    return 'resources' in read ? read.resources : new Map();
  }

  /** The old option of the heap size, which means the process size in a container. */
  private get mappedHeap(): { [key: string]: string } {
    const size = containerLookup(this.values.options, this.version)(Keys.TASK_MANAGER_PROCESS_SIZE);
    const bytes = size === undefined ? undefined : parseMemorySize(size);
    const isStated = this.values.options.get(Keys.TASK_MANAGER_PROCESS_SIZE) !== undefined;
    return bytes === undefined || isStated ? {} : { [Keys.TASK_MANAGER_PROCESS_SIZE]: sizeText(bytes) };
  }

  /** Why the JobManager would not start such a process, or would not start itself. */
  public get processRefusal(): MemoryRefusal | undefined {
    const {
      values: { options },
    } = this;
    const processes = [jobManagerProcess((key) => options.get(key), this.version), this.taskManager];
    return processes.flatMap((process) => ('refused' in process ? process.refused : []))[0];
  }

  /** Absent if Flink would not start it, which is reported elsewhere. */
  private get process(): TaskManagerProcess | undefined {
    return 'ok' in this.taskManager ? this.taskManager.ok : undefined;
  }

  private get taskManager(): Derived<TaskManagerProcess> {
    return (this.derived ??= this.derive());
  }

  private derive(): Derived<TaskManagerProcess> {
    const {
      values: { options },
    } = this;
    const { statedCpu: stated } = this;
    const cpu =
      stated !== undefined && stated > 0 && options.get('taskmanager.cpu.cores') === undefined
        ? String(stated)
        : undefined;
    const lookup = containerLookup(options, this.version);
    const derive = this.isSizedByParts ? taskManagerOfParts : taskManagerProcess;
    return derive((key) => (key === 'taskmanager.cpu.cores' && cpu !== undefined ? cpu : lookup(key)), this.version);
  }
}

const UNITS = ['bytes', 'kb', 'mb', 'gb', 'tb'];

/** A size in Flink's notation: in the largest unit without a remainder. */
function sizeText(bytes: bigint): string {
  let [amount, unit] = [bytes, 0];
  while (unit < UNITS.length - 1 && amount !== 0n && amount % 1024n === 0n) {
    [amount, unit] = [amount / 1024n, unit + 1];
  }
  return `${amount} ${UNITS[unit]}`;
}

/** Ports that a process chooses itself if it shares the network of its node. */
const HOST_PORTS = [
  Keys.REST_BIND_PORT,
  Keys.JOB_MANAGER_RPC_PORT,
  Keys.BLOB_SERVER_PORT,
  Keys.TASK_MANAGER_RPC_PORT,
  'high-availability.jobmanager.port',
];
