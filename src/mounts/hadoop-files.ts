import { type FlinkFile } from '../props/flink-file';
import { credentialProperties } from '../validation/credentials';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** Comments, processing instructions, CDATA and tags, and whatever begins like one of them and does not end. */
const MARKUP =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^>]*>|<(\/?)([A-Za-z_][\w.:-]*)(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>|</g;

/** Whether the file is a Hadoop configuration without credentials in it. */
export function isHadoopConfiguration(file: FlinkFile, property: string, report: Report): boolean {
  const problem = file._text === undefined ? 'it is no text in UTF-8' : xmlProblem(file._text);
  if (problem !== undefined) {
    report(RULES['FLK-HADOOP-02'], property, file.name, { problem });
    return false;
  }
  const credentials = credentialProperties(file._text!);
  credentials.forEach((name) => report(RULES['FLK-HADOOP-03'], property, file.name, { name }));
  return credentials.length === 0;
}

/** What keeps a text from being well-formed XML with the root `configuration`. */
export function xmlProblem(text: string): string | undefined {
  const open: string[] = [];
  let roots = 0;
  for (const [markup, closing, name, empty] of text.matchAll(MARKUP)) {
    if (markup === '<') {
      return 'it has a "<" that begins no tag';
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
  return open.length > 0 ? `<${open.pop()}> is not closed` : roots === 0 ? 'it has no element' : undefined;
}
