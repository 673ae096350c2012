import { hash } from 'node:crypto';
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

/**
 * `data` and `binaryData` of a ConfigMap with files. Strings that YAML would change are stored as bytes; the file in
 * the pod is the same.
 */
export function configMapFiles(files: readonly FlinkFile[]): ManifestJson {
  const strings = files.filter((file) => file._isText).map((file) => [file.name, file._text]);
  const bytes = files.filter((file) => !file._isText).map((file) => [file.name, base64Of(file)]);
  return {
    ...(strings.length === 0 ? {} : { data: Object.fromEntries(strings) as ManifestJson }),
    ...(bytes.length === 0 ? {} : { binaryData: Object.fromEntries(bytes) as ManifestJson }),
  };
}

/** The names of the fields of such a ConfigMap. */
export function configMapFields(files: readonly FlinkFile[]): string[] {
  return [
    ...(files.some((file) => file._isText) ? ['data'] : []),
    ...(files.some((file) => !file._isText) ? ['binaryData'] : []),
  ];
}

/** The bytes of a file as Kubernetes writes them. */
export function base64Of(file: FlinkFile): string {
  return file._base64 ?? Buffer.from(file._text ?? '', 'utf8').toString('base64');
}
