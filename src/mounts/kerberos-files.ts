import { type FlinkFile } from '../props/flink-file';
import { type Report } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

export const KEYTAB_IN_MANIFESTS = defineRule({
  id: 'FLK-SECRET-06',
  severity: 'warning',
  rule: 'the manifests, and so Git, would contain the bytes of the file',
  fix: 'refer to an existing Secret, or suppress this rule if the manifests are encrypted',
  source: Sources.LIBRARY,
});

export const INVALID_KEYTAB = defineRule({
  id: 'FLK-KRB-01',
  severity: 'error',
  rule: 'not a valid keytab: {problem}',
  fix: 'use the unchanged file from ktutil or kadmin',
  source: 'MIT keytab file format',
});

export const INVALID_KRB5_CONF = defineRule({
  id: 'FLK-KRB-02',
  severity: 'error',
  rule: 'not a valid krb5.conf: {problem}',
  fix: 'use a text file with a section [libdefaults] and with Unix line endings',
  source: 'MIT krb5.conf',
});

/** The first byte of a keytab, and the versions of its format. */
const KEYTAB = 5;
const KEYTAB_VERSIONS = [1, 2];

/**
 * Whether the file starts as a keytab does. Its entries are not checked.
 *
 * @see https://web.mit.edu/kerberos/krb5-latest/doc/formats/keytab_file_format.html
 */
export function isKeytab(file: FlinkFile, property: string, report: Report): boolean {
  const bytes =
    file._base64 === undefined ? Buffer.from(file._text ?? '', 'utf8') : Buffer.from(file._base64, 'base64');
  const problem = keytabProblem(bytes);
  if (problem !== undefined) {
    report(INVALID_KEYTAB, property, file.name, { problem });
  }
  return problem === undefined;
}

function keytabProblem(bytes: Buffer): string | undefined {
  if (bytes.length <= 2) {
    return bytes.length === 0 ? 'it is empty' : 'it has no entry';
  }
  return bytes[0] === KEYTAB && KEYTAB_VERSIONS.includes(bytes[1]!)
    ? undefined
    : 'it does not start with the bytes 05 02 or 05 01';
}

/** Whether the file can be a krb5.conf. */
export function isKrb5Conf(file: FlinkFile, property: string, report: Report): boolean {
  const problem = krb5Problem(file._text);
  if (problem !== undefined) {
    report(INVALID_KRB5_CONF, property, file.name, { problem });
  }
  return problem === undefined;
}

function krb5Problem(text: string | undefined): string | undefined {
  if (text === undefined) {
    return 'it is not UTF-8';
  }
  if (text.trim() === '') {
    return 'it is empty';
  }
  if (text.includes('\r')) {
    return 'it has Windows line endings';
  }
  return /^\s*\[libdefaults\]/m.test(text) || /^\s*include(?:dir)?\s/m.test(text)
    ? undefined
    : 'it has no section [libdefaults]';
}
