import { whyNotWritable, whyNotKept, claimAt } from './mounted-paths';
import { type FlinkOptions, type OptionEntry } from '../configuration/flink-options';
import { Keys } from '../configuration/keys';
import { localPath } from '../configuration/storage-uri';
import { type ClusterModel } from '../model/cluster-model';
import { type FlinkPod } from '../model/flink-pod';
import { type Role } from '../model/role';
import { Hardening } from '../props/hardening';
import { type Report } from '../validation/problem';
import { type Rule } from '../validation/rule';
import { RULES } from '../validation/rules';

/** Options that name a place in a pod: one that must outlive it, or one that is written while it lives. */
interface Place {
  readonly rule: Rule;
  /** The role that uses it; both where none is named. */
  readonly role?: Role;
}

const BY_SUCCESSORS: Place = { rule: RULES['FLK-HA-03'], role: 'jobManager' };
const BY_ALL: Place = { rule: RULES['FLK-STATE-01'] };
const WHILE_RUNNING: Place = { rule: RULES['FLK-STATE-02'] };
const BY_JOB_MANAGER: Place = { rule: RULES['FLK-STATE-02'], role: 'jobManager' };
const BY_TASK_MANAGER: Place = { rule: RULES['FLK-STATE-02'], role: 'taskManager' };

const PLACES: ReadonlyMap<string, Place> = new Map([
  [Keys.HIGH_AVAILABILITY_STORAGE, BY_SUCCESSORS],
  ['job-result-store.storage-path', BY_SUCCESSORS],
  ['execution.checkpointing.dir', BY_ALL],
  ['execution.checkpointing.savepoint-dir', BY_ALL],
  [Keys.CHANGELOG_DIR, BY_ALL],
  [Keys.CHECKPOINTS_DIR, BY_ALL],
  ['state.savepoints.dir', BY_ALL],
  [Keys.CHANGELOG_DIR_OLD, BY_ALL],
  ['blob.storage.directory', WHILE_RUNNING],
  ['env.log.dir', WHILE_RUNNING],
  ['env.pid.dir', WHILE_RUNNING],
  ['io.tmp.dirs', WHILE_RUNNING],
  ['process.working-dir', WHILE_RUNNING],
  ['process.jobmanager.working-dir', BY_JOB_MANAGER],
  ['web.tmpdir', BY_JOB_MANAGER],
  ['web.upload.dir', BY_JOB_MANAGER],
  ['execution.checkpointing.local-backup.dirs', BY_TASK_MANAGER],
  [Keys.TASK_MANAGER_WORKING_DIR, BY_TASK_MANAGER],
  ['state.backend.forst.cache.dir', BY_TASK_MANAGER],
  ['state.backend.forst.local-dir', BY_TASK_MANAGER],
  ['state.backend.rocksdb.localdir', BY_TASK_MANAGER],
  ['state.backend.rocksdb.log.dir', BY_TASK_MANAGER],
  ['taskmanager.state.local.root-dirs', BY_TASK_MANAGER],
]);

/** Options that name places in a role's pod against what is mounted there. */
export function checkPlaces(
  pod: FlinkPod,
  role: Role,
  { hardening, jobManager, options }: ClusterModel,
  report: Report,
): void {
  for (const entry of options.entries) {
    const place = PLACES.get(entry.key);
    if (place === undefined || (place.role ?? role) !== role) {
      continue;
    }
    const relative =
      place.rule === RULES['FLK-STATE-02'] ? localDirectories(entry).find((path) => !path.startsWith('/')) : undefined;
    if (relative !== undefined) {
      report(RULES['FLK-STATE-17'], `configuration.${entry.key}`, entry.value, {
        path: relative === '' ? 'an empty text' : relative,
        source: entry.source,
      });
      continue;
    }
    const where =
      place.rule === RULES['FLK-STATE-02']
        ? hardening === Hardening.NONE
          ? undefined
          : first(localDirectories(entry), (path) => whyNotWritable(pod, path))
        : first(keptPath(entry, options), (path) => whyNotKept(pod, path));
    if (where !== undefined) {
      report(place.rule, `configuration.${entry.key}`, entry.value, { where, source: entry.source });
    } else if (place.rule === RULES['FLK-HA-03']) {
      const claim = first(keptPath(entry, options), (path) => claimAt(pod, path));
      if (claim !== undefined && jobManager.replicas > 1) {
        report(RULES['FLK-HA-12'], `configuration.${entry.key}`, entry.value, { claim, replicas: jobManager.replicas });
      }
    }
  }
}

function keptPath({ value }: OptionEntry, options: FlinkOptions): string[] {
  const path = localPath(value, options.get(Keys.DEFAULT_SCHEME));
  return path === undefined ? [] : [path];
}

/** Several directories are separated by commas, or as in a PATH. */
function localDirectories({ value }: OptionEntry): string[] {
  return value.split(/[,:]/).map((path) => path.trim());
}

function first(paths: readonly string[], problem: (path: string) => string | undefined): string | undefined {
  for (const path of paths) {
    const found = problem(path);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
