import { hash } from 'node:crypto';
import { dialectOf } from '../../configuration/dialect';
import { isReadBy } from '../../configuration/keys';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { textHazard } from '../../kubernetes/text';
import { type ClusterModel } from '../../model/cluster-model';
import { mountedFiles } from '../../model/mounted';
import { type Role } from '../../model/role';

/** Flink's configuration file, in the dialect of the release. */
export function configurationText({ version, options }: ClusterModel): string {
  return dialectOf(version).write(options.toMap());
}

/** Names of all files of the configuration directory, Flink's own first. */
export function configFileNames({ version, files }: ClusterModel): string[] {
  return [version.configFileName, ...files.keys()];
}

/** `data` and `binaryData` of the ConfigMap; text that would not survive YAML travels as bytes and is the same in the pod. */
export function configMapBody(cluster: ClusterModel): ManifestJson {
  const data: ManifestJson = {};
  const binaryData: ManifestJson = {};
  const put = (name: string, isText: boolean, text: string | undefined, base64?: string): void => {
    if (isText) {
      data[name] = text;
    } else {
      binaryData[name] = base64 ?? Buffer.from(text ?? '', 'utf8').toString('base64');
    }
  };
  const configuration = configurationText(cluster);
  put(cluster.version.configFileName, textHazard(configuration) === undefined, configuration);
  for (const file of cluster.files.values()) {
    put(file.name, file._isText, file._text, file._base64);
  }
  return Object.keys(binaryData).length > 0 ? { data, binaryData } : { data };
}

/** Whether a file cannot stand in a ConfigMap as text. */
export function needsBinaryData(cluster: ClusterModel): boolean {
  const { version, options, files } = cluster;
  return (
    (!version._usesStandardYaml && options.entries.some(({ value }) => textHazard(value) !== undefined)) ||
    [...files.values()].some((file) => !file._isText)
  );
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
