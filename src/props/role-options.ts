import { type Size } from 'cdk8s';
import { type JobManagerMemoryOptions, type TaskManagerMemoryOptions } from './memory-options';
import { type FlinkPodOptions } from './pod-options';
import { type FlinkProbe } from '../kubernetes/probe';
import { type RolloutStrategy } from '../kubernetes/rollout-strategy';

/** Options of one role. */
export interface FlinkRoleOptions extends FlinkPodOptions {
  /**
   * Memory of the whole Flink process, `….memory.process.size`, which the container requests.
   * @default - 1600 MiB for the JobManager, 1728 MiB for a TaskManager
   */
  readonly memory?: Size;
  /**
   * CPU cores that the container requests, in steps of 0.001.
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
   * Options of this role's JVM, such as `-XX:+UseG1GC`, one per string. A shell script passes them to the JVM, so they
   * cannot contain quotes and `$`.
   * @default - none
   */
  readonly jvmOptions?: string[];
  /**
   * Restarts the container when it fails.
   * @default - a connection to the rpc port, after 30 seconds and then every 60 seconds
   */
  readonly livenessProbe?: FlinkProbe;
  /**
   * Removes the pod from Services while it fails.
   * @default - JobManager: `GET /config`; TaskManager: a connection to the data port
   */
  readonly readinessProbe?: FlinkProbe;
  /**
   * Delays the other probes until it succeeds.
   * @default - for up to five minutes, JobManager: `GET /config`; TaskManager: a connection to the rpc port
   */
  readonly startupProbe?: FlinkProbe;
  /**
   * How pods are replaced.
   * @default - JobManager: recreated, because two JobManagers would be two clusters; TaskManagers: a rolling update
   */
  readonly strategy?: RolloutStrategy;
}

/** Options of the JobManager. */
export interface JobManagerOptions extends FlinkRoleOptions {
  /**
   * How the memory of the process is divided.
   * @default - derived by Flink
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
   * @default - derived by Flink
   */
  readonly memoryOptions?: TaskManagerMemoryOptions;
}
