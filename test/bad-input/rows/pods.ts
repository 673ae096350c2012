import { Duration } from 'cdk8s';
import { jobManager, mainContainerOf, rule, sidecar, taskManager, type Row } from './row';
import { FlinkProbe, Hardening, RolloutStrategy } from '../../../src';

const NONE = { hardening: Hardening.NONE };

function pod(spec: any): any {
  return jobManager({ podTemplate: { spec } });
}

export const ENVIRONMENT: readonly Row[] = [
  ...rule(
    'FLK-ENV-01',
    ...(['MY VAR', '1X', 'A=B', '\u00c4', '', '..'] as const).map((name) => ({
      what: JSON.stringify(name),
      bad: { env: { [name]: 'a' } },
      at: name === '' ? 'env' : `env.${name}`,
      says: ['not a valid name of an environment variable', 'not starting with a digit'],
      good: { env: { MY_VAR: 'a' } },
    })),
    {
      what: 'a variable name with a non-ASCII letter',
      bad: { envValues: { А: { value: 'a' } } },
      at: 'envValues.\u0410',
      says: ['contains U+0410'],
      good: { envValues: { A: { value: 'a' } } },
    },
    {
      what: 'an invalid variable name in a sidecar',
      bad: sidecar({ env: [{ name: '1', value: 'a' }] }),
      at: 'JobManager › containers.side.env',
      says: ['"1"', 'not a valid name'],
      good: sidecar({ env: [{ name: '_1', value: 'a' }] }),
    },
  ),
  ...rule(
    'FLK-ENV-02',
    ...[
      'FLINK_HOME',
      'FLINK_CONF_DIR',
      'FLINK_PROPERTIES',
      'FLINK_ENV_JAVA_OPTS',
      'JOB_MANAGER_RPC_ADDRESS',
      'TASK_MANAGER_NUMBER_OF_TASK_SLOTS',
      'LD_PRELOAD',
      'JVM_ARGS',
      'ENABLE_BUILT_IN_PLUGINS',
      'SUBMISSION_REST_ADDRESS',
    ].map((name) => ({
      what: name,
      bad: { env: { [name]: 'a' } },
      at: `env.${name}`,
      says: [`the image and the library reserve ${name}`],
      good: { env: { [`MY_${name}`]: 'a' } },
    })),
    {
      what: 'a reserved variable as a reference',
      bad: jobManager({ envValues: { FLINK_PROPERTIES: { value: 'a' } } }),
      at: 'jobManager.envValues.FLINK_PROPERTIES',
      says: ['in configuration'],
      good: jobManager({ envValues: { PROPERTIES: { value: 'a' } } }),
    },
  ),
  ...rule(
    'FLK-ENV-03',
    {
      what: 'a variable with a value and a reference',
      bad: jobManager({ env: { A: '1' }, envValues: { A: { value: '2' } } }),
      at: 'JobManager › env.A',
      says: ['defined twice', 'keep one'],
      good: jobManager({ env: { A: '1' }, envValues: { B: { value: '2' } } }),
    },
    {
      what: 'TZ in addition to timeZone',
      bad: jobManager({ env: { TZ: 'UTC' }, timeZone: 'UTC' }),
      at: 'JobManager › env.TZ',
      says: ['defined twice'],
      good: jobManager({ env: { TZ: 'UTC' } }),
    },
    {
      what: 'a variable that a sidecar defines twice',
      bad: sidecar({
        env: [
          { name: 'A', value: '1' },
          { name: 'A', value: '1' },
        ],
      }),
      at: 'JobManager › containers.side.env.A',
      says: ['defined twice'],
      good: sidecar({
        env: [
          { name: 'A', value: '1' },
          { name: 'a', value: '1' },
        ],
      }),
    },
  ),
  ...rule(
    'FLK-ENV-04',
    {
      what: 'a reference cycle of two variables',
      bad: jobManager({ env: { A: '$(B)', B: '$(A)' } }),
      at: 'JobManager › env',
      says: ['in a cycle: A → B', 'without a reference'],
      good: jobManager({ env: { A: '$(B)', B: '$$(A)' } }),
    },
    {
      what: 'a variable that references itself',
      bad: jobManager({ env: { A: 'x$(A)', B: '1' } }),
      at: 'JobManager › env',
      says: ['in a cycle: A'],
      good: jobManager({ env: { A: 'x$(B)', B: '1' } }),
    },
  ),
  ...rule('FLK-ENV-05', {
    what: 'a variable with a value and a source',
    bad: mainContainerOf({ env: [{ name: 'A', value: '1', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] }),
    at: 'JobManager › env.A',
    says: ['both a value and a source', 'keep one'],
    good: mainContainerOf({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] }),
  }),
];

export const PODS: readonly Row[] = [
  ...rule(
    'FLK-POD-01',
    {
      what: 'a container name with capitals',
      bad: jobManager({ sidecars: [{ name: 'Side', image: 'a:1' }] }),
      at: 'JobManager › containers',
      says: ['"Side"', 'not a valid container name', 'at most 63'],
      good: sidecar({}),
    },
    {
      what: 'a container without a name',
      bad: jobManager({ initContainers: [{ image: 'a:1' }] }),
      at: 'JobManager › containers',
      says: ['not a valid container name'],
      good: jobManager({ initContainers: [{ name: 'a', image: 'a:1' }] }),
    },
  ),
  ...rule(
    'FLK-POD-02',
    {
      what: 'two sidecars with the same name',
      bad: jobManager({
        sidecars: [
          { name: 'a', image: 'a:1' },
          { name: 'a', image: 'a:1' },
        ],
      }),
      at: 'JobManager › containers.a',
      says: ['two containers', 'rename'],
      good: jobManager({
        sidecars: [
          { name: 'a', image: 'a:1' },
          { name: 'b', image: 'a:1' },
        ],
      }),
    },
    {
      what: 'a sidecar with the name of the main container',
      bad: jobManager({ sidecars: [{ name: 'jobmanager', image: 'a:1' }] }),
      at: 'JobManager › containers.jobmanager',
      says: ['two containers'],
      good: jobManager({ sidecars: [{ name: 'taskmanager', image: 'a:1' }] }),
    },
    {
      what: 'an init container with the name of a sidecar',
      bad: jobManager({ sidecars: [{ name: 'a', image: 'a:1' }], initContainers: [{ name: 'a', image: 'a:1' }] }),
      at: 'JobManager › containers.a',
      says: ['two containers'],
      good: jobManager({ initContainers: [{ name: 'a', image: 'a:1' }] }),
    },
  ),
  ...rule('FLK-POD-05', {
    what: 'restart policy Never',
    bad: pod({ restartPolicy: 'Never' }),
    at: 'JobManager › podTemplate.spec.restartPolicy',
    says: ['"Never"', 'only the restart policy Always', 'remove it'],
    good: pod({ restartPolicy: 'Always' }),
  }),
  ...rule(
    'FLK-POD-14',
    {
      what: 'a misspelled field of the pod',
      bad: pod({ dnsConfg: {} }),
      at: 'JobManager › dnsConfg',
      says: ['no such field', 'write dnsConfig'],
      good: pod({ dnsConfig: {} }),
    },
    {
      what: 'a misspelled field of the main container',
      bad: mainContainerOf({ envfrm: [] }),
      at: 'JobManager › envfrm',
      says: ['write envFrom'],
      good: mainContainerOf({ envFrom: [] }),
    },
    {
      what: 'a misspelled field of a sidecar',
      bad: sidecar({ imagePulPolicy: 'Always' }),
      at: 'JobManager › containers.side.imagePulPolicy',
      says: ['write imagePullPolicy'],
      good: sidecar({ imagePullPolicy: 'Always' }),
    },
    {
      what: 'a misspelled field of a nested object',
      bad: jobManager({
        affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTrms: [] } } },
      }),
      at: 'JobManager › affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTrms',
      says: ['write nodeSelectorTerms'],
      good: jobManager({
        affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } },
      }),
    },
  ),
  ...rule(
    'FLK-POD-15',
    {
      what: 'a string instead of a number',
      bad: pod({ priority: 'high' }),
      at: 'JobManager › priority',
      says: ['"high"', 'an integer'],
      good: pod({ priority: 1000 }),
    },
    {
      what: 'a map instead of a list',
      bad: jobManager({
        topologySpreadConstraints: [
          { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', matchLabelKeys: { a: 'b' } },
        ],
      }),
      at: 'JobManager › topologySpreadConstraints[0].matchLabelKeys',
      says: ['a list'],
      good: jobManager({
        topologySpreadConstraints: [
          { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', matchLabelKeys: ['a'] },
        ],
      }),
    },
    {
      what: 'a list instead of a map',
      bad: jobManager({ affinity: { nodeAffinity: [] } }),
      at: 'JobManager › affinity.nodeAffinity',
      says: ['a map'],
      good: jobManager({ affinity: { nodeAffinity: {} } }),
    },
    {
      what: 'a string instead of a boolean',
      bad: mainContainerOf({ tty: 'yes' }),
      at: 'JobManager › tty',
      says: ['"yes"', 'a boolean'],
      good: mainContainerOf({ tty: true }),
    },
    {
      what: 'a number instead of a string',
      bad: sidecar({ workingDir: 1 }),
      at: 'JobManager › containers.side.workingDir',
      says: ['a string'],
      good: sidecar({ workingDir: '/', resources: { requests: { cpu: 0.5 } } }),
    },
  ),
  ...rule('FLK-POD-16', {
    what: 'an unknown field',
    bad: pod({ quantumEntanglement: true }),
    at: 'JobManager › quantumEntanglement',
    says: ['resembles no known field of pods', 'new enough'],
    good: pod({ hostnameOverride: 'a' }),
  }),
  ...rule(
    'FLK-POD-06',
    ...['hostNetwork', 'hostPID', 'hostIPC'].map((field) => ({
      what: field,
      bad: pod({ [field]: true }),
      at: `JobManager › ${field}`,
      says: ['must not use the network', 'hardening to NONE'],
      good: {
        ...NONE,
        ...pod({ [field]: true }),
      },
    })),
    {
      what: 'a host port',
      bad: sidecar({ ports: [{ name: 'a', containerPort: 9000, hostPort: 9000 }] }),
      at: 'JobManager › containers.side.ports.a.hostPort',
      says: ['got 9000;', 'must not use the network'],
      good: { ...NONE, ...sidecar({ ports: [{ name: 'a', containerPort: 9000, hostPort: 9000 }] }) },
    },
    {
      what: 'a host port of the main container',
      bad: mainContainerOf({ ports: [{ containerPort: 8081, hostPort: 8081 }] }),
      at: 'JobManager › ports.webui.hostPort',
      says: ['must not use the network'],
      good: mainContainerOf({ ports: [{ containerPort: 8081, name: 'web' }] }),
    },
  ),
  ...rule(
    'FLK-POD-07',
    ...(
      [
        { field: 'runAsUser', bad: 0, needed: 'an integer from 1 to 2147483647', good: 1 },
        { field: 'runAsUser', bad: 2 ** 31, needed: 'an integer', good: 2 ** 31 - 1 },
        { field: 'runAsUser', bad: '9999', needed: 'an integer', good: 9999 },
        { field: 'runAsNonRoot', bad: false, needed: 'true', good: true },
        { field: 'privileged', bad: true, needed: 'false', good: false },
        { field: 'allowPrivilegeEscalation', bad: true, needed: 'false', good: false },
        {
          field: 'capabilities',
          bad: { add: ['NET_ADMIN'] },
          needed: 'to drop ALL',
          good: { add: ['NET_BIND_SERVICE'] },
        },
        { field: 'capabilities', bad: { drop: ['CHOWN'] }, needed: 'to drop ALL', good: { drop: ['ALL', 'CHOWN'] } },
        {
          field: 'seccompProfile',
          bad: { type: 'Unconfined' },
          needed: 'the type RuntimeDefault',
          good: { type: 'Localhost', localhostProfile: 'a' },
        },
      ] as const
    ).map(({ field, bad, needed, good }) => ({
      what: `${field} = ${JSON.stringify(bad)}`,
      bad: jobManager({ securityContext: { [field]: bad } }),
      at: `JobManager › securityContext.${field}`,
      says: [`requires ${needed}`, 'remove the setting'],
      good: jobManager({ securityContext: { [field]: good } }),
    })),
    {
      what: 'user 0 in the pod',
      bad: jobManager({ podSecurityContext: { runAsUser: 0 } }),
      at: 'JobManager › podSecurityContext.runAsUser',
      says: ['got 0;'],
      good: { ...NONE, ...jobManager({ podSecurityContext: { runAsUser: 0 } }) },
    },
    {
      what: 'a privileged sidecar',
      bad: sidecar({ securityContext: { privileged: true } }),
      at: 'JobManager › containers.side.securityContext.privileged',
      says: ['requires false'],
      good: sidecar({ securityContext: { privileged: false } }),
    },
    {
      what: 'an init container that may run as root',
      bad: jobManager({ initContainers: [{ name: 'a', image: 'a:1', securityContext: { runAsNonRoot: false } }] }),
      at: 'JobManager › containers.a.securityContext.runAsNonRoot',
      says: ['requires true'],
      good: jobManager({ initContainers: [{ name: 'a', image: 'a:1' }] }),
    },
  ),
  ...rule(
    'FLK-POD-08',
    {
      what: 'a probe path without a leading slash',
      bad: jobManager({ livenessProbe: FlinkProbe.httpGet('config') }),
      at: 'jobManager.livenessProbe',
      says: ['must request a path that starts with /', 'correct the probe'],
      good: jobManager({ livenessProbe: FlinkProbe.httpGet('/config') }),
    },
    {
      what: 'a probe with port 0',
      bad: jobManager({ readinessProbe: FlinkProbe.tcpPort(0) }),
      at: 'jobManager.readinessProbe',
      says: ['a port from 1 to 65535'],
      good: jobManager({ readinessProbe: FlinkProbe.tcpPort(1) }),
    },
    {
      what: 'a probe without a command',
      bad: jobManager({ startupProbe: FlinkProbe.exec([]) }),
      at: 'jobManager.startupProbe',
      says: ['a command that is a list of strings'],
      good: jobManager({ startupProbe: FlinkProbe.exec(['true']) }),
    },
    {
      what: 'a probe period of half a second',
      bad: jobManager({ livenessProbe: FlinkProbe.tcpSocket({ period: Duration.millis(500) }) }),
      at: 'jobManager.livenessProbe',
      says: ['must have period as a Duration of whole seconds, at least 1'],
      good: jobManager({
        livenessProbe: FlinkProbe.tcpSocket({ period: Duration.seconds(1), initialDelay: Duration.seconds(0) }),
      }),
    },
    {
      what: 'a failure threshold of 0',
      bad: jobManager({ livenessProbe: FlinkProbe.tcpSocket({ failureThreshold: 0 }) }),
      at: 'jobManager.livenessProbe',
      says: ['failureThreshold as an integer, at least 1'],
      good: jobManager({ livenessProbe: FlinkProbe.tcpSocket({ failureThreshold: 1 }) }),
    },
    {
      what: 'probe timing that is not an object',
      bad: jobManager({ livenessProbe: FlinkProbe.tcpSocket(5 as any) }),
      at: 'jobManager.livenessProbe',
      says: ['must have its timing as an object'],
      good: jobManager({ livenessProbe: FlinkProbe.tcpSocket({}) }),
    },
    {
      what: 'a probe timeout that is not a Duration',
      bad: jobManager({ livenessProbe: FlinkProbe.tcpSocket({ timeout: 5 as any }) }),
      at: 'jobManager.livenessProbe',
      says: ['must have timeout as a Duration'],
      good: jobManager({ livenessProbe: FlinkProbe.tcpSocket({ timeout: Duration.seconds(5) }) }),
    },
    {
      what: 'a success threshold of 2 for a liveness probe',
      bad: jobManager({ livenessProbe: FlinkProbe.tcpSocket({ successThreshold: 2 }) }),
      at: 'JobManager › livenessProbe',
      says: ['got 2;', 'successThreshold 1', 'correct the probe'],
      good: jobManager({ readinessProbe: FlinkProbe.tcpSocket({ successThreshold: 2 }) }),
    },
    {
      what: 'a success threshold of 2 for a startup probe of a sidecar',
      bad: sidecar({ startupProbe: { exec: { command: ['a'] }, successThreshold: 2 } }),
      at: 'JobManager › containers.side.startupProbe',
      says: ['successThreshold 1'],
      good: sidecar({ startupProbe: { exec: { command: ['a'] }, successThreshold: 1 } }),
    },
  ),
  ...rule('FLK-POD-09', {
    what: 'a termination grace period of 9 seconds',
    bad: jobManager({ terminationGracePeriod: Duration.seconds(9) }),
    at: 'JobManager › terminationGracePeriod',
    says: ['got 9;', 'about ten seconds', 'at least 10'],
    good: jobManager({ terminationGracePeriod: Duration.seconds(10) }),
  }),
  ...rule(
    'FLK-POD-10',
    ...(
      [
        { timeZone: 'Europe Berlin', good: 'Europe/Berlin' },
        { timeZone: '', good: 'UTC' },
        { timeZone: '+01:00', good: 'Etc/GMT-1' },
        { timeZone: 'Europe/', good: 'Europe/Berlin' },
      ] as const
    ).map(({ timeZone, good }) => ({
      what: JSON.stringify(timeZone),
      bad: { timeZone },
      at: 'timeZone',
      says: ['not a valid name of a time zone', 'Europe/Berlin or UTC'],
      good: { timeZone: good },
    })),
  ),
  ...rule(
    'FLK-POD-11',
    {
      what: 'a number as maxSurge',
      bad: taskManager({ strategy: RolloutStrategy.rollingUpdate({ maxSurge: 1 as any }) }),
      at: 'taskManager.strategy',
      says: ['as strings', 'correct the strategy'],
      good: taskManager({ strategy: RolloutStrategy.rollingUpdate({ maxSurge: '1' }) }),
    },
    {
      what: 'a maxUnavailable of 101%',
      bad: taskManager({ strategy: RolloutStrategy.rollingUpdate({ maxUnavailable: '101%' }) }),
      at: 'taskManager.strategy',
      says: ['up to 100%'],
      good: taskManager({ strategy: RolloutStrategy.rollingUpdate({ maxUnavailable: '100%' }) }),
    },
    {
      what: 'maxSurge and maxUnavailable both 0',
      bad: taskManager({ strategy: RolloutStrategy.rollingUpdate({ maxSurge: '0%', maxUnavailable: '0' }) }),
      at: 'taskManager.strategy',
      says: ['both maxSurge and maxUnavailable at 0'],
      good: taskManager({ strategy: RolloutStrategy.rollingUpdate({ maxSurge: '0' }) }),
    },
  ),
  ...rule('FLK-POD-12', {
    what: 'an HTTP probe of a TaskManager',
    bad: taskManager({ readinessProbe: FlinkProbe.httpGet('/') }),
    at: 'TaskManager › readinessProbe',
    says: ['no REST endpoint', 'FlinkProbe.tcpSocket()'],
    good: jobManager({ readinessProbe: FlinkProbe.httpGet('/') }),
  }),
  ...rule('FLK-REP-02', {
    what: 'a rolling update of the JobManager',
    bad: jobManager({ strategy: RolloutStrategy.rollingUpdate() }),
    at: 'JobManager › strategy',
    says: ['"RollingUpdate"', 'two JobManagers run', 'RolloutStrategy.recreate()'],
    good: jobManager({ strategy: RolloutStrategy.recreate() }),
  }),
];

export const PORTS_AND_RESOURCES: readonly Row[] = [
  ...rule(
    'FLK-PORT-03',
    ...[0, -1, 65536, 8081.5, '8081', undefined].map((containerPort) => ({
      what: String(containerPort),
      bad: sidecar({ ports: [{ name: 'a', containerPort }] }),
      at: 'JobManager › containers.side.ports.a',
      says: ['not a valid port', '1 to 65535'],
      good: sidecar({ ports: [{ name: 'a', containerPort: 65535 }] }),
    })),
  ),
  ...rule(
    'FLK-PORT-04',
    ...(
      [
        { name: 'a'.repeat(16), good: 'a'.repeat(15) },
        { name: 'Web', good: 'web' },
        { name: 'a--b', good: 'a-b' },
        { name: '123', good: '123a' },
        { name: '-a', good: 'a' },
      ] as const
    ).map(({ name, good }) => ({
      what: name,
      bad: sidecar({ ports: [{ name, containerPort: 9000 }] }),
      at: `JobManager › containers.side.ports.${name}`,
      says: [`"${name}"`, 'not a valid port name', 'at most 15'],
      good: sidecar({ ports: [{ name: good, containerPort: 9000 }] }),
    })),
  ),
  ...rule('FLK-PORT-05', {
    what: 'two ports with the same name',
    bad: sidecar({
      ports: [
        { name: 'a', containerPort: 9000 },
        { name: 'a', containerPort: 9001 },
      ],
    }),
    at: 'JobManager › containers.side.ports.a',
    says: ['"a"', 'two ports', 'rename one'],
    good: sidecar({
      ports: [
        { name: 'a', containerPort: 9000 },
        { name: 'b', containerPort: 9001 },
      ],
    }),
  }),
  ...rule(
    'FLK-RES-03',
    ...(
      [
        { bad: '2g', good: '2G' },
        { bad: '2gb', good: '2Gi' },
        { bad: '1K', good: '1k' },
        { bad: '1600 megs', good: '1600M' },
        { bad: '1mi', good: '1Mi' },
        { bad: '-1', good: '1' },
        { bad: '', good: '1' },
        { bad: 'ten', good: '10' },
      ] as const
    ).map(({ bad, good }) => ({
      what: JSON.stringify(bad),
      bad: sidecar({ resources: { limits: { 'ephemeral-storage': bad } } }),
      at: 'JobManager › containers.side.resources.limits.ephemeral-storage',
      says: [`"${bad}"`, 'not a valid quantity', 'Mi, Gi or m'],
      good: sidecar({ resources: { limits: { 'ephemeral-storage': good } } }),
    })),
  ),
  ...rule('FLK-RES-04', {
    what: 'memory in milli-bytes',
    bad: sidecar({ resources: { limits: { memory: '2048m' } } }),
    at: 'JobManager › containers.side.resources.limits.memory',
    says: ['"2048m"', 'a thousandth', 'Mi or Gi'],
    good: sidecar({ resources: { limits: { memory: '2048Mi', cpu: '2048m' } } }),
  }),
  ...rule(
    'FLK-RES-05',
    {
      what: 'a memory request above its limit',
      bad: sidecar({ resources: { requests: { memory: '1Gi' }, limits: { memory: '1023Mi' } } }),
      at: 'JobManager › containers.side.resources.requests.memory',
      says: ['"1Gi"', 'more than its limit of 1023Mi', 'raise the limit'],
      good: sidecar({ resources: { requests: { memory: '1Gi' }, limits: { memory: '1024Mi' } } }),
    },
    {
      what: 'a CPU request above its limit',
      bad: sidecar({ resources: { requests: { cpu: 2 }, limits: { cpu: '1999m' } } }),
      at: 'JobManager › containers.side.resources.requests.cpu',
      says: ['got 2;', 'limit of 1999m'],
      good: sidecar({ resources: { requests: { cpu: 2 }, limits: { cpu: '2000m' } } }),
    },
  ),
  ...rule('FLK-RES-06', {
    what: '8Ei of memory',
    bad: sidecar({ resources: { limits: { memory: '8Ei' } } }),
    at: 'JobManager › containers.side.resources.limits.memory',
    says: ['"8Ei"', 'above 2^63', 'smaller'],
    good: sidecar({ resources: { limits: { memory: '7Ei' } } }),
  }),
  ...rule('FLK-RES-07', {
    what: 'a memory limit below the process size',
    bad: mainContainerOf({ resources: { requests: { memory: '1Gi' }, limits: { memory: '1Gi' } } }),
    at: 'JobManager › resources.limits.memory',
    says: ['"1Gi"', 'will use 1600Mi', 'raise the limit'],
    good: mainContainerOf({ resources: { requests: { memory: '1Gi' }, limits: { memory: '1600Mi' } } }),
  }),
];

const MOUNT = { name: 'data', mountPath: '/data' };
const VOLUME = { name: 'data', emptyDir: {} };

function mounted(mount: any, volume: any = VOLUME): any {
  return jobManager({ volumes: [volume], volumeMounts: [{ ...MOUNT, ...mount }] });
}

export const VOLUMES: readonly Row[] = [
  ...rule(
    'FLK-VOL-01',
    {
      what: 'two volumes with the same name',
      bad: jobManager({ volumes: [VOLUME, VOLUME] }),
      at: 'JobManager › volumes.data',
      says: ['two volumes', 'rename'],
      good: jobManager({ volumes: [VOLUME] }),
    },
    {
      what: 'a volume with a name of the library',
      bad: jobManager({ volumes: [{ ...VOLUME, name: 'flink-config-volume' }] }),
      at: 'JobManager › volumes.flink-config-volume',
      says: ['two volumes'],
      good: jobManager({ volumes: [{ ...VOLUME, name: 'flink-config' }] }),
    },
  ),
  ...rule(
    'FLK-VOL-02',
    {
      what: 'a mount of an unknown volume',
      bad: jobManager({ volumeMounts: [MOUNT] }),
      at: 'JobManager › volumeMounts./data',
      says: ['"data"', 'no volume with this name', 'add the volume'],
      good: mounted({}),
    },
    {
      what: 'a sidecar mount of an unknown volume',
      bad: sidecar({ volumeMounts: [MOUNT] }),
      at: 'JobManager › containers.side.volumeMounts./data',
      says: ['no volume with this name'],
      good: sidecar({ volumeMounts: [{ ...MOUNT, name: 'flink-tmp' }] }),
    },
  ),
  ...rule(
    'FLK-VOL-03',
    {
      what: 'two mounts with the same path',
      bad: jobManager({ volumes: [VOLUME], volumeMounts: [MOUNT, { ...MOUNT, mountPath: '/./data/' }] }),
      at: 'JobManager › volumeMounts././data/',
      says: ['two mounts', 'another path'],
      good: jobManager({ volumes: [VOLUME], volumeMounts: [MOUNT, { ...MOUNT, mountPath: '/data/a' }] }),
    },
    {
      what: 'a mount with the path of the heap dumps',
      bad: jobManager({ ...mounted({ mountPath: '/opt/flink/heap-dumps' }).jobManager, heapDumps: {} }),
      at: 'JobManager › volumeMounts./opt/flink/heap-dumps',
      says: ['two mounts'],
      good: jobManager({
        ...mounted({ mountPath: '/opt/flink/heap-dumps' }).jobManager,
        heapDumps: { path: '/dumps' },
      }),
    },
  ),
  ...rule(
    'FLK-VOL-04',
    ...(
      [
        { mountPath: 'data', good: '/data' },
        { mountPath: '/a:b', good: '/a-b' },
        { mountPath: '/a/../b', good: '/a/..b' },
        { mountPath: '', good: '/a' },
      ] as const
    ).map(({ mountPath, good }) => ({
      what: JSON.stringify(mountPath),
      bad: mounted({ mountPath }),
      at: `JobManager › volumeMounts.${mountPath}`,
      says: [JSON.stringify(mountPath), 'not a valid mount path', 'absolute path'],
      good: mounted({ mountPath: good }),
    })),
    {
      what: 'heap dumps with a relative path',
      bad: jobManager({ heapDumps: { path: 'dumps' } }),
      at: 'JobManager › volumeMounts.dumps',
      says: ['not a valid mount path'],
      good: jobManager({ heapDumps: { path: '/dumps' } }),
    },
  ),
  ...rule(
    'FLK-VOL-05',
    ...[
      '/',
      '/opt/flink',
      '/opt/flink/lib/',
      '/opt/flink/bin',
      '/etc',
      '/var/run/secrets/kubernetes.io/serviceaccount',
    ].map((mountPath) => ({
      what: mountPath,
      bad: mounted({ mountPath }),
      at: `JobManager › volumeMounts.${mountPath}`,
      says: ['would hide', '/opt/flink/usrlib'],
      good: mounted({ mountPath: `${mountPath}/mine`.replace('//', '/') }),
    })),
    {
      what: "the configuration volume mounted over Flink's files",
      bad: mounted({ name: 'flink-config-volume', mountPath: '/opt/flink/lib' }),
      at: 'JobManager › volumeMounts./opt/flink/lib',
      says: ['would hide'],
      good: mounted({ name: 'flink-config-volume', mountPath: '/opt/mine' }),
    },
    {
      what: 'a mount with the path of the configuration',
      bad: mounted({ mountPath: '/opt/flink/conf' }),
      at: 'JobManager › volumeMounts./opt/flink/conf',
      says: ['would hide'],
      good: mounted({ mountPath: '/opt/flink/conf.d' }),
      also: ['FLK-VOL-03'],
    },
  ),
  ...rule('FLK-VOL-06', {
    what: 'a hostPath volume',
    bad: mounted({}, { name: 'data', hostPath: { path: '/data' } }),
    at: 'JobManager › volumes.data',
    says: ['"hostPath"', 'file system of the node', 'RESTRICTED_WITH_HOST_PATH'],
    good: {
      ...mounted({}, { name: 'data', hostPath: { path: '/data' } }),
      hardening: Hardening.RESTRICTED_WITH_HOST_PATH,
    },
  }),
  ...rule(
    'FLK-VOL-07',
    ...(['My_Data', '', 'a'.repeat(64)] as const).map((name) => ({
      what: JSON.stringify(name.slice(0, 20)),
      bad: jobManager({ volumes: [{ ...VOLUME, name }] }),
      at: 'JobManager › volumes',
      says: ['not a valid volume name', 'at most 63'],
      good: jobManager({ volumes: [{ ...VOLUME, name: 'my-data' }] }),
    })),
    {
      what: 'a volume without a name',
      bad: jobManager({ volumes: [{ emptyDir: {} }] }),
      at: 'JobManager › volumes',
      says: ['not a valid volume name'],
      good: jobManager({ volumes: [VOLUME] }),
    },
  ),
  ...rule(
    'FLK-VOL-08',
    {
      what: 'a volume without a source',
      bad: jobManager({ volumes: [{ name: 'data' }] }),
      at: 'JobManager › volumes.data',
      says: ['exactly one source', 'emptyDir: {}'],
      good: jobManager({ volumes: [VOLUME] }),
    },
    {
      what: 'a volume with two sources',
      bad: jobManager({ volumes: [{ ...VOLUME, secret: { secretName: 'a' } }] }),
      at: 'JobManager › volumes.data',
      says: ['"emptyDir, secret"', 'exactly one source'],
      good: jobManager({ volumes: [{ name: 'data', secret: { secretName: 'a' } }] }),
    },
  ),
  ...rule(
    'FLK-VOL-09',
    ...(
      [
        { subPath: '/a', good: 'a' },
        { subPath: 'a/../b', good: 'a/..b' },
        { subPath: 5, good: '5' },
      ] as const
    ).map(({ subPath, good }) => ({
      what: JSON.stringify(subPath),
      bad: mounted({ subPath }),
      at: 'JobManager › volumeMounts./data.subPath',
      says: [JSON.stringify(subPath), 'not a valid path in the volume', 'relative path'],
      good: mounted({ subPath: good }),
    })),
  ),
  ...rule(
    'FLK-VOL-10',
    ...(
      [
        { type: 'nfs', source: { server: 'a', path: '/' } },
        { type: 'gitRepo', source: { repository: 'a' } },
        { type: 'iscsi', source: { iqn: 'a' } },
      ] as const
    ).map(({ type, source }) => ({
      what: type,
      bad: mounted({}, { name: 'data', [type]: source }),
      at: 'JobManager › volumes.data',
      says: [`"${type}"`, 'reject this volume type', 'PersistentVolumeClaim'],
      good: mounted({}, { name: 'data', persistentVolumeClaim: { claimName: 'a' } }),
    })),
  ),
];
