import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

interface Submission {
  /** The variables of the script. */
  readonly variables: { readonly [name: string]: string };
  /** Options for every call of the client. */
  readonly client: string[];
  /** What the client is to run. */
  readonly run: string[];
}

function submissionOf(job: any = {}, props: any = {}, cluster: any = {}): Submission {
  return read(podOf(only(manifests(chartWith(job, props, cluster)), 'Job')));
}

function read(pod: any): Submission {
  const { args, env } = pod.containers[0] as { args: string[]; env: { name: string; value: string }[] };
  const own = env.filter(({ name }) => name.startsWith('SUBMISSION_'));
  const separator = args.indexOf('--');
  return {
    variables: Object.fromEntries(own.map(({ name, value }) => [name, value])),
    client: args.slice(0, separator),
    run: args.slice(separator + 1),
  };
}

/** The two parts of a run's id that derive from the job. */
function idOf({ variables: { SUBMISSION_RUN_ID_PREFIX: prefix, SUBMISSION_CONTENT_HASH: content } }: Submission) {
  return { prefix, content };
}

test('the pod passes the address of the cluster, the job and its options to the script', () => {
  const job = {
    entryClass: 'com.example.Job',
    parallelism: 4,
    args: ['--topic', 'clicks'],
    savepoint: { path: 's3://b/s', allowNonRestoredState: true },
  };
  expect(submissionOf(job)).toEqual({
    variables: {
      SUBMISSION_REST_ADDRESS: 'flink-jobmanager-rest',
      SUBMISSION_REST_PORT: '8081',
      SUBMISSION_RUN_ID_PREFIX: 'd7c0e7f0fe01d5f9',
      // As every release of the library has it: otherwise an upgrade would replace running jobs.
      SUBMISSION_CONTENT_HASH: '01ae2dae',
      SUBMISSION_JOB_STATE: 'running',
      SUBMISSION_UPGRADE_MODE: 'fail',
      SUBMISSION_SAVEPOINT: 's3://b/s',
      SUBMISSION_CLIENT: 'flink',
    },
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
  test('their first part comes from the names of cluster and job alone', () => {
    const { prefix } = idOf(submissionOf());
    expect(prefix).toMatch(/^[0-9a-f]{16}$/);
    expect(
      [
        submissionOf({ args: ['x'] }),
        submissionOf({ parallelism: 2 }),
        submissionOf({}, {}, { image: 'registry.example.com/flink:1.20.4' }),
      ].map((other) => idOf(other).prefix),
    ).toEqual([prefix, prefix, prefix]);
    expect(idOf(submissionOf({}, { jobName: 'other' })).prefix).not.toBe(prefix);
    expect(idOf(submissionOf({}, {}, { clusterName: 'other' })).prefix).not.toBe(prefix);
  });

  test.each<[string, any, any]>([
    ['an argument', { args: ['x'] }, {}],
    ['the parallelism', { parallelism: 2 }, {}],
    ['the class', { entryClass: 'a.B' }, {}],
    ['the savepoint', { savepoint: { path: 's3://b/s' } }, {}],
    ['the jar', { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/other.jar') }, {}],
    ['an option', {}, { configuration: { 'pipeline.object-reuse': true } }],
    ['the image', {}, { pod: { image: 'registry.example.com/jobs:2' } }],
  ])('their second part changes with %s', (_, job, props) => {
    expect(idOf(submissionOf(job, props)).content).not.toBe(idOf(submissionOf()).content);
  });

  test('neither changes with the state, the upgrade mode or labels', () => {
    const id = idOf(submissionOf());
    for (const other of [
      submissionOf({ state: JobState.SUSPENDED }),
      submissionOf({ upgradeMode: UpgradeMode.STATELESS }),
      submissionOf({}, { labels: { team: 'a' } }),
    ]) {
      expect(idOf(other)).toEqual(id);
    }
  });
});

test.each<[string, any, any, string]>([
  ['fail if the cluster has no savepoint directory', {}, {}, 'fail'],
  ['savepoint if it has one', {}, SAVEPOINTS, 'savepoint'],
  ['that of the job if it sets one', { upgradeMode: UpgradeMode.STATELESS }, SAVEPOINTS, 'stateless'],
])('the upgrade mode is %s', (_, job, cluster, upgrade) => {
  expect(submissionOf(job, {}, cluster).variables.SUBMISSION_UPGRADE_MODE).toBe(upgrade);
});

describe('a savepoint of a store that the cluster does not read', () => {
  const job = { artifact: ARTIFACT, savepoint: { path: 's4://bucket/savepoint' } };
  const warned = (cluster: (chart: Chart) => any): string[] => {
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
    'is told until something reads it',
    (mode) => {
      expect(warned((chart) => new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, mode }))).toEqual(
        [],
      );
    },
  );

  test('is the business of a cluster that is made elsewhere', () => {
    expect(
      warned((chart) => FlinkSessionCluster.fromClusterName(chart, 'Other', 'other', { version: FlinkVersion.V1_20 })),
    ).toEqual([]);
  });
});

describe('a jar over HTTP without a checksum', () => {
  const URL = 'http://repo.example.com/job-1.0.jar';
  const unverified = (mode: DeploymentMode, artifact: JobArtifact): string[] => {
    const chart = newChart('chart', { namespace: 'flink' });
    const cluster = new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, mode });
    const submitted = new FlinkSessionJob(chart, 'Clicks', { cluster, job: { artifact } });
    return submitted.warnings.filter(({ id }) => id === 'FLK-JOB-15').map(({ text }) => text);
  };

  test.each([
    [DeploymentMode.standalone(), 'use https://, or set sha256.'],
    [DeploymentMode.native(), 'use https://, or set sha256.'],
    // The operator verifies no checksum.
    [DeploymentMode.operator(), 'use https://.'],
  ])('is reported', (mode, fix) => {
    expect(unverified(mode, JobArtifact.http(URL))).toEqual([
      `chart/Clicks › job.artifact: got "${URL}"; the connection is not encrypted, so anyone on the network path can ` +
        `replace the jar. Fix: ${fix} [FLK-JOB-15]`,
    ]);
    expect(unverified(mode, JobArtifact.http(URL.replace('http', 'https')))).toEqual([]);
  });

  test('is accepted with a checksum', () => {
    const artifact = JobArtifact.http(URL, { sha256: 'b'.repeat(64) });
    expect(unverified(DeploymentMode.standalone(), artifact)).toEqual([]);
  });

  test('has the same ids of runs as with the other scheme', () => {
    const idWith = (url: string) => idOf(submissionOf({ artifact: JobArtifact.http(url) }));
    // As every release of the library has it: otherwise an upgrade would replace running jobs.
    expect(idWith(URL)).toEqual({ prefix: 'd7c0e7f0fe01d5f9', content: 'c22b7440' });
    expect(idWith(URL.replace('http', 'https'))).toEqual(idWith(URL));
  });
});

test('the pod is locked down, has the configuration of the cluster, and is no pod of the cluster', () => {
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
  [DeploymentMode.standalone(), 'other-jobmanager-rest', 'other-config'],
  [DeploymentMode.native(), 'other-rest', 'flink-config-other'],
])('a cluster that is made elsewhere is found by its name', (mode, service, config) => {
  const chart = newChart('chart', { namespace: 'flink' });
  const cluster = FlinkSessionCluster.fromClusterName(chart, 'Other', 'other', { version: FlinkVersion.V2_2, mode });
  new FlinkSessionJob(chart, 'Clicks', { cluster, job: { artifact: ARTIFACT } });
  const pod = podOf(only(manifests(chart), 'Job', 'other-clicks'));
  expect(read(pod).variables.SUBMISSION_REST_ADDRESS).toBe(service);
  expect(pod.volumes[0].configMap.name).toBe(config);
});

test('a SQL script is run by the SQL client of the Flink distribution', () => {
  const chart = chartWith({ artifact: JobArtifact.sql('SELECT 1;') });
  expect(read(podOf(only(manifests(chart), 'Job')))).toMatchObject({
    variables: {
      SUBMISSION_CLIENT: 'sql-client',
      SUBMISSION_SAVEPOINT: '',
      SUBMISSION_SAVEPOINT_OPTION: 'execution.state-recovery.path',
    },
    client: ['-Dhigh-availability.type=NONE'],
    run: ['-f', '/opt/flink/job/job.sql'],
  });
  expect(only(manifests(chart), 'ConfigMap', 'flink-clicks').data).toEqual({ 'job.sql': 'SELECT 1;' });
});

test('the script reads the variables that the pod sets, and users cannot set them', () => {
  const script = readFileSync(join(__dirname, '../../src/submission/submission.sh'), 'utf8');
  const code = script.replaceAll(/^\s*#.*$/gm, '');
  const names = Object.keys(submissionOf({ artifact: JobArtifact.sql('SELECT 1;') }).variables);
  expect([...new Set(code.match(/SUBMISSION_\w+/g))].sort()).toEqual([...names].sort());
  for (const name of names) {
    expect(() => submissionOf({}, { pod: { env: { [name]: 'a' } } })).toThrow(
      `pod.env.${name}: the image and the library reserve ${name}`,
    );
    expect(() => submissionOf({}, {}, { env: { [name]: 'a' } })).toThrow(
      `env.${name}: the image and the library reserve ${name}`,
    );
  }
});

test('a jar is fetched before it is submitted, verified or not', () => {
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

describe('what the configuration of the cluster refers to', () => {
  const secret = (chart: Chart, name: string): kplus.ISecret => kplus.Secret.fromSecretName(chart, name, name);
  const PASSWORD = 'security.ssl.rest.truststore-password';

  /** The pod that submits, of a cluster with everything; what is mounted comes after the job. */
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

  test.each([DeploymentMode.standalone(), DeploymentMode.native()])('is in the pod that submits', (mode) => {
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

  test('but no claim, which perhaps a single node can mount', () => {
    const {
      volumes,
      containers: [main],
    } = podWith(DeploymentMode.standalone());
    expect(JSON.stringify([volumes, main.volumeMounts])).not.toContain('claimed');
  });

  test('yields to what the pod says itself', () => {
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

  test('is no part of what is run', () => {
    expect(idOf(read(podWith(DeploymentMode.standalone()))).content).toBe(
      idOf(submissionOf({}, {}, { version: FlinkVersion.of('1.20.4') })).content,
    );
  });
});
