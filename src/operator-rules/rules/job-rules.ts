import { type DeploymentContext, type SessionJobContext } from './context';
import { isBlank } from './text';
import { UNREADABLE_LATER, UNREADABLE_OPTION } from './unreadable-option-rules';
import { type EffectiveOptions } from '../effective-options';
import { isHighlyAvailable } from '../high-availability';
import { firstOperatorRelease } from '../operator-capabilities';
import { type OperatorRelease } from '../operator-release';
import { forEach, operatorRuleFor, type Steps } from '../operator-rule';
import { OperatorStage } from '../operator-stage';
import { type JobSpec } from '../reading/specs';
import { type OptionReading, readings, valueOr } from '../typed-options';

const VALIDATOR = 'operator: DefaultValidator.validateJobSpec';
const jobRule = operatorRuleFor<JobContext>();

const PERIODIC_SAVEPOINTS = 'kubernetes.operator.periodic.savepoint.interval';
const MAX_CHECKPOINT_AGE = 'kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age';
export const CHECKPOINT_DIR = ['execution.checkpointing.dir', 'state.checkpoints.dir'] as const;
export const SAVEPOINT_DIR = ['execution.checkpointing.savepoint-dir', 'state.savepoints.dir'] as const;

/** A job of either kind of resource. */
export interface JobContext {
  readonly release: OperatorRelease;
  readonly options: EffectiveOptions;
  readonly job: JobSpec;
  /** The number of TaskManagers, if it is set. A session job has none of its own. */
  readonly replicas: number | null;
}

/** Whether a job has a savepoint directory. */
export function hasSavepointDir(options: EffectiveOptions): boolean {
  return !isBlank(options.findFlink(...SAVEPOINT_DIR)?.text);
}

/** The facts of rules that need a savepoint directory. */
export function savepointDirKey(options: EffectiveOptions): { readonly key: string } {
  return { key: options.currentName(...SAVEPOINT_DIR) };
}

export const LAST_STATE_WITHOUT_HIGH_AVAILABILITY = jobRule({
  id: 'FLK-OPR-31',
  severity: 'error',
  check: 'V31',
  stage: OperatorStage.VALIDATION,
  message: '^Job could not be upgraded with last-state while HA disabled',
  rule: 'before operator {since}, last-state needs high availability',
  fix: 'set high-availability.type to kubernetes, with high-availability.storageDir, or use operator {since} or newer',
  source: VALIDATOR,
  find({ job: { upgradeMode }, options, release }, report) {
    if (!release.can('cancelsForLastState') && upgradeMode === 'last-state' && !isHighlyAvailable(options)) {
      report('spec.job.upgradeMode', upgradeMode, { since: firstOperatorRelease('cancelsForLastState') });
    }
  },
});

export const STATEFUL_UPGRADE_WITHOUT_CHECKPOINT_DIR = jobRule({
  id: 'FLK-OPR-11',
  severity: 'error',
  check: 'V11',
  stage: OperatorStage.VALIDATION,
  message: '^Checkpoint directory\\[',
  rule: 'stateful upgrades need checkpoints, but {key} is not set',
  fix: 'set {key} to a durable location, such as s3://bucket/checkpoints, or upgradeMode to stateless',
  source: VALIDATOR,
  find({ job: { upgradeMode }, options }, report) {
    if (upgradeMode !== 'stateless' && isBlank(options.findFlink(...CHECKPOINT_DIR)?.text)) {
      report('spec.job.upgradeMode', upgradeMode, { key: options.currentName(...CHECKPOINT_DIR) });
    }
  },
});

export const SAVEPOINT_UPGRADE_WITHOUT_DIR = jobRule({
  id: 'FLK-OPR-12',
  severity: 'error',
  check: 'V12',
  stage: OperatorStage.VALIDATION,
  message: '^Job could not be upgraded with savepoint',
  rule: 'upgrades with savepoints need {key}',
  fix: 'set {key} to a durable location, such as s3://bucket/savepoints, or use another upgradeMode',
  source: VALIDATOR,
  find({ job: { upgradeMode }, options }, report) {
    if (upgradeMode === 'savepoint' && !hasSavepointDir(options)) {
      report('spec.job.upgradeMode', upgradeMode, savepointDirKey(options));
    }
  },
});

export const SAVEPOINT_ON_REQUEST_WITHOUT_DIR = jobRule({
  id: 'FLK-OPR-13',
  severity: 'error',
  check: 'V13',
  stage: OperatorStage.VALIDATION,
  message: '^Savepoint could not be manually triggered',
  rule: 'a savepoint on request needs {key}',
  fix: 'set {key} to a durable location, such as s3://bucket/savepoints, or remove the nonce',
  source: VALIDATOR,
  find({ job: { savepointTriggerNonce: nonce }, options }, report) {
    if (nonce !== null && !hasSavepointDir(options)) {
      report('spec.job.savepointTriggerNonce', nonce, savepointDirKey(options));
    }
  },
});

export const PERIODIC_SAVEPOINTS_WITHOUT_DIR = jobRule({
  id: 'FLK-OPR-14',
  severity: 'error',
  check: 'V14',
  stage: OperatorStage.VALIDATION,
  message: '^Periodic savepoints cannot be enabled',
  rule: 'periodic savepoints need {key} (requested by {source})',
  fix: 'set {key} to a durable location, such as s3://bucket/savepoints, or remove the interval',
  source: VALIDATOR,
  find({ options }, report) {
    const interval = options.find(PERIODIC_SAVEPOINTS);
    if (interval !== undefined && !hasSavepointDir(options)) {
      report(interval.property, interval.text, { ...savepointDirKey(options), source: interval.property });
    }
  },
});

export const CHECKPOINT_AGE_WITHOUT_SAVEPOINT_DIR = jobRule({
  id: 'FLK-OPR-15',
  severity: 'error',
  check: 'V15',
  stage: OperatorStage.VALIDATION,
  message: '^In order to use max-checkpoint age',
  rule: 'a maximum age of checkpoints falls back to savepoints, which need {key} (requested by {source})',
  fix: 'set {key} to a durable location, such as s3://bucket/savepoints, or remove the maximum age',
  source: VALIDATOR,
  find({ options }, report) {
    const age = options.find(MAX_CHECKPOINT_AGE);
    const isReadable = valueOr(options, age, 'Duration', undefined) !== undefined;
    if (age !== undefined && isReadable && !hasSavepointDir(options)) {
      report(age.property, age.text, { ...savepointDirKey(options), source: age.property });
    }
  },
});

export const JOB_WITHOUT_TASK_MANAGERS = jobRule({
  id: 'FLK-OPR-16',
  severity: 'error',
  check: 'V16',
  stage: OperatorStage.VALIDATION,
  message: '^TaskManager replicas must be larger than 0',
  rule: 'a job needs at least one TaskManager',
  fix: 'use 1 or more, or remove the number to derive it from job.parallelism',
  source: VALIDATOR,
  find({ replicas }, report) {
    if (replicas !== null && replicas < 1) {
      report('spec.taskManager.replicas', replicas);
    }
  },
});

export const MISSING_PARALLELISM = jobRule({
  id: 'FLK-OPR-17',
  severity: 'error',
  check: 'V17',
  stage: OperatorStage.VALIDATION,
  message: '^Job parallelism must be larger than 0',
  rule: 'the operator reads the parallelism of a job only from this field, and a missing value is 0',
  fix: 'use 1 or more',
  source: VALIDATOR,
  find({ job: { parallelism }, replicas }, report) {
    if (replicas === null && parallelism < 1) {
      report('spec.job.parallelism', parallelism);
    }
  },
});

function checkpointAge({ options }: JobContext): OptionReading[] {
  return readings(options, 'Duration', options.find(MAX_CHECKPOINT_AGE));
}

/** The order of the validator for a job of either kind of resource. */
export const JOB_STEPS: Steps<JobContext> = [
  LAST_STATE_WITHOUT_HIGH_AVAILABILITY,
  STATEFUL_UPGRADE_WITHOUT_CHECKPOINT_DIR,
  SAVEPOINT_UPGRADE_WITHOUT_DIR,
  SAVEPOINT_ON_REQUEST_WITHOUT_DIR,
  PERIODIC_SAVEPOINTS_WITHOUT_DIR,
  // The validator reads the age only if there is no savepoint directory.
  forEach((context) => (hasSavepointDir(context.options) ? [] : checkpointAge(context)), [UNREADABLE_OPTION]),
  forEach((context) => (hasSavepointDir(context.options) ? checkpointAge(context) : []), [UNREADABLE_LATER]),
  CHECKPOINT_AGE_WITHOUT_SAVEPOINT_DIR,
  JOB_WITHOUT_TASK_MANAGERS,
  MISSING_PARALLELISM,
];

/** The job of a FlinkDeployment, if it has one. */
export function jobOfDeployment({ release, options, spec: { job, taskManager } }: DeploymentContext): JobContext[] {
  return job === null ? [] : [{ release, options, job, replicas: taskManager?.replicas ?? null }];
}

/** The job of a FlinkSessionJob, if the operator validates it. */
export function jobOfSessionJob({ release, spec: { job }, session }: SessionJobContext): JobContext[] {
  return job === null || session === undefined ? [] : [{ release, options: session.options, job, replicas: null }];
}
