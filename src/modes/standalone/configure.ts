import { workloadOf } from './application';
import { FlinkOptions, LIBRARY, type OptionEntry } from '../../configuration/flink-options';
import { highAvailabilityOf } from '../../configuration/high-availability';
import { Keys, PORTS } from '../../configuration/keys';
import { type ClusterModel } from '../../model/cluster-model';
import { type JobModel } from '../../model/job-model';
import { javaModules } from '../shared/java-modules';
import { objectNames } from '../shared/names';
import { portOf } from '../shared/ports';

const PINNED = [
  Keys.JOB_MANAGER_RPC_PORT,
  Keys.BLOB_SERVER_PORT,
  Keys.TASK_MANAGER_RPC_PORT,
  Keys.TASK_MANAGER_DATA_PORT,
  Keys.METRICS_QUERY_SERVICE_PORT,
].map((key): OptionEntry => ({ key, value: String(PORTS[key]), kind: 'default', source: LIBRARY }));

/** Options that standalone mode adds to those of the user: how the JobManager is found, fixed ports, what the JVM needs. */
export function configure(cluster: ClusterModel): ClusterModel {
  const { options: stated, version } = cluster;
  const { options } = FlinkOptions.of(
    identity(cluster).concat(PINNED, javaModules(stated.get(Keys.JAVA_OPTS), version)),
    stated,
  );
  return cluster.job === undefined ? { ...cluster, options } : configureJob({ ...cluster, options }, cluster.job);
}

/** Whether the JobManager ends with its application: a Job does, while a Deployment would start it, and with it the application, again. */
function configureJob(cluster: ClusterModel, job: JobModel): ClusterModel {
  const workload = workloadOf(cluster, job);
  const ends: OptionEntry = {
    key: Keys.SHUTDOWN_ON_FINISH,
    value: String(workload.kind === 'Job'),
    kind: 'default',
    source: LIBRARY,
  };
  const options = cluster.version._isAtLeast('1.15')
    ? FlinkOptions.of([ends], cluster.options).options
    : cluster.options;
  return { ...cluster, options, job: { ...job, workload } };
}

/** Where others find the leading JobManager: behind the Service, or where its services for high availability remember it. */
function identity({ clusterName, namespace, options }: ClusterModel): OptionEntry[] {
  const kind = highAvailabilityOf(options);
  const given: { readonly [key: string]: string | undefined } =
    kind === 'none'
      ? { [Keys.JOB_MANAGER_RPC_ADDRESS]: objectNames.internalService(clusterName) }
      : {
          [Keys.HIGH_AVAILABILITY_CLUSTER_ID]: clusterName,
          ...(kind === 'kubernetes'
            ? { [Keys.KUBERNETES_CLUSTER_ID]: clusterName, [Keys.KUBERNETES_NAMESPACE]: namespace }
            : {}),
        };
  const explicit = Object.entries(given).flatMap(([key, value]): OptionEntry[] =>
    value === undefined ? [] : [{ key, value, kind: 'explicit', source: LIBRARY }],
  );
  // Flink would choose one at random, and neither probes nor network policies could name it.
  return kind === 'zookeeper'
    ? [
        ...explicit,
        {
          key: Keys.HIGH_AVAILABILITY_PORT,
          value: String(portOf(options, Keys.JOB_MANAGER_RPC_PORT)),
          kind: 'default',
          source: LIBRARY,
        },
      ]
    : explicit;
}
