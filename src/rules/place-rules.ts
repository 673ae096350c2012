import { claimAt, whyNotKept, whyNotWritable } from './mounted-paths';
import { type FlinkOptions, type OptionEntry } from '../configuration/flink-options';
import { Keys } from '../configuration/keys';
import { localPath } from '../configuration/storage-uri';
import { type ClusterModel } from '../model/cluster-model';
import { type FlinkPod } from '../model/flink-pod';
import { type Role } from '../model/role';
import { Hardening } from '../props/hardening';
import { type Check, checkOf, type ReportOn, runCheck } from '../validation/check';
import { Sources } from '../validation/rule';

/** The pod of a role, for rules that compare paths in options with the volumes of the pod. */
export interface PlaceContext {
  readonly pod: FlinkPod;
  readonly role: Role;
  readonly cluster: ClusterModel;
}

/** Directories that a standby JobManager has to find after the pod is gone. */
const KEPT_FOR_STANDBYS = [Keys.HIGH_AVAILABILITY_STORAGE, 'job-result-store.storage-path'];
/** Directories that the pods of both roles share. */
const SHARED = [
  Keys.CHANGELOG_DIR_OLD,
  'execution.checkpointing.dir',
  'execution.checkpointing.savepoint-dir',
  Keys.CHANGELOG_DIR,
  Keys.CHECKPOINTS_DIR,
  'state.savepoints.dir',
];
/** Directories that a process writes to while it runs, and the role that does if only one does. */
const LOCAL: readonly { readonly key: string; readonly role?: Role }[] = [
  { key: 'blob.storage.directory' },
  { key: 'env.log.dir' },
  { key: 'env.pid.dir' },
  { key: 'execution.checkpointing.local-backup.dirs', role: 'taskManager' },
  { key: 'io.tmp.dirs' },
  { key: 'process.jobmanager.working-dir', role: 'jobManager' },
  { key: Keys.TASK_MANAGER_WORKING_DIR, role: 'taskManager' },
  { key: 'process.working-dir' },
  { key: 'state.backend.forst.cache.dir', role: 'taskManager' },
  { key: 'state.backend.forst.local-dir', role: 'taskManager' },
  { key: 'state.backend.rocksdb.localdir', role: 'taskManager' },
  { key: 'state.backend.rocksdb.log.dir', role: 'taskManager' },
  { key: 'taskmanager.state.local.root-dirs', role: 'taskManager' },
  { key: 'web.tmpdir', role: 'jobManager' },
  { key: 'web.upload.dir', role: 'jobManager' },
];

const placeRule = checkOf<PlaceContext>();

export const METADATA_LOST_WITH_POD = placeRule({
  id: 'FLK-HA-03',
  severity: 'error',
  acceptable: true,
  rule: '{where}, so the files are lost with the pod and a standby JobManager cannot read them (set by {source})',
  fix: 'mount a PersistentVolumeClaim in the JobManager at this path or above it, or use an object store',
  source: 'Flink: high availability services',
  find(context, report) {
    for (const { entry, path } of keptForStandbys(context)) {
      const where = whyNotKept(context.pod, path);
      if (where !== undefined) {
        report(`configuration.${entry.key}`, entry.value, { where, source: entry.source });
      }
    }
  },
});

export const METADATA_ON_SHARED_CLAIM = placeRule({
  id: 'FLK-HA-12',
  severity: 'warning',
  rule: '{replicas} JobManagers, possibly on different nodes, write to the PersistentVolumeClaim {claim}',
  fix: 'make it ReadWriteMany and suppress this, or use an object store',
  source: Sources.KUBERNETES,
  find(context, report) {
    const { replicas } = context.cluster.jobManager;
    for (const { entry, path } of replicas > 1 ? keptForStandbys(context) : []) {
      const claim = whyNotKept(context.pod, path) === undefined ? claimAt(context.pod, path) : undefined;
      if (claim !== undefined) {
        report(`configuration.${entry.key}`, entry.value, { claim, replicas });
      }
    }
  },
});

export const STATE_NOT_SHARED = placeRule({
  id: 'FLK-STATE-01',
  severity: 'error',
  acceptable: true,
  rule: '{where}, so other pods cannot read the files (set by {source})',
  fix: 'mount a PersistentVolumeClaim in both roles at this path or above it, or use an object store',
  source: 'Flink: checkpoint storage',
  find({ pod, cluster: { options } }, report) {
    for (const { entry, path } of localPaths(SHARED, options)) {
      const where = whyNotKept(pod, path);
      if (where !== undefined) {
        report(`configuration.${entry.key}`, entry.value, { where, source: entry.source });
      }
    }
  },
});

export const RELATIVE_LOCAL_DIRECTORY = placeRule({
  id: 'FLK-STATE-17',
  severity: 'error',
  rule: '{path} is not an absolute path (set by {source})',
  fix: 'use a path that begins with /, without a scheme',
  source: Sources.FLINK,
  find(context, report) {
    for (const { entry, directories } of localDirectories(context)) {
      const relative = directories.find(isRelative);
      if (relative !== undefined) {
        const facts = { path: relative === '' ? 'an empty string' : relative, source: entry.source };
        report(`configuration.${entry.key}`, entry.value, facts);
      }
    }
  },
});

export const LOCAL_DIRECTORY_NOT_WRITABLE = placeRule({
  id: 'FLK-STATE-02',
  severity: 'error',
  rule: '{where}, and the root file system is read-only (set by {source})',
  fix: 'mount an emptyDir or a PersistentVolumeClaim at this path or above it, for example with LocalDisk',
  source: Sources.FLINK,
  find(context, report) {
    const { pod, cluster } = context;
    for (const { entry, directories } of cluster.hardening === Hardening.NONE ? [] : localDirectories(context)) {
      const where = directories.map((path) => whyNotWritable(pod, path)).find((reason) => reason !== undefined);
      if (where !== undefined && !directories.some(isRelative)) {
        report(`configuration.${entry.key}`, entry.value, { where, source: entry.source });
      }
    }
  },
});

/** Rules about paths in options and the volumes of the pods that use them. */
export const PLACE_RULES: readonly Check<PlaceContext>[] = [
  METADATA_LOST_WITH_POD,
  METADATA_ON_SHARED_CLAIM,
  STATE_NOT_SHARED,
  RELATIVE_LOCAL_DIRECTORY,
  LOCAL_DIRECTORY_NOT_WRITABLE,
];

/** Checks the paths in options of a role against the volumes of its pod. */
export function checkPlaceRules(context: PlaceContext, reportOn: ReportOn): void {
  PLACE_RULES.forEach((rule) => runCheck(rule, context, reportOn));
}

/** An option with a path in the file system of the pod. */
interface LocalPath {
  readonly entry: OptionEntry;
  readonly path: string;
}

/** An option with a list of directories in the file system of the pod. */
interface LocalDirectories {
  readonly entry: OptionEntry;
  readonly directories: readonly string[];
}

function keptForStandbys({ role, cluster: { options } }: PlaceContext): LocalPath[] {
  return role === 'jobManager' ? localPaths(KEPT_FOR_STANDBYS, options) : [];
}

function localPaths(keys: readonly string[], options: FlinkOptions): LocalPath[] {
  return entries(keys, options).flatMap((entry) => {
    const path = localPath(entry.value, options.get(Keys.DEFAULT_SCHEME));
    return path === undefined ? [] : [{ entry, path }];
  });
}

/** Options with local directories, which are separated by commas, or as in a PATH. */
function localDirectories({ role, cluster: { options } }: PlaceContext): LocalDirectories[] {
  const keys = LOCAL.filter((local) => (local.role ?? role) === role).map(({ key }) => key);
  return entries(keys, options).map((entry) => ({
    entry,
    directories: entry.value.split(/[,:]/).map((path) => path.trim()),
  }));
}

function entries(keys: readonly string[], options: FlinkOptions): OptionEntry[] {
  return keys.flatMap((key) => options.entry(key) ?? []);
}

function isRelative(path: string): boolean {
  return !path.startsWith('/');
}
