import { JAR_RULES, UNVERIFIED_JAR } from './artifact-rules';
import { UNDEFINED_VARIABLE } from './job-argument-rules';
import { type JobContext, variablesOf } from './job-context';
import { MORE_SUBTASKS_THAN_SLOTS } from './job-scaling-rules';
import { CLAIM_MODE_RULES } from './savepoint-rules';
import { SCRIPT_RULES } from './script-rules';
import { isDnsLabel } from '../kubernetes/names';
import { type ClusterModel } from '../model/cluster-model';
import { type ModeTraits } from '../model/mode-traits';
import { type SessionJobModel } from '../model/session-job-model';
import { type Check, checkIn, checkOf, type ReportOn, runCheck } from '../validation/check';
import { defineRule, Sources } from '../validation/rule';

/** What rules about a job on a session cluster look at. */
export interface SessionJobContext {
  readonly model: SessionJobModel;
  /** The cluster, if it is created in this app. */
  readonly cluster?: ClusterModel;
  /** The traits of the cluster's mode. */
  readonly traits: ModeTraits;
}

const LONGEST_NAME = 63;
const NAMES_OF_JOBS = 'Kubernetes: names of Jobs';

const sessionJobRule = checkOf<SessionJobContext>();

export const INVALID_JOB_NAME = sessionJobRule({
  id: 'FLK-JOB-17',
  severity: 'error',
  rule: 'not a valid name of a job',
  fix: 'use a-z, 0-9 and "-", with a letter or digit at both ends',
  source: NAMES_OF_JOBS,
  find({ model: { jobName } }, report) {
    if (!isDnsLabel(jobName)) {
      report('jobName', jobName);
    }
  },
});

export const JOB_NAME_TOO_LONG = sessionJobRule({
  id: 'FLK-JOB-48',
  severity: 'error',
  rule: '{name} has {length} characters of at most {most}',
  fix: 'shorten it',
  source: NAMES_OF_JOBS,
  find({ model: { clusterName, jobName }, traits }, report) {
    // The resource of the operator has the name of the job itself.
    const name = traits.submitsJobs ? `${clusterName}-${jobName}` : jobName;
    if (isDnsLabel(jobName) && name.length > LONGEST_NAME) {
      report('jobName', jobName, { name, length: name.length, most: LONGEST_NAME });
    }
  },
});

export const JOB_ON_APPLICATION_CLUSTER = sessionJobRule({
  id: 'FLK-JOB-16',
  severity: 'error',
  rule: '{clusterName} is an application cluster, which only runs its own job',
  fix: 'use a FlinkSessionCluster, or move the job to the application',
  source: Sources.FLINK,
  find({ model: { clusterName }, cluster }, report) {
    if (cluster?.job !== undefined) {
      report('cluster', undefined, { clusterName });
    }
  },
});

export const FIXED_JOB_ID = sessionJobRule({
  id: 'FLK-JOB-18',
  severity: 'error',
  rule: 'Flink rejects the id of a job that has ended, so the ids of a session job derive from its name',
  fix: 'remove jobId',
  source: 'Flink: DuplicateJobSubmissionException',
  find({ model: { job } }, report) {
    if (job.jobId !== undefined) {
      report('job.jobId', job.jobId);
    }
  },
});

export const LAST_STATE_WITHOUT_OPERATOR = sessionJobRule({
  id: 'FLK-JOB-45',
  severity: 'error',
  rule: 'only the operator finds the last checkpoint of a job on a session cluster',
  fix: 'write UpgradeMode.SAVEPOINT',
  source: Sources.FLINK,
  find({ model: { job } }, report) {
    if (job.upgradeMode === 'last-state') {
      report('job.upgradeMode', job.upgradeMode);
    }
  },
});

export const NO_SAVEPOINT_DIRECTORY = sessionJobRule({
  id: 'FLK-JOB-20',
  severity: 'error',
  rule: 'the cluster has no savepoint directory',
  fix: 'set state.savepoints.dir in its configuration, or write UpgradeMode.STATELESS or UpgradeMode.FAIL',
  source: Sources.FLINK,
  find({ model: { job }, cluster }, report) {
    if (job.upgradeMode === 'savepoint' && cluster !== undefined && !hasSavepointDirectory(cluster)) {
      report('job.upgradeMode', job.upgradeMode);
    }
  },
});

/** Reported by operator mode, which writes no resource for such a job. */
export const REFUSED_UPGRADE_IN_OPERATOR_MODE = defineRule({
  id: 'FLK-JOB-46',
  severity: 'error',
  rule: 'the operator cannot refuse a change of a job',
  fix: 'use another upgrade mode',
  source: 'Flink Kubernetes Operator',
});

const inSessionJob = (rule: Check<JobContext>): Check<SessionJobContext> => checkIn(rule, ofSessionJob);

/** Rules about every job on a session cluster, before and after those about its submission. */
const FIRST_RULES: readonly Check<SessionJobContext>[] = [
  INVALID_JOB_NAME,
  JOB_NAME_TOO_LONG,
  JOB_ON_APPLICATION_CLUSTER,
  FIXED_JOB_ID,
  ...[MORE_SUBTASKS_THAN_SLOTS, UNVERIFIED_JAR].map(inSessionJob),
];
const LAST_RULES: readonly Check<SessionJobContext>[] = CLAIM_MODE_RULES.map(inSessionJob);

/** Rules about a job that a Job of this library submits. */
const SUBMISSION_RULES: readonly Check<SessionJobContext>[] = [
  ...[...JAR_RULES, ...SCRIPT_RULES].map(inSessionJob),
  LAST_STATE_WITHOUT_OPERATOR,
  NO_SAVEPOINT_DIRECTORY,
  inSessionJob(UNDEFINED_VARIABLE),
];

/** Every rule about a job on a session cluster in a mode, in the order in which they are checked. */
export function sessionJobRules({ submitsJobs }: ModeTraits): readonly Check<SessionJobContext>[] {
  return [...FIRST_RULES, ...(submitsJobs ? SUBMISSION_RULES : []), ...LAST_RULES];
}

/** Checks a job on a session cluster against every rule that needs no pod. */
export function checkSessionJobRules(context: SessionJobContext, reportOn: ReportOn): void {
  sessionJobRules(context.traits).forEach((rule) => runCheck(rule, context, reportOn));
}

function ofSessionJob({ model, cluster, traits }: SessionJobContext): JobContext {
  const { job, submission, version } = model;
  const { image, override, template } = submission;
  return {
    job,
    version,
    traits,
    isApplication: false,
    hasOwnImage: image !== version.defaultImage,
    program: {
      owner: 'the pod that submits',
      properties: 'env or envValues of pod',
      variables: () => variablesOf(template.main, override),
    },
    // An application cluster is an error of its own.
    cluster: cluster?.job === undefined ? cluster : undefined,
  };
}

/** Whether a cluster has a savepoint directory. The option has two names. */
export function hasSavepointDirectory({ options }: ClusterModel): boolean {
  return ['state.savepoints.dir', 'execution.checkpointing.savepoint-dir'].some(
    (key) => options.get(key) !== undefined,
  );
}
