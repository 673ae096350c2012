import { type NativeContext, nativeRule } from './native-context';
import { CLIENT } from './sources';
import { Keys } from '../../../configuration/keys';
import { type Check, checkIn, checkOf } from '../../../validation/check';
import { type KubernetesParameters } from '../parameters/kubernetes-parameters';

/** Rules that Flink's client checks before it creates a cluster. */

const LONGEST_CLUSTER_ID = 45;
const SERVICE_PORTS = [
  Keys.BLOB_SERVER_PORT,
  Keys.TASK_MANAGER_RPC_PORT,
  Keys.REST_BIND_PORT,
  Keys.REST_PORT,
  Keys.JOB_MANAGER_RPC_PORT,
];
const REPLICAS = 'kubernetes.jobmanager.replicas';

const roleRule = checkOf<KubernetesParameters>();

export const CLUSTER_ID_LENGTH = nativeRule({
  id: 'FLK-NAT-01',
  severity: 'error',
  rule: 'a cluster id has 1 to 45 characters',
  fix: 'use a shorter clusterName',
  source: CLIENT,
  find({ cluster: { clusterName } }, report) {
    if (clusterName.trim() === '' || clusterName.length > LONGEST_CLUSTER_ID) {
      report('clusterName', clusterName);
    }
  },
});

export const PORT_NOT_ONE_NUMBER = nativeRule({
  id: 'FLK-NAT-28',
  severity: 'error',
  rule: 'expected one number, because a Service needs one port',
  fix: 'use one port instead of a range or a list',
  source: CLIENT,
  find({ cluster: { options }, jobManager }, report) {
    const keys = jobManager.isHighlyAvailable ? [...SERVICE_PORTS, Keys.HIGH_AVAILABILITY_PORT] : SERVICE_PORTS;
    for (const key of keys) {
      const value = options.get(key);
      if (value !== undefined && options.integer(key) === undefined) {
        report(`configuration.${key}`, value);
      }
    }
  },
});

export const BLOB_SERVER_PORT_BELOW_1 = nativeRule({
  id: 'FLK-NAT-29',
  severity: 'error',
  rule: 'the port of the blob server must be at least 1, because a Service needs it',
  fix: 'use a port from 1 to 65535, or 0 for the port 6124',
  source: CLIENT,
  find({ cluster: { options } }, report) {
    const port = options.integer(Keys.BLOB_SERVER_PORT);
    if (port !== undefined && port < 1) {
      report(`configuration.${Keys.BLOB_SERVER_PORT}`, String(port));
    }
  },
});

export const LIMIT_FACTOR_BELOW_1 = roleRule({
  id: 'FLK-NAT-30',
  severity: 'error',
  rule: 'a limit factor must be at least 1, because a limit cannot be lower than the request',
  fix: 'use a number of at least 1, or remove it',
  source: CLIENT,
  find({ role, cpuLimitFactor, memoryLimitFactor }, report) {
    for (const [resource, factor] of Object.entries({ cpu: cpuLimitFactor, memory: memoryLimitFactor })) {
      if (!(factor >= 1)) {
        report(`configuration.kubernetes.${role}.${resource}.limit-factor`, String(factor));
      }
    }
  },
});

export const TOLERATION_SECONDS_NOT_AN_INTEGER = roleRule({
  id: 'FLK-NAT-31',
  severity: 'error',
  rule: 'tolerationSeconds must be an integer',
  fix: 'use a number of seconds such as tolerationSeconds:300',
  source: CLIENT,
  find({ role, tolerations }, report) {
    for (const seconds of tolerations.flatMap((toleration) => toleration.get('tolerationSeconds') ?? [])) {
      if (!/^[+-]?\d+$/.test(seconds)) {
        report(`configuration.kubernetes.${role}.tolerations`, seconds);
      }
    }
  },
});

export const NO_JOB_MANAGERS = nativeRule({
  id: 'FLK-NAT-32',
  severity: 'error',
  rule: 'a cluster has at least 1 JobManager',
  fix: 'use a number of at least 1, or remove it',
  source: CLIENT,
  find({ jobManager: { replicas } }, report) {
    if (replicas < 1) {
      report(`configuration.${REPLICAS}`, String(replicas));
    }
  },
});

export const STANDBY_WITHOUT_HIGH_AVAILABILITY = nativeRule({
  id: 'FLK-NAT-33',
  severity: 'error',
  rule: 'more than 1 JobManager needs high availability',
  fix: 'set highAvailability, or use 1 JobManager',
  source: CLIENT,
  find({ jobManager: { replicas, isHighlyAvailable } }, report) {
    if (replicas > 1 && !isHighlyAvailable) {
      report(`configuration.${REPLICAS}`, String(replicas));
    }
  },
});

/** Checks of the client about a role; the JobManager checks the same for TaskManagers at run time. */
export const ROLE_RULES: readonly Check<KubernetesParameters>[] = [
  LIMIT_FACTOR_BELOW_1,
  TOLERATION_SECONDS_NOT_AN_INTEGER,
];

/** Checks of the client about the whole cluster, in its order. */
export const CLIENT_RULES: readonly Check<NativeContext>[] = [
  PORT_NOT_ONE_NUMBER,
  BLOB_SERVER_PORT_BELOW_1,
  ...ROLE_RULES.map((rule) => checkIn(rule, ({ jobManager }: NativeContext) => jobManager)),
  NO_JOB_MANAGERS,
  STANDBY_WITHOUT_HIGH_AVAILABILITY,
];
