import { instanceLike, type Reader } from './reader';
import { type FlinkFile } from '../props/flink-file';
import { RULES } from '../validation/rules';

const file = instanceLike<FlinkFile>('a FlinkFile, such as FlinkFile.fromText(…) or .fromPath(…)', 'name');

/** Reads a file; one that could not be read from disk is told here, where it is given to something. */
export const flinkFile: Reader<FlinkFile> = (value, property, report) => {
  const read = file(value, property, report);
  if (read === undefined) {
    return undefined;
  }
  if (typeof read.name !== 'string') {
    report(RULES['FLK-FILE-01'], property, read.name);
    return undefined;
  }
  if (read._problem === undefined) {
    return read;
  }
  report(RULES['FLK-FILE-06'], property, read.name, { problem: read._problem });
  return undefined;
};
