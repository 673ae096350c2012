import { recommendedLabels, selectorLabels } from '../../kubernetes/labels';
import { type ClusterModel } from '../../model/cluster-model';
import { type Manifest } from '../../model/manifest';
import { type FlinkRole } from '../../model/role';
import { type StepContext } from '../../model/step-decorator';

/** What an object carries beside its name, as its mode says. */
export type MetadataOf<Cluster extends ClusterModel = ClusterModel> = (
  parameters: StepContext<Cluster>,
) => Pick<Manifest, 'labels' | 'annotations' | 'namespace'>;

/** What all objects of a cluster carry: the library's labels and the user's labels and annotations. */
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
