import { type Client } from './client';
import { releaseOf } from './release';
import { type ClusterModel } from '../../model/cluster-model';
import { FlinkFile } from '../../props/flink-file';

/** The names under which images of 1.11 look for what later ones call by other names. */
const LATER_NAMES: { readonly [name: string]: string } = {
  'log4j.properties': 'log4j-console.properties',
  'logback.xml': 'logback-console.xml',
};

/** The logging files that this release ships, out of those of the cluster and of the client's directory. */
export function logFiles({ files, version }: ClusterModel, { confDir, isBare }: Client): FlinkFile[] {
  const renames = !isBare && !version._isAtLeast('1.12');
  return releaseOf(version).logFiles.flatMap((name) => {
    const later = renames ? files.get(LATER_NAMES[name]!) : undefined;
    return (
      files.get(name) ??
      confDir.find((file) => file.name === name) ??
      (later === undefined ? [] : FlinkFile._lazy(name, () => later._text ?? ''))
    );
  });
}
