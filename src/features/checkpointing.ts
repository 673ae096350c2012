import { type Duration } from 'cdk8s';
import { namedOptions } from './named-options';
import { readOptions } from './read-options';
import { Keys } from '../configuration/keys';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { duration } from '../readers/duration-reader';
import { type Fields, boolean, integer, nonEmptyString, oneOf, struct } from '../readers/reader';

/** How often a record can affect the state if a failure occurs. */
export enum CheckpointMode {
  /** Exactly once. */
  EXACTLY_ONCE = 'EXACTLY_ONCE',
  /** At least once, which reduces the latency of operators with several inputs. */
  AT_LEAST_ONCE = 'AT_LEAST_ONCE',
}

/** What Flink does with the last checkpoint when a job is cancelled. */
export enum CheckpointRetention {
  /** Keeps it, so that the job can resume from it. It is never deleted automatically. */
  RETAIN_ON_CANCELLATION = 'RETAIN_ON_CANCELLATION',
  /** Deletes it. */
  DELETE_ON_CANCELLATION = 'DELETE_ON_CANCELLATION',
  /** Does not keep checkpoints outside the cluster; requires Flink 1.13. */
  NO_EXTERNALIZED_CHECKPOINTS = 'NO_EXTERNALIZED_CHECKPOINTS',
}

/** Options of a changelog, which shortens checkpoints; requires Flink 1.15. */
export interface ChangelogOptions {
  /** Directory of the changelog, such as `s3://bucket/changelog`. */
  readonly dir: string;
  /**
   * Time between two snapshots of the whole state; each truncates the changelog.
   * @default Duration.minutes(10)
   */
  readonly materializationInterval?: Duration;
}

/** Options of checkpoints. They are defaults: a job can override them. */
export interface CheckpointingOptions {
  /**
   * Directory of checkpoints, such as `s3://bucket/checkpoints`.
   * @default - the memory of the JobManager, which is only for tests with little state
   */
  readonly dir?: string;
  /**
   * Default directory of savepoints.
   * @default - each request for a savepoint has to specify a directory
   */
  readonly savepointDir?: string;
  /**
   * `filesystem`, `jobmanager` or the class name of a factory; requires Flink 1.13.
   * @default - `filesystem` if `dir` is set
   */
  readonly storage?: string;
  /**
   * How often a record can affect the state if a failure occurs.
   * @default CheckpointMode.EXACTLY_ONCE
   */
  readonly mode?: CheckpointMode;
  /**
   * Time after which a checkpoint is aborted.
   * @default Duration.minutes(10)
   */
  readonly timeout?: Duration;
  /**
   * Minimum time between the end of a checkpoint and the start of the next.
   * @default - no minimum
   */
  readonly minPause?: Duration;
  /**
   * Maximum number of concurrent checkpoints.
   * @default 1
   */
  readonly maxConcurrent?: number;
  /**
   * Number of consecutive failed checkpoints that do not fail the job.
   * @default - the default of the release, usually 0
   */
  readonly tolerableFailures?: number;
  /**
   * What Flink does with the last checkpoint when a job is cancelled.
   * @default - the default of Flink, which keeps no checkpoints outside the cluster
   */
  readonly retention?: CheckpointRetention;
  /**
   * Number of completed checkpoints that are kept.
   * @default 1
   */
  readonly retained?: number;
  /**
   * Writes only changes since the last checkpoint; for RocksDB.
   * @default false
   */
  readonly incremental?: boolean;
  /**
   * Lets barriers overtake records, so that checkpoints complete in time under back pressure.
   * @default false
   */
  readonly unaligned?: boolean;
  /**
   * Time after which an aligned checkpoint continues as an unaligned one; requires Flink 1.13.
   * @default - checkpoints are unaligned from the start
   */
  readonly alignedTimeout?: Duration;
  /**
   * A changelog in addition to checkpoints.
   * @default - no changelog
   */
  readonly changelog?: ChangelogOptions;
}

/**
 * Checkpoints of running jobs, from which they resume after a failure.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/checkpoints/
 */
export class Checkpointing implements IFlinkFeature {
  /**
   * Takes a checkpoint in every interval, for each job that does not set another one.
   *
   * @param interval Time from the start of one checkpoint to the start of the next, at least 10 ms
   * @param options How checkpoints are taken, and their directories
   */
  public static every(interval: Duration, options: CheckpointingOptions = {}): Checkpointing {
    return new Checkpointing((context) => checkpointing(options, context, { interval }));
  }

  /** Settings only; each job enables checkpointing itself. */
  public static withoutInterval(options: CheckpointingOptions): Checkpointing {
    return new Checkpointing((context) => checkpointing(options, context));
  }

  private constructor(private readonly contribution: (context: IFlinkContext) => FlinkContribution) {}

  public bind(context: IFlinkContext): FlinkContribution {
    return this.contribution(context);
  }
}

const CHANGELOG_FIELDS: Fields<ChangelogOptions> = { dir: nonEmptyString, materializationInterval: duration };

const FIELDS: Fields<CheckpointingOptions & { interval?: Duration }> = {
  interval: duration,
  dir: nonEmptyString,
  savepointDir: nonEmptyString,
  storage: nonEmptyString,
  mode: oneOf(Object.values(CheckpointMode)),
  timeout: duration,
  minPause: duration,
  maxConcurrent: integer(1, 1024),
  tolerableFailures: integer(0, 2_147_483_647),
  retention: oneOf(Object.values(CheckpointRetention)),
  retained: integer(1, 1_000_000),
  incremental: boolean,
  unaligned: boolean,
  alignedTimeout: duration,
  changelog: struct(CHANGELOG_FIELDS, ['dir']),
};

/** The contribution of checkpointing. Keys are the oldest names of the options. */
function checkpointing(
  given: CheckpointingOptions,
  { version }: IFlinkContext,
  every?: { interval: Duration },
): FlinkContribution {
  const { options, problems } = readOptions(
    { ...given, ...every },
    FIELDS,
    'checkpointing',
    every === undefined ? [] : ['interval'],
  );
  const { changelog } = options;
  const prefix = 'execution.checkpointing';
  const configuration = namedOptions(version, {
    [`${prefix}.interval`]: options.interval,
    [Keys.CHECKPOINTS_DIR]: options.dir,
    'state.savepoints.dir': options.savepointDir,
    'state.checkpoint-storage': options.storage,
    [`${prefix}.mode`]: options.mode,
    [`${prefix}.timeout`]: options.timeout,
    [`${prefix}.min-pause`]: options.minPause,
    [`${prefix}.max-concurrent-checkpoints`]: options.maxConcurrent,
    [`${prefix}.tolerable-failed-checkpoints`]: options.tolerableFailures,
    [`${prefix}.externalized-checkpoint-retention`]: options.retention,
    'state.checkpoints.num-retained': options.retained,
    'state.backend.incremental': options.incremental,
    [`${prefix}.unaligned`]: options.unaligned,
    [`${prefix}.alignment-timeout`]: options.alignedTimeout,
    'state.backend.changelog.enabled': changelog === undefined ? undefined : true,
    'state.backend.changelog.storage': changelog === undefined ? undefined : 'filesystem',
    'dstl.dfs.base-path': changelog?.dir,
    'state.backend.changelog.periodic-materialize.interval': changelog?.materializationInterval,
  });
  return { configuration, problems };
}
