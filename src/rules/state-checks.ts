import { checkCombinations } from './checkpoint-checks';
import { checkRocksDb } from './rocksdb-checks';
import { Keys } from '../configuration/keys';
import { durationIn } from '../configuration/parsing/duration';
import { parseStorageUri } from '../configuration/storage-uri';
import { type ClusterModel } from '../model/cluster-model';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** Names of state backends and the releases that know them; anything else is the class of a factory. */
const BACKENDS: readonly { readonly name: string; readonly since?: string; readonly until?: string }[] = [
  { name: 'jobmanager' },
  { name: 'filesystem' },
  { name: 'rocksdb' },
  { name: 'hashmap', since: '1.13' },
  { name: 'forst', since: '2.0' },
];
/** Before 1.13 these write their checkpoints to a directory that they insist on. */
const WRITES_FILES = ['filesystem', 'rocksdb'];
const CLASS_NAME = /^(?:[A-Za-z_$][\w$]*\.)+[A-Za-z_$][\w$]*$/;
/** The coordinator of checkpoints refuses anything shorter. */
const SHORTEST = 10_000_000n;

const DIRECTORIES = [
  'execution.checkpointing.dir',
  Keys.CHECKPOINTS_DIR,
  'execution.checkpointing.savepoint-dir',
  'state.savepoints.dir',
];
const CHANGELOG_DIRECTORIES = [Keys.CHANGELOG_DIR, Keys.CHANGELOG_DIR_OLD];

/** What options about state and checkpoints must not say, of a cluster that has some. */
export function checkState(cluster: ClusterModel, report: Report): void {
  checkBackend(cluster, report);
  checkDirectories(cluster, report);
  checkChangelog(cluster, report);
  checkCombinations(cluster, report);
  checkRocksDb(cluster, report);
  const { options, version } = cluster;
  for (const key of ['execution.checkpointing.interval', 'execution.checkpointing.timeout']) {
    const text = options.get(key);
    const time = durationIn(text, version);
    // An interval of none switches checkpoints off.
    const isOff = key.endsWith('interval') && time === 0n;
    if (time !== undefined && time < SHORTEST && !isOff) {
      report(RULES['FLK-STATE-09'], `configuration.${key}`, text);
    }
  }
  if (
    options.get('execution.checkpointing.interval') !== undefined &&
    checkpointsDir(cluster) === undefined &&
    !keepsInFiles(cluster)
  ) {
    report(RULES['FLK-STATE-07'], 'checkpointing.dir');
  }
}

function checkBackend(cluster: ClusterModel, report: Report): void {
  const { options, version } = cluster;
  const entry = options.entry('state.backend.type') ?? options.entry('state.backend');
  if (entry === undefined) {
    return;
  }
  const name = entry.value.trim().toLowerCase();
  const known = BACKENDS.filter(({ since = '1.0' }) => version._isAtLeast(since)).map((backend) => backend.name);
  if (!known.includes(name) && !CLASS_NAME.test(entry.value)) {
    const facts = { release: version.releaseLine, source: entry.source, known: known.join(', ') };
    report(RULES['FLK-STATE-05'], `configuration.${entry.key}`, entry.value, facts);
  }
  if (!version._isAtLeast('1.13') && WRITES_FILES.includes(name) && checkpointsDir(cluster) === undefined) {
    report(RULES['FLK-STATE-06'], `configuration.${entry.key}`, entry.value, {
      release: version.releaseLine,
      key: Keys.CHECKPOINTS_DIR,
    });
  }
}

function checkDirectories({ options }: ClusterModel, report: Report): void {
  for (const key of [...DIRECTORIES, ...CHANGELOG_DIRECTORIES]) {
    const entry = options.entry(key);
    const problem = entry === undefined ? undefined : directoryProblem(entry.value, DIRECTORIES.includes(key));
    if (problem !== undefined) {
      report(RULES['FLK-STATE-08'], `configuration.${key}`, entry!.value, { source: entry!.source, problem });
    }
  }
}

/** Directories of checkpoints and savepoints name their file system, and are below its root. */
function directoryProblem(text: string, isOfCheckpoints: boolean): string | undefined {
  const uri = parseStorageUri(text);
  const isRoot = uri !== undefined && /^\/*$/.test(uri.path);
  if (uri === undefined) {
    return 'it has neither a scheme nor a path from the root';
  }
  if (isOfCheckpoints && uri.scheme === undefined) {
    return 'it has no scheme';
  }
  return isRoot && (isOfCheckpoints || uri.authority === '') ? 'it is the root' : undefined;
}

function checkChangelog({ options }: ClusterModel, report: Report): void {
  const isEnabled = ['state.changelog.enabled', 'state.backend.changelog.enabled'].some(
    (key) => options.get(key)?.trim().toLowerCase() === 'true',
  );
  const storage = options.get('state.changelog.storage') ?? options.get('state.backend.changelog.storage');
  if (
    isEnabled &&
    storage === 'filesystem' &&
    options.get(Keys.CHANGELOG_DIR) === undefined &&
    options.get(Keys.CHANGELOG_DIR_OLD) === undefined
  ) {
    report(RULES['FLK-STATE-10'], 'checkpointing.changelog.dir');
  }
}

function checkpointsDir({ options }: ClusterModel): string | undefined {
  return options.get('execution.checkpointing.dir') ?? options.get(Keys.CHECKPOINTS_DIR);
}

/** A storage of one's own knows its place by itself. */
function keepsInFiles({ options }: ClusterModel): boolean {
  const storage = options.get('execution.checkpointing.storage') ?? options.get('state.checkpoint-storage');
  return storage !== undefined && storage !== 'jobmanager';
}
