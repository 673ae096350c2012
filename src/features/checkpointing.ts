import { type Duration } from 'cdk8s';
import { namedOptions } from './named-options';
import { readOptions } from './read-options';
import { Keys } from '../configuration/keys';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { duration } from '../readers/duration-reader';
import { type Fields, boolean, integer, nonEmptyString, oneOf, struct } from '../readers/reader';

/** How often a record may be seen after a failure. */
export enum CheckpointMode {
  /** Once, as far as state goes. */
  EXACTLY_ONCE = 'EXACTLY_ONCE',
  /** At least once, which is faster where streams meet. */
  AT_LEAST_ONCE = 'AT_LEAST_ONCE',
}

/** What becomes of the last checkpoint when a job is cancelled. */
export enum CheckpointRetention {
  /** It stays, so that the job can go on from it; somebody has to delete it then. */
  RETAIN_ON_CANCELLATION = 'RETAIN_ON_CANCELLATION',
  /** It is deleted. */
  DELETE_ON_CANCELLATION = 'DELETE_ON_CANCELLATION',
  /** There is none outside of the cluster; from Flink 1.13 on. */
  NO_EXTERNALIZED_CHECKPOINTS = 'NO_EXTERNALIZED_CHECKPOINTS',
}

/** A log of changes beside the checkpoints, which makes these short; from Flink 1.15 on. */
export interface ChangelogOptions {
  /** Where the log is kept: `s3://bucket/changelog`. */
  readonly dir: string;
  /**
   * Time between two snapshots of the whole state, after which the log starts anew.
   * @default Duration.minutes(10)
   */
  readonly materializationInterval?: Duration;
}

/** Options of checkpoints; each is what a job gets that does not say otherwise. */
export interface CheckpointingOptions {
  /**
   * Where checkpoints are kept: `s3://bucket/checkpoints`.
   * @default - in the JobManager's memory, which is for small state and trials only
   */
  readonly dir?: string;
  /**
   * Where savepoints are kept that name no other place.
   * @default - whoever takes a savepoint has to name one
   */
  readonly savepointDir?: string;
  /**
   * `filesystem`, `jobmanager` or the class of a factory; from Flink 1.13 on.
   * @default - files where `dir` is given
   */
  readonly storage?: string;
  /**
   * How often a record may be seen after a failure.
   * @default CheckpointMode.EXACTLY_ONCE
   */
  readonly mode?: CheckpointMode;
  /**
   * Time after which a checkpoint is given up.
   * @default Duration.minutes(10)
   */
  readonly timeout?: Duration;
  /**
   * Time between the end of a checkpoint and the start of the next.
   * @default - none
   */
  readonly minPause?: Duration;
  /**
   * Checkpoints that are under way at the same time.
   * @default 1
   */
  readonly maxConcurrent?: number;
  /**
   * Failed checkpoints in a row that a job survives.
   * @default - 0, or what the release takes
   */
  readonly tolerableFailures?: number;
  /**
   * What becomes of the last checkpoint when a job is cancelled.
   * @default - Flink's own: there is none outside of the cluster
   */
  readonly retention?: CheckpointRetention;
  /**
   * Complete checkpoints that are kept.
   * @default 1
   */
  readonly retained?: number;
  /**
   * Whether a checkpoint holds only what has changed since the last one; for RocksDB.
   * @default false
   */
  readonly incremental?: boolean;
  /**
   * Whether barriers overtake records, so that checkpoints end in time under back pressure.
   * @default false
   */
  readonly unaligned?: boolean;
  /**
   * Time after which a checkpoint that started aligned goes on unaligned; from Flink 1.13 on.
   * @default - at once
   */
  readonly alignedTimeout?: Duration;
  /**
   * A log of changes beside the checkpoints.
   * @default - none
   */
  readonly changelog?: ChangelogOptions;
}

/**
 * Checkpoints of running jobs, from which they go on after a failure.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/checkpoints/
 */
export class Checkpointing implements IFlinkFeature {
  /**
   * A checkpoint in every interval, of each job that does not say otherwise.
   *
   * @param interval Time from the start of one checkpoint to the start of the next, at least 10 ms
   * @param options How they are taken and where they are kept
   */
  public static every(interval: Duration, options: CheckpointingOptions = {}): Checkpointing {
    return new Checkpointing((context) => checkpointing(options, context, { interval }));
  }

  /** How checkpoints are taken and kept; how often is for each job to say. */
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

/** What checkpointing contributes; keys by their oldest names. */
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
