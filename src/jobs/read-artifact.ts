import { type ArtifactSource } from './artifact-source';
import { fileSystemUri, httpUrl } from './artifact-uris';
import {
  type ArtifactVolume,
  type HttpArtifactOptions,
  type PythonArtifactOptions,
  type SqlArtifactOptions,
} from './job-artifact';
import { isMountPath } from '../kubernetes/paths';
import { flinkFile } from '../readers/file-reader';
import { manifestJson } from '../readers/json-reader';
import { matching } from '../readers/pattern-reader';
import {
  type AnyFields,
  type Fields,
  instanceLike,
  list,
  nonEmptyString,
  type Reader,
  readStruct,
  requiring,
  struct,
} from '../readers/reader';
import { wrongType } from '../readers/type-rules';
import { INVALID_MOUNT_PATH } from '../readers/volume-readers';
import { type Report } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

export const INVALID_JAR_PATH = defineRule({
  id: 'FLK-JOB-08',
  severity: 'error',
  rule: 'not a valid path of a jar in the directory',
  fix: 'write a relative path that ends with .jar, without ".."',
  source: Sources.LIBRARY,
});

export const INVALID_PROGRAM_PATH = defineRule({
  id: 'FLK-JOB-09',
  severity: 'error',
  rule: 'not a valid path of a Python program in the pods',
  fix: 'write an absolute path that ends with .py, without ".."',
  source: Sources.LIBRARY,
});

export const INVALID_CHECKSUM = defineRule({
  id: 'FLK-JOB-19',
  severity: 'error',
  rule: 'not a valid SHA-256 checksum',
  fix: 'write 64 hexadecimal digits, as sha256sum prints them',
  source: 'FIPS 180-4',
});

const VOLUME: Fields<ArtifactVolume> = {
  claim: instanceLike('a PersistentVolumeClaim, such as PersistentVolumeClaim.fromClaimName(…)', 'name'),
  volume: manifestJson,
  subPath: nonEmptyString,
};
const HTTP: Fields<HttpArtifactOptions> = {
  sha256: matching(/^[0-9a-fA-F]{64}$/, INVALID_CHECKSUM),
  image: nonEmptyString,
};
const PYTHON: Fields<PythonArtifactOptions> = { files: list(nonEmptyString), executable: nonEmptyString };
const SQL: Fields<SqlArtifactOptions> = { runner: nonEmptyString };

const jar = matching(/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\s\\:?#%,]+\.jar$/, INVALID_JAR_PATH);
const program = matching(/^\/(?!.*(?:^|\/)\.\.(?:\/|$))[^\s]+\.py$/, INVALID_PROGRAM_PATH);

/** The fields of each kind of artifact, and which of them are required. */
const ARTIFACTS = {
  inImage: { fields: { uri: nonEmptyString }, required: ['uri'] },
  hostPath: { fields: { path: directory, jar }, required: ['path', 'jar'] },
  volume: { fields: { volume: artifactVolume, jar }, required: ['volume', 'jar'] },
  http: { fields: { url: httpUrl, options: struct<HttpArtifactOptions>(HTTP) }, required: ['url', 'options'] },
  fileSystem: { fields: { uri: fileSystemUri }, required: ['uri'] },
  python: {
    fields: { path: program, file: flinkFile, options: struct<PythonArtifactOptions>(PYTHON) },
    required: ['options'],
  },
  sql: { fields: { script: sqlScript, options: struct<SqlArtifactOptions>(SQL) }, required: ['script', 'options'] },
} as const;

/** Reads what a factory of `JobArtifact` was called with; factories have no report. `undefined` if it is unusable. */
export function readArtifact(given: ArtifactSource, property: string, report: Report): ArtifactSource | undefined {
  const { kind, ...rest } = given;
  if (!Object.hasOwn(ARTIFACTS, kind)) {
    return wrongType(
      'the result of a factory method, such as JobArtifact.inImage("local:///opt/flink/usrlib/job.jar")',
      given,
      property,
      report,
    );
  }
  const { fields, required } = ARTIFACTS[kind] as { fields: AnyFields; required: readonly string[] };
  const read = readStruct<{ [field: string]: unknown }>(rest, requiring(fields, ...required), property, report);
  const isComplete =
    required.every((field) => read[field] !== undefined) &&
    (kind !== 'python' || (read.path ?? read.file) !== undefined);
  return isComplete ? ({ kind, ...read } as unknown as ArtifactSource) : undefined;
}

function directory(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  if (typeof value === 'string' && isMountPath(value) && value !== '/') {
    return value;
  }
  report(INVALID_MOUNT_PATH, property, value);
  return undefined;
}

function artifactVolume(...[value, property, report]: Parameters<Reader<ArtifactVolume>>): ArtifactVolume | undefined {
  const read = struct<ArtifactVolume>(VOLUME)(value, property, report);
  if (read !== undefined && (read.claim === undefined) === (read.volume === undefined)) {
    return wrongType('exactly one of claim and volume, such as { claim }', value, property, report);
  }
  return read;
}

/** A script that contains more than comments and semicolons. */
function sqlScript(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  const given = nonEmptyString(value, property, report);
  if (given !== undefined && given.replace(/--[^\n]*|\/\*[^]*?\*\//g, '').replace(/[;\s]/g, '') === '') {
    return wrongType('a SQL script with a statement, such as INSERT INTO …', given, property, report);
  }
  return given;
}
