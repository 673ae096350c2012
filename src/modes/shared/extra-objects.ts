import { objectMetadata } from './objects';
import { type ClusterModel } from '../../model/cluster-model';
import { type Manifest } from '../../model/manifest';

/** The objects that features need beside the cluster, as they gave them. */
export function extraObjects(cluster: ClusterModel): Manifest[] {
  const metadata = objectMetadata(cluster);
  return cluster.manifests.map(({ apiVersion, kind, name, fields, labels, annotations }): Manifest => ({
    owner: 'config',
    id: `${kind}-${name}`,
    apiVersion,
    kind,
    name,
    labels: { ...metadata.labels, ...labels },
    annotations: { ...metadata.annotations, ...annotations },
    fields: Object.keys(fields),
    body: () => fields,
  }));
}
