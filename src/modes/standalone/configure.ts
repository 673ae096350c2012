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
].map((key) => entry(key, String(PORTS[key]), 'default'));

/** Adds the options of standalone mode: the address of the JobManager, fixed ports, and module options of the JVM. */
export function configure(cluster: ClusterModel): ClusterModel {
  const { options: stated, version } = cluster;
  const { options } = FlinkOptions.of(
    identity(cluster).concat(PINNED, javaModules(stated.get(Keys.JAVA_OPTS), version)),
    stated,
  );
  return cluster.job === undefined ? { ...cluster, options } : configureJob({ ...cluster, options }, cluster.job);
}

/** In a Job, the JobManager ends with its application. A Deployment would start it, and the application, again. */
function configureJob(cluster: ClusterModel, job: JobModel): ClusterModel {
  const workload = workloadOf(cluster, job);
  const ends = entry(Keys.SHUTDOWN_ON_FINISH, String(workload.kind === 'Job'), 'default');
  const isKept = cluster.version._can('outlivesApplications');
  const options = isKept ? FlinkOptions.of([ends], cluster.options).options : cluster.options;
  return { ...cluster, options, job: { ...job, workload } };
}

/** How others find the leading JobManager: by the Service or, with high availability, by the id of the cluster. */
function identity({ clusterName, namespace, options }: ClusterModel): OptionEntry[] {
  const kind = highAvailabilityOf(options);
  if (kind === 'none') {
    return [entry(Keys.JOB_MANAGER_RPC_ADDRESS, objectNames.internalService(clusterName), 'explicit')];
  }
  const id = entry(Keys.HIGH_AVAILABILITY_CLUSTER_ID, clusterName, 'explicit');
  if (kind === 'kubernetes') {
    return [
      id,
      entry(Keys.KUBERNETES_CLUSTER_ID, clusterName, 'explicit'),
      ...(namespace === undefined ? [] : [entry(Keys.KUBERNETES_NAMESPACE, namespace, 'explicit')]),
    ];
  }
  // Flink would choose a random port, which probes and network policies cannot name.
  const port = entry(Keys.HIGH_AVAILABILITY_PORT, String(portOf(options, Keys.JOB_MANAGER_RPC_PORT)), 'default');
  return kind === 'zookeeper' ? [id, port] : [id];
}

function entry(key: string, value: string, kind: 'default' | 'explicit'): OptionEntry {
  return { key, value, kind, source: LIBRARY };
}
