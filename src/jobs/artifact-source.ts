import {
  type ArtifactVolume,
  type HttpArtifactOptions,
  type PythonArtifactOptions,
  type SqlArtifactOptions,
} from './job-artifact';
import { type FlinkVersion } from '../configuration/flink-version';
import { type ArtifactModel } from '../model/job-model';
import { SCRIPT_DIR, USER_LIB } from '../model/job-paths';
import { type FlinkFile } from '../props/flink-file';

/** The arguments of the factory method that created an artifact. */
export type ArtifactSource =
  | { readonly kind: 'inImage'; readonly uri: string }
  | { readonly kind: 'hostPath'; readonly path: string; readonly jar: string }
  | { readonly kind: 'volume'; readonly volume: ArtifactVolume; readonly jar: string }
  | { readonly kind: 'http'; readonly url: string; readonly options: HttpArtifactOptions }
  | { readonly kind: 'fileSystem'; readonly uri: string }
  | {
      readonly kind: 'python';
      readonly path?: string;
      readonly file?: FlinkFile;
      readonly options: PythonArtifactOptions;
    }
  | { readonly kind: 'sql'; readonly script: string; readonly options: SqlArtifactOptions };

/** Classes in the distribution that run scripts. */
const PYTHON_DRIVER = 'org.apache.flink.client.python.PythonDriver';
const SQL_DRIVER = 'org.apache.flink.table.runtime.application.SqlDriver';
/** File name of a SQL script in the pods. */
export const SQL_FILE = 'job.sql';

/** A program as Flink starts it: the class, and the arguments before those of the user. */
export interface Program {
  readonly entryClass?: string;
  readonly args: readonly string[];
}

/** The artifact as modes see it. */
export function artifactModel(source: ArtifactSource, isSubmitted = false): ArtifactModel {
  const { kind } = source;
  switch (kind) {
    case 'inImage':
    case 'fileSystem':
      return { kind, jar: source.uri };
    case 'hostPath':
    case 'volume':
      return { kind, jar: `local://${USER_LIB}/${source.jar}` };
    case 'http':
      return { kind, ...httpJar(source.url, source.options, isSubmitted), url: source.url };
    case 'python':
      return { kind, script: source.file === undefined ? source.path : `${SCRIPT_DIR}/${source.file.name}` };
    case 'sql':
      return { kind, jar: source.options.runner, script: `${SCRIPT_DIR}/${SQL_FILE}` };
  }
}

/** A jar is fetched into the pods before it is submitted, or to verify its checksum. Otherwise Flink fetches it. */
function httpJar(
  url: string,
  { sha256 }: HttpArtifactOptions,
  isSubmitted: boolean,
): Pick<ArtifactModel, 'jar' | 'sha256'> {
  return sha256 === undefined && !isSubmitted
    ? { jar: url }
    : { jar: `local://${USER_LIB}/${fetchedName(url)}`, sha256 };
}

/** The program that runs an artifact: a driver for scripts, and the jar itself otherwise. */
export function programOf(source: ArtifactSource, version: FlinkVersion): Program {
  const { script = '' } = artifactModel(source);
  if (source.kind === 'python') {
    const { executable, files = [] } = source.options;
    return {
      entryClass: PYTHON_DRIVER,
      args: [
        ...(executable === undefined ? [] : ['-pyclientexec', executable, '-pyexec', executable]),
        ...(files.length === 0 ? [] : ['-pyfs', files.join(',')]),
        '-py',
        script,
      ],
    };
  }
  if (source.kind === 'sql') {
    return source.options.runner !== undefined || !version._can('runsSqlApplications')
      ? { args: [script] }
      : { entryClass: SQL_DRIVER, args: ['--scriptUri', `file://${script}`] };
  }
  return { args: [] };
}

/** The file name of a jar that is fetched: the last segment of the URL's path. */
export function fetchedName(url: string): string {
  return new URL(url).pathname.split('/').pop()!;
}
