import { hash } from 'node:crypto';
import { clientOptions, isRunBySqlClient, programArguments } from './client-arguments';
import { optionName } from '../configuration/renamed-options';
import { literal } from '../kubernetes/expansion';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type SessionJobModel, type SubmissionVariable } from '../model/session-job-model';

/** The environment variables that `submission.sh` reads. */
export function submissionVariables(model: SessionJobModel): ManifestJson[] {
  const { job, rest, version } = model;
  const isSql = isRunBySqlClient(job);
  const values: { readonly [name in SubmissionVariable]: string | undefined } = {
    SUBMISSION_REST_ADDRESS: rest.serviceName,
    SUBMISSION_REST_PORT: String(rest.port),
    SUBMISSION_RUN_ID_PREFIX: runIdPrefix(model),
    SUBMISSION_CONTENT_HASH: contentHash(model),
    SUBMISSION_JOB_STATE: job.state,
    SUBMISSION_UPGRADE_MODE: job.upgradeMode ?? 'fail',
    // Always set: otherwise the image or `envFrom` could set it.
    SUBMISSION_SAVEPOINT: job.savepoint?.path ?? '',
    SUBMISSION_CLIENT: isSql ? 'sql-client' : 'flink',
    SUBMISSION_SAVEPOINT_OPTION: isSql ? optionName(version, 'savepointPath') : undefined,
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: literal(value) }],
  );
}

/** The start of the ids of all runs of a job: it depends on the names of cluster and job only. */
function runIdPrefix({ clusterName, jobName }: SessionJobModel): string {
  return hash('sha256', `${clusterName}/${jobName}`).slice(0, 16);
}

/** Differs between two versions of a job that must not be taken for the same. */
function contentHash(model: SessionJobModel): string {
  const { job, submission } = model;
  // Ids of running jobs would change with a new field of the artifact.
  const { url: _url, ...artifact } = job.artifact;
  const content = [programArguments(model), clientOptions(model), job.savepoint ?? null, artifact, submission.image];
  return hash('sha256', JSON.stringify(content)).slice(0, 8);
}
