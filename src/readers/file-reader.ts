import { instanceLike, type Reader } from './reader';
import { type FlinkFile } from '../props/flink-file';
import { type Report } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

export const INVALID_FILE_NAME = defineRule({
  id: 'FLK-FILE-01',
  severity: 'error',
  rule: 'not a valid file name in a ConfigMap',
  fix: 'use at most 253 letters, digits, ".", "-" and "_"',
  source: Sources.KUBERNETES,
});

export const NO_SUCH_FILE = defineRule({
  id: 'FLK-FILE-06',
  severity: 'error',
  rule: 'there is no file {path}',
  fix: 'use the path of an existing file, relative to the working directory of the synthesis',
  source: Sources.LIBRARY,
});

export const NOT_A_REGULAR_FILE = defineRule({
  id: 'FLK-FILE-08',
  severity: 'error',
  rule: '{path} is a {type}, not a regular file',
  fix: 'use the path of a regular file',
  source: Sources.LIBRARY,
});

export const FILE_TOO_LARGE = defineRule({
  id: 'FLK-FILE-09',
  severity: 'error',
  rule: '{path} has {size} bytes, and a ConfigMap or Secret can contain at most 1048576',
  fix: 'put large files into the image or on a volume',
  source: Sources.KUBERNETES,
});

export const UNREADABLE_FILE = defineRule({
  id: 'FLK-FILE-10',
  severity: 'error',
  rule: '{path} cannot be read ({code})',
  fix: 'use the path of a file that the synthesis can read',
  source: Sources.LIBRARY,
});

export const PATH_NOT_A_STRING = defineRule({
  id: 'FLK-FILE-11',
  severity: 'error',
  rule: 'the path of the file is not a string',
  fix: 'call FlinkFile.fromPath with a path such as conf/log4j.properties',
  source: Sources.LIBRARY,
});

const file = instanceLike<FlinkFile>('a FlinkFile, such as FlinkFile.fromText(…) or .fromPath(…)', 'name');

/** Reads a file. A file on disk that could not be read is reported where it is used. */
export const flinkFile: Reader<FlinkFile> = (value, property, report) => {
  const read = file(value, property, report);
  if (read === undefined) {
    return undefined;
  }
  if (typeof read.name !== 'string') {
    report(INVALID_FILE_NAME, property, read.name);
    return undefined;
  }
  if (read._problem === undefined) {
    return read;
  }
  reportUnread(read, property, report);
  return undefined;
};

function reportUnread({ name, _problem: problem }: FlinkFile, property: string, report: Report): void {
  switch (problem?.kind) {
    case 'missing':
      return report(NO_SUCH_FILE, property, name, problem);
    case 'notRegular':
      return report(NOT_A_REGULAR_FILE, property, name, problem);
    case 'tooLarge':
      return report(FILE_TOO_LARGE, property, name, problem);
    case 'unreadable':
      return report(UNREADABLE_FILE, property, name, problem);
    default:
      return report(PATH_NOT_A_STRING, property, name);
  }
}
