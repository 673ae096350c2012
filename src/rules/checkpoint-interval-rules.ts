import { type ClusterRule, clusterRule } from './cluster-rule';
import { CHECKPOINT_DIRECTORY, CHECKPOINT_STORAGE, entryOf, valueOf } from './state-options';
import { type FlinkOptions } from '../configuration/flink-options';
import { durationIn } from '../configuration/parsing/duration';

const INTERVAL = 'execution.checkpointing.interval';
const TIMEOUT = 'execution.checkpointing.timeout';
/** In nanoseconds. */
const SHORTEST = 10_000_000n;

export const CHECKPOINT_TIME_TOO_SHORT = clusterRule({
  id: 'FLK-STATE-09',
  severity: 'error',
  rule: 'the checkpoint coordinator rejects intervals and timeouts below 10 ms',
  fix: 'use at least 10 ms',
  source: 'Flink: checkpoint coordinator',
  find({ cluster: { options, version } }, report) {
    for (const key of [INTERVAL, TIMEOUT]) {
      const time = durationIn(options.get(key), version);
      // An interval of 0 disables checkpoints.
      const isDisabled = key === INTERVAL && time === 0n;
      if (time !== undefined && time < SHORTEST && !isDisabled) {
        report(`configuration.${key}`, options.get(key));
      }
    }
  },
});

export const CHECKPOINTS_IN_MEMORY = clusterRule({
  id: 'FLK-STATE-07',
  severity: 'warning',
  rule:
    'checkpoints are stored in the memory of the JobManager, which accepts at most 5 MiB per state and loses them ' +
    'with its pod',
  fix: 'set a directory in an object store, such as s3://bucket/checkpoints',
  source: 'Flink: checkpoint storage',
  find({ cluster: { options } }, report) {
    const hasDirectory = entryOf(options, CHECKPOINT_DIRECTORY) !== undefined;
    if (options.get(INTERVAL) !== undefined && !hasDirectory && !hasOwnStorage(options)) {
      report('checkpointing.dir');
    }
  },
});

/** Rules about periodic checkpoints. */
export const CHECKPOINT_INTERVAL_RULES: readonly ClusterRule[] = [CHECKPOINT_TIME_TOO_SHORT, CHECKPOINTS_IN_MEMORY];

/** Whether a storage is selected that needs no directory of Flink, or reports itself that it has none. */
function hasOwnStorage(options: FlinkOptions): boolean {
  const storage = valueOf(options, CHECKPOINT_STORAGE);
  return storage !== undefined && storage !== 'jobmanager';
}
