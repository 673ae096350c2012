import { isBlank } from './text';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { type EffectiveOptions } from '../effective-options';
import { isHighlyAvailable } from '../high-availability';
import { type OperatorRelease } from '../operator-release';
import { type JobSpec, type RoleSpec } from '../reading/specs';
import { readFound, tellUnreadable } from '../typed-options';

const PERIODIC = 'kubernetes.operator.periodic.savepoint.interval';
const OLDEST_CHECKPOINT = 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age';
export const CHECKPOINT_DIR = ['execution.checkpointing.dir', 'state.checkpoints.dir'] as const;
export const SAVEPOINT_DIR = ['execution.checkpointing.savepoint-dir', 'state.savepoints.dir'] as const;

/** What a job is held against: the TaskManagers of an application cluster, none for a session job. */
export interface JobContext {
  readonly release: OperatorRelease;
  readonly options: EffectiveOptions;
  readonly spec: { readonly job: JobSpec | null; readonly taskManager?: RoleSpec | null };
}

/** What the validator asks of a job, of either kind. */
export function jobRules({ release, options, spec: { job, taskManager } }: JobContext, report: Report): void {
  if (job === null) {
    return;
  }
  if (!release.isAtLeast('1.10') && job.upgradeMode === 'last-state' && !isHighlyAvailable(options)) {
    report(RULES['FLK-OPR-31'], 'spec.job.upgradeMode', job.upgradeMode);
  }
  if (job.upgradeMode !== 'stateless' && isBlank(options.findFlink(...CHECKPOINT_DIR)?.text)) {
    report(RULES['FLK-OPR-11'], 'spec.job.upgradeMode', job.upgradeMode, {
      key: options.currentName(...CHECKPOINT_DIR),
    });
  }
  const oldest = options.find(OLDEST_CHECKPOINT);
  if (isBlank(options.findFlink(...SAVEPOINT_DIR)?.text)) {
    savepointRules(job, options, report);
  } else if (oldest !== undefined) {
    tellUnreadable(options, oldest, 'Duration', report);
  }
  scaleRules(job, taskManager?.replicas ?? null, report);
}

/** Everything that takes savepoints, while there is no place for them. */
function savepointRules(job: JobSpec, options: EffectiveOptions, report: Report): void {
  const facts = { key: options.currentName(...SAVEPOINT_DIR) };
  if (job.upgradeMode === 'savepoint') {
    report(RULES['FLK-OPR-12'], 'spec.job.upgradeMode', job.upgradeMode, facts);
  }
  if (job.savepointTriggerNonce !== null) {
    report(RULES['FLK-OPR-13'], 'spec.job.savepointTriggerNonce', job.savepointTriggerNonce, facts);
  }
  const periodic = options.find(PERIODIC);
  if (periodic !== undefined) {
    report(RULES['FLK-OPR-14'], periodic.property, periodic.text, { ...facts, source: periodic.property });
  }
  const oldest = options.find(OLDEST_CHECKPOINT);
  if (
    oldest !== undefined &&
    readFound<bigint | undefined>(options, oldest, 'Duration', undefined, report) !== undefined
  ) {
    report(RULES['FLK-OPR-15'], oldest.property, oldest.text, { ...facts, source: oldest.property });
  }
}

function scaleRules(job: JobSpec, replicas: number | null, report: Report): void {
  if (replicas !== null && replicas < 1) {
    report(RULES['FLK-OPR-16'], 'spec.taskManager.replicas', replicas);
  } else if (replicas === null && job.parallelism < 1) {
    report(RULES['FLK-OPR-17'], 'spec.job.parallelism', job.parallelism);
  }
}
