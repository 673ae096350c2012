import { type Size } from 'cdk8s';
import { type JobManagerMemoryOptions, type TaskManagerMemoryOptions } from './memory-options';
import { type FlinkPodOptions } from './pod-options';
import { type FlinkProbe } from '../kubernetes/probe';
import { type RolloutStrategy } from '../kubernetes/rollout-strategy';

/** Options that each role has for itself. */
export interface FlinkRoleOptions extends FlinkPodOptions {
  /**
   * Memory of the whole Flink process, `….memory.process.size`; the container requests as much.
   * @default - 1600 MiB for the JobManager, 1728 MiB for a TaskManager
   */
  readonly memory?: Size;
  /**
   * CPU cores that the container requests, in steps of a thousandth.
   * @default 1
   */
  readonly cpu?: number;
  /**
   * The container's memory limit as a multiple of its request, at least 1.
   * @default 1
   */
  readonly memoryLimitFactor?: number;
  /**
   * The container's CPU limit as a multiple of its request, at least 1.
   * @default 1
   */
  readonly cpuLimitFactor?: number;
  /**
   * Number of pods.
   * @default - 1 JobManager, 2 TaskManagers
   */
  readonly replicas?: number;
  /**
   * Options of this role's JVM, such as `-XX:+UseG1GC`, one a text. Start scripts read them as text: no quotes, no `$`.
   * @default - none
   */
  readonly jvmOptions?: string[];
  /**
   * Tells when the container must be started anew.
   * @default - the rpc port takes a connection, asked after 30 seconds and then every 60
   */
  readonly livenessProbe?: FlinkProbe;
  /**
   * Tells whether the pod may be sent traffic.
   * @default - JobManager: `GET /config` answers; TaskManager: the data port takes a connection
   */
  readonly readinessProbe?: FlinkProbe;
  /**
   * Tells when the start is over; the other probes wait for it.
   * @default - within five minutes the JobManager answers `GET /config`, a TaskManager's rpc port takes a connection
   */
  readonly startupProbe?: FlinkProbe;
  /**
   * How pods are replaced.
   * @default - JobManager: all at once, as two would be two clusters; TaskManagers: Kubernetes' rolling update
   */
  readonly strategy?: RolloutStrategy;
}

/** Options of the JobManager. */
export interface JobManagerOptions extends FlinkRoleOptions {
  /**
   * How the memory of the process is divided.
   * @default - by Flink's own arithmetic
   */
  readonly memoryOptions?: JobManagerMemoryOptions;
}

/** Options of the TaskManagers. */
export interface TaskManagerOptions extends FlinkRoleOptions {
  /**
   * Slots of each TaskManager, `taskmanager.numberOfTaskSlots`.
   * @default 2
   */
  readonly taskSlots?: number;
  /**
   * How the memory of each process is divided.
   * @default - by Flink's own arithmetic
   */
  readonly memoryOptions?: TaskManagerMemoryOptions;
}
