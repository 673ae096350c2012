import { checkArtifact } from './artifact-checks';
import { checkClaimMode, checkParallelism } from './job-checks';
import { references } from '../kubernetes/expansion';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { isDnsLabel } from '../kubernetes/names';
import { type ClusterModel } from '../model/cluster-model';
import { type SessionJobModel } from '../model/session-job-model';
import { type Mode } from '../model/step-decorator';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** The cluster of a job: its mode, and its model where it is made in this app. */
interface Host {
  readonly mode: { readonly name: string };
  readonly model?: ClusterModel;
}

const LONGEST_NAME = 63;

/** Every rule about a job on a session cluster. */
export function checkSessionJob(model: SessionJobModel, { mode, model: cluster }: Host, report: Report): void {
  const { clusterName, jobName, job, version } = model;
  // The operator's resource has the job's name, and derives no other from it.
  const name = mode.name === 'operator' ? jobName : `${clusterName}-${jobName}`;
  if (!isDnsLabel(jobName)) {
    report(RULES['FLK-JOB-17'], 'jobName', jobName, {
      problem: 'it is no name of a job',
      fix: 'use a-z, 0-9 and "-", a letter or digit at both ends',
    });
  } else if (name.length > LONGEST_NAME) {
    report(RULES['FLK-JOB-17'], 'jobName', jobName, {
      problem: `${name} has ${name.length} characters of at most ${LONGEST_NAME}`,
      fix: 'shorten it',
    });
  }
  if (cluster?.job !== undefined) {
    report(RULES['FLK-JOB-16'], 'cluster', undefined, { clusterName });
  }
  if (job.jobId !== undefined) {
    report(RULES['FLK-JOB-18'], 'job.jobId', job.jobId);
  }
  if (mode.name === 'standalone' && cluster !== undefined && cluster.job === undefined) {
    checkParallelism(job.parallelism, cluster, report);
  }
  if ((mode.name as Mode['name']) !== 'operator') {
    checkSubmission(model, cluster, report);
  }
  checkClaimMode(job.savepoint?.claimMode, version, undefined, report);
}

/** Whether a savepoint has a place to go; the option has two names. */
export function hasSavepointDirectory({ options }: ClusterModel): boolean {
  return ['state.savepoints.dir', 'execution.checkpointing.savepoint-dir'].some(
    (key) => options.get(key) !== undefined,
  );
}

/** What the Job that submits cannot do. */
function checkSubmission(model: SessionJobModel, cluster: ClusterModel | undefined, report: Report): void {
  const {
    job,
    submission: { template, image, override },
    version,
  } = model;
  checkArtifact(job, { version, hasOwnImage: image !== version.defaultImage }, report);
  if (job.upgradeMode === 'last-state') {
    report(RULES['FLK-JOB-12'], 'job.upgradeMode', job.upgradeMode, {
      problem: 'nobody but the operator finds the last checkpoint of a job',
      fix: 'write UpgradeMode.SAVEPOINT',
    });
  }
  if (job.upgradeMode === 'savepoint' && cluster !== undefined && !hasSavepointDirectory(cluster)) {
    report(RULES['FLK-JOB-20'], 'job.upgradeMode', job.upgradeMode);
  }
  const variables = new Set(((template.main.env ?? []) as ManifestJson[]).map(({ name }) => name as unknown));
  for (const name of new Set(job.args.flatMap(references))) {
    if (!variables.has(name) && template.main.envFrom === undefined && override === undefined) {
      report(RULES['FLK-JOB-07'], 'job.args', `$(${name})`, {
        problem: 'the pod that submits has no such variable, and the program would get the reference itself',
        fix: 'define it by env or envValues of pod, or correct the name',
      });
    }
  }
}
