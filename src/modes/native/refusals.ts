import { type NativeCluster } from './native-model';
import { type Refused } from './option-values';
import { KubernetesJobManagerParameters } from './parameters/job-manager-parameters';
import { type KubernetesParameters } from './parameters/kubernetes-parameters';
import { KubernetesTaskManagerParameters } from './parameters/task-manager-parameters';
import { externalResources } from '../../configuration/external-resources';
import { Keys } from '../../configuration/keys';
import { prefixOverlaps } from '../../configuration/overlap';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { KEY_IS_PREFIX } from '../../rules/option-rules';
import { type Problem, reporter, type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';

const MAX_CLUSTER_ID = 45;
const PORTS = [
  Keys.BLOB_SERVER_PORT,
  Keys.TASK_MANAGER_RPC_PORT,
  Keys.REST_BIND_PORT,
  Keys.REST_PORT,
  Keys.JOB_MANAGER_RPC_PORT,
];

/** What Flink's client refuses; outside parity also what only the JobManager refuses, when it makes the first TaskManager. */
export function refusals(cluster: NativeCluster, problems: Problem[]): void {
  const report = reporter(problems, 'cluster');
  refuseOfClient(cluster, report);
  if (!cluster.native.isBare) {
    refuseAtRunTime(cluster, report);
  }
}

/** At parity, only whoever asks for a TaskManager's pod is told why there would be none. */
export function checkPreview(cluster: ClusterModel, { role }: RoleModel, problems: Problem[]): void {
  const { native } = cluster as NativeCluster;
  if (role === 'taskManager' && native.isBare) {
    const report = reporter(problems, 'cluster');
    refuseAtRunTime(cluster as NativeCluster, report);
    const problem = native.taskManagerTemplate?.problem;
    if (problem !== undefined) {
      report(RULES['FLK-NAT-06'], 'configuration.kubernetes.pod-template-file.taskmanager', undefined, { problem });
    }
  }
}

function refuseOfClient(cluster: NativeCluster, report: Report): void {
  const refused = refusing(report);
  const unread = unreadable(cluster, report);
  if (cluster.clusterName.trim() === '' || cluster.clusterName.length > MAX_CLUSTER_ID) {
    report(RULES['FLK-NAT-01'], 'clusterName', cluster.clusterName);
  }
  const parameters = new KubernetesJobManagerParameters(cluster, unread);
  readAll(parameters, JOB_MANAGER);
  readAll(parameters, parameters.isHighlyAvailable ? [] : INTERNAL_SERVICE);
  const { options } = cluster;
  for (const key of PORTS) {
    const value = options.get(key);
    if (value !== undefined && options.integer(key) === undefined) {
      refused(key, value, 'must be one number, as a Service needs it');
    }
  }
  const blobServerPort = options.integer(Keys.BLOB_SERVER_PORT);
  if (blobServerPort !== undefined && blobServerPort < 1) {
    refused(Keys.BLOB_SERVER_PORT, String(blobServerPort), 'must be at least 1, as a Service needs it');
  }
  if (parameters.isHighlyAvailable) {
    const key = 'high-availability.jobmanager.port';
    const value = options.get(key);
    if (value !== undefined && options.integer(key) === undefined) {
      refused(key, value, 'must be one number, as a Service needs it');
    }
  }
  refuseFactors(parameters, refused);
  refuseTolerations(parameters, refused);
  const { replicas } = parameters;
  if (replicas < 1 || (replicas > 1 && !parameters.isHighlyAvailable)) {
    refused(
      'kubernetes.jobmanager.replicas',
      String(replicas),
      replicas < 1 ? 'must be at least 1' : 'needs high availability to be more than 1',
    );
  }
  // Outside parity, the value has been held against the type of its option already.
  if (cluster.native.isBare && cluster.version._isAtLeast('1.13')) {
    const resources = externalResources((key) => options.get(key), {
      version: cluster.version,
      dialect: cluster.native.configFile.dialect,
    });
    if ('problem' in resources) {
      refused(resources.key, resources.text, resources.problem);
    }
  }
  if (cluster.native.configFile.dialect === 'standard') {
    for (const { leaf, child } of prefixOverlaps(options.entries.map(({ key }) => key))) {
      report(KEY_IS_PREFIX, `configuration.${leaf}`, undefined, { leaf, child });
    }
  }
}

/** What the JobManager would refuse when it makes a TaskManager's pod. */
function refuseAtRunTime(cluster: NativeCluster, report: Report): void {
  const refused = refusing(report);
  const parameters = new KubernetesTaskManagerParameters(cluster, unreadable(cluster, report));
  readAll(parameters, TASK_MANAGER);
  refuseFactors(parameters, refused);
  refuseTolerations(parameters, refused);
  if (parameters.rpcPort < (parameters.hasHostNetwork ? 0 : 1)) {
    refused(Keys.TASK_MANAGER_RPC_PORT, String(parameters.rpcPort), 'must be at least 1, as the pod names it');
  }
  const { processRefusal } = parameters;
  if (processRefusal !== undefined && (cluster.native.isBare || cluster.taskManager.memory !== undefined)) {
    report(
      RULES['FLK-NAT-23'],
      `configuration.${processRefusal.keys[0] ?? Keys.TASK_MANAGER_PROCESS_SIZE}`,
      undefined,
      {
        detail: processRefusal.text,
      },
    );
  }
}

/** Outside parity, every value has been held against the type of its option already. */
function unreadable({ native: { isBare } }: NativeCluster, report: Report): Refused | undefined {
  return isBare ? refusing(report) : undefined;
}

/** Tells of values that Flink could not read. */
export function refusing(report: Report): Refused {
  return (key, value, problem) =>
    report(RULES['FLK-NAT-03'], `configuration.${key}`, value, {
      problem: problem.startsWith('item ') ? problem : `it ${problem}`,
    });
}

const SHARED = [
  'imagePullPolicy',
  'imagePullSecrets',
  'secrets',
  'environmentSecrets',
  'hasHostNetwork',
  'nodeSelector',
  'tolerations',
  'annotations',
  'labels',
  'cpuLimitFactor',
  'memoryLimitFactor',
  'volumeClaims',
  'volumeClaimsAreReadOnly',
] as const;
const JOB_MANAGER = [
  ...SHARED,
  'cpu',
  'taskSlots',
  'nodePortAddressType',
  'restPort',
  'rpcPort',
  'exposedType',
  'restServiceAnnotations',
  'restServiceLabels',
  'ownerReferences',
  'replicas',
] as const;
const INTERNAL_SERVICE = ['internalServiceAnnotations', 'internalServiceLabels'] as const;
const TASK_MANAGER = [...SHARED, 'isSizedByParts'] as const;

/** Reading is what tells of a value that cannot be read. */
function readAll<T extends object>(parameters: T, names: readonly (keyof T)[]): void {
  names.forEach((name) => parameters[name]);
}

function refuseTolerations({ role, tolerations }: KubernetesParameters, refused: Refused): void {
  for (const seconds of tolerations.flatMap((toleration) => toleration.get('tolerationSeconds') ?? [])) {
    if (!/^[+-]?\d+$/.test(seconds)) {
      refused(`kubernetes.${role}.tolerations`, seconds, 'must have a whole number of tolerationSeconds');
    }
  }
}

function refuseFactors(parameters: KubernetesParameters, refused: Refused): void {
  for (const [resource, factor] of [
    ['cpu', parameters.cpuLimitFactor],
    ['memory', parameters.memoryLimitFactor],
  ] as const) {
    if (!(factor >= 1)) {
      refused(`kubernetes.${parameters.role}.${resource}.limit-factor`, String(factor), 'must be at least 1');
    }
  }
}
