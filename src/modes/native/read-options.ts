import { type Client } from './client';
import { type FlinkFile } from '../../model/flink-file';
import { type NativeModeOptions } from '../../model/native-options';
import { type Problem, reporter } from '../../validation/problem';
import { type Fields, flag, having, list, map, readStruct } from '../../validation/readers';

const file = having<FlinkFile>('a FlinkFile, such as FlinkFile.fromText(…)', 'name');
const FIELDS: Fields<NativeModeOptions> = {
  parity: flag,
  commandLine: flag,
  confDir: list(file),
  hadoopConfDir: list(file),
  clientFiles: map(file),
};

/** Reads what `DeploymentMode.native()` was given; what is wrong with it is told by every cluster of the mode. */
export function readClient(given: unknown): { readonly client: Client; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const { parity = false, commandLine = true, confDir = [], hadoopConfDir = [], clientFiles = {} } = readStruct<NativeModeOptions>(
    given, FIELDS, 'mode', reporter(problems, 'cluster'),
  );
  return { client: { isBare: parity, isCommandLine: commandLine, confDir, hadoopConfDir, files: new Map(Object.entries(clientFiles)) }, problems };
}
