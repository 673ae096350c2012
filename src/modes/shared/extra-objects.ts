import { objectMetadata } from './objects';
import { type ClusterModel } from '../../model/cluster-model';
import { type Manifest } from '../../model/manifest';

/** The objects that features add to the cluster. */
export function extraObjects(cluster: ClusterModel): Manifest[] {
  const metadata = objectMetadata(cluster);
  return cluster.manifests.map(({ apiVersion, kind, name, fields, labels, annotations }, index): Manifest => ({
    owner: 'config',
    // The index, because two objects with one name are reported as a conflict of names.
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
