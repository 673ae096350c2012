import { ArtifactFeature } from './artifact-contribution';
import { type ArtifactSource, artifactModel, programOf } from './artifact-source';
import { type FlinkJob } from './flink-job';
import { type JobArtifact } from './job-artifact';
import { readArtifact } from './read-artifact';
import { writingJobs } from './sql-statements';
import { type FlinkVersion } from '../configuration/flink-version';
import { type JobModel } from '../model/job-model';
import { type IFlinkFeature } from '../props/contribution';
import { type FlinkSavepoint, type JobNonces, JobState, SavepointClaimMode, UpgradeMode } from '../props/job-options';
import { matching } from '../readers/pattern-reader';
import {
  type Fields,
  boolean,
  instanceLike,
  integer,
  list,
  oneOf,
  type Reader,
  readStruct,
  requiring,
  string,
  struct,
} from '../readers/reader';
import { wrongType } from '../readers/type-rules';
import { type Report } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

export const INVALID_CLASS_NAME = defineRule({
  id: 'FLK-JOB-01',
  severity: 'error',
  rule: 'not a valid name of a Java class',
  fix: 'write the full name, such as com.example.StreamingJob, with $ before a nested class',
  source: 'Java: class names',
});

export const INVALID_JOB_ID = defineRule({
  id: 'FLK-JOB-03',
  severity: 'error',
  rule: 'not a valid job id',
  fix: 'write 32 hexadecimal digits in lower case, or remove it',
  source: 'Flink: JobID',
});

export const INVALID_SAVEPOINT_PATH = defineRule({
  id: 'FLK-JOB-06',
  severity: 'error',
  rule: 'not a valid path of a savepoint: it needs the scheme of a file system, and cannot be the root',
  fix: 'write s3://bucket/savepoints/savepoint-1 or file:///volume/savepoint-1',
  source: 'Flink: file systems',
});

export const ENTRY_CLASS_OF_SCRIPT = defineRule({
  id: 'FLK-JOB-10',
  severity: 'error',
  rule: 'the class that runs a {kind} artifact is fixed',
  fix: 'remove entryClass',
  source: Sources.FLINK,
});

export const SEVERAL_JOBS_IN_SCRIPT = defineRule({
  id: 'FLK-JOB-23',
  severity: 'error',
  rule: 'the script starts {jobs} jobs, but a job on a session cluster has one id',
  fix: 'write EXECUTE STATEMENT SET BEGIN … END; around them, or create a FlinkSessionJob for each',
  source: 'Flink: DuplicateJobSubmissionException',
});

/** A job, and the feature that adds its artifact to the pods. */
export interface JobRead {
  readonly model: JobModel;
  readonly feature: IFlinkFeature;
}

/** What runs a job. */
export interface JobTarget {
  readonly version: FlinkVersion;
  /** Name of a job that is submitted to a session cluster by a Job; absent for other jobs. */
  readonly submittedAs?: string;
}

const SAVEPOINT: Fields<FlinkSavepoint> = {
  path: matching(/^[A-Za-z][A-Za-z0-9+.-]*:(?:\/\/[^/\s]*)?\/(?!\/)[^\s]*[^\s/]\/?$/, INVALID_SAVEPOINT_PATH),
  allowNonRestoredState: boolean,
  claimMode: oneOf(Object.values(SavepointClaimMode)),
};

const nonce = integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

const FIELDS: Fields<FlinkJob> = {
  artifact: instanceLike<JobArtifact>(
    'a JobArtifact, such as JobArtifact.inImage("local:///opt/flink/usrlib/job.jar")',
    '_source',
  ),
  entryClass: matching(/^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u, INVALID_CLASS_NAME),
  args: list(argument),
  parallelism: integer(1, 32_768),
  savepoint: struct<FlinkSavepoint>(SAVEPOINT, ['path']),
  jobId: matching(/^[0-9a-f]{32}$/, INVALID_JOB_ID),
  state: oneOf(Object.values(JobState)),
  upgradeMode: oneOf(Object.values(UpgradeMode)),
  nonces: struct<JobNonces>({
    savepointTrigger: nonce,
    checkpointTrigger: nonce,
    savepointRedeploy: nonce,
    autoscalerReset: nonce,
  }),
};

/** Reads the property `job`. `undefined` if its artifact is unusable. */
export function readJob(value: unknown, target: JobTarget, report: Report): JobRead | undefined {
  const { artifact, ...job } = readStruct<FlinkJob>(value, requiring(FIELDS, 'artifact'), 'job', report);
  const source = artifact && readArtifact(artifact._source, 'job.artifact', report);
  if (source === undefined) {
    return undefined;
  }
  const { version, submittedAs } = target;
  const program = programOf(source, version);
  checkSingleJob(source, target, report);
  if (program.entryClass !== undefined && job.entryClass !== undefined) {
    report(ENTRY_CLASS_OF_SCRIPT, 'job.entryClass', job.entryClass, { kind: source.kind });
  }
  return {
    feature: new ArtifactFeature(source, submittedAs),
    model: {
      ...job,
      artifact: artifactModel(source, submittedAs !== undefined),
      entryClass: program.entryClass ?? job.entryClass,
      args: [...program.args, ...(job.args ?? [])],
      scriptArgs: program.args.length,
      state: job.state ?? JobState.RUNNING,
    },
  };
}

/** The SQL client gives all jobs of a script the same id. */
function checkSingleJob(source: ArtifactSource, { submittedAs }: JobTarget, report: Report): void {
  if (source.kind === 'sql' && source.options.runner === undefined && submittedAs !== undefined) {
    const jobs = writingJobs(source.script);
    if (jobs > 1) {
      report(SEVERAL_JOBS_IN_SCRIPT, 'job.artifact.script', undefined, { jobs });
    }
  }
}

/** A string that can be an argument of a process, and can be written to YAML. */
function argument(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  return typeof value === 'string' && /\0|\p{Surrogate}/u.test(value)
    ? wrongType('a string without NUL and unpaired surrogates, such as valid UTF-8', value, property, report)
    : string(value, property, report);
}
