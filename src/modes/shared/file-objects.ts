import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type FlinkFile } from '../../props/flink-file';

/** A file that lies in a ConfigMap as text: what text would not survive travels as bytes and is the same in the pod. */
export function configMapFiles(files: readonly FlinkFile[]): ManifestJson {
  const text = files.filter((file) => file._isText).map((file) => [file.name, file._text]);
  const bytes = files.filter((file) => !file._isText).map((file) => [file.name, base64Of(file)]);
  return {
    ...(text.length === 0 ? {} : { data: Object.fromEntries(text) as ManifestJson }),
    ...(bytes.length === 0 ? {} : { binaryData: Object.fromEntries(bytes) as ManifestJson }),
  };
}

/** The fields that such a ConfigMap has. */
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
