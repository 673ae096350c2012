/**
 * Keys of the options that the library itself reads or writes; each is written only here.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/
 */
export const Keys = {
  BLOB_SERVER_PORT: 'blob.server.port',
  CHANGELOG_DIR: 'state.changelog.dstl.dfs.base-path',
  CHANGELOG_DIR_OLD: 'dstl.dfs.base-path',
  CHECKPOINTS_DIR: 'state.checkpoints.dir',
  DEFAULT_SCHEME: 'fs.default-scheme',
  ELECTION_LEASE: 'high-availability.kubernetes.leader-election.lease-duration',
  ELECTION_RENEWAL: 'high-availability.kubernetes.leader-election.renew-deadline',
  ELECTION_RETRY: 'high-availability.kubernetes.leader-election.retry-period',
  EXTERNAL_RESOURCES: 'external-resources',
  HIGH_AVAILABILITY: 'high-availability',
  HIGH_AVAILABILITY_CLUSTER_ID: 'high-availability.cluster-id',
  HIGH_AVAILABILITY_PORT: 'high-availability.jobmanager.port',
  HIGH_AVAILABILITY_STORAGE: 'high-availability.storageDir',
  HIGH_AVAILABILITY_TYPE: 'high-availability.type',
  JAVA_DEFAULT_OPTS: 'env.java.default-opts.all',
  JAVA_OPTS: 'env.java.opts.all',
  JAVA_OPTS_JOB_MANAGER: 'env.java.opts.jobmanager',
  JAVA_OPTS_OLD: 'env.java.opts',
  JAVA_OPTS_TASK_MANAGER: 'env.java.opts.taskmanager',
  JOB_MANAGER_PROCESS_SIZE: 'jobmanager.memory.process.size',
  JOB_MANAGER_BIND_HOST: 'jobmanager.bind-host',
  JOB_MANAGER_RPC_ADDRESS: 'jobmanager.rpc.address',
  JOB_MANAGER_RPC_PORT: 'jobmanager.rpc.port',
  KERBEROS_CONTEXTS: 'security.kerberos.login.contexts',
  KERBEROS_KEYTAB: 'security.kerberos.login.keytab',
  KERBEROS_PRINCIPAL: 'security.kerberos.login.principal',
  KUBERNETES_CLUSTER_ID: 'kubernetes.cluster-id',
  KUBERNETES_NAMESPACE: 'kubernetes.namespace',
  METRICS_QUERY_SERVICE_PORT: 'metrics.internal.query-service.port',
  PARALLELISM: 'parallelism.default',
  QUERYABLE_STATE_ENABLE: 'queryable-state.enable',
  QUERYABLE_STATE_PROXY_PORTS: 'queryable-state.proxy.ports',
  REST_BIND_PORT: 'rest.bind-port',
  REST_PORT: 'rest.port',
  RUNTIME_MODE: 'execution.runtime-mode',
  SCHEDULER: 'jobmanager.scheduler',
  SCHEDULER_MODE: 'scheduler-mode',
  SHUTDOWN_ON_FINISH: 'execution.shutdown-on-application-finish',
  TASK_MANAGER_DATA_PORT: 'taskmanager.data.port',
  TASK_MANAGER_PROCESS_SIZE: 'taskmanager.memory.process.size',
  TASK_MANAGER_RPC_PORT: 'taskmanager.rpc.port',
  TASK_MANAGER_WORKING_DIR: 'process.taskmanager.working-dir',
  TASK_SLOTS: 'taskmanager.numberOfTaskSlots',
  USER_ARTIFACTS_DIR: 'user.artifacts.base-dir',
  ZOOKEEPER_ACL: 'high-availability.zookeeper.client.acl',
  ZOOKEEPER_QUORUM: 'high-availability.zookeeper.quorum',
  ZOOKEEPER_ROOT: 'high-availability.zookeeper.path.root',
} as const;

/**
 * Default ports: those that Flink would choose at random, and those of the Flink documentation. Container ports,
 * Services and probes use this table; an option of the user changes all of them.
 */
export const PORTS = {
  [Keys.JOB_MANAGER_RPC_PORT]: 6123,
  [Keys.BLOB_SERVER_PORT]: 6124,
  [Keys.REST_PORT]: 8081,
  [Keys.TASK_MANAGER_RPC_PORT]: 6122,
  [Keys.TASK_MANAGER_DATA_PORT]: 6121,
  [Keys.METRICS_QUERY_SERVICE_PORT]: 6126,
  [Keys.QUERYABLE_STATE_PROXY_PORTS]: 6125,
} as const;

/** The start scripts read every option with this prefix, and some others. */
export const SCRIPT_PREFIX = 'env.';
export const SCRIPT_KEYS: readonly string[] = ['recovery.mode', 'taskmanager.compute.numa', 'zookeeper.heap.mb'];

/** Options that select a port of the JobManager. */
export const JOB_MANAGER_PORTS: readonly string[] = [
  Keys.JOB_MANAGER_RPC_PORT,
  Keys.BLOB_SERVER_PORT,
  Keys.REST_PORT,
  Keys.REST_BIND_PORT,
  Keys.METRICS_QUERY_SERVICE_PORT,
  Keys.HIGH_AVAILABILITY_PORT,
];

/** Options that select a port of a TaskManager. */
export const TASK_MANAGER_PORTS: readonly string[] = [
  Keys.TASK_MANAGER_RPC_PORT,
  Keys.TASK_MANAGER_DATA_PORT,
  Keys.QUERYABLE_STATE_PROXY_PORTS,
  Keys.METRICS_QUERY_SERVICE_PORT,
];

/** Prefixes of options that only one role reads: a change of their value restarts only that role. */
const READ_BY_ONE = {
  jobManager: startsWithOneOf(Keys.JAVA_OPTS_JOB_MANAGER, 'jobmanager.memory.'),
  taskManager: startsWithOneOf(
    Keys.JAVA_OPTS_TASK_MANAGER,
    'taskmanager.memory.framework.',
    'taskmanager.memory.jvm-',
    Keys.TASK_MANAGER_PROCESS_SIZE,
    'taskmanager.memory.task.',
    Keys.TASK_MANAGER_RPC_PORT,
    Keys.TASK_MANAGER_DATA_PORT,
  ),
};

function startsWithOneOf(...prefixes: string[]): RegExp {
  return new RegExp(`^(?:${prefixes.join('|').replaceAll('.', '\\.')})`);
}

/** Whether a change of the option can change the behaviour of a process of this role. */
export function isReadBy(key: string, role: 'jobManager' | 'taskManager'): boolean {
  return !READ_BY_ONE[role === 'jobManager' ? 'taskManager' : 'jobManager'].test(key);
}

/** Whether an option is for the Flink Kubernetes Operator, which does not pass it to Flink. */
export function isForOperator(key: string): boolean {
  return key.startsWith('kubernetes.operator.') || key.startsWith('job.autoscaler.');
}
