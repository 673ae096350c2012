import { type Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  DeploymentMode,
  FileSystem,
  FlinkSessionCluster,
  FlinkSessionJob,
  FlinkVersion,
  HadoopConfMount,
  JobArtifact,
  JobState,
  KerberosMount,
  PluginMount,
  SecretEnv,
  SecretMount,
  UpgradeMode,
} from '../../src';
import { manifests, newChart, only, podOf } from '../support/synth';

const ARTIFACT = JobArtifact.inImage('local:///opt/flink/usrlib/job.jar');
const SAVEPOINTS = { configuration: { 'state.savepoints.dir': 's3://bucket/savepoints' } };

function chartWith(job: any = {}, props: any = {}, cluster: any = {}): Chart {
  const chart = newChart('chart', { namespace: 'flink' });
  const session = new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, ...cluster });
  new FlinkSessionJob(chart, 'Clicks', { cluster: session, job: { artifact: ARTIFACT, ...job }, ...props });
  return chart;
}

/** The arguments of the submission script. */
function scriptArguments(job: any = {}, props: any = {}, cluster: any = {}): Record<string, any> {
  const { args } = podOf(only(manifests(chartWith(job, props, cluster)), 'Job')).containers[0];
  const [address, port, names, content, state, upgrade, savepoint, program, shared, ...rest] = args as string[];
  const [client, run] = [rest.slice(0, Number(shared)), rest.slice(Number(shared))];
  return { address, port, names, content, state, upgrade, savepoint, program, client, run };
}

test('the client receives the address of the cluster and the program', () => {
  const job = {
    entryClass: 'com.example.Job',
    parallelism: 4,
    args: ['--topic', 'clicks'],
    savepoint: { path: 's3://b/s', allowNonRestoredState: true },
  };
  expect(scriptArguments(job)).toMatchObject({
    address: 'flink-jobmanager-rest',
    port: '8081',
    state: 'running',
    upgrade: 'fail',
    savepoint: 's3://b/s',
    program: 'run',
    client: ['-Dhigh-availability.type=NONE'],
    run: [
      '--parallelism',
      '4',
      '--allowNonRestoredState',
      '--class',
      'com.example.Job',
      '/opt/flink/usrlib/job.jar',
      '--topic',
      'clicks',
    ],
  });
});

describe('ids of runs', () => {
  test('have a first part that depends only on the names of cluster and job', () => {
    const { names } = scriptArguments();
    expect(names).toMatch(/^[0-9a-f]{16}$/);
    expect(
      [
        scriptArguments({ args: ['x'] }),
        scriptArguments({ parallelism: 2 }),
        scriptArguments({}, {}, { image: 'registry.example.com/flink:1.20.4' }),
      ].map((other) => other.names),
    ).toEqual([names, names, names]);
    expect(scriptArguments({}, { jobName: 'other' }).names).not.toBe(names);
    expect(scriptArguments({}, {}, { clusterName: 'other' }).names).not.toBe(names);
  });

  test.each<{ what: string; job: any; props: any }>([
    { what: 'an argument', job: { args: ['x'] }, props: {} },
    { what: 'the parallelism', job: { parallelism: 2 }, props: {} },
    { what: 'the class', job: { entryClass: 'a.B' }, props: {} },
    { what: 'the savepoint', job: { savepoint: { path: 's3://b/s' } }, props: {} },
    { what: 'the jar', job: { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/other.jar') }, props: {} },
    { what: 'an option', job: {}, props: { configuration: { 'pipeline.object-reuse': true } } },
    { what: 'the image', job: {}, props: { pod: { image: 'registry.example.com/jobs:2' } } },
  ])('have a second part that changes with $what', ({ job, props }) => {
    expect(scriptArguments(job, props).content).not.toBe(scriptArguments().content);
  });

  test('do not change with the state, the upgrade mode or labels', () => {
    const { names, content } = scriptArguments();
    for (const other of [
      scriptArguments({ state: JobState.SUSPENDED }),
      scriptArguments({ upgradeMode: UpgradeMode.STATELESS }),
      scriptArguments({}, { labels: { team: 'a' } }),
    ]) {
      expect([other.names, other.content]).toEqual([names, content]);
    }
  });
});

test.each<{ what: string; job: any; cluster: any; upgrade: string }>([
  { what: 'refused without a savepoint directory', job: {}, cluster: {}, upgrade: 'fail' },
  {
    what: 'made with a savepoint if there is a savepoint directory',
    job: {},
    cluster: SAVEPOINTS,
    upgrade: 'savepoint',
  },
  {
    what: 'made in the upgrade mode of the job',
    job: { upgradeMode: UpgradeMode.STATELESS },
    cluster: SAVEPOINTS,
    upgrade: 'stateless',
  },
])('a change is $what', ({ job, cluster, upgrade }) => {
  expect(scriptArguments(job, {}, cluster).upgrade).toBe(upgrade);
});

describe('a savepoint on a file system that the cluster cannot read', () => {
  const job = { artifact: ARTIFACT, savepoint: { path: 's4://bucket/savepoint' } };
  const warningIds = (cluster: (chart: Chart) => any): string[] => {
    const chart = newChart('chart', { namespace: 'flink' });
    const made = cluster(chart);
    const submitted = new FlinkSessionJob(chart, 'Clicks', { cluster: made, job });
    expect(submitted.warnings.map(({ id, path, property }) => `${id} ${path} ${property}`)).toEqual(
      made.config === undefined ? [] : ['FLK-FS-01 chart/Clicks job.savepoint.path'],
    );
    if (made.config !== undefined) {
      new PluginMount(made, 'S4', { name: 's4', image: 'registry.example.com/s4:1', schemes: ['s4'] });
    }
    return submitted.warnings.map(({ id }) => id);
  };

  test.each([DeploymentMode.standalone(), DeploymentMode.native(), DeploymentMode.operator()])(
    'is reported until a plugin reads it',
    (mode) => {
      expect(
        warningIds((chart) => new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, mode })),
      ).toEqual([]);
    },
  );

  test('is not reported for an imported cluster', () => {
    expect(
      warningIds((chart) =>
        FlinkSessionCluster.fromClusterName(chart, 'Other', 'other', { version: FlinkVersion.V1_20 }),
      ),
    ).toEqual([]);
  });
});

test('the pod is hardened, has the configuration of the cluster, and has no labels of the cluster', () => {
  const job = only(manifests(chartWith()), 'Job', 'flink-clicks');
  const {
    containers: [main],
    volumes,
    ...pod
  } = podOf(job);
  expect(main.securityContext).toMatchObject({
    readOnlyRootFilesystem: true,
    allowPrivilegeEscalation: false,
    runAsNonRoot: true,
  });
  expect(pod).toMatchObject({ restartPolicy: 'OnFailure', automountServiceAccountToken: false });
  expect(volumes).toContainEqual({ name: 'flink-config-volume', configMap: { name: 'flink-config' } });
  expect(job.spec.template.metadata.labels).not.toHaveProperty('app');
  expect(main.image).toBe('flink:1.20.4');
});

test.each([
  { mode: DeploymentMode.standalone(), service: 'other-jobmanager-rest', config: 'other-config' },
  { mode: DeploymentMode.native(), service: 'other-rest', config: 'flink-config-other' },
])('an imported cluster is used by its name', ({ mode, service, config }) => {
  const chart = newChart('chart', { namespace: 'flink' });
  const cluster = FlinkSessionCluster.fromClusterName(chart, 'Other', 'other', { version: FlinkVersion.V2_2, mode });
  new FlinkSessionJob(chart, 'Clicks', { cluster, job: { artifact: ARTIFACT } });
  const pod = podOf(only(manifests(chart), 'Job', 'other-clicks'));
  expect(pod.containers[0].args[0]).toBe(service);
  expect(pod.volumes[0].configMap.name).toBe(config);
});

test('a SQL script is run by the client of the distribution', () => {
  const chart = chartWith({ artifact: JobArtifact.sql('SELECT 1;') });
  const { args } = podOf(only(manifests(chart), 'Job')).containers[0];
  expect(args.slice(7)).toEqual([
    'execution.state-recovery.path',
    '1',
    '-Dhigh-availability.type=NONE',
    '-f',
    '/opt/flink/job/job.sql',
  ]);
  expect(only(manifests(chart), 'ConfigMap', 'flink-clicks').data).toEqual({ 'job.sql': 'SELECT 1;' });
});

test('a jar is downloaded before it is submitted, with or without a checksum', () => {
  const { initContainers } = podOf(
    only(
      manifests(
        chartWith(
          { artifact: JobArtifact.http('https://repo.example.com/job.jar') },
          {},
          { version: FlinkVersion.V1_15 },
        ),
      ),
      'Job',
    ),
  );
  expect(initContainers[0].command.slice(3)).toEqual([
    'fetch',
    '/opt/flink/usrlib/job.jar',
    'https://repo.example.com/job.jar',
  ]);
});

describe('objects that the configuration of the cluster references', () => {
  const secret = (chart: Chart, name: string): kplus.ISecret => kplus.Secret.fromSecretName(chart, name, name);
  const PASSWORD = 'security.ssl.rest.truststore-password';

  /** The submission pod of a cluster with all kinds of mounts, which are added after the job. */
  function podWith(mode: DeploymentMode, pod: any = {}): any {
    const chart = newChart('chart', { namespace: 'flink' });
    const cluster = new FlinkSessionCluster(chart, 'Flink', {
      version: FlinkVersion.of('1.20.4'),
      mode,
      fileSystems: [FileSystem.s3Hadoop()],
      ...(mode.name === 'native'
        ? {}
        : { secretConfiguration: { [PASSWORD]: { secret: secret(chart, 'stores'), key: 'password' } } }),
      volumes: [{ name: 'claimed', persistentVolumeClaim: { claimName: 'c' } }],
      volumeMounts: [{ name: 'claimed', mountPath: '/claimed' }],
      envValues: { STAGE: kplus.EnvValue.fromValue('prod') },
    });
    new FlinkSessionJob(chart, 'Clicks', { cluster, job: { artifact: ARTIFACT }, pod });
    new SecretMount(cluster, 'Stores', { secret: secret(chart, 'tls'), path: '/etc/tls' });
    new SecretEnv(cluster, 'Token', { name: 'TOKEN', secret: secret(chart, 'token'), key: 'value' });
    new KerberosMount(cluster, 'Kerberos', {
      principal: 'flink@EXAMPLE.COM',
      keytab: secret(chart, 'keytab'),
      krb5ConfigMap: kplus.ConfigMap.fromConfigMapName(chart, 'Krb5', 'krb5'),
    });
    new HadoopConfMount(cluster, 'Hadoop', {
      configMap: kplus.ConfigMap.fromConfigMapName(chart, 'HadoopConf', 'hadoop'),
    });
    new PluginMount(cluster, 'Own', { name: 'own', image: 'registry.example.com/plugin:1' });
    return podOf(only(manifests(chart), 'Job', 'flink-clicks'));
  }

  test.each([DeploymentMode.standalone(), DeploymentMode.native()])('are mounted in the submission pod', (mode) => {
    const {
      volumes,
      initContainers,
      containers: [main],
    } = podWith(mode);
    const paths = main.volumeMounts.map(({ mountPath }: any) => mountPath);
    expect(paths).toEqual(
      expect.arrayContaining([
        '/etc/tls',
        '/opt/kerberos/kerberos-keytab',
        '/etc/krb5.conf',
        '/opt/hadoop/conf',
        '/opt/flink/plugins/own',
        '/opt/flink/plugins/flink-s3-fs-hadoop-1.20.4',
        '/opt/flink/cluster-conf',
      ]),
    );
    expect(main.env.map(({ name }: any) => name)).toEqual(
      expect.arrayContaining(['STAGE', 'TOKEN', 'HADOOP_CONF_DIR', 'ENABLE_BUILT_IN_PLUGINS']),
    );
    expect(main.args.filter((argument: string) => argument.startsWith(`-D${PASSWORD}=$(`))).toHaveLength(
      mode.name === 'native' ? 0 : 1,
    );
    expect(initContainers.map(({ image }: any) => image)).toEqual(['registry.example.com/plugin:1']);
    const names = volumes.map(({ name }: any) => name);
    expect([...names].sort()).toEqual([...new Set(names)].sort());
    expect(names).toEqual(expect.arrayContaining(main.volumeMounts.map(({ name }: any) => name)));
  });

  test('do not include claims, which perhaps only one node can mount', () => {
    const {
      volumes,
      containers: [main],
    } = podWith(DeploymentMode.standalone());
    expect(JSON.stringify([volumes, main.volumeMounts])).not.toContain('claimed');
  });

  test('are replaced by the options of the pod', () => {
    const {
      containers: [main],
    } = podWith(DeploymentMode.standalone(), {
      env: { STAGE: 'own' },
      volumes: [{ name: 'own-tls', emptyDir: {} }],
      volumeMounts: [{ name: 'own-tls', mountPath: '/etc/tls' }],
    });
    expect(main.env.filter(({ name }: any) => name === 'STAGE')).toEqual([{ name: 'STAGE', value: 'own' }]);
    expect(main.volumeMounts.filter(({ mountPath }: any) => mountPath === '/etc/tls')).toEqual([
      { name: 'own-tls', mountPath: '/etc/tls' },
    ]);
  });

  test('do not change the id of the run', () => {
    const content = (pod: any): string => pod.containers[0].args[3];
    expect(content(podWith(DeploymentMode.standalone()))).toBe(
      scriptArguments({}, {}, { version: FlinkVersion.of('1.20.4') }).content,
    );
  });
});
