import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type FlinkFile } from '../../props/flink-file';

/**
 * `data` and `binaryData` of a ConfigMap with files. Strings that YAML would change are stored as bytes; the file in the
 * pod is the same.
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
