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

/** What an artifact was made from. */
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

/** Classes of the distribution that run scripts. */
const PYTHON_DRIVER = 'org.apache.flink.client.python.PythonDriver';
const SQL_DRIVER = 'org.apache.flink.table.runtime.application.SqlDriver';
export const SQL_FILE = 'job.sql';

/** A program as Flink starts it: the class and the arguments that come before the user's. */
export interface Program {
  readonly entryClass?: string;
  readonly args: readonly string[];
}

/** The artifact as modes see it; whoever submits has fetched a jar before, while an application leaves it to Flink unless a checksum is asked. */
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
      return source.options.sha256 === undefined && !isSubmitted
        ? { kind, jar: source.url }
        : { kind, jar: `local://${USER_LIB}/${fetchedName(source.url)}`, sha256: source.options.sha256 };
    case 'python':
      return { kind, script: source.file === undefined ? source.path : `${SCRIPT_DIR}/${source.file.name}` };
    case 'sql':
      return { kind, jar: source.options.runner, script: `${SCRIPT_DIR}/${SQL_FILE}` };
  }
}

/** What runs a script; jars run by themselves. */
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
    return source.options.runner !== undefined || !version._isAtLeast('2.0')
      ? { args: [script] }
      : { entryClass: SQL_DRIVER, args: ['--scriptUri', `file://${script}`] };
  }
  return { args: [] };
}

/** The last part of a URL's path: the name under which the file is kept. */
export function fetchedName(url: string): string {
  return new URL(url).pathname.split('/').pop()!;
}
