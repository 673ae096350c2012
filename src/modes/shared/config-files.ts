import { createHash } from 'node:crypto';
import { Keys, isReadBy } from '../../configuration/keys';
import { textHazard } from '../../kubernetes/text';
import { type Wire } from '../../kubernetes/wire';
import { type ClusterModel, type Role } from '../../model/cluster-model';

/** Flink's configuration file, in the dialect of the release. */
export function configurationText({ version, options }: ClusterModel): string {
  if (version._usesStandardYaml) {
    const { writeStandard } = require('../../configuration/dialects/standard') as typeof import('../../configuration/dialects/standard');
    return writeStandard(options.toMap());
  }
  const { writeLegacy } = require('../../configuration/dialects/legacy') as typeof import('../../configuration/dialects/legacy');
  return writeLegacy(options.toMap());
}

/** Names of all files of the configuration directory, Flink's own first. */
export function configFileNames({ version, files }: ClusterModel): string[] {
  return [version.configFileName, ...files.keys()];
}

/** `data` and `binaryData` of the ConfigMap; text that would not survive YAML travels as bytes and is the same in the pod. */
export function configMapBody(cluster: ClusterModel): Wire {
  const data: Wire = {};
  const binaryData: Wire = {};
  const put = (name: string, text: string | undefined, base64?: string): void => {
    if (text !== undefined && textHazard(text) === undefined) {
      data[name] = text;
    } else {
      binaryData[name] = base64 ?? Buffer.from(text ?? '', 'utf8').toString('base64');
    }
  };
  put(cluster.version.configFileName, configurationText(cluster));
  for (const file of cluster.files.values()) {
    put(file.name, file._text, file._base64);
  }
  return Object.keys(binaryData).length > 0 ? { data, binaryData } : { data };
}

/** Whether a file cannot stand in a ConfigMap as text. */
export function needsBinaryData(cluster: ClusterModel): boolean {
  const isHazard = (text: string | undefined): boolean => text === undefined || textHazard(text) !== undefined;
  const values = cluster.version._usesStandardYaml ? [] : cluster.options.entries.map(({ value }) => value);
  return values.some(isHazard) || [...cluster.files.values()].some((file) => isHazard(file._text));
}

/** A checksum of everything in the configuration directory that a process of this role reads. */
export function configChecksum(cluster: ClusterModel, role: Role): string {
  const hash = createHash('sha256');
  hash.update(cluster.version.configFileName);
  for (const { key, value } of cluster.options.entries) {
    if (isReadBy(key, role)) {
      hash.update(`\0${key}\0${value}`);
    }
  }
  for (const file of cluster.files.values()) {
    hash.update(`\0${file.name}\0${file._text ?? file._base64 ?? ''}`);
  }
  return hash.digest('hex');
}

/** Whether a standby JobManager can take over. */
export function isHighlyAvailable({ options }: ClusterModel): boolean {
  const type = options.get(Keys.HIGH_AVAILABILITY_TYPE) ?? options.get(Keys.HIGH_AVAILABILITY);
  return type !== undefined && type.toUpperCase() !== 'NONE';
}
