import { type NativeModel } from './native-model';
import { UNREADABLE_CONFIGURATION } from './rules/client-file-rules';
import { readLegacy } from '../../configuration/dialects/read';
import { readStandardValues } from '../../configuration/dialects/read-standard';
import { type FlinkOptions, type OptionEntry } from '../../configuration/flink-options';
import { type FlinkVersion } from '../../configuration/flink-version';
import { nativeRelease } from '../../configuration/native-releases';
import { stringOf } from '../../configuration/parsing/map';
import { type ClusterModel } from '../../model/cluster-model';
import { type FlinkFile } from '../../props/flink-file';
import { type Report } from '../../validation/problem';

/** The files on the disk of Flink's client, as values. */
export interface Client {
  readonly isBare: boolean;
  /** Whether the command line sets its options for an application, in addition to those of the descriptor. */
  readonly isCommandLine: boolean;
  /** The client's configuration directory. */
  readonly confDir: readonly FlinkFile[];
  /** The client's `HADOOP_CONF_DIR`. */
  readonly hadoopConfDir: readonly FlinkFile[];
  /** Other files, by the paths that options refer to. */
  readonly files: ReadonlyMap<string, FlinkFile>;
}

const LEGACY = 'flink-conf.yaml';
const STANDARD = 'config.yaml';

/** The configuration file that a client reads, and so writes; some releases prefer `flink-conf.yaml` if it exists. */
export function configFile({ confDir }: Client, version: FlinkVersion): NativeModel['configFile'] {
  const hasLegacy = confDir.some(({ name }) => name === LEGACY) && version._can('readsLegacyFile');
  return version._usesStandardYaml && !hasLegacy
    ? { name: STANDARD, dialect: 'standard' }
    : { name: LEGACY, dialect: 'legacy' };
}

/** The options in the client's own configuration file. */
export function clientOptions(client: Client, version: FlinkVersion, report: Report): OptionEntry[] {
  const { name, dialect } = configFile(client, version);
  const text = client.confDir.find((file) => file.name === name)?._text;
  if (text === undefined) {
    return [];
  }
  const source = `the client's ${name}`;
  if (dialect === 'legacy') {
    return [...readLegacy(text)].map(([key, value]) => ({ key, value, kind: 'default', source }));
  }
  const read = readStandardValues(text);
  if ('problems' in read) {
    read.problems.forEach((detail) => report(UNREADABLE_CONFIGURATION, `mode.confDir.${name}`, undefined, { detail }));
    return [];
  }
  return [...read.options].map(([key, typed]) => ({ key, value: stringOf(typed), typed, kind: 'default', source }));
}

/** The options that the client writes into the ConfigMap. */
export function shipped({ options, version }: Pick<ClusterModel, 'options' | 'version'>): FlinkOptions {
  return options.changed([], nativeRelease(version).clientOnly);
}
