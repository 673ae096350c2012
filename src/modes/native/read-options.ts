import { type Client } from './client';
import { flinkFile } from '../../model/file-reader';
import { type NativeModeOptions } from '../../model/native-options';
import { type Problem, reporter } from '../../validation/problem';
import { type Fields, flag, list, map, readStruct } from '../../validation/readers';

const FIELDS: Fields<NativeModeOptions> = {
  parity: flag,
  commandLine: flag,
  confDir: list(flinkFile),
  hadoopConfDir: list(flinkFile),
  clientFiles: map(flinkFile),
};

/** Reads what `DeploymentMode.native()` was given; what is wrong with it is told by every cluster of the mode. */
export function readClient(given: unknown): { readonly client: Client; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const {
    parity = false,
    commandLine = true,
    confDir = [],
    hadoopConfDir = [],
    clientFiles = {},
  } = readStruct<NativeModeOptions>(given, FIELDS, 'mode', reporter(problems, 'cluster'));
  return {
    client: {
      isBare: parity,
      isCommandLine: commandLine,
      confDir,
      hadoopConfDir,
      files: new Map(Object.entries(clientFiles)),
    },
    problems,
  };
}
