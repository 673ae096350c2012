import { type Client, configFile } from './client';
import { OptionValues } from './option-values';
import { DEFAULT_NAMESPACE } from './parameters/kubernetes-parameters';
import { LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { Keys } from '../../configuration/keys';
import { type ClusterModel } from '../../model/cluster-model';

const HA_JOB_MANAGER_PORT = 'high-availability.jobmanager.port';
const ENTRYPOINTS = 'org.apache.flink.kubernetes.entrypoint';

/** The updates that the client's descriptor makes: names, ports that must be known, high availability, the address of the JobManager. */
export function nativeOptions(cluster: ClusterModel, client: Client): ClusterModel {
  const { clusterName, version } = cluster;
  const namespace = cluster.namespace ?? (client.isBare ? cluster.options.get(Keys.KUBERNETES_NAMESPACE) : undefined);
  const options = cluster.options.changed([
    set(Keys.KUBERNETES_CLUSTER_ID, clusterName),
    ...(namespace === undefined ? [] : [set(Keys.KUBERNETES_NAMESPACE, namespace)]),
    set('execution.target', cluster.job === undefined ? 'kubernetes-session' : 'kubernetes-application'),
    set('internal.cluster.execution-mode', 'NORMAL'),
    set(
      'kubernetes.internal.jobmanager.entrypoint.class',
      `${ENTRYPOINTS}.Kubernetes${cluster.job === undefined ? 'Session' : 'Application'}ClusterEntrypoint`,
    ),
  ]);
  const values = new OptionValues(options, version, configFile(client, version).dialect);
  return {
    ...cluster,
    namespace,
    options: options.changed([
      ...port(values, Keys.BLOB_SERVER_PORT, '6124', true),
      ...port(values, Keys.TASK_MANAGER_RPC_PORT, '6122', true),
      ...port(values, Keys.REST_BIND_PORT, '8081', false),
      ...(values.isHighlyAvailable
        ? [
            set(Keys.HIGH_AVAILABILITY_CLUSTER_ID, clusterName),
            ...port(values, HA_JOB_MANAGER_PORT, String(values.integer(Keys.JOB_MANAGER_RPC_PORT) ?? 6123), true),
          ]
        : [set(Keys.JOB_MANAGER_RPC_ADDRESS, `${clusterName}.${namespace ?? DEFAULT_NAMESPACE}`)]),
    ]),
  };
}

/** A port that Flink would choose at random gets a number, as others have to know it. */
function port(values: OptionValues, key: string, fixed: string, whereUnset: boolean): OptionEntry[] {
  const stated = values.text(key);
  const isRandom = stated === undefined ? whereUnset : /^[+-]?0+$/.test(stated);
  return isRandom ? [set(key, fixed)] : [];
}

function set(key: string, value: string): OptionEntry {
  return { key, value, kind: 'explicit', source: LIBRARY };
}
