import { type FlinkFile } from '../model/flink-file';
import { type Report } from '../validation/problem';
import { isSensitive } from '../validation/show';

/** Comments, processing instructions, CDATA and tags, and whatever begins like one of them and does not end. */
const MARKUP = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^>]*>|<(\/?)([A-Za-z_][\w.:-]*)(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>|</g;

/** Whether the file is a Hadoop configuration without credentials in it. */
export function isHadoopConfiguration(file: FlinkFile, property: string, report: Report): boolean {
  const problem = file._text === undefined ? 'it is no text in UTF-8' : xmlProblem(file._text);
  if (problem !== undefined) {
    report('FLK-HADOOP-02', property, file.name, { problem });
    return false;
  }
  const credentials = propertyNames(file._text!).filter(isSecretName);
  credentials.forEach((name) => report('FLK-HADOOP-03', property, file.name, { name }));
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

function propertyNames(text: string): string[] {
  return [...text.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<property>([\s\S]*?)<\/property>/g)]
    .filter(([, property]) => /<value>\s*[^<\s]/.test(property!))
    .flatMap(([, property]) => /<name>\s*([^<]*?)\s*<\/name>/.exec(property!)?.[1] ?? []);
}

/** Keys of credentials; those that hold the place of a credential, its kind or its lifetime tell nothing. */
function isSecretName(name: string): boolean {
  return isSensitive(name) && !/(?:path|file|provider|class|type|enabled|interval|lifetime|renewer|service|location|principal)$/i.test(name);
}
