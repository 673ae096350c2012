import { type Autoscaling } from '../features/autoscaling';
import { type Checkpointing } from '../features/checkpointing';
import { type HighAvailability } from '../features/high-availability';
import { type LocalDisk } from '../features/local-disk';
import { type LocalRecovery } from '../features/local-recovery';
import { type Logging } from '../features/logging';
import { type RestartStrategy } from '../features/restart-strategy';
import { type StateBackend } from '../features/state-backend';
import { type IFlinkFeature } from '../props/contribution';
import { instanceLike, type Reader } from '../readers/reader';

/** Features of a cluster that have properties of their own. */
export interface FlinkFeatureOptions {
  /**
   * Logging of the processes: levels, format and files.
   * @default - level INFO to the console and to a rolling file, as in the Flink documentation
   */
  readonly logging?: Logging;
  /**
   * How Flink restarts a job that has failed.
   * @default - the strategy of the job; otherwise Flink's default, which depends on checkpointing
   */
  readonly restartStrategy?: RestartStrategy;
  /**
   * Adjusts the parallelism of the job to its load. Operator mode only.
   * @default - the parallelism does not change
   */
  readonly autoscaling?: Autoscaling;
  /**
   * Lets a standby JobManager take over when the leader is lost.
   * @default - disabled, unless `configuration` enables it
   */
  readonly highAvailability?: HighAvailability;
  /**
   * Where Flink stores the state of running jobs.
   * @default - Flink's default: the JVM heap
   */
  readonly stateBackend?: StateBackend;
  /**
   * Checkpointing of jobs that do not configure it themselves.
   * @default - as each job configures it
   */
  readonly checkpointing?: Checkpointing;
  /**
   * Copies of checkpoints on the disks of the TaskManagers, for a faster recovery.
   * @default - no copies
   */
  readonly localRecovery?: LocalRecovery;
  /**
   * Disk on which TaskManagers keep the state of running jobs.
   * @default - an `emptyDir` at `/tmp` without a size limit
   */
  readonly localDisk?: LocalDisk;
}

type FeatureReaders = {
  readonly [Prop in keyof FlinkFeatureOptions]-?: Reader<NonNullable<FlinkFeatureOptions[Prop]>>;
};

/**
 * The readers of all props whose value is a feature, in the order in which the features are bound. A feature with its
 * own prop needs its class, its prop above and an entry in this table; a prop without an entry does not compile.
 */
export const NAMED_FEATURES: FeatureReaders = {
  logging: instanceLike('a Logging, such as Logging.levels()', 'bind()'),
  restartStrategy: instanceLike('a RestartStrategy, such as RestartStrategy.fixedDelay()', 'bind()'),
  autoscaling: instanceLike('an Autoscaling, such as Autoscaling.enabled()', 'bind()'),
  highAvailability: instanceLike('a HighAvailability, such as HighAvailability.kubernetes(…)', 'bind()'),
  stateBackend: instanceLike('a StateBackend, such as StateBackend.rocksDb()', 'bind()'),
  checkpointing: instanceLike('a Checkpointing, such as Checkpointing.every(…)', 'bind()'),
  localRecovery: instanceLike('a LocalRecovery, such as LocalRecovery.persistentVolumeClaims(…)', 'bind()'),
  localDisk: instanceLike('a LocalDisk, such as LocalDisk.emptyDir(…)', 'bind()'),
};

/** The features among the options of a cluster, by their props. */
export function namedFeatures(
  options: FlinkFeatureOptions,
): { property: keyof FlinkFeatureOptions; feature: IFlinkFeature }[] {
  return (Object.keys(NAMED_FEATURES) as (keyof FlinkFeatureOptions)[]).flatMap((property) => {
    const feature = options[property];
    return feature === undefined ? [] : [{ property, feature }];
  });
}
