import { type FlinkOptions, type OptionEntry } from '../configuration/flink-options';
import { Keys } from '../configuration/keys';
import { durationIn } from '../configuration/parsing/duration';
import { type ClusterModel } from '../model/cluster-model';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

const PREFIX = 'execution.checkpointing';
/** What exists under several names, the newest first. */
const UNALIGNED = [`${PREFIX}.unaligned.enabled`, `${PREFIX}.unaligned`];
const ALIGNED_TIMEOUT = [`${PREFIX}.aligned-checkpoint-timeout`, `${PREFIX}.alignment-timeout`];
const INCREMENTAL = [`${PREFIX}.incremental`, 'state.backend.incremental'];
const STORAGE = [`${PREFIX}.storage`, 'state.checkpoint-storage'];
const DIRECTORY = [`${PREFIX}.dir`, Keys.CHECKPOINTS_DIR];
const BACKEND = ['state.backend.type', 'state.backend'];
/** Backends that keep objects on the heap, and so write all of them each time. */
const ON_HEAP = ['hashmap', 'filesystem', 'jobmanager'];

/** Options about checkpoints that are each right, and of which Flink refuses or ignores one beside another. */
export function checkCombinations(cluster: ClusterModel, report: Report): void {
  const { options } = cluster;
  checkUnaligned(options, report);
  checkStorage(cluster, report);
  checkPause(cluster, report);
  const incremental = entryOf(options, INCREMENTAL);
  const backend = entryOf(options, BACKEND)?.value.trim().toLowerCase() ?? '';
  if (isTrue(incremental) && ON_HEAP.includes(backend)) {
    ignored(
      incremental!,
      `the state backend ${backend} writes all of its state each time`,
      'remove it, or use StateBackend.rocksDb()',
      report,
    );
  }
}

/** Records are overtaken in one mode alone, by one checkpoint at a time. */
function checkUnaligned(options: FlinkOptions, report: Report): void {
  const unaligned = entryOf(options, UNALIGNED);
  const timeout = entryOf(options, ALIGNED_TIMEOUT);
  const isAtLeastOnce = options.get(`${PREFIX}.mode`)?.trim().toUpperCase() === 'AT_LEAST_ONCE';
  const concurrent = `${PREFIX}.max-concurrent-checkpoints`;
  if (isTrue(unaligned) && isAtLeastOnce) {
    ignored(
      unaligned!,
      'with AT_LEAST_ONCE no checkpoint waits for another stream',
      'remove it, or use CheckpointMode.EXACTLY_ONCE',
      report,
    );
  } else if (isTrue(unaligned) && (options.integer(concurrent) ?? 1) > 1) {
    report(RULES['FLK-STATE-11'], `configuration.${concurrent}`, options.get(concurrent));
  }
  if (timeout !== undefined && !isTrue(unaligned)) {
    ignored(timeout, 'checkpoints stay aligned', 'set unaligned too, or remove it', report);
  }
}

const CLASS_NAME = /^(?:[A-Za-z_$][\w$]*\.)+[A-Za-z_$][\w$]*$/;

function checkStorage({ options, version }: ClusterModel, report: Report): void {
  const storage = entryOf(options, STORAGE);
  const name = storage?.value.trim().toLowerCase();
  if (storage === undefined || name === 'jobmanager' || !version._isAtLeast('1.13')) {
    return;
  }
  const property = `configuration.${storage.key}`;
  if (name !== 'filesystem') {
    if (!CLASS_NAME.test(storage.value)) {
      report(RULES['FLK-STATE-13'], property, storage.value, { release: version.releaseLine, source: storage.source });
    }
  } else if (entryOf(options, DIRECTORY) === undefined) {
    report(RULES['FLK-STATE-14'], property, storage.value, { source: storage.source });
  }
}

/** Checkpoints start as far apart as the longer of the two says. */
function checkPause({ options, version }: ClusterModel, report: Report): void {
  const [interval, pause] = [`${PREFIX}.interval`, `${PREFIX}.min-pause`].map(
    (key) => durationIn(options.get(key), version) ?? 0n,
  ) as [bigint, bigint];
  if (interval > 0n && pause > interval) {
    ignored(
      options.entry(`${PREFIX}.interval`)!,
      `${PREFIX}.min-pause, which is longer, decides`,
      'give an interval that is at least the pause',
      report,
    );
  }
}

function ignored({ key, value }: OptionEntry, reason: string, fix: string, report: Report): void {
  report(RULES['FLK-STATE-12'], `configuration.${key}`, value, { reason, fix });
}

function entryOf(options: FlinkOptions, keys: readonly string[]): OptionEntry | undefined {
  return keys.map((key) => options.entry(key)).find((entry) => entry !== undefined);
}

function isTrue(entry: OptionEntry | undefined): boolean {
  return entry?.value.toLowerCase() === 'true';
}
