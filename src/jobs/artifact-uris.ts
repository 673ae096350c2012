import { type Reader } from '../readers/reader';
import { defineRule, Sources } from '../validation/rule';
import { isSensitive } from '../validation/show';

/** Readers of the URIs from which jars are fetched. */

export const INVALID_HTTP_URL = defineRule({
  id: 'FLK-JOB-24',
  severity: 'error',
  rule: 'not a valid http:// or https:// URL',
  fix: 'write https://repository.example.com/path/job-1.0.jar',
  source: Sources.FLINK,
});

export const CREDENTIALS_IN_URI = defineRule({
  id: 'FLK-JOB-25',
  severity: 'error',
  rule: 'the URI contains credentials, and anyone who can read the pods could read them',
  fix: 'write {example}',
  source: Sources.FLINK,
});

export const URL_WITHOUT_JAR = defineRule({
  id: 'FLK-JOB-26',
  severity: 'error',
  rule: 'the path does not end with the name of a jar',
  fix: 'write https://repository.example.com/path/job-1.0.jar',
  source: Sources.FLINK,
});

export const INVALID_FILE_SYSTEM_URI = defineRule({
  id: 'FLK-JOB-27',
  severity: 'error',
  rule: 'not a valid URI of a jar in a file system',
  fix: 'write s3://bucket/path/job-1.0.jar',
  source: Sources.FLINK,
});

export const NOT_IN_FILE_SYSTEM = defineRule({
  id: 'FLK-JOB-28',
  severity: 'error',
  rule: 'not a file system of Flink',
  fix: 'use JobArtifact.{factory}()',
  source: Sources.FLINK,
});

const JAR_NAME = /^[A-Za-z0-9][\w.-]*\.jar$/;

/** The URL of a jar. A URL with credentials is not printed. */
export const httpUrl: Reader<string> = (value, property, report) => {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  const isSecret = url !== undefined && hasCredentials(url);
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || /\s/.test(value as string)) {
    report(INVALID_HTTP_URL, property, isSecret ? undefined : value);
  } else if (isSecret) {
    report(CREDENTIALS_IN_URI, property, undefined, { example: 'https://repository.example.com/path/job-1.0.jar' });
  } else if (!JAR_NAME.test(url.pathname.split('/').pop()!)) {
    report(URL_WITHOUT_JAR, property, value);
  } else {
    return value as string;
  }
  return undefined;
};

/**
 * A user before the host, a token among the parameters, or the signature of a store, which expires before the job ends.
 */
function hasCredentials({ username, password, searchParams }: URL): boolean {
  return (
    username !== '' ||
    password !== '' ||
    [...searchParams.keys()].some((name) => isSensitive(name) || /(?:^|-)sig(?:nature)?$/i.test(name))
  );
}

/** Factories of `JobArtifact` for schemes that are not file systems. */
const FACTORIES: { readonly [scheme: string]: string } = { http: 'http', https: 'http', local: 'inImage' };

/** The URI of a jar in a file system of Flink. A URI with credentials is not printed. */
export const fileSystemUri: Reader<string> = (value, property, report) => {
  const [, scheme, rest] =
    typeof value === 'string' ? (/^([a-z][a-z0-9+.-]*):\/\/(\S*[^/\s]\.jar)$/.exec(value) ?? []) : [];
  if (scheme === undefined || rest === undefined) {
    report(INVALID_FILE_SYSTEM_URI, property, value);
  } else if (/^[^/]*:[^/]*@/.test(rest)) {
    // In Azure, a container precedes "@", so that "@" without ":" is not a sign of a password.
    report(CREDENTIALS_IN_URI, property, undefined, { example: 's3://bucket/path/job-1.0.jar' });
  } else if (Object.hasOwn(FACTORIES, scheme)) {
    report(NOT_IN_FILE_SYSTEM, property, value, { factory: FACTORIES[scheme]! });
  } else {
    return value as string;
  }
  return undefined;
};
