import { type JobContext, jobRule } from './job-context';
import { firstRelease } from '../configuration/releases';
import { type ArtifactModel } from '../model/job-model';
import { USER_LIB } from '../model/job-paths';
import { type Check } from '../validation/check';
import { Sources } from '../validation/rule';

/** Rules about jars: where they are, and what fetches them. */

export const CANNOT_FETCH_JAR = jobRule({
  id: 'FLK-JOB-29',
  severity: 'error',
  rule: 'Flink {release} cannot fetch a jar, which is possible since {first}',
  fix: 'use JobArtifact.http() with sha256, so that an init container fetches it',
  source: 'Flink: user.artifacts',
  find({ job: { artifact }, version, isApplication }, report) {
    if (isApplication && isFetchedByFlink(artifact) && !version._can('fetchesArtifacts')) {
      const facts = { release: version.releaseLine, first: firstRelease('fetchesArtifacts') };
      report('job.artifact', artifact.jar, facts);
    }
  },
});

export const UNVERIFIED_JAR = jobRule({
  id: 'FLK-JOB-15',
  severity: 'warning',
  rule: 'the connection is not encrypted, so anyone on the network path can replace the jar',
  fix: 'use https://{alternative}',
  source: 'Flink: user.artifacts.raw-http-enabled',
  find({ job: { artifact }, version, traits, isApplication }, report) {
    const isFetched = !isApplication || version._can('fetchesArtifacts');
    if (isFetched && artifact.sha256 === undefined && artifact.url?.startsWith('http://')) {
      // The operator verifies nothing, and runs no init container for a job on a session cluster.
      const alternative = isApplication || traits.submitsJobs ? ', or set sha256' : '';
      report('job.artifact', artifact.url, { alternative });
    }
  },
});

export const FILE_SYSTEM_JAR_IN_SUBMISSION = jobRule({
  id: 'FLK-JOB-30',
  severity: 'error',
  rule: 'the Job that submits reads no file system of Flink',
  fix: 'use JobArtifact.http(), or DeploymentMode.operator()',
  source: Sources.LIBRARY,
  find({ job: { artifact }, isApplication }, report) {
    if (!isApplication && artifact.kind === 'fileSystem') {
      report('job.artifact', artifact.jar);
    }
  },
});

export const URL_AS_JAR_IN_IMAGE = jobRule({
  id: 'FLK-JOB-34',
  severity: 'error',
  rule: 'an image contains files, but this is a URL',
  fix: 'use JobArtifact.http("{url}")',
  source: Sources.FLINK,
  find({ job: { artifact } }, report) {
    const url = jarInImage(artifact);
    if (url !== undefined && isUrl(url)) {
      report('job.artifact', url, { url });
    }
  },
});

export const INVALID_JAR_IN_IMAGE = jobRule({
  id: 'FLK-JOB-02',
  severity: 'error',
  rule:
    'not a valid URI of a jar in the image: ' +
    'it needs the scheme local, no host, and an absolute path that ends with .jar',
  fix: 'write local://{path}',
  source: Sources.FLINK,
  find({ job: { artifact } }, report) {
    const jar = jarInImage(artifact);
    if (jar !== undefined && !isUrl(jar) && pathInImage(jar) === undefined) {
      report('job.artifact', jar, { path: inUserLib(jar) });
    }
  },
});

export const JAR_NOT_ON_CLASS_PATH = jobRule({
  id: 'FLK-JOB-35',
  severity: 'error',
  rule: 'before Flink {first} a standalone application only finds jars in {directory}',
  fix: 'copy it to {path} in the image and write local://{path}, or use Flink {first}',
  source: Sources.FLINK,
  find({ job: { artifact }, version, traits, isApplication }, report) {
    const jar = jarInImage(artifact);
    const path = jar === undefined ? undefined : pathInImage(jar);
    const needsUserLib = isApplication && traits.usesStandaloneEntryPoint && !version._can('fetchesArtifacts');
    if (path !== undefined && needsUserLib && !path.startsWith(`${USER_LIB}/`)) {
      const first = firstRelease('fetchesArtifacts');
      report('job.artifact', jar, { first, directory: USER_LIB, path: inUserLib(path) });
    }
  },
});

/** Rules about jars, in the order in which they are checked. */
export const JAR_RULES: readonly Check<JobContext>[] = [
  CANNOT_FETCH_JAR,
  FILE_SYSTEM_JAR_IN_SUBMISSION,
  URL_AS_JAR_IN_IMAGE,
  INVALID_JAR_IN_IMAGE,
  JAR_NOT_ON_CLASS_PATH,
];

function isFetchedByFlink({ kind, sha256 }: ArtifactModel): boolean {
  return kind === 'fileSystem' || (kind === 'http' && sha256 === undefined);
}

/** The URI of a jar that the image has to contain: the job itself, or what runs a SQL script. */
function jarInImage({ kind, jar }: ArtifactModel): string | undefined {
  return kind === 'inImage' || kind === 'sql' ? jar : undefined;
}

function isUrl(uri: string): boolean {
  return /^https?:/.test(uri);
}

/** The path in a valid URI of a jar in the image. */
function pathInImage(uri: string): string | undefined {
  const path = /^local:\/\/(\/[^?#\s]*\.jar)$/.exec(uri)?.[1];
  return path === undefined || path.split('/').includes('..') ? undefined : path;
}

function inUserLib(uri: string): string {
  return `${USER_LIB}/${/[^/\s]+\.jar$/.exec(uri)?.[0] ?? 'job.jar'}`;
}
