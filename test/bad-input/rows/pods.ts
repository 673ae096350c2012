import { Duration } from 'cdk8s';
import { jobManager, mainContainerOf, row, rule, sidecar, taskManager, type Row } from './row';
import { FlinkProbe, Hardening, RolloutStrategy } from '../../../src';

const NONE = { hardening: Hardening.NONE };

function pod(spec: any): any {
  return jobManager({ podTemplate: { spec } });
}

export const ENVIRONMENT: readonly Row[] = [
  ...rule(
    'FLK-ENV-01',
    ...(['MY VAR', '1X', 'A=B', '\u00c4', '', '..'] as const).map((name) =>
      row(
        JSON.stringify(name),
        { env: { [name]: 'a' } },
        name === '' ? 'env' : `env.${name}`,
        ['no name of an environment variable', 'no digit first'],
        { env: { MY_VAR: 'a' } },
      ),
    ),
    row('a name from outside ASCII', { envValues: { А: { value: 'a' } } }, 'envValues.\u0410', ['contains U+0410'], {
      envValues: { A: { value: 'a' } },
    }),
    row(
      'a name in a sidecar',
      sidecar({ env: [{ name: '1', value: 'a' }] }),
      'JobManager › containers.side.env',
      ['"1"', 'no name'],
      sidecar({ env: [{ name: '_1', value: 'a' }] }),
    ),
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
    ].map((name) =>
      row(name, { env: { [name]: 'a' } }, `env.${name}`, [`${name} belongs to the image and the library`], {
        env: { [`MY_${name}`]: 'a' },
      }),
    ),
    row(
      'a reference',
      jobManager({ envValues: { FLINK_PROPERTIES: { value: 'a' } } }),
      'jobManager.envValues.FLINK_PROPERTIES',
      ['into configuration'],
      jobManager({ envValues: { PROPERTIES: { value: 'a' } } }),
    ),
  ),
  ...rule(
    'FLK-ENV-03',
    row(
      'a variable as value and as reference',
      jobManager({ env: { A: '1' }, envValues: { A: { value: '2' } } }),
      'JobManager › env.A',
      ['defined twice', 'keep one'],
      jobManager({ env: { A: '1' }, envValues: { B: { value: '2' } } }),
    ),
    row(
      'TZ beside timeZone',
      jobManager({ env: { TZ: 'UTC' }, timeZone: 'UTC' }),
      'JobManager › env.TZ',
      ['defined twice'],
      jobManager({ env: { TZ: 'UTC' } }),
    ),
    row(
      'a variable of a sidecar',
      sidecar({
        env: [
          { name: 'A', value: '1' },
          { name: 'A', value: '1' },
        ],
      }),
      'JobManager › containers.side.env.A',
      ['defined twice'],
      sidecar({
        env: [
          { name: 'A', value: '1' },
          { name: 'a', value: '1' },
        ],
      }),
    ),
  ),
  ...rule(
    'FLK-ENV-04',
    row(
      'a circle',
      jobManager({ env: { A: '$(B)', B: '$(A)' } }),
      'JobManager › env',
      ['in a circle: A → B', 'value of its own'],
      jobManager({ env: { A: '$(B)', B: '$$(A)' } }),
    ),
    row(
      'a variable that names itself',
      jobManager({ env: { A: 'x$(A)', B: '1' } }),
      'JobManager › env',
      ['in a circle: A'],
      jobManager({ env: { A: 'x$(B)', B: '1' } }),
    ),
  ),
  ...rule(
    'FLK-ENV-05',
    row(
      'a value and a source',
      mainContainerOf({ env: [{ name: 'A', value: '1', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] }),
      'JobManager › env.A',
      ['both a value and a source', 'keep one'],
      mainContainerOf({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] }),
    ),
  ),
];

export const PODS: readonly Row[] = [
  ...rule(
    'FLK-POD-01',
    row(
      'capitals',
      jobManager({ sidecars: [{ name: 'Side', image: 'a:1' }] }),
      'JobManager › containers',
      ['"Side"', 'no container name', 'at most 63'],
      sidecar({}),
    ),
    row(
      'no name',
      jobManager({ initContainers: [{ image: 'a:1' }] }),
      'JobManager › containers',
      ['no container name'],
      jobManager({ initContainers: [{ name: 'a', image: 'a:1' }] }),
    ),
  ),
  ...rule(
    'FLK-POD-02',
    row(
      'two sidecars of one name',
      jobManager({
        sidecars: [
          { name: 'a', image: 'a:1' },
          { name: 'a', image: 'a:1' },
        ],
      }),
      'JobManager › containers.a',
      ['two containers', 'rename'],
      jobManager({
        sidecars: [
          { name: 'a', image: 'a:1' },
          { name: 'b', image: 'a:1' },
        ],
      }),
    ),
    row(
      'a sidecar called like the main container',
      jobManager({ sidecars: [{ name: 'jobmanager', image: 'a:1' }] }),
      'JobManager › containers.jobmanager',
      ['two containers'],
      jobManager({ sidecars: [{ name: 'taskmanager', image: 'a:1' }] }),
    ),
    row(
      'an init container called like a sidecar',
      jobManager({ sidecars: [{ name: 'a', image: 'a:1' }], initContainers: [{ name: 'a', image: 'a:1' }] }),
      'JobManager › containers.a',
      ['two containers'],
      jobManager({ initContainers: [{ name: 'a', image: 'a:1' }] }),
    ),
  ),
  ...rule(
    'FLK-POD-05',
    row(
      'Never',
      pod({ restartPolicy: 'Never' }),
      'JobManager › podTemplate.spec.restartPolicy',
      ['"Never"', 'always restarted', 'remove it'],
      pod({ restartPolicy: 'Always' }),
    ),
  ),
  ...rule(
    'FLK-POD-14',
    row(
      'a misspelt field of the pod',
      pod({ dnsConfg: {} }),
      'JobManager › dnsConfg',
      ['no such field', 'write dnsConfig'],
      pod({ dnsConfig: {} }),
    ),
    row(
      'a misspelt field of the main container',
      mainContainerOf({ envfrm: [] }),
      'JobManager › envfrm',
      ['write envFrom'],
      mainContainerOf({ envFrom: [] }),
    ),
    row(
      'a misspelt field of a sidecar',
      sidecar({ imagePulPolicy: 'Always' }),
      'JobManager › containers.side.imagePulPolicy',
      ['write imagePullPolicy'],
      sidecar({ imagePullPolicy: 'Always' }),
    ),
    row(
      'a misspelt field far inside',
      jobManager({
        affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTrms: [] } } },
      }),
      'JobManager › affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTrms',
      ['write nodeSelectorTerms'],
      jobManager({
        affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } },
      }),
    ),
  ),
  ...rule(
    'FLK-POD-15',
    row(
      'a text for a number',
      pod({ priority: 'high' }),
      'JobManager › priority',
      ['"high"', 'a whole number'],
      pod({ priority: 1000 }),
    ),
    row(
      'a map for a list',
      jobManager({
        topologySpreadConstraints: [
          { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', matchLabelKeys: { a: 'b' } },
        ],
      }),
      'JobManager › topologySpreadConstraints[0].matchLabelKeys',
      ['a list'],
      jobManager({
        topologySpreadConstraints: [
          { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', matchLabelKeys: ['a'] },
        ],
      }),
    ),
    row(
      'a list for a map',
      jobManager({ affinity: { nodeAffinity: [] } }),
      'JobManager › affinity.nodeAffinity',
      ['a map'],
      jobManager({ affinity: { nodeAffinity: {} } }),
    ),
    row(
      'a text for a flag',
      mainContainerOf({ tty: 'yes' }),
      'JobManager › tty',
      ['"yes"', 'true or false'],
      mainContainerOf({ tty: true }),
    ),
    row(
      'a number for a text',
      sidecar({ workingDir: 1 }),
      'JobManager › containers.side.workingDir',
      ['a text'],
      sidecar({ workingDir: '/', resources: { requests: { cpu: 0.5 } } }),
    ),
  ),
  ...rule(
    'FLK-POD-16',
    row(
      'a field that nobody knows',
      pod({ quantumEntanglement: true }),
      'JobManager › quantumEntanglement',
      ['no field of pods', 'new enough'],
      pod({ hostnameOverride: 'a' }),
    ),
  ),
  ...rule(
    'FLK-POD-06',
    ...['hostNetwork', 'hostPID', 'hostIPC'].map((field) =>
      row(field, pod({ [field]: true }), `JobManager › ${field}`, ['belongs to the node', 'hardening to NONE'], {
        ...NONE,
        ...pod({ [field]: true }),
      }),
    ),
    row(
      'a host port',
      sidecar({ ports: [{ name: 'a', containerPort: 9000, hostPort: 9000 }] }),
      'JobManager › containers.side.ports.a.hostPort',
      ['got 9000;', 'belongs to the node'],
      { ...NONE, ...sidecar({ ports: [{ name: 'a', containerPort: 9000, hostPort: 9000 }] }) },
    ),
    row(
      'a host port of Flink',
      mainContainerOf({ ports: [{ containerPort: 8081, hostPort: 8081 }] }),
      'JobManager › ports.webui.hostPort',
      ['belongs to the node'],
      mainContainerOf({ ports: [{ containerPort: 8081, name: 'web' }] }),
    ),
  ),
  ...rule(
    'FLK-POD-07',
    ...(
      [
        ['runAsUser', 0, 'a whole number from 1 to 2147483647', 1],
        ['runAsUser', 2 ** 31, 'a whole number', 2 ** 31 - 1],
        ['runAsUser', '9999', 'a whole number', 9999],
        ['runAsNonRoot', false, 'true', true],
        ['privileged', true, 'false', false],
        ['allowPrivilegeEscalation', true, 'false', false],
        ['capabilities', { add: ['NET_ADMIN'] }, 'to drop ALL', { add: ['NET_BIND_SERVICE'] }],
        ['capabilities', { drop: ['CHOWN'] }, 'to drop ALL', { drop: ['ALL', 'CHOWN'] }],
        [
          'seccompProfile',
          { type: 'Unconfined' },
          'the type RuntimeDefault',
          { type: 'Localhost', localhostProfile: 'a' },
        ],
      ] as const
    ).map(([field, bad, needed, good]) =>
      row(
        `${field} = ${JSON.stringify(bad)}`,
        jobManager({ securityContext: { [field]: bad } }),
        `JobManager › securityContext.${field}`,
        [`needs ${needed}`, 'remove the setting'],
        jobManager({ securityContext: { [field]: good } }),
      ),
    ),
    row(
      'root in the pod',
      jobManager({ podSecurityContext: { runAsUser: 0 } }),
      'JobManager › podSecurityContext.runAsUser',
      ['got 0;'],
      { ...NONE, ...jobManager({ podSecurityContext: { runAsUser: 0 } }) },
    ),
    row(
      'a privileged sidecar',
      sidecar({ securityContext: { privileged: true } }),
      'JobManager › containers.side.securityContext.privileged',
      ['needs false'],
      sidecar({ securityContext: { privileged: false } }),
    ),
    row(
      'an init container that stays root',
      jobManager({ initContainers: [{ name: 'a', image: 'a:1', securityContext: { runAsNonRoot: false } }] }),
      'JobManager › containers.a.securityContext.runAsNonRoot',
      ['needs true'],
      jobManager({ initContainers: [{ name: 'a', image: 'a:1' }] }),
    ),
  ),
  ...rule(
    'FLK-POD-08',
    row(
      'a path without a slash',
      jobManager({ livenessProbe: FlinkProbe.httpGet('config') }),
      'jobManager.livenessProbe',
      ['must ask for a path that starts with /', 'correct the probe'],
      jobManager({ livenessProbe: FlinkProbe.httpGet('/config') }),
    ),
    row(
      'port 0',
      jobManager({ readinessProbe: FlinkProbe.tcpPort(0) }),
      'jobManager.readinessProbe',
      ['a port from 1 to 65535'],
      jobManager({ readinessProbe: FlinkProbe.tcpPort(1) }),
    ),
    row(
      'no command',
      jobManager({ startupProbe: FlinkProbe.exec([]) }),
      'jobManager.startupProbe',
      ['a command given as a list'],
      jobManager({ startupProbe: FlinkProbe.exec(['true']) }),
    ),
    row(
      'half a second',
      jobManager({ livenessProbe: FlinkProbe.tcpSocket({ period: Duration.millis(500) }) }),
      'jobManager.livenessProbe',
      ['must have period as a Duration of whole seconds, at least 1'],
      jobManager({
        livenessProbe: FlinkProbe.tcpSocket({ period: Duration.seconds(1), initialDelay: Duration.seconds(0) }),
      }),
    ),
    row(
      'no failure',
      jobManager({ livenessProbe: FlinkProbe.tcpSocket({ failureThreshold: 0 }) }),
      'jobManager.livenessProbe',
      ['failureThreshold as a whole number, at least 1'],
      jobManager({ livenessProbe: FlinkProbe.tcpSocket({ failureThreshold: 1 }) }),
    ),
    row(
      'timing that is no object',
      jobManager({ livenessProbe: FlinkProbe.tcpSocket(5 as any) }),
      'jobManager.livenessProbe',
      ['must have its timing as an object'],
      jobManager({ livenessProbe: FlinkProbe.tcpSocket({}) }),
    ),
    row(
      'a timing that is no Duration',
      jobManager({ livenessProbe: FlinkProbe.tcpSocket({ timeout: 5 as any }) }),
      'jobManager.livenessProbe',
      ['must have timeout as a Duration'],
      jobManager({ livenessProbe: FlinkProbe.tcpSocket({ timeout: Duration.seconds(5) }) }),
    ),
    row(
      'two successes to live',
      jobManager({ livenessProbe: FlinkProbe.tcpSocket({ successThreshold: 2 }) }),
      'JobManager › livenessProbe',
      ['got 2;', 'successThreshold 1', 'correct the probe'],
      jobManager({ readinessProbe: FlinkProbe.tcpSocket({ successThreshold: 2 }) }),
    ),
    row(
      'two successes to have started, in a sidecar',
      sidecar({ startupProbe: { exec: { command: ['a'] }, successThreshold: 2 } }),
      'JobManager › containers.side.startupProbe',
      ['successThreshold 1'],
      sidecar({ startupProbe: { exec: { command: ['a'] }, successThreshold: 1 } }),
    ),
  ),
  ...rule(
    'FLK-POD-09',
    row(
      '9 seconds',
      jobManager({ terminationGracePeriod: Duration.seconds(9) }),
      'JobManager › terminationGracePeriod',
      ['got 9;', 'about ten seconds', 'at least 10'],
      jobManager({ terminationGracePeriod: Duration.seconds(10) }),
    ),
  ),
  ...rule(
    'FLK-POD-10',
    ...(
      [
        ['Europe Berlin', 'Europe/Berlin'],
        ['', 'UTC'],
        ['+01:00', 'Etc/GMT-1'],
        ['Europe/', 'Europe/Berlin'],
      ] as const
    ).map(([timeZone, good]) =>
      row(JSON.stringify(timeZone), { timeZone }, 'timeZone', ['no name of a time zone', 'Europe/Berlin or UTC'], {
        timeZone: good,
      }),
    ),
  ),
  ...rule(
    'FLK-POD-11',
    row(
      'a number',
      taskManager({ strategy: RolloutStrategy.rollingUpdate({ maxSurge: 1 as any }) }),
      'taskManager.strategy',
      ['as texts', 'correct the strategy'],
      taskManager({ strategy: RolloutStrategy.rollingUpdate({ maxSurge: '1' }) }),
    ),
    row(
      '101 %',
      taskManager({ strategy: RolloutStrategy.rollingUpdate({ maxUnavailable: '101%' }) }),
      'taskManager.strategy',
      ['up to 100%'],
      taskManager({ strategy: RolloutStrategy.rollingUpdate({ maxUnavailable: '100%' }) }),
    ),
    row(
      'no way to go on',
      taskManager({ strategy: RolloutStrategy.rollingUpdate({ maxSurge: '0%', maxUnavailable: '0' }) }),
      'taskManager.strategy',
      ['both maxSurge and maxUnavailable at 0'],
      taskManager({ strategy: RolloutStrategy.rollingUpdate({ maxSurge: '0' }) }),
    ),
  ),
  ...rule(
    'FLK-POD-12',
    row(
      'an HTTP probe of a TaskManager',
      taskManager({ readinessProbe: FlinkProbe.httpGet('/') }),
      'TaskManager › readinessProbe',
      ['no REST endpoint', 'FlinkProbe.tcpSocket()'],
      jobManager({ readinessProbe: FlinkProbe.httpGet('/') }),
    ),
  ),
  ...rule(
    'FLK-REP-02',
    row(
      'a rolling JobManager',
      jobManager({ strategy: RolloutStrategy.rollingUpdate() }),
      'JobManager › strategy',
      ['"RollingUpdate"', 'two JobManagers for a while', 'RolloutStrategy.recreate()'],
      jobManager({ strategy: RolloutStrategy.recreate() }),
    ),
  ),
];

export const PORTS_AND_RESOURCES: readonly Row[] = [
  ...rule(
    'FLK-PORT-03',
    ...[0, -1, 65536, 8081.5, '8081', undefined].map((containerPort) =>
      row(
        String(containerPort),
        sidecar({ ports: [{ name: 'a', containerPort }] }),
        'JobManager › containers.side.ports.a',
        ['no port', '1 to 65535'],
        sidecar({ ports: [{ name: 'a', containerPort: 65535 }] }),
      ),
    ),
  ),
  ...rule(
    'FLK-PORT-04',
    ...(
      [
        ['a'.repeat(16), 'a'.repeat(15)],
        ['Web', 'web'],
        ['a--b', 'a-b'],
        ['123', '123a'],
        ['-a', 'a'],
      ] as const
    ).map(([name, good]) =>
      row(
        name,
        sidecar({ ports: [{ name, containerPort: 9000 }] }),
        `JobManager › containers.side.ports.${name}`,
        [`"${name}"`, 'no port name', 'at most 15'],
        sidecar({ ports: [{ name: good, containerPort: 9000 }] }),
      ),
    ),
  ),
  ...rule(
    'FLK-PORT-05',
    row(
      'two ports of one name',
      sidecar({
        ports: [
          { name: 'a', containerPort: 9000 },
          { name: 'a', containerPort: 9001 },
        ],
      }),
      'JobManager › containers.side.ports.a',
      ['"a"', 'two ports', 'rename one'],
      sidecar({
        ports: [
          { name: 'a', containerPort: 9000 },
          { name: 'b', containerPort: 9001 },
        ],
      }),
    ),
  ),
  ...rule(
    'FLK-RES-03',
    ...(
      [
        ['2g', '2G'],
        ['2gb', '2Gi'],
        ['1K', '1k'],
        ['1600 megs', '1600M'],
        ['1mi', '1Mi'],
        ['-1', '1'],
        ['', '1'],
        ['ten', '10'],
      ] as const
    ).map(([bad, good]) =>
      row(
        JSON.stringify(bad),
        sidecar({ resources: { limits: { 'ephemeral-storage': bad } } }),
        'JobManager › containers.side.resources.limits.ephemeral-storage',
        [`"${bad}"`, 'no quantity', 'Mi, Gi or m'],
        sidecar({ resources: { limits: { 'ephemeral-storage': good } } }),
      ),
    ),
  ),
  ...rule(
    'FLK-RES-04',
    row(
      'milli-bytes',
      sidecar({ resources: { limits: { memory: '2048m' } } }),
      'JobManager › containers.side.resources.limits.memory',
      ['"2048m"', 'a thousandth', 'Mi or Gi'],
      sidecar({ resources: { limits: { memory: '2048Mi', cpu: '2048m' } } }),
    ),
  ),
  ...rule(
    'FLK-RES-05',
    row(
      'a request above its limit',
      sidecar({ resources: { requests: { memory: '1Gi' }, limits: { memory: '1023Mi' } } }),
      'JobManager › containers.side.resources.requests.memory',
      ['"1Gi"', 'more than its limit of 1023Mi', 'raise the limit'],
      sidecar({ resources: { requests: { memory: '1Gi' }, limits: { memory: '1024Mi' } } }),
    ),
    row(
      'more cores than its limit',
      sidecar({ resources: { requests: { cpu: 2 }, limits: { cpu: '1999m' } } }),
      'JobManager › containers.side.resources.requests.cpu',
      ['got 2;', 'limit of 1999m'],
      sidecar({ resources: { requests: { cpu: 2 }, limits: { cpu: '2000m' } } }),
    ),
  ),
  ...rule(
    'FLK-RES-06',
    row(
      '8Ei',
      sidecar({ resources: { limits: { memory: '8Ei' } } }),
      'JobManager › containers.side.resources.limits.memory',
      ['"8Ei"', 'no further than 2^63', 'smaller'],
      sidecar({ resources: { limits: { memory: '7Ei' } } }),
    ),
  ),
  ...rule(
    'FLK-RES-07',
    row(
      'a limit below the size of the process',
      mainContainerOf({ resources: { requests: { memory: '1Gi' }, limits: { memory: '1Gi' } } }),
      'JobManager › resources.limits.memory',
      ['"1Gi"', 'is to use 1600Mi', 'raise the limit'],
      mainContainerOf({ resources: { requests: { memory: '1Gi' }, limits: { memory: '1600Mi' } } }),
    ),
  ),
];

const MOUNT = { name: 'data', mountPath: '/data' };
const VOLUME = { name: 'data', emptyDir: {} };

function mounted(mount: any, volume: any = VOLUME): any {
  return jobManager({ volumes: [volume], volumeMounts: [{ ...MOUNT, ...mount }] });
}

export const VOLUMES: readonly Row[] = [
  ...rule(
    'FLK-VOL-01',
    row(
      'two volumes of one name',
      jobManager({ volumes: [VOLUME, VOLUME] }),
      'JobManager › volumes.data',
      ['two volumes', 'rename'],
      jobManager({ volumes: [VOLUME] }),
    ),
    row(
      'a volume of the library',
      jobManager({ volumes: [{ ...VOLUME, name: 'flink-config-volume' }] }),
      'JobManager › volumes.flink-config-volume',
      ['two volumes'],
      jobManager({ volumes: [{ ...VOLUME, name: 'flink-config' }] }),
    ),
  ),
  ...rule(
    'FLK-VOL-02',
    row(
      'a mount without a volume',
      jobManager({ volumeMounts: [MOUNT] }),
      'JobManager › volumeMounts./data',
      ['"data"', 'no volume of the pod', 'add the volume'],
      mounted({}),
    ),
    row(
      'a mount of a sidecar',
      sidecar({ volumeMounts: [MOUNT] }),
      'JobManager › containers.side.volumeMounts./data',
      ['no volume of the pod'],
      sidecar({ volumeMounts: [{ ...MOUNT, name: 'flink-tmp' }] }),
    ),
  ),
  ...rule(
    'FLK-VOL-03',
    row(
      'two mounts at one path',
      jobManager({ volumes: [VOLUME], volumeMounts: [MOUNT, { ...MOUNT, mountPath: '/./data/' }] }),
      'JobManager › volumeMounts././data/',
      ['two mounts', 'another path'],
      jobManager({ volumes: [VOLUME], volumeMounts: [MOUNT, { ...MOUNT, mountPath: '/data/a' }] }),
    ),
    row(
      'a mount where heap dumps are',
      jobManager({ ...mounted({ mountPath: '/opt/flink/heap-dumps' }).jobManager, heapDumps: {} }),
      'JobManager › volumeMounts./opt/flink/heap-dumps',
      ['two mounts'],
      jobManager({ ...mounted({ mountPath: '/opt/flink/heap-dumps' }).jobManager, heapDumps: { path: '/dumps' } }),
    ),
  ),
  ...rule(
    'FLK-VOL-04',
    ...(
      [
        ['data', '/data'],
        ['/a:b', '/a-b'],
        ['/a/../b', '/a/..b'],
        ['', '/a'],
      ] as const
    ).map(([mountPath, good]) =>
      row(
        JSON.stringify(mountPath),
        mounted({ mountPath }),
        `JobManager › volumeMounts.${mountPath}`,
        [JSON.stringify(mountPath), 'no mount path', 'absolute path'],
        mounted({ mountPath: good }),
      ),
    ),
    row(
      'heap dumps without a slash',
      jobManager({ heapDumps: { path: 'dumps' } }),
      'JobManager › volumeMounts.dumps',
      ['no mount path'],
      jobManager({ heapDumps: { path: '/dumps' } }),
    ),
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
    ].map((mountPath) =>
      row(
        mountPath,
        mounted({ mountPath }),
        `JobManager › volumeMounts.${mountPath}`,
        ['would hide', '/opt/flink/usrlib'],
        mounted({ mountPath: `${mountPath}/mine`.replace('//', '/') }),
      ),
    ),
    row(
      'the configuration elsewhere',
      mounted({ name: 'flink-config-volume', mountPath: '/opt/flink/lib' }),
      'JobManager › volumeMounts./opt/flink/lib',
      ['would hide'],
      mounted({ name: 'flink-config-volume', mountPath: '/opt/mine' }),
    ),
    row(
      "the configuration's own place",
      mounted({ mountPath: '/opt/flink/conf' }),
      'JobManager › volumeMounts./opt/flink/conf',
      ['would hide'],
      mounted({ mountPath: '/opt/flink/conf.d' }),
      ['FLK-VOL-03'],
    ),
  ),
  ...rule(
    'FLK-VOL-06',
    row(
      'a host path',
      mounted({}, { name: 'data', hostPath: { path: '/data' } }),
      'JobManager › volumes.data',
      ['"hostPath"', 'into the node', 'RESTRICTED_WITH_HOST_PATH'],
      { ...mounted({}, { name: 'data', hostPath: { path: '/data' } }), hardening: Hardening.RESTRICTED_WITH_HOST_PATH },
    ),
  ),
  ...rule(
    'FLK-VOL-07',
    ...(['My_Data', '', 'a'.repeat(64)] as const).map((name) =>
      row(
        JSON.stringify(name.slice(0, 20)),
        jobManager({ volumes: [{ ...VOLUME, name }] }),
        'JobManager › volumes',
        ['no volume name', 'at most 63'],
        jobManager({ volumes: [{ ...VOLUME, name: 'my-data' }] }),
      ),
    ),
    row(
      'no name',
      jobManager({ volumes: [{ emptyDir: {} }] }),
      'JobManager › volumes',
      ['no volume name'],
      jobManager({ volumes: [VOLUME] }),
    ),
  ),
  ...rule(
    'FLK-VOL-08',
    row(
      'no source',
      jobManager({ volumes: [{ name: 'data' }] }),
      'JobManager › volumes.data',
      ['exactly one source', 'emptyDir: {}'],
      jobManager({ volumes: [VOLUME] }),
    ),
    row(
      'two sources',
      jobManager({ volumes: [{ ...VOLUME, secret: { secretName: 'a' } }] }),
      'JobManager › volumes.data',
      ['"emptyDir, secret"', 'exactly one source'],
      jobManager({ volumes: [{ name: 'data', secret: { secretName: 'a' } }] }),
    ),
  ),
  ...rule(
    'FLK-VOL-09',
    ...(
      [
        ['/a', 'a'],
        ['a/../b', 'a/..b'],
        [5, '5'],
      ] as const
    ).map(([subPath, good]) =>
      row(
        JSON.stringify(subPath),
        mounted({ subPath }),
        'JobManager › volumeMounts./data.subPath',
        [JSON.stringify(subPath), 'no path inside', 'relative path'],
        mounted({ subPath: good }),
      ),
    ),
  ),
  ...rule(
    'FLK-VOL-10',
    ...(
      [
        ['nfs', { server: 'a', path: '/' }],
        ['gitRepo', { repository: 'a' }],
        ['iscsi', { iqn: 'a' }],
      ] as const
    ).map(([type, source]) =>
      row(
        type,
        mounted({}, { name: 'data', [type]: source }),
        'JobManager › volumes.data',
        [`"${type}"`, 'refuse this volume type', 'PersistentVolumeClaim'],
        mounted({}, { name: 'data', persistentVolumeClaim: { claimName: 'a' } }),
      ),
    ),
  ),
];
