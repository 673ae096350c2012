import { type Client } from './client';
import { type NativeModeOptions } from '../../props/native-options';
import { flinkFile } from '../../readers/file-reader';
import { type Fields, boolean, list, map, readStruct } from '../../readers/reader';
import { type Problem, reporter } from '../../validation/problem';

const FIELDS: Fields<NativeModeOptions> = {
  parity: boolean,
  includeCliOptions: boolean,
  confDir: list(flinkFile),
  hadoopConfDir: list(flinkFile),
  clientFiles: map(flinkFile),
};

/** Reads the options of `DeploymentMode.native()`; every cluster in this mode reports the problems. */
export function readClient(given: unknown): { readonly client: Client; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const {
    parity = false,
    includeCliOptions = true,
    confDir = [],
    hadoopConfDir = [],
    clientFiles = {},
  } = readStruct<NativeModeOptions>(given, FIELDS, 'mode', reporter(problems, 'cluster'));
  return {
    client: {
      isBare: parity,
      isCommandLine: includeCliOptions,
      confDir,
      hadoopConfDir,
      files: new Map(Object.entries(clientFiles)),
    },
    problems,
  };
}
