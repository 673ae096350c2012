import { type NativeCluster } from './native-model';
import { type KubernetesParameters } from './parameters/kubernetes-parameters';
import { parametersOf } from './parameters/parameters';
import { recommendedLabels } from '../../kubernetes/labels';
import { type ClusterModel } from '../../model/cluster-model';
import { fileName, type FileSource, type KerberosModel } from '../../model/mounted';
import { type StepContext } from '../../model/step-decorator';
import { objectNames } from '../shared/names';
import { type MetadataOf } from '../shared/objects';

/** Metadata of accompanying objects: Flink's labels and, without parity, the labels and annotations of the cluster. */
export function accompanyingMetadata(
  { native, ...cluster }: NativeCluster,
  parameters: KubernetesParameters,
  labels: { readonly [key: string]: string } = parameters.commonLabels,
): ReturnType<MetadataOf> {
  if (native.isBare) {
    const name = cluster.version._can('writesNamespaces') ? parameters.namespace : undefined;
    return { labels, annotations: {}, namespace: { name } };
  }
  return {
    labels: { ...cluster.labels, ...recommendedLabels(cluster.clusterName), ...labels },
    annotations: cluster.annotations,
  };
}

/** Metadata of the objects for Kerberos, which do not have Flink's labels. */
export function kerberosMetadata(parameters: StepContext<NativeCluster>): ReturnType<MetadataOf> {
  return accompanyingMetadata(parameters.cluster, parametersOf(parameters), {});
}

/** The name of krb5.conf in its volume; older clients keep the name of the file. */
export function krb5Name({ version }: ClusterModel, krb5Conf: FileSource): string {
  return version._can('renamesKrb5Conf') ? 'krb5.conf' : fileName(krb5Conf);
}

/** Whether existing objects for Kerberos have the names that Flink's own step uses. */
export function hasOwnNames({ login, krb5Conf }: KerberosModel, clusterName: string): boolean {
  const isOwn = (source: FileSource | undefined, name: string): boolean =>
    source === undefined || 'file' in source || source.existing === name;
  return (
    isOwn(login?.keytab, objectNames.kerberosKeytab(clusterName)) &&
    isOwn(krb5Conf, objectNames.kerberosKrb5Conf(clusterName))
  );
}
