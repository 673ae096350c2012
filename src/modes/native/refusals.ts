import { type NativeCluster } from './native-model';
import { type Refused } from './option-values';
import { KubernetesJobManagerParameters } from './parameters/job-manager-parameters';
import { KubernetesTaskManagerParameters } from './parameters/task-manager-parameters';
import { Keys } from '../../configuration/keys';
import { prefixOverlaps } from '../../configuration/overlap';
import { type Problem, reporter, type Report } from '../../validation/problem';

const MAX_CLUSTER_ID = 45;
const PORTS = [Keys.BLOB_SERVER_PORT, Keys.TASK_MANAGER_RPC_PORT, Keys.REST_BIND_PORT, Keys.REST_PORT, Keys.JOB_MANAGER_RPC_PORT];

/** What Flink's client refuses; outside parity also what only the JobManager refuses, when it makes the first TaskManager. */
export function refusals(cluster: NativeCluster, problems: Problem[]): void {
  const report = reporter(problems, 'cluster');
  refuseOfClient(cluster, report);
  if (!cluster.native.isBare) {
    refuseAtRunTime(cluster, (key, value, problem) => report('FLK-NAT-03', `configuration.${key}`, value, { problem }));
  }
}

function refuseOfClient(cluster: NativeCluster, report: Report): void {
  const refused: Refused = (key, value, problem) => report('FLK-NAT-03', `configuration.${key}`, value, { problem });
  if (cluster.clusterName.trim() === '' || cluster.clusterName.length > MAX_CLUSTER_ID) {
    report('FLK-NAT-01', 'clusterName', cluster.clusterName);
  }
  const parameters = new KubernetesJobManagerParameters(cluster, refused);
  readAll(parameters, JOB_MANAGER);
  const { options } = cluster;
  for (const key of PORTS) {
    const value = options.get(key);
    if (value !== undefined && options.integer(key) === undefined) {
      refused(key, value, 'must be one number, as a Service needs it');
    }
  }
  if (parameters.isHighlyAvailable) {
    const key = 'high-availability.jobmanager.port';
    const value = options.get(key);
    if (value !== undefined && options.integer(key) === undefined) {
      refused(key, value, 'must be one number, as a Service needs it');
    }
  }
  refuseFactors(parameters, refused);
  const { replicas } = parameters;
  if (replicas < 1 || (replicas > 1 && !parameters.isHighlyAvailable)) {
    refused('kubernetes.jobmanager.replicas', String(replicas), replicas < 1 ? 'must be at least 1' : 'needs high availability to be more than 1');
  }
  if (cluster.native.configFile.dialect === 'standard') {
    for (const { leaf, child } of prefixOverlaps(options.entries.map(({ key }) => key))) {
      report('FLK-CONF-06', `configuration.${leaf}`, undefined, { leaf, child });
    }
  }
}

/** What the JobManager would refuse when it makes a TaskManager's pod. */
export function refuseAtRunTime(cluster: NativeCluster, refused: Refused): void {
  const parameters = new KubernetesTaskManagerParameters(cluster, refused);
  readAll(parameters, TASK_MANAGER);
  refuseFactors(parameters, refused);
}

const SHARED = [
  'imagePullPolicy', 'imagePullSecrets', 'secrets', 'environmentSecrets', 'hasHostNetwork', 'nodeSelector', 'tolerations', 'annotations', 'labels',
  'cpuLimitFactor', 'memoryLimitFactor', 'volumeClaims', 'volumeClaimsAreReadOnly',
] as const;
const JOB_MANAGER = [
  ...SHARED, 'cpu', 'restPort', 'rpcPort', 'exposedType', 'restServiceAnnotations', 'internalServiceAnnotations', 'restServiceLabels', 'internalServiceLabels',
  'ownerReferences', 'replicas',
] as const;
const TASK_MANAGER = SHARED;

/** Reading is what tells of a value that cannot be read. */
function readAll<T extends object>(parameters: T, names: readonly (keyof T)[]): void {
  names.forEach((name) => parameters[name]);
}

function refuseFactors(parameters: KubernetesJobManagerParameters | KubernetesTaskManagerParameters, refused: Refused): void {
  for (const [resource, factor] of [['cpu', parameters.cpuLimitFactor], ['memory', parameters.memoryLimitFactor]] as const) {
    if (factor < 1) {
      refused(`kubernetes.${parameters.role}.${resource}.limit-factor`, String(factor), 'must be at least 1');
    }
  }
}
