import { type NativeModel } from './native-model';
import { readLegacy } from '../../configuration/dialects/read';
import { readStandardValues } from '../../configuration/dialects/read-standard';
import { type FlinkOptions, type OptionEntry } from '../../configuration/flink-options';
import { type FlinkVersion } from '../../configuration/flink-version';
import { stringOf } from '../../configuration/parsing/map';
import { type FlinkFile } from '../../props/flink-file';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';

/** What Flink's client would find on its disk, as values. */
export interface Client {
  readonly isBare: boolean;
  /** Whether the options are there that Flink's command line states for an application, and not only those of the descriptor. */
  readonly isCommandLine: boolean;
  /** The client's configuration directory. */
  readonly confDir: readonly FlinkFile[];
  /** The client's `HADOOP_CONF_DIR`. */
  readonly hadoopConfDir: readonly FlinkFile[];
  /** Other files, by the paths that options name them by. */
  readonly files: ReadonlyMap<string, FlinkFile>;
}

const LEGACY = 'flink-conf.yaml';
const STANDARD = 'config.yaml';

/** Which of the two files a client reads, and so writes: 1.19 and 1.20 prefer the old one where it is there. */
export function configFile({ confDir }: Client, version: FlinkVersion): NativeModel['configFile'] {
  const hasLegacy = confDir.some(({ name }) => name === LEGACY);
  const isStandard = version._usesStandardYaml && (version._isAtLeast('2.0') || !hasLegacy);
  return isStandard ? { name: STANDARD, dialect: 'standard' } : { name: LEGACY, dialect: 'legacy' };
}

/** The options of the client's own configuration file. */
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
    read.problems.forEach((detail) => report(RULES['FLK-NAT-02'], `mode.confDir.${name}`, undefined, { detail }));
    return [];
  }
  return [...read.options].map(([key, typed]) => ({ key, value: stringOf(typed), typed, kind: 'default', source }));
}

const ALWAYS_CLIENT_ONLY = ['kubernetes.config.file', '$internal.deployment.config-dir'];

/** The options that go into the pods. */
export function shipped(options: FlinkOptions, clientOnly: readonly string[]): FlinkOptions {
  return options.changed([], [...ALWAYS_CLIENT_ONLY, ...clientOnly]);
}
