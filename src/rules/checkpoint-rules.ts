import { isClassName } from './class-name';
import { type ClusterRule, clusterRule } from './cluster-rule';
import { CHECKPOINT_DIRECTORY, CHECKPOINT_STORAGE, entryOf, isTrue, stateBackend, valueOf } from './state-options';
import { type FlinkOptions, type OptionEntry } from '../configuration/flink-options';
import { durationIn } from '../configuration/parsing/duration';
import { type ClusterModel } from '../model/cluster-model';

const PREFIX = 'execution.checkpointing';
const SOURCE = 'Flink: checkpointing';
const UNALIGNED = [`${PREFIX}.unaligned.enabled`, `${PREFIX}.unaligned`];
const ALIGNED_TIMEOUT = [`${PREFIX}.aligned-checkpoint-timeout`, `${PREFIX}.alignment-timeout`];
const INCREMENTAL = [`${PREFIX}.incremental`, 'state.backend.incremental'];
const STORAGES = ['filesystem', 'jobmanager'];
/** State backends that keep objects on the heap. */
const ON_HEAP = ['hashmap', 'filesystem', 'jobmanager'];

export const UNALIGNED_AT_LEAST_ONCE = clusterRule({
  id: 'FLK-STATE-18',
  severity: 'warning',
  rule: 'Flink ignores this option: in mode AT_LEAST_ONCE checkpoints are never aligned',
  fix: 'remove it, or use CheckpointMode.EXACTLY_ONCE',
  source: SOURCE,
  find({ cluster: { options } }, report) {
    const unaligned = entryOf(options, UNALIGNED);
    if (isTrue(unaligned?.value) && isAtLeastOnce(options)) {
      report(`configuration.${unaligned!.key}`, unaligned!.value);
    }
  },
});

export const CONCURRENT_UNALIGNED = clusterRule({
  id: 'FLK-STATE-11',
  severity: 'error',
  rule: 'unaligned checkpoints allow only one concurrent checkpoint',
  fix: 'set maxConcurrent to 1, or remove unaligned',
  source: 'Flink: checkpoint coordinator',
  find({ cluster: { options } }, report) {
    const key = `${PREFIX}.max-concurrent-checkpoints`;
    const isConcurrent = (options.integer(key) ?? 1) > 1;
    if (isTrue(valueOf(options, UNALIGNED)) && !isAtLeastOnce(options) && isConcurrent) {
      report(`configuration.${key}`, options.get(key));
    }
  },
});

export const ALIGNED_TIMEOUT_WITHOUT_UNALIGNED = clusterRule({
  id: 'FLK-STATE-19',
  severity: 'warning',
  rule: 'Flink ignores this option: without unaligned checkpoints, all checkpoints stay aligned',
  fix: 'set unaligned too, or remove it',
  source: SOURCE,
  find({ cluster: { options } }, report) {
    const timeout = entryOf(options, ALIGNED_TIMEOUT);
    if (timeout !== undefined && !isTrue(valueOf(options, UNALIGNED))) {
      report(`configuration.${timeout.key}`, timeout.value);
    }
  },
});

export const UNKNOWN_CHECKPOINT_STORAGE = clusterRule({
  id: 'FLK-STATE-13',
  severity: 'error',
  rule: 'not a checkpoint storage of Flink {release} (set by {source})',
  fix: 'use filesystem or jobmanager, or the class name of a factory',
  source: 'Flink: CheckpointStorageLoader',
  find({ cluster }, report) {
    const storage = storageOf(cluster);
    if (storage !== undefined && !STORAGES.includes(nameOf(storage)) && !isClassName(storage.value)) {
      const facts = { release: cluster.version.releaseLine, source: storage.source };
      report(`configuration.${storage.key}`, storage.value, facts);
    }
  },
});

export const CHECKPOINT_STORAGE_WITHOUT_DIRECTORY = clusterRule({
  id: 'FLK-STATE-14',
  severity: 'error',
  rule: 'checkpoint storage in a file system needs a directory (set by {source})',
  fix: 'set checkpointing.dir, such as s3://bucket/checkpoints',
  source: 'Flink: CheckpointStorageLoader',
  find({ cluster }, report) {
    const storage = storageOf(cluster);
    const hasDirectory = entryOf(cluster.options, CHECKPOINT_DIRECTORY) !== undefined;
    if (storage !== undefined && nameOf(storage) === 'filesystem' && !hasDirectory) {
      report(`configuration.${storage.key}`, storage.value, { source: storage.source });
    }
  },
});

export const PAUSE_LONGER_THAN_INTERVAL = clusterRule({
  id: 'FLK-STATE-20',
  severity: 'warning',
  rule: 'Flink ignores this option: {key}, which is longer, determines the time between checkpoints',
  fix: 'use an interval of at least the minimum pause',
  source: SOURCE,
  find({ cluster: { options, version } }, report) {
    const [key, pauseKey] = [`${PREFIX}.interval`, `${PREFIX}.min-pause`];
    const interval = durationIn(options.get(key), version) ?? 0n;
    const pause = durationIn(options.get(pauseKey), version) ?? 0n;
    if (interval > 0n && pause > interval) {
      report(`configuration.${key}`, options.get(key), { key: pauseKey });
    }
  },
});

export const INCREMENTAL_ON_HEAP = clusterRule({
  id: 'FLK-STATE-12',
  severity: 'warning',
  rule: 'Flink ignores this option: the state backend {backend} writes all of its state in each checkpoint',
  fix: 'remove it, or use StateBackend.rocksDb()',
  source: SOURCE,
  find({ cluster: { options } }, report) {
    const incremental = entryOf(options, INCREMENTAL);
    const backend = stateBackend(options);
    if (isTrue(incremental?.value) && ON_HEAP.includes(backend)) {
      report(`configuration.${incremental!.key}`, incremental!.value, { backend });
    }
  },
});

/** Rules about options of checkpoints that are valid one by one and do not work together. */
export const CHECKPOINT_RULES: readonly ClusterRule[] = [
  UNALIGNED_AT_LEAST_ONCE,
  CONCURRENT_UNALIGNED,
  ALIGNED_TIMEOUT_WITHOUT_UNALIGNED,
  UNKNOWN_CHECKPOINT_STORAGE,
  CHECKPOINT_STORAGE_WITHOUT_DIRECTORY,
  PAUSE_LONGER_THAN_INTERVAL,
  INCREMENTAL_ON_HEAP,
];

function isAtLeastOnce(options: FlinkOptions): boolean {
  return options.get(`${PREFIX}.mode`)?.trim().toUpperCase() === 'AT_LEAST_ONCE';
}

/** The statement of the checkpoint storage; older releases have no such option. */
function storageOf({ options, version }: ClusterModel): OptionEntry | undefined {
  return version._can('separatesCheckpointStorage') ? entryOf(options, CHECKPOINT_STORAGE) : undefined;
}

function nameOf({ value }: OptionEntry): string {
  return value.trim().toLowerCase();
}
