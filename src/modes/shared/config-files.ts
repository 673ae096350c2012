import { hash } from 'node:crypto';
import { configMapFiles } from './file-objects';
import { dialectOf } from '../../configuration/dialect';
import { isReadBy } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { textHazard } from '../../kubernetes/text';
import { type ClusterModel } from '../../model/cluster-model';
import { mountedFiles } from '../../model/mounted';
import { type Role } from '../../model/role';
import { FlinkFile } from '../../props/flink-file';

/** The names of all files in the configuration directory, Flink's own file first. */
export function configFileNames({ version, files }: ClusterModel): string[] {
  return [version.configFileName, ...files.keys()];
}

/** The fields of the ConfigMap with the configuration directory. */
export function configMapBody({ version, options, files }: ClusterModel): ManifestJson {
  const configuration = FlinkFile._lazy(version.configFileName, () => dialectOf(version).write(options.toMap()));
  return { data: {}, ...configMapFiles([configuration, ...files.values()]) };
}

/** Whether the ConfigMap has files that are not valid as text. */
export function needsBinaryData({ version, options, files }: ClusterModel): boolean {
  // The newer dialect escapes all characters that YAML would change.
  const hasHazard = !version._usesStandardYaml && options.entries.some(({ value }) => textHazard(value) !== undefined);
  return hasHazard || [...files.values()].some((file) => !file._isText);
}

/** A checksum of everything in the configuration directory that a process of this role reads. */
export function configChecksum(cluster: ClusterModel, role: Role): string {
  let read = cluster.version.configFileName;
  for (const { key, value } of cluster.options.entries) {
    if (isReadBy(key, role)) {
      read += `\0${key}\0${value}`;
    }
  }
  for (const file of [...cluster.files.values(), ...mountedFiles(cluster)]) {
    read += `\0${file.name}\0${file._text ?? file._base64 ?? ''}`;
  }
  return hash('sha256', read);
}
