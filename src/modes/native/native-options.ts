import { type Client, configFile } from './client';
import { set } from './entries';
import { OptionValues } from './option-values';
import { DEFAULT_NAMESPACE } from './parameters/kubernetes-parameters';
import { type OptionEntry } from '../../configuration/flink-options';
import { Keys } from '../../configuration/keys';
import { type ClusterModel } from '../../model/cluster-model';

const ENTRYPOINTS = 'org.apache.flink.kubernetes.entrypoint';

/**
 * Adds the options that the client's descriptor sets: names, fixed ports, high availability, the JobManager's address.
 */
export function nativeOptions(cluster: ClusterModel, client: Client): ClusterModel {
  const { clusterName, version } = cluster;
  const namespace = cluster.namespace ?? (client.isBare ? cluster.options.get(Keys.KUBERNETES_NAMESPACE) : undefined);
  const kind = cluster.job === undefined ? 'session' : 'application';
  const entrypoint = `Kubernetes${cluster.job === undefined ? 'Session' : 'Application'}ClusterEntrypoint`;
  const options = cluster.options.changed([
    set(Keys.KUBERNETES_CLUSTER_ID, clusterName),
    ...(namespace === undefined ? [] : [set(Keys.KUBERNETES_NAMESPACE, namespace)]),
    set('execution.target', `kubernetes-${kind}`),
    set('internal.cluster.execution-mode', 'NORMAL'),
    set('kubernetes.internal.jobmanager.entrypoint.class', `${ENTRYPOINTS}.${entrypoint}`),
  ]);
  const values = new OptionValues(options, version, configFile(client, version).dialect);
  const ports = [
    ...port(values, Keys.BLOB_SERVER_PORT, '6124', true),
    ...port(values, Keys.TASK_MANAGER_RPC_PORT, '6122', true),
    ...port(values, Keys.REST_BIND_PORT, '8081', false),
  ];
  return { ...cluster, namespace, options: options.changed([...ports, ...identity(values, clusterName, namespace)]) };
}

/** How others find the leading JobManager. */
function identity(values: OptionValues, clusterName: string, namespace: string = DEFAULT_NAMESPACE): OptionEntry[] {
  if (!values.isHighlyAvailable) {
    return [set(Keys.JOB_MANAGER_RPC_ADDRESS, `${clusterName}.${namespace}`)];
  }
  const rpcPort = String(values.integer(Keys.JOB_MANAGER_RPC_PORT) ?? 6123);
  return [
    set(Keys.HIGH_AVAILABILITY_CLUSTER_ID, clusterName),
    ...port(values, Keys.HIGH_AVAILABILITY_PORT, rpcPort, true),
  ];
}

/** A port that Flink would choose at random gets a number, because other processes must know it. */
function port(values: OptionValues, key: string, fixed: string, isRandomByDefault: boolean): OptionEntry[] {
  const value = values.text(key);
  const isRandom = value === undefined ? isRandomByDefault : /^[+-]?0+$/.test(value);
  return isRandom ? [set(key, fixed)] : [];
}
