import { FlinkOptions, LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { Keys, PORTS } from '../../configuration/keys';
import { type ClusterModel } from '../../model/cluster-model';
import { javaModules } from '../shared/java-modules';
import { objectNames } from '../shared/names';

const PINNED = [
  Keys.JOB_MANAGER_RPC_PORT, Keys.BLOB_SERVER_PORT, Keys.TASK_MANAGER_RPC_PORT, Keys.TASK_MANAGER_DATA_PORT, Keys.METRICS_QUERY_SERVICE_PORT,
].map((key): OptionEntry => ({ key, value: String(PORTS[key]), kind: 'default', source: LIBRARY }));

/** Options that standalone mode adds to those of the user: the address of the JobManager, fixed ports, what the JVM needs. */
export function configure(cluster: ClusterModel): ClusterModel {
  const { clusterName, options: stated, version } = cluster;
  const address: OptionEntry = {
    key: Keys.JOB_MANAGER_RPC_ADDRESS, value: objectNames.internalService(clusterName), kind: 'explicit', source: LIBRARY,
  };
  const { options } = FlinkOptions.of([address].concat(PINNED, javaModules(stated.get(Keys.JAVA_OPTS), version)), stated);
  return { ...cluster, options };
}
