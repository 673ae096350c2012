import { type Client } from './client';
import { nativeRelease } from '../../configuration/native-releases';
import { type ClusterModel } from '../../model/cluster-model';
import { FlinkFile } from '../../props/flink-file';

/** Names of logging files in images without console logging files, and their names in later images. */
const CONSOLE_NAMES: { readonly [name: string]: string } = {
  'log4j.properties': 'log4j-console.properties',
  'logback.xml': 'logback-console.xml',
};

/** The logging files that the client of a release adds, from those of the cluster and of the client's directory. */
export function logFiles({ files, version }: ClusterModel, { confDir, isBare }: Client): FlinkFile[] {
  const isRenamed = !isBare && !version._can('readsConsoleLogFiles');
  return nativeRelease(version).logFiles.flatMap((name) => {
    const later = isRenamed ? files.get(CONSOLE_NAMES[name]!) : undefined;
    return (
      files.get(name) ??
      confDir.find((file) => file.name === name) ??
      (later === undefined ? [] : FlinkFile._lazy(name, () => later._text ?? ''))
    );
  });
}
