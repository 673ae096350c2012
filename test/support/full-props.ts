import { App, Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  Autoscaling,
  Checkpointing,
  DeploymentMode,
  FileSystem,
  FlinkFile,
  type FlinkPodOptions,
  FlinkProbe,
  type FlinkSessionClusterProps,
  FlinkVersion,
  Hardening,
  HighAvailability,
  ImagePullPolicy,
  type FlinkRoleOptions,
  type FlinkWebOptions,
  type JobManagerMemoryOptions,
  type JobManagerOptions,
  type JvmMemoryOptions,
  LocalDisk,
  LocalRecovery,
  Logging,
  RestAccess,
  RestartStrategy,
  RolloutStrategy,
  StateBackend,
  type TaskManagerMemoryOptions,
  type TaskManagerOptions,
} from '../../src';

const scope = new Chart(new App(), 'scope');
const secret = kplus.Secret.fromSecretName(scope, 'Secret', 'given-secret');
const configMap = kplus.ConfigMap.fromConfigMapName(scope, 'ConfigMap', 'given-config');
const serviceAccount = kplus.ServiceAccount.fromServiceAccountName(scope, 'Account', 'given-account');
const { Quantity, IntOrString } = kplus.k8s;

/** Every pod option; leaving one out does not compile. */
export function fullPodOptions(): Required<FlinkPodOptions> {
  return {
    ...imageAndVariableOptions(),
    ...volumeAndContainerOptions(),
    ...schedulingOptions(),
    ...securityOptions(),
    ...lifecycleOptions(),
    ...networkOptions(),
    podTemplate: {
      metadata: { labels: { late: 'label' }, annotations: { late: 'annotation' } },
      spec: { hostname: 'late', setHostnameAsFQDN: true },
    },
  };
}

function imageAndVariableOptions() {
  return {
    image: 'flink:1.20.4',
    imageRegistry: 'mirror.example.com/a',
    imageDigest: `sha256:${'a'.repeat(64)}`,
    imagePullPolicy: ImagePullPolicy.ALWAYS,
    imagePullSecrets: [secret],
    env: { B: '$(C)', A: 'a', C: 'c' },
    envValues: {
      FROM_SECRET: kplus.EnvValue.fromSecretValue({ secret, key: 'k' }),
      FROM_CONFIG: kplus.EnvValue.fromConfigMap(configMap, 'k', { optional: true }),
      FROM_FIELD: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_IP),
      PLAIN: kplus.EnvValue.fromValue('plain'),
    },
    envFromSecrets: [secret],
    envFromConfigMaps: [configMap],
  };
}

function volumeAndContainerOptions() {
  return {
    volumes: [{ name: 'data', emptyDir: { sizeLimit: Quantity.fromString('1Gi') } }],
    volumeMounts: [{ name: 'data', mountPath: '/data', readOnly: true }],
    initContainers: [
      {
        name: 'init',
        image: 'busybox:1.36',
        restartPolicy: 'Always',
        env: [{ name: 'A', value: 'b' }],
      } as kplus.k8s.Container,
    ],
    sidecars: [
      {
        name: 'side',
        image: 'busybox:1.36',
        ports: [{ name: 'side', containerPort: 9000, hostIp: undefined }],
        resources: { requests: { cpu: Quantity.fromNumber(1), memory: Quantity.fromString('64Mi') } },
        livenessProbe: { httpGet: { port: IntOrString.fromString('side'), path: '/' } },
      },
    ],
    heapDumps: { path: '/dumps/', volume: { name: 'ignored', persistentVolumeClaim: { claimName: 'dumps' } } },
  };
}

function schedulingOptions() {
  return {
    nodeSelector: { disk: 'ssd' },
    tolerations: [{ key: 'dedicated', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 }],
    affinity: {
      nodeAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 1,
            preference: { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] },
          },
        ],
      },
    },
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
    ],
    priorityClassName: 'high',
    runtimeClassName: 'gvisor',
    schedulerName: 'volcano',
  };
}

function securityOptions() {
  return {
    serviceAccount,
    podSecurityContext: { fsGroup: 5, sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }] },
    securityContext: { runAsUser: 5, capabilities: { drop: ['ALL'] } },
  };
}

function lifecycleOptions() {
  return {
    podLabels: { 'example.com/team': 'data' },
    podAnnotations: { 'example.com/owner': 'Data: Platform' },
    lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
    terminationGracePeriod: Duration.seconds(60),
    revisionHistoryLimit: 3,
    timeZone: 'Europe/Berlin',
  };
}

function networkOptions() {
  return {
    hostAliases: [{ ip: '10.0.0.1', hostnames: ['db'] }],
    dnsPolicy: 'None',
    dnsConfig: { nameservers: ['10.0.0.10'] },
  };
}

function fullRoleOptions(): Required<FlinkRoleOptions> {
  return {
    ...fullPodOptions(),
    memory: Size.gibibytes(2),
    cpu: 1.5,
    memoryLimitFactor: 1.5,
    cpuLimitFactor: 2,
    replicas: 1,
    jvmOptions: ['-XX:+UseG1GC'],
    livenessProbe: FlinkProbe.tcpSocket({ initialDelay: Duration.seconds(1) }),
    readinessProbe: FlinkProbe.exec(['true']),
    startupProbe: FlinkProbe.tcpPort(9999),
    strategy: RolloutStrategy.recreate(),
  };
}

const JVM_MEMORY: Required<JvmMemoryOptions> = {
  flink: Size.mebibytes(1536),
  jvmMetaspace: Size.mebibytes(256),
  jvmOverheadMin: Size.mebibytes(200),
  jvmOverheadMax: Size.mebibytes(512),
  jvmOverheadFraction: 0.2,
};

export function fullJobManagerOptions(): Required<JobManagerOptions> {
  const memoryOptions: Required<JobManagerMemoryOptions> = {
    ...JVM_MEMORY,
    heap: Size.mebibytes(1280),
    offHeap: Size.mebibytes(256),
  };
  return { ...fullRoleOptions(), memoryOptions };
}

export function fullTaskManagerOptions(): Required<TaskManagerOptions> {
  const memoryOptions: Required<TaskManagerMemoryOptions> = {
    ...JVM_MEMORY,
    taskHeap: Size.mebibytes(512),
    taskOffHeap: Size.mebibytes(64),
    frameworkHeap: Size.mebibytes(150),
    frameworkOffHeap: Size.mebibytes(106),
    managed: Size.mebibytes(512),
    managedFraction: 0.3,
    networkMin: Size.mebibytes(100),
    networkMax: Size.mebibytes(256),
    networkFraction: 0.2,
  };
  return { ...fullRoleOptions(), taskSlots: 4, memoryOptions };
}

export const FULL_WEB: Required<FlinkWebOptions> = {
  port: 8082,
  urlPrefix: '/flink/',
  submit: false,
  cancel: false,
  rescale: false,
  flameGraphs: true,
  profiler: true,
  accessControlAllowOrigin: 'https://example.com',
  refreshInterval: Duration.seconds(5),
  timeout: Duration.minutes(1),
};

/** The options of a role that are not pod options. */
function ownOptions<T extends object>(options: T): Partial<T> {
  const common = fullPodOptions();
  return Object.fromEntries(Object.entries(options).filter(([name]) => !(name in common))) as Partial<T>;
}

/** Every property of a cluster. Pod options are set on the cluster or on each role, because lists are concatenated. */
export function fullProps(podOptionsOf: 'cluster' | 'roles' = 'cluster'): FlinkSessionClusterProps {
  const all: Required<Omit<FlinkSessionClusterProps, keyof FlinkPodOptions>> = {
    version: FlinkVersion.V1_20,
    clusterName: 'flink',
    namespace: 'streams',
    mode: DeploymentMode.standalone(),
    configuration: { a: { b: [1, 'c'] }, d: true },
    secretConfiguration: { 's3.secret-key': { secret, key: 'k' } },
    allowPlainCredentials: [{ key: 'a.password', reason: 'known to all' }],
    fileSystems: [FileSystem.s3Hadoop()],
    allowUnknownOptions: ['a.', 'd'],
    parallelism: 4,
    autoscaling: Autoscaling.enabled(),
    restartStrategy: RestartStrategy.fixedDelay({ attempts: 3, delay: Duration.seconds(10) }),
    highAvailability: HighAvailability.none(),
    stateBackend: StateBackend.rocksDb(),
    checkpointing: Checkpointing.every(Duration.minutes(1), { dir: 's3://bucket/checkpoints' }),
    localRecovery: LocalRecovery.podStorage(),
    localDisk: LocalDisk.emptyDir({ sizeLimit: Size.gibibytes(10) }),
    web: FULL_WEB,
    features: [{ bind: () => ({}) }],
    logging: Logging.levels(),
    files: [FlinkFile.fromText('core-site.xml', '<configuration/>')],
    jvmOptions: ['-Da=b'],
    hardening: Hardening.RESTRICTED,
    labels: { team: 'data' },
    annotations: { a: 'b' },
    strict: false,
    suppressions: [
      { id: 'FLK-SVC-02', reason: 'closed network' },
      { id: 'FLK-SVC-03', reason: 'still used' },
    ],
    jobManager: podOptionsOf === 'roles' ? fullJobManagerOptions() : ownOptions(fullJobManagerOptions()),
    taskManager: podOptionsOf === 'roles' ? fullTaskManagerOptions() : ownOptions(fullTaskManagerOptions()),
    restAccess: RestAccess.nodePort({ nodePort: 30000, annotations: { a: 'b' } }),
    queryableState: { nodePort: 30001, annotations: { a: 'b' } },
  };
  return { ...all, ...(podOptionsOf === 'cluster' ? fullPodOptions() : {}) };
}
