import { error, FLINK, KUBERNETES, objection, warning, identified } from './rule';

const CHECKPOINTS = 'Flink: checkpoint storage';

/** Rules about checkpoints, savepoints and the files of running jobs. */
export const STATE_RULES = identified({
  'FLK-STATE-01': objection(
    '{where}, so what one pod writes no other can read (given by {source})',
    'mount a PersistentVolumeClaim in both roles at this path or above it, or use an object store',
    CHECKPOINTS,
  ),
  'FLK-STATE-02': error(
    '{where}, and the root file system is read-only (given by {source})',
    'mount an emptyDir or a claim at this path or above it, for example with LocalDisk',
    FLINK,
  ),
  'FLK-STATE-03': error(
    "in {mode} mode Flink makes the TaskManagers' pods, and they have no number whose volume the next one could find",
    'use DeploymentMode.standalone(), or LocalRecovery.podStorage()',
    'Flink: local recovery',
  ),
  'FLK-STATE-04': error(
    'a StatefulSet, which volumes for local recovery need, replaces its pods one by one',
    'remove it',
    KUBERNETES,
  ),
  'FLK-STATE-05': error(
    'Flink {release} has no such state backend (given by {source})',
    'write {known}, or the class of a factory',
    'Flink: StateBackendLoader',
  ),
  'FLK-STATE-06': error(
    'up to Flink 1.12 this state backend writes its checkpoints itself and needs a place for them',
    'set checkpointing.dir, or {key}',
    'Flink: state backends of 1.12',
  ),
  'FLK-STATE-07': warning(
    'checkpoints are kept in the memory of the JobManager, which holds 5 MiB of each state and loses all of it with its pod',
    'give a directory of an object store, such as s3://bucket/checkpoints',
    CHECKPOINTS,
  ),
  'FLK-STATE-08': error(
    'it is no directory of a file system: {problem} (given by {source})',
    'write scheme://bucket/path, or file:///path',
    CHECKPOINTS,
  ),
  'FLK-STATE-09': error(
    'checkpoints are at least 10 ms apart, and have at least 10 ms',
    'give at least 10 ms',
    'Flink: checkpoint coordinator',
  ),
  'FLK-STATE-10': error(
    'a log of changes in files needs a directory',
    'give one, such as s3://bucket/changelog',
    'Flink: changelog storage',
  ),
  'FLK-STATE-11': error(
    'checkpoints that overtake records are under way one at a time',
    'set maxConcurrent to 1, or remove unaligned',
    'Flink: checkpoint coordinator',
  ),
  'FLK-STATE-12': warning('Flink ignores it: {reason}', '{fix}', 'Flink: checkpointing'),
  'FLK-STATE-13': error(
    'Flink {release} has no such checkpoint storage (given by {source})',
    'write filesystem or jobmanager, or the class of a factory',
    'Flink: CheckpointStorageLoader',
  ),
  'FLK-STATE-14': error(
    'checkpoints in files need a directory (given by {source})',
    'set checkpointing.dir, such as s3://bucket/checkpoints',
    'Flink: CheckpointStorageLoader',
  ),
  'FLK-STATE-15': error(
    'with {key}, which is {other}, it is more than the whole of the memory',
    'give at most {most}',
    'Flink: RocksDBMemoryConfiguration',
  ),
  'FLK-STATE-16': error(
    'RocksDB has no settings of this name (given by {source})',
    'write one of {known}, in capitals',
    'Flink: PredefinedOptions',
  ),
  'FLK-STATE-17': error(
    '{path} is no absolute path, and these files need one (given by {source})',
    'write a path that begins with /, without a scheme',
    FLINK,
  ),
});
