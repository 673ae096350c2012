import { ArtifactFeature } from './artifact-contribution';
import { type ArtifactSource, artifactModel, programOf } from './artifact-source';
import { type FlinkJob } from './flink-job';
import {
  type ArtifactVolume,
  type HttpArtifactOptions,
  type JobArtifact,
  type PythonArtifactOptions,
  type SqlArtifactOptions,
} from './job-artifact';
import { writingJobs } from './sql-statements';
import { type FlinkVersion } from '../configuration/flink-version';
import { isMountPath } from '../kubernetes/paths';
import { type JobModel } from '../model/job-model';
import { type IFlinkFeature } from '../props/contribution';
import { type FlinkSavepoint, type JobNonces, JobState, SavepointClaimMode, UpgradeMode } from '../props/job-options';
import { flinkFile } from '../readers/file-reader';
import { manifestJson } from '../readers/json-reader';
import {
  type AnyFields,
  type Fields,
  boolean,
  instanceLike,
  integer,
  join,
  list,
  nonEmptyString,
  oneOf,
  type Reader,
  readStruct,
  struct,
  string,
} from '../readers/reader';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';
import { isSensitive } from '../validation/show';

/** What was read of a job, and how its artifact comes into the pods. */
export interface JobRead {
  readonly model: JobModel;
  readonly feature: IFlinkFeature;
}

const SAVEPOINT: Fields<FlinkSavepoint> = {
  path: grammar(/^[A-Za-z][A-Za-z0-9+.-]*:(?:\/\/[^/\s]*)?\/(?!\/)[^\s]*[^\s/]\/?$/, RULES['FLK-JOB-06']),
  allowNonRestoredState: boolean,
  claimMode: oneOf(Object.values(SavepointClaimMode)),
};

const nonce = integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

const FIELDS: Fields<FlinkJob> = {
  artifact: instanceLike<JobArtifact>(
    'a JobArtifact, such as JobArtifact.inImage("local:///opt/flink/usrlib/job.jar")',
    '_source',
  ),
  entryClass: grammar(/^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u, RULES['FLK-JOB-01']),
  args: list(argument),
  parallelism: integer(1, 32_768),
  savepoint: struct<FlinkSavepoint>(SAVEPOINT, ['path']),
  jobId: grammar(/^[0-9a-f]{32}$/, RULES['FLK-JOB-03']),
  state: oneOf(Object.values(JobState)),
  upgradeMode: oneOf(Object.values(UpgradeMode)),
  nonces: struct<JobNonces>({
    savepointTrigger: nonce,
    checkpointTrigger: nonce,
    savepointRedeploy: nonce,
    autoscalerReset: nonce,
  }),
};

/**
 * Reads a job as given by a caller of any language; `undefined` where its artifact is of no use.
 *
 * @param jobName The job on a session cluster, where it is one
 */
export function readJob(
  value: unknown,
  property: string,
  version: FlinkVersion,
  report: Report,
  jobName?: string,
): JobRead | undefined {
  const { artifact, ...job } = readStruct<FlinkJob>(value, FIELDS, property, report, ['artifact']);
  const source =
    artifact === undefined ? undefined : readArtifact(artifact._source, join(property, 'artifact'), report);
  if (source === undefined) {
    return undefined;
  }
  const program = programOf(source, version);
  const jobs =
    source.kind === 'sql' && source.options.runner === undefined && jobName !== undefined
      ? writingJobs(source.script)
      : 0;
  if (jobs > 1) {
    report(RULES['FLK-JOB-23'], join(property, 'artifact.script'), undefined, { jobs });
  }
  if (program.entryClass !== undefined && job.entryClass !== undefined) {
    report(RULES['FLK-JOB-10'], join(property, 'entryClass'), job.entryClass, { kind: source.kind });
  }
  return {
    feature: new ArtifactFeature(source, jobName),
    model: {
      ...job,
      artifact: artifactModel(source, jobName !== undefined),
      entryClass: program.entryClass ?? job.entryClass,
      args: [...program.args, ...(job.args ?? [])],
      scriptArgs: program.args.length,
      state: job.state ?? JobState.RUNNING,
    },
  };
}

const VOLUME: Fields<ArtifactVolume> = {
  claim: instanceLike('a PersistentVolumeClaim', 'name'),
  volume: manifestJson,
  subPath: nonEmptyString,
};
const HTTP: Fields<HttpArtifactOptions> = {
  sha256: grammar(/^[0-9a-fA-F]{64}$/, RULES['FLK-JOB-19']),
  image: nonEmptyString,
};
const PYTHON: Fields<PythonArtifactOptions> = { files: list(nonEmptyString), executable: nonEmptyString };
const SQL: Fields<SqlArtifactOptions> = { runner: nonEmptyString };

const jar = grammar(/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\s\\:?#%,]+\.jar$/, RULES['FLK-JOB-08']);
const folder: Reader<string> = (value, property, report) => {
  if (typeof value === 'string' && isMountPath(value) && value !== '/') {
    return value;
  }
  report(RULES['FLK-VOL-04'], property, value);
  return undefined;
};
const program = grammar(/^\/(?!.*(?:^|\/)\.\.(?:\/|$))[^\s]+\.py$/, RULES['FLK-JOB-09']);

/** The fields of each kind of artifact, those that it cannot do without marked. */
const ARTIFACTS = {
  inImage: { fields: { uri: nonEmptyString }, required: ['uri'] },
  hostPath: { fields: { path: folder, jar }, required: ['path', 'jar'] },
  volume: { fields: { volume: artifactVolume, jar }, required: ['volume', 'jar'] },
  http: { fields: { url, options: struct<HttpArtifactOptions>(HTTP) }, required: ['url', 'options'] },
  fileSystem: { fields: { uri: fileSystemUri }, required: ['uri'] },
  python: {
    fields: { path: program, file: flinkFile, options: struct<PythonArtifactOptions>(PYTHON) },
    required: ['options'],
  },
  sql: { fields: { script: sqlScript, options: struct<SqlArtifactOptions>(SQL) }, required: ['script', 'options'] },
} as const;

/** Factories take what they are given; it is read here, where there is somebody to report to. */
function readArtifact(given: ArtifactSource, property: string, report: Report): ArtifactSource | undefined {
  const { kind, ...rest } = given;
  if (!Object.hasOwn(ARTIFACTS, kind)) {
    report(RULES['FLK-TYPE-02'], property, given, { expected: 'made by a factory of JobArtifact' });
    return undefined;
  }
  const { fields, required } = ARTIFACTS[kind] as { fields: AnyFields; required: readonly string[] };
  const read = readStruct<{ [field: string]: unknown }>(rest, fields, property, report, [...required]);
  const isWhole =
    required.every((field) => read[field] !== undefined) &&
    (kind !== 'python' || (read.path ?? read.file) !== undefined);
  return isWhole ? ({ kind, ...read } as unknown as ArtifactSource) : undefined;
}

/** What can be an argument of a process, and stand in YAML. */
function argument(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  if (typeof value === 'string' && /\0|\p{Surrogate}/u.test(value)) {
    report(RULES['FLK-TYPE-02'], property, value, { expected: 'a text without NUL and without halves of characters' });
    return undefined;
  }
  return string(value, property, report);
}

/** Comments and semicolons alone are no program. */
function sqlScript(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  const given = nonEmptyString(value, property, report);
  if (given !== undefined && given.replace(/--[^\n]*|\/\*[^]*?\*\//g, '').replace(/[;\s]/g, '') === '') {
    report(RULES['FLK-TYPE-02'], property, given, { expected: 'a text with a statement of SQL' });
    return undefined;
  }
  return given;
}

function artifactVolume(...[value, property, report]: Parameters<Reader<ArtifactVolume>>): ArtifactVolume | undefined {
  const read = struct<ArtifactVolume>(VOLUME)(value, property, report);
  if (read !== undefined && (read.claim === undefined) === (read.volume === undefined)) {
    report(RULES['FLK-TYPE-02'], property, value, { expected: 'exactly one of claim and volume' });
    return undefined;
  }
  return read;
}

function url(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  const parsed = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  const isSecret = parsed !== undefined && holdsCredentials(parsed);
  const problem =
    parsed === undefined || !['http:', 'https:'].includes(parsed.protocol) || /\s/.test(value as string)
      ? 'it is no http:// or https:// URL'
      : isSecret
        ? 'it holds credentials, which everybody can read who can read the pods'
        : /^[A-Za-z0-9][\w.-]*\.jar$/.test(parsed.pathname.split('/').pop()!)
          ? undefined
          : 'its path does not end with the name of a jar';
  if (problem !== undefined) {
    report(RULES['FLK-JOB-02'], property, isSecret ? undefined : value, {
      problem,
      fix: 'write https://repository.example.com/path/job-1.0.jar',
    });
    return undefined;
  }
  return value as string;
}

/** A user before the host, a token among the parameters, or the signature of a store, which ends before the job does. */
function holdsCredentials({ username, password, searchParams }: URL): boolean {
  return (
    username !== '' ||
    password !== '' ||
    [...searchParams.keys()].some((name) => isSensitive(name) || /(?:^|-)sig(?:nature)?$/i.test(name))
  );
}

/** A file system of Azure has a container before its account, so that "@" alone is no sign of a password. */
function fileSystemUri(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  const [, scheme, rest] =
    typeof value === 'string' ? (/^([a-z][a-z0-9+.-]*):\/\/(\S*[^/\s]\.jar)$/.exec(value) ?? []) : [];
  const hasPassword = rest !== undefined && /^[^/]*:[^/]*@/.test(rest);
  const problem =
    rest === undefined
      ? 'it is no URI of a jar in a file system'
      : hasPassword
        ? 'it holds credentials, which everybody can read who can read the pods'
        : undefined;
  const factory = scheme === 'local' ? 'inImage' : scheme === 'http' || scheme === 'https' ? 'http' : undefined;
  if (problem !== undefined || factory !== undefined) {
    const fix = factory === undefined ? 'write s3://bucket/path/job-1.0.jar' : `use JobArtifact.${factory}()`;
    report(RULES['FLK-JOB-02'], property, hasPassword ? undefined : value, {
      problem: problem ?? "it is in no file system of Flink's",
      fix,
    });
    return undefined;
  }
  return value as string;
}

function grammar(pattern: RegExp, rule: Parameters<Report>[0]): Reader<string> {
  return (value, property, report) => {
    if (typeof value === 'string' && pattern.test(value)) {
      return value;
    }
    if (typeof value === 'string') {
      report(rule, property, value);
    } else {
      report(RULES['FLK-TYPE-02'], property, value, { expected: 'a text' });
    }
    return undefined;
  };
}
