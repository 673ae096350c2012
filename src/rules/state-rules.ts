import { isClassName } from './class-name';
import { type ClusterRule, clusterRule } from './cluster-rule';
import {
  CHANGELOG_DIRECTORY,
  CHECKPOINT_DIRECTORY,
  entryOf,
  isTrue,
  SAVEPOINT_DIRECTORY,
  STATE_BACKEND,
  stateBackend,
  valueOf,
} from './state-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { Keys } from '../configuration/keys';
import { type CapabilityName, firstRelease } from '../configuration/releases';
import { parseStorageUri } from '../configuration/storage-uri';

/** Names of state backends, with what a release must be able to do. Anything else is the class name of a factory. */
const BACKENDS: readonly { readonly name: string; readonly capability?: CapabilityName }[] = [
  { name: 'jobmanager' },
  { name: 'filesystem' },
  { name: 'rocksdb' },
  { name: 'hashmap', capability: 'separatesCheckpointStorage' },
  { name: 'forst', capability: 'hasForStBackend' },
];
/** State backends that write checkpoints themselves if the release does not separate the two. */
const WRITES_CHECKPOINTS = ['filesystem', 'rocksdb'];

export const UNKNOWN_STATE_BACKEND = clusterRule({
  id: 'FLK-STATE-05',
  severity: 'error',
  rule: 'not a state backend of Flink {release} (set by {source})',
  fix: 'use {known}, or the class name of a factory',
  source: 'Flink: StateBackendLoader',
  find({ cluster: { options, version } }, report) {
    const entry = entryOf(options, STATE_BACKEND);
    const known = backendsOf(version);
    if (entry !== undefined && !known.includes(stateBackend(options)) && !isClassName(entry.value)) {
      const facts = { release: version.releaseLine, source: entry.source, known: known.join(', ') };
      report(`configuration.${entry.key}`, entry.value, facts);
    }
  },
});

export const STATE_BACKEND_WITHOUT_DIRECTORY = clusterRule({
  id: 'FLK-STATE-06',
  severity: 'error',
  rule: 'before Flink {first} this state backend writes checkpoints itself and needs a directory for them',
  fix: 'set checkpointing.dir, or {key}',
  source: 'Flink: state backends of 1.12',
  find({ cluster: { options, version } }, report) {
    if (
      !version._can('separatesCheckpointStorage') &&
      WRITES_CHECKPOINTS.includes(stateBackend(options)) &&
      entryOf(options, CHECKPOINT_DIRECTORY) === undefined
    ) {
      const { key, value } = entryOf(options, STATE_BACKEND)!;
      const first = firstRelease('separatesCheckpointStorage');
      report(`configuration.${key}`, value, { first, key: Keys.CHECKPOINTS_DIR });
    }
  },
});

export const INVALID_STATE_DIRECTORY = clusterRule({
  id: 'FLK-STATE-08',
  severity: 'error',
  rule: 'not a directory of a file system: {problem} (set by {source})',
  fix: 'use scheme://bucket/path, or file:///path',
  source: 'Flink: checkpoint storage',
  find({ cluster: { options } }, report) {
    const ofCheckpoints = [...CHECKPOINT_DIRECTORY, ...SAVEPOINT_DIRECTORY];
    for (const key of [...ofCheckpoints, ...CHANGELOG_DIRECTORY]) {
      const entry = options.entry(key);
      const problem = entry === undefined ? undefined : directoryProblem(entry.value, ofCheckpoints.includes(key));
      if (entry !== undefined && problem !== undefined) {
        report(`configuration.${key}`, entry.value, { source: entry.source, problem });
      }
    }
  },
});

export const CHANGELOG_WITHOUT_DIRECTORY = clusterRule({
  id: 'FLK-STATE-10',
  severity: 'error',
  rule: 'a changelog in a file system needs a directory',
  fix: 'set one, such as s3://bucket/changelog',
  source: 'Flink: changelog storage',
  find({ cluster: { options } }, report) {
    const isEnabled = ['state.changelog.enabled', 'state.backend.changelog.enabled'].some((key) =>
      isTrue(options.get(key)),
    );
    const storage = valueOf(options, ['state.changelog.storage', 'state.backend.changelog.storage']);
    if (isEnabled && storage === 'filesystem' && entryOf(options, CHANGELOG_DIRECTORY) === undefined) {
      report('checkpointing.changelog.dir');
    }
  },
});

/** Rules about state backends and the directories of state. */
export const STATE_RULES: readonly ClusterRule[] = [
  UNKNOWN_STATE_BACKEND,
  STATE_BACKEND_WITHOUT_DIRECTORY,
  INVALID_STATE_DIRECTORY,
  CHANGELOG_WITHOUT_DIRECTORY,
];

function backendsOf(version: FlinkVersion): string[] {
  return BACKENDS.filter(({ capability }) => capability === undefined || version._can(capability)).map(
    ({ name }) => name,
  );
}

/** Directories of checkpoints and savepoints need a scheme and a path below the root. */
function directoryProblem(text: string, isOfCheckpoints: boolean): string | undefined {
  const uri = parseStorageUri(text);
  if (uri === undefined) {
    return 'it has neither a scheme nor an absolute path';
  }
  if (isOfCheckpoints && uri.scheme === undefined) {
    return 'it has no scheme';
  }
  const isRoot = /^\/*$/.test(uri.path);
  return isRoot && (isOfCheckpoints || uri.authority === '') ? 'it is the root directory' : undefined;
}
