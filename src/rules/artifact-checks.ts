import { type FlinkVersion } from '../configuration/flink-version';
import { type ArtifactModel, type JobModel } from '../model/job-model';
import { USER_LIB } from '../model/job-paths';
import { type Mode } from '../model/step-decorator';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

type Wrong = (problem: string, fix: string, got?: string) => void;

/** Who runs an artifact, and with what. */
interface Runner {
  readonly version: FlinkVersion;
  /** The mode of an application; absent where a Job submits to a session cluster. */
  readonly mode?: Mode['name'];
  /** Whether the image is not the official one. */
  readonly hasOwnImage: boolean;
}

/** What this release of Flink, in this mode, can run; what it cannot is told with what it can. */
export function checkArtifact({ artifact }: JobModel, { version, mode, hasOwnImage }: Runner, report: Report): void {
  const { kind, jar, sha256 } = artifact;
  const wrong: Wrong = (problem, fix, got) => report(RULES['FLK-JOB-02'], 'job.artifact', got, { problem, fix });
  const fetches = version._isAtLeast('1.19');
  if (kind === 'http' && sha256 === undefined) {
    if (mode !== undefined && !fetches) {
      wrong(
        `Flink ${version.releaseLine} cannot fetch a jar, which came with 1.19`,
        'give sha256, and an init container fetches it',
        jar,
      );
    } else if (jar?.startsWith('http://')) {
      report(RULES['FLK-JOB-15'], 'job.artifact', jar);
    }
  }
  if (kind === 'fileSystem' && mode === undefined) {
    wrong('the Job that submits reads no file system', 'use JobArtifact.http(), or DeploymentMode.operator()', jar);
  } else if (kind === 'fileSystem' && !fetches) {
    wrong(
      `Flink ${version.releaseLine} cannot fetch a jar, which came with 1.19`,
      'use JobArtifact.http() with sha256, and an init container fetches it',
      jar,
    );
  }
  if (kind === 'python' && !hasOwnImage) {
    wrong('the official image has no Python', 'set image to one with Python and PyFlink');
  }
  if (kind === 'sql' && jar === undefined) {
    checkSql(version, mode, wrong);
  }
  if (kind === 'inImage' || kind === 'sql') {
    checkJar(artifact, !fetches && mode === 'standalone', wrong);
  }
}

function checkSql(version: FlinkVersion, mode: Mode['name'] | undefined, wrong: Wrong): void {
  if (mode !== undefined && !version._isAtLeast('2.0')) {
    wrong(
      `Flink ${version.releaseLine} runs no script as an application, which came with 2.0`,
      'give runner, or use a FlinkSessionJob',
    );
  } else if (!version._isAtLeast('1.18')) {
    wrong(`the SQL client of Flink ${version.releaseLine} takes no options, which came with 1.18`, 'give runner');
  }
}

function checkJar({ jar }: ArtifactModel, onClassPath: boolean, wrong: Wrong): void {
  if (jar === undefined) {
    return;
  }
  const [, scheme, rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(jar) ?? [];
  const path = /^(?:\/\/)?(\/[^?#\s]*\.jar)$/.exec(rest)?.[1];
  const suggestion = /[^/\s]+\.jar$/.exec(jar)?.[0] ?? 'job.jar';
  if (scheme === 'http' || scheme === 'https') {
    wrong('the image holds no URL', `use JobArtifact.http("${jar}")`, jar);
  } else if (scheme !== 'local' || path === undefined || !rest.startsWith('///') || path.split('/').includes('..')) {
    wrong(
      'it is no URI of a jar in the image: that has the scheme local, no host, and an absolute path that ends with .jar',
      `write local://${USER_LIB}/${suggestion}`,
      jar,
    );
  } else if (onClassPath && !path.startsWith(`${USER_LIB}/`)) {
    wrong(
      `up to Flink 1.18 a standalone application finds jars below ${USER_LIB} alone`,
      `put it there, as local://${USER_LIB}/${suggestion}, or use Flink 1.19`,
      jar,
    );
  }
}
