import { type Client } from './client';
import { releaseOf } from './release';
import { type ClusterModel } from '../../model/cluster-model';
import { type FlinkFile } from '../../model/flink-file';

/** The logging files that this release ships, out of those of the cluster and of the client's directory. */
export function logFiles({ files, version }: ClusterModel, { confDir }: Client): FlinkFile[] {
  return releaseOf(version).logFiles.flatMap((name) => files.get(name) ?? confDir.find((file) => file.name === name) ?? []);
}
