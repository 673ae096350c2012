import { type Duration } from 'cdk8s';
import { type ChangelogOptions, CheckpointMode, CheckpointRetention, type CheckpointingOptions } from './checkpointing';
import { namedOptions } from './named-options';
import { readOptions } from './read-options';
import { Keys } from '../configuration/keys';
import { type FlinkContribution, type IFlinkContext } from '../model/contribution';
import { duration } from '../validation/duration-reader';
import { type Fields, flag, integer, nonEmptyText, oneOf, struct } from '../validation/readers';

const CHANGELOG_FIELDS: Fields<ChangelogOptions> = { dir: nonEmptyText, materializationInterval: duration };

const FIELDS: Fields<CheckpointingOptions & { interval?: Duration }> = {
  interval: duration,
  dir: nonEmptyText,
  savepointDir: nonEmptyText,
  storage: nonEmptyText,
  mode: oneOf(Object.values(CheckpointMode)),
  timeout: duration,
  minPause: duration,
  maxConcurrent: integer(1, 1024),
  tolerableFailures: integer(0, 2_147_483_647),
  retention: oneOf(Object.values(CheckpointRetention)),
  retained: integer(1, 1_000_000),
  incremental: flag,
  unaligned: flag,
  alignedTimeout: duration,
  changelog: struct(CHANGELOG_FIELDS, ['dir']),
};

/** What checkpointing contributes; keys by their oldest names. */
export function checkpointing(
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
