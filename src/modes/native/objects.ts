import { type NativeCluster } from './native-model';
import { recommendedLabels } from '../../kubernetes/labels';
import { type ClusterModel } from '../../model/cluster-model';
import { fileName, type FileSource } from '../../model/mounted';
import { type StepContext } from '../../model/step-decorator';
import { type MetadataOf } from '../shared/objects';
import { type KubernetesParameters } from './parameters/kubernetes-parameters';
import { parametersOf } from './parameters/parameters';
import { releaseOf } from './release';

/** What every accompanying object carries: Flink's labels, outside parity the library's and the user's labels and annotations too. */
export function accompanyingMetadata(
  { native, ...cluster }: NativeCluster,
  parameters: KubernetesParameters,
  labels: { readonly [key: string]: string } = parameters.commonLabels,
): ReturnType<MetadataOf> {
  return native.isBare
    ? {
        labels,
        annotations: {},
        namespace: { name: parameters.release.namesNamespace ? parameters.namespace : undefined },
      }
    : {
        labels: { ...cluster.labels, ...recommendedLabels(cluster.clusterName), ...labels },
        annotations: cluster.annotations,
      };
}

/** The objects of Kerberos carry no labels of Flink. */
export function kerberosMetadata(parameters: StepContext<NativeCluster>): ReturnType<MetadataOf> {
  return accompanyingMetadata(parameters.cluster, parametersOf(parameters), {});
}

/** Clients up to 1.13 keep the file's own name in the volume. */
export function krb5Name({ version }: ClusterModel, krb5Conf: FileSource): string {
  return releaseOf(version).renamesKrb5Conf ? 'krb5.conf' : fileName(krb5Conf);
}
