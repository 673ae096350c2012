import { type FlinkFile } from '../props/flink-file';
import { credentialProperties } from '../validation/credentials';
import { type Report } from '../validation/problem';
import { defineRule } from '../validation/rule';

const HADOOP = 'Hadoop configuration';

export const INVALID_HADOOP_FILE = defineRule({
  id: 'FLK-HADOOP-02',
  severity: 'error',
  rule: 'not a valid Hadoop configuration: {problem}',
  fix: 'use well-formed XML with <configuration> around the properties',
  source: HADOOP,
});

export const CREDENTIAL_IN_HADOOP_FILE = defineRule({
  id: 'FLK-HADOOP-03',
  severity: 'error',
  rule: '{name} looks like a credential, and anyone who can read the ConfigMap could read it',
  fix: 'use a Hadoop credential provider, or the identity of the pods',
  source: HADOOP,
});

/** Comments, processing instructions, CDATA and tags, and "<" if it starts none of them. */
const MARKUP = new RegExp(
  [
    /<!--[\s\S]*?-->/,
    /<\?[\s\S]*?\?>/,
    /<!\[CDATA\[[\s\S]*?\]\]>/,
    /<!DOCTYPE[^>]*>/,
    /<(\/?)([A-Za-z_][\w.:-]*)(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/,
    /</,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Whether the file is a Hadoop configuration without credentials. */
export function isHadoopConfiguration(file: FlinkFile, property: string, report: Report): boolean {
  const problem = file._text === undefined ? 'it is not UTF-8' : xmlProblem(file._text);
  if (problem !== undefined) {
    report(INVALID_HADOOP_FILE, property, file.name, { problem });
    return false;
  }
  const credentials = credentialProperties(file._text!);
  credentials.forEach((name) => report(CREDENTIAL_IN_HADOOP_FILE, property, file.name, { name }));
  return credentials.length === 0;
}

/** Why this is not well-formed XML with the root `configuration`. */
export function xmlProblem(text: string): string | undefined {
  const open: string[] = [];
  let roots = 0;
  for (const [markup, closing, name, empty] of text.matchAll(MARKUP)) {
    if (markup === '<') {
      return 'a "<" starts no tag';
    }
    if (name === undefined) {
      continue;
    }
    if (closing === '/') {
      const opened = open.pop();
      if (opened !== name) {
        return opened === undefined ? `</${name}> closes nothing` : `<${opened}> is closed by </${name}>`;
      }
    } else {
      if (open.length === 0 && (roots++ > 0 || name !== 'configuration')) {
        return `its root is <${name}>`;
      }
      if (empty === '') {
        open.push(name);
      }
    }
  }
  if (open.length > 0) {
    return `<${open.pop()}> is not closed`;
  }
  return roots === 0 ? 'it has no element' : undefined;
}
