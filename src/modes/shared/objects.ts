import { recommendedLabels, selectorLabels } from '../../kubernetes/labels';
import { type ClusterModel } from '../../model/cluster-model';
import { type Manifest } from '../../model/manifest';
import { type FlinkRole } from '../../model/role';
import { type StepContext } from '../../model/step-decorator';

/** Returns the metadata of an object, except for its name. */
export type MetadataOf<Cluster extends ClusterModel = ClusterModel> = (
  parameters: StepContext<Cluster>,
) => Pick<Manifest, 'labels' | 'annotations' | 'namespace'>;

/** The metadata of all objects of a cluster: the labels of the library, and the labels and annotations of the user. */
export function objectMetadata(cluster: ClusterModel, component?: FlinkRole): Pick<Manifest, 'labels' | 'annotations'> {
  return {
    labels: Object.assign(
      {},
      cluster.labels,
      selectorLabels(cluster.clusterName, component),
      recommendedLabels(cluster.clusterName, component),
    ),
    annotations: cluster.annotations,
  };
}
