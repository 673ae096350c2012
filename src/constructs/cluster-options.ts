import type * as kplus from 'cdk8s-plus-27';
import { type FlinkVersion } from '../configuration/flink-version';
import { type Autoscaling } from '../features/autoscaling';
import { type Checkpointing } from '../features/checkpointing';
import { type FileSystem } from '../features/file-system';
import { type HighAvailability } from '../features/high-availability';
import { type LocalDisk } from '../features/local-disk';
import { type LocalRecovery } from '../features/local-recovery';
import { type Logging } from '../features/logging';
import { type RestartStrategy } from '../features/restart-strategy';
import { type StateBackend } from '../features/state-backend';
import { type IFlinkFeature } from '../props/contribution';
import { type FlinkFindingOptions, type FlinkPlainCredential } from '../props/finding-options';
import { type FlinkFile } from '../props/flink-file';
import { type Hardening } from '../props/hardening';
import { type FlinkWebOptions } from '../props/web-options';

/** A Service that reaches the queryable state of every TaskManager. */
export interface QueryableStateOptions {
  /**
   * Port on every node; makes the Service a `NodePort`.
   * @default - a `ClusterIP` Service
   */
  readonly nodePort?: number;
  /**
   * Annotations of the Service.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** What describes a cluster as a whole, whoever composes it. */
export interface FlinkClusterOptions extends FlinkFindingOptions {
  /** The Flink release that the image holds. */
  readonly version: FlinkVersion;
  /**
   * The name that all object names and selectors derive from: at most 45 characters, lower-case letters, digits and `-`, a letter first.
   * @default - the construct's id, in lower case, every other character as `-`
   */
  readonly clusterName?: string;
  /**
   * Namespace of every object.
   * @default - the Chart's
   */
  readonly namespace?: string;
  /**
   * Flink options; nested maps are the same as keys with dots. Values may be texts, numbers, booleans, lists, `Size` and `Duration`.
   * @default - those that the library needs
   */
  readonly configuration?: { [key: string]: any };
  /**
   * Flink options whose values come from Secrets: they reach the processes as variables and arguments, never the ConfigMap or Git. From
   * Flink 1.16 on; not for options that start scripts read.
   * @default - none
   */
  readonly secretConfiguration?: { [key: string]: kplus.SecretValue };
  /**
   * Options and environment variables that look like credentials and may stand in plain text all the same.
   * @default - none; credentials are refused
   */
  readonly allowPlainCredentials?: FlinkPlainCredential[];
  /**
   * File systems that come with Flink, by their plugins.
   * @default - those of the image: local files, and HDFS where there is a Hadoop
   */
  readonly fileSystems?: FileSystem[];
  /**
   * Options that Flink's catalogue does not know and that are meant all the same, by their keys or by how their keys begin: `my.plugin.`.
   * @default - an unknown option is an error
   */
  readonly allowUnknownOptions?: string[];
  /**
   * Subtasks of an operator that says nothing else, `parallelism.default`.
   * @default - Flink's own, which is 1
   */
  readonly parallelism?: number;
  /**
   * What Flink does with a job that has failed.
   * @default - Flink's own: as the job says, else by its checkpointing
   */
  readonly restartStrategy?: RestartStrategy;
  /**
   * Fits the parallelism of the job to its load; in operator mode alone.
   * @default - the parallelism stays as it is
   */
  readonly autoscaling?: Autoscaling;
  /**
   * Whether another JobManager goes on when one is lost.
   * @default - it does not, unless `configuration` says so
   */
  readonly highAvailability?: HighAvailability;
  /**
   * Where the state of running jobs lives.
   * @default - Flink's own: on the heap
   */
  readonly stateBackend?: StateBackend;
  /**
   * Checkpoints of jobs that do not say otherwise.
   * @default - as each job says
   */
  readonly checkpointing?: Checkpointing;
  /**
   * Copies of checkpoints on the TaskManagers' disks.
   * @default - none
   */
  readonly localRecovery?: LocalRecovery;
  /**
   * The disk that TaskManagers keep state on.
   * @default - an emptyDir at `/tmp`, without a limit
   */
  readonly localDisk?: LocalDisk;
  /**
   * The REST endpoint and the web UI.
   * @default - Flink's own
   */
  readonly web?: FlinkWebOptions;
  /**
   * Features, the library's or your own.
   * @default - none
   */
  readonly features?: IFlinkFeature[];
  /**
   * How Flink logs.
   * @default - level INFO to the console and to a rolling file, as the documents show
   */
  readonly logging?: Logging;
  /**
   * Further files of Flink's configuration directory.
   * @default - none
   */
  readonly files?: FlinkFile[];
  /**
   * Options of every JVM, such as `-XX:+UseG1GC`, one a text. Start scripts read them as text: no quotes, no `$`.
   * @default - none
   */
  readonly jvmOptions?: string[];
  /**
   * How far the pods are locked down.
   * @default Hardening.RESTRICTED
   */
  readonly hardening?: Hardening;
  /**
   * Labels of every object, not of pods.
   * @default - the recommended labels
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations of every object, not of pods.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}
