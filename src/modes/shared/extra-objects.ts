import { objectMetadata } from './objects';
import { type ClusterModel } from '../../model/cluster-model';
import { type Manifest } from '../../model/manifest';

/** The objects that features need beside the cluster, as they gave them. */
export function extraObjects(cluster: ClusterModel): Manifest[] {
  const metadata = objectMetadata(cluster);
  return cluster.manifests.map(({ apiVersion, kind, name, fields, labels, annotations }, index): Manifest => ({
    owner: 'config',
    // Not by name: two of one name are told as a clash.
    id: `Extra${index}`,
    apiVersion,
    kind,
    name,
    labels: { ...metadata.labels, ...labels },
    annotations: { ...metadata.annotations, ...annotations },
    fields: Object.keys(fields),
    body: () => fields,
  }));
}
