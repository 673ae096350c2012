import { type Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { rule, type Given, type Row } from './row';
import {
  ApplicationWorkload,
  DeploymentMode,
  FlinkApplicationCluster,
  type FlinkCluster,
  FlinkSessionCluster,
  FlinkSessionJob,
  FileSystem,
  FlinkVersion,
  JobArtifact,
  JobState,
  ReactiveMode,
  RolloutStrategy,
  SavepointClaimMode,
  UpgradeMode,
} from '../../../src';
import { application, newChart } from '../../support/synth';

const { V1_14, V1_15, V1_17, V1_18, V1_20, V2_2 } = FlinkVersion;
const JAR = 'local:///opt/flink/usrlib/job.jar';
const IMAGE = JobArtifact.inImage(JAR);
const SUM = 'b'.repeat(64);
const BATCH = { configuration: { 'execution.runtime-mode': 'BATCH' } };
const HA = {
  fileSystems: [FileSystem.s3Hadoop()],
  configuration: {
    'high-availability.type': 'zookeeper',
    'high-availability.storageDir': 's3://b/ha',
    'high-availability.zookeeper.quorum': 'zk:2181',
  },
};
const OPERATOR = { mode: DeploymentMode.operator() };

/** An application cluster with these job properties. */
function job(fields: any, props: any = {}): Given {
  return () => application({ job: { artifact: IMAGE, ...fields }, ...props });
}

function of(artifact: unknown, props: any = {}): Given {
  return job({ artifact }, props);
}

function jar(uri: unknown, props: any = {}): Given {
  return of(JobArtifact.inImage(uri as string), props);
}

function url(text: unknown, options: any = { sha256: SUM }, props: any = {}): Given {
  return of(JobArtifact.http(text as string, options), props);
}

const S3 = { fileSystems: [FileSystem.s3Hadoop()] };

function savepoint(path: unknown, fields: any = {}, props: any = S3): Given {
  return job({ savepoint: { path, ...fields } }, props);
}

function session(chart: Chart, props: any = {}): FlinkSessionCluster {
  return new FlinkSessionCluster(chart, 'Flink', { version: V1_20, ...props });
}

/** A session job with these job properties. */
function sessionJob(fields: any = {}, props: any = {}, cluster: (chart: Chart) => FlinkCluster = session): Given {
  return () => {
    const chart = newChart();
    new FlinkSessionJob(chart, 'Job', { cluster: cluster(chart), job: { artifact: IMAGE, ...fields }, ...props });
    Testing.synth(chart);
  };
}

const IN_S3 = 's3://bucket/jobs/job-1.0.jar';
const PEM = '-----BEGIN PRIVATE KEY-----\ncanary-1';

function ofFeature(text: string): any {
  return {
    bind: () => ({ manifests: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'flink-x', fields: { data: { text } } }] }),
  };
}

const GOOD = job({});
const GOOD_URL = url('https://repo.example.com/job-1.0.jar');
const CLAIM = { claimMode: SavepointClaimMode.CLAIM };

export const JOBS: readonly Row[] = [
  ...rule(
    'FLK-JOB-01',
    ...[
      'com/example/Main',
      'com.example.',
      'com..Main',
      '1Main',
      'com.example.Main extra',
      '',
      '$(reboot)',
      'Main;reboot',
    ].map((name) => ({
      what: `the class ${JSON.stringify(name)}`,
      bad: job({ entryClass: name }),
      at: 'job.entryClass',
      says: [`got ${JSON.stringify(name)};`, 'Java class', 'com.example.StreamingJob'],
      good: job({ entryClass: 'com.example.Main$Inner' }),
    })),
  ),
  ...rule(
    'FLK-JOB-02',
    {
      what: 'a path instead of a URI',
      bad: jar('/opt/flink/usrlib/job.jar'),
      at: 'job.artifact',
      says: ['got "/opt/flink/usrlib/job.jar";', 'write local:///opt/flink/usrlib/job.jar'],
      good: GOOD,
    },
    {
      what: 'a file name instead of a URI',
      bad: jar('job.jar'),
      at: 'job.artifact',
      says: ['write local:///opt/flink/usrlib/job.jar'],
      good: GOOD,
    },
    {
      what: 'a URI with one slash',
      bad: jar('local:/opt/flink/usrlib/job.jar'),
      at: 'job.artifact',
      says: ['write local:///opt'],
      good: GOOD,
    },
    {
      what: 'a URI with a host',
      bad: jar('local://opt/flink/usrlib/job.jar'),
      at: 'job.artifact',
      says: ['no host'],
      good: GOOD,
    },
    {
      what: 'a URI that does not end with .jar',
      bad: jar('local:///opt/flink/usrlib/job.zip'),
      at: 'job.artifact',
      says: ['ends with .jar'],
      good: GOOD,
    },
    {
      what: 'a URI that leaves its directory',
      bad: jar('local:///opt/flink/usrlib/../job.jar'),
      at: 'job.artifact',
      says: ['not a valid URI'],
      good: GOOD,
    },
    {
      what: 'an object store URI for a jar in the image',
      bad: jar('s3://bucket/job.jar'),
      at: 'job.artifact',
      says: ['scheme local'],
      good: GOOD,
    },
    {
      what: 'a SQL runner that is not a URI',
      bad: of(JobArtifact.sql('SELECT 1;', { runner: 'runner.jar' })),
      at: 'job.artifact',
      says: ['write local:///opt/flink/usrlib/runner.jar'],
      good: of(JobArtifact.sql('SELECT 1;', { runner: 'local:///opt/flink/usrlib/runner.jar' })),
    },
  ),
  ...rule(
    'FLK-JOB-24',
    {
      what: 'a file URL',
      bad: url('file:///opt/job.jar'),
      at: 'job.artifact.url',
      says: ['not a valid http:// or https:// URL'],
      good: GOOD_URL,
    },
    {
      what: 'a string that is not a URL',
      bad: url('repo.example.com/job.jar'),
      at: 'job.artifact.url',
      says: ['not a valid http:// or https:// URL'],
      good: GOOD_URL,
    },
    {
      what: 'a URL with a space',
      bad: url('https://repo.example.com/a b.jar'),
      at: 'job.artifact.url',
      says: ['not a valid http:// or https:// URL'],
      good: GOOD_URL,
    },
  ),
  ...rule(
    'FLK-JOB-25',
    {
      what: 'credentials in a file system URI',
      bad: of(JobArtifact.fileSystem('s3://key:secret@bucket/job.jar'), S3),
      at: 'job.artifact.uri',
      says: ['contains credentials', 'write s3://bucket/path/job-1.0.jar'],
      good: of(JobArtifact.fileSystem(IN_S3), S3),
    },
    {
      what: 'credentials in a URL',
      bad: url('https://me:hunter2@repo.example.com/job.jar'),
      at: 'job.artifact.url',
      says: ['contains credentials', 'write https://repository.example.com'],
      good: GOOD_URL,
    },
    ...['token=canary-1', 'X-Amz-Signature=canary-1', 'sv=2026-01-01&sig=canary-1'].map((query) => ({
      what: `a URL with ${query.split('=')[0]}`,
      bad: url(`https://repo.example.com/job.jar?${query}`),
      at: 'job.artifact.url',
      says: ['contains credentials', 'write https://repository.example.com'],
      good: url('https://repo.example.com/job.jar?version=1'),
    })),
  ),
  ...rule('FLK-JOB-26', {
    what: 'a URL that does not end with a jar',
    bad: url('https://repo.example.com/job'),
    at: 'job.artifact.url',
    says: ['name of a jar'],
    good: GOOD_URL,
  }),
  ...rule('FLK-JOB-27', {
    what: 'a bucket without a path',
    bad: of(JobArtifact.fileSystem('s3://bucket/jobs'), S3),
    at: 'job.artifact.uri',
    says: ['not a valid URI of a jar', 's3://bucket/path'],
    good: of(JobArtifact.fileSystem(IN_S3), S3),
  }),
  ...rule(
    'FLK-JOB-28',
    {
      what: 'an HTTP URL as a file system',
      bad: of(JobArtifact.fileSystem('https://repo.example.com/job-1.0.jar')),
      at: 'job.artifact.uri',
      says: ['use JobArtifact.http()'],
      good: GOOD_URL,
    },
    {
      what: 'a local URI as a file system',
      bad: of(JobArtifact.fileSystem('local:///opt/flink/usrlib/job.jar')),
      at: 'job.artifact.uri',
      says: ['use JobArtifact.inImage()'],
      good: GOOD,
    },
  ),
  ...rule(
    'FLK-JOB-29',
    {
      what: 'a jar without checksum that Flink would fetch, before 1.19',
      bad: url('https://repo.example.com/job-1.0.jar', {}, { version: V1_18 }),
      at: 'job.artifact',
      says: ['Flink 1.18 cannot fetch', 'since 1.19', 'with sha256'],
      good: url('https://repo.example.com/job-1.0.jar', { sha256: SUM }, { version: V1_18 }),
    },
    {
      what: 'a jar on a file system before 1.19',
      bad: of(JobArtifact.fileSystem(IN_S3), { ...S3, version: V1_18 }),
      at: 'job.artifact',
      says: ['Flink 1.18 cannot fetch', 'since 1.19', 'with sha256'],
      good: of(JobArtifact.fileSystem(IN_S3), { ...S3, version: FlinkVersion.V1_19 }),
    },
  ),
  ...rule('FLK-JOB-30', {
    what: 'a jar on a file system for the submission Job',
    bad: sessionJob({ artifact: JobArtifact.fileSystem(IN_S3) }),
    at: '/Job › job.artifact',
    says: ['reads no file system', 'use JobArtifact.http()'],
    good: sessionJob(),
  }),
  ...rule('FLK-JOB-31', {
    what: 'Python in the official image',
    bad: of(JobArtifact.python('/opt/app/job.py')),
    at: 'job.artifact',
    says: ['has no Python', 'set image'],
    good: of(JobArtifact.python('/opt/app/job.py'), { image: 'registry.example.com/pyflink:1.20.4' }),
  }),
  ...rule('FLK-JOB-32', {
    what: 'SQL before 2.0',
    bad: of(JobArtifact.sql('SELECT 1;')),
    at: 'job.artifact',
    says: ['cannot run a SQL script', 'since 2.0', 'set runner'],
    good: of(JobArtifact.sql('SELECT 1;'), { version: V2_2 }),
  }),
  ...rule('FLK-JOB-33', {
    what: 'SQL for the client of Flink 1.17',
    bad: sessionJob({ artifact: JobArtifact.sql('SELECT 1;') }, {}, (chart) => session(chart, { version: V1_17 })),
    at: '/Job › job.artifact',
    says: ['SQL client of Flink 1.17 accepts no options', 'since 1.18', 'set runner'],
    good: sessionJob({ artifact: JobArtifact.sql('SELECT 1;') }, {}, (chart) => session(chart, { version: V1_18 })),
  }),
  ...rule('FLK-JOB-34', {
    what: 'an HTTP URL for a jar in the image',
    bad: jar('https://repo.example.com/job-1.0.jar'),
    at: 'job.artifact',
    says: ['use JobArtifact.http("https://repo.example.com/job-1.0.jar")'],
    good: GOOD_URL,
  }),
  ...rule('FLK-JOB-35', {
    what: 'a jar outside usrlib before 1.19',
    bad: jar('local:///opt/app/job.jar', { version: V1_18 }),
    at: 'job.artifact',
    says: ['before Flink 1.19', 'only finds jars in /opt/flink/usrlib', 'local:///opt/flink/usrlib/job.jar'],
    good: jar('local:///opt/app/job.jar'),
  }),
  ...rule(
    'FLK-JOB-03',
    ...['1', 'A'.repeat(32), 'g'.repeat(32), 'a'.repeat(33), `${'a'.repeat(31)}\n`].map((jobId) => ({
      what: `the job id ${JSON.stringify(jobId)}`,
      bad: job({ jobId }),
      at: 'job.jobId',
      says: ['32 hexadecimal digits'],
      good: job({ jobId: 'a'.repeat(32) }),
    })),
  ),
  ...rule(
    'FLK-JOB-04',
    {
      what: 'a parallelism above the number of slots',
      bad: job({ parallelism: 5 }),
      at: 'job.parallelism',
      says: ['got 5;', '2 slots × 2 TaskManagers = 4 slots', 'increase taskSlots'],
      good: job({ parallelism: 4 }),
    },
    {
      what: 'a parallelism above the number of configured slots',
      bad: job({ parallelism: 7 }, { taskManager: { taskSlots: 3, replicas: 2 } }),
      at: 'job.parallelism',
      says: ['3 slots × 2 TaskManagers = 6 slots'],
      good: job({ parallelism: 7 }, { configuration: { 'jobmanager.scheduler': 'adaptive' } }),
    },
  ),
  ...rule('FLK-JOB-05', {
    what: 'claim mode CLAIM in a standalone application',
    bad: savepoint('s3://b/s', CLAIM),
    at: 'job.savepoint.claimMode',
    says: ['"CLAIM"', 'overwrites', 'native or operator mode'],
    good: savepoint('s3://b/s'),
  }),
  ...rule(
    'FLK-JOB-36',
    {
      what: 'claim mode CLAIM before 1.15',
      bad: savepoint('s3://b/s', CLAIM, { ...S3, version: V1_14, workload: ApplicationWorkload.job() }),
      at: 'job.savepoint.claimMode',
      says: ['Flink 1.14 has no claim modes', 'since 1.15', 'remove it'],
      good: savepoint('s3://b/s', {}, { version: V1_14, workload: ApplicationWorkload.job() }),
    },
    {
      what: 'a claim mode for a session job before 1.15',
      bad: sessionJob({ savepoint: { path: 's3://b/s', ...CLAIM } }, {}, (chart) =>
        session(chart, { ...S3, version: V1_14 }),
      ),
      at: '/Job › job.savepoint.claimMode',
      says: ['"CLAIM"', 'Flink 1.14 has no claim modes', 'since 1.15'],
      good: sessionJob({ savepoint: { path: 's3://b/s', ...CLAIM } }, {}, (chart) =>
        session(chart, { ...S3, version: V1_15 }),
      ),
    },
  ),
  ...rule('FLK-JOB-37', {
    what: 'claim mode LEGACY in 2.0',
    bad: savepoint('s3://b/s', { claimMode: SavepointClaimMode.LEGACY }, { ...S3, version: V2_2 }),
    at: 'job.savepoint.claimMode',
    says: ['"LEGACY"', 'has no claim mode LEGACY', 'NO_CLAIM'],
    good: savepoint('s3://b/s', { claimMode: SavepointClaimMode.NO_CLAIM }, { version: V2_2 }),
  }),
  ...rule(
    'FLK-JOB-06',
    ...['/data/savepoint', 's3:bucket/x', 's3://bucket', 's3://bucket/', 'file:///', 's3://b/a b', 'savepoint'].map(
      (path) => ({
        what: `the savepoint ${path}`,
        bad: savepoint(path),
        at: 'job.savepoint.path',
        says: [`got "${path}";`, 'scheme of a file system', 's3://bucket/savepoints'],
        good: savepoint('s3://bucket/savepoints/savepoint-1'),
      }),
    ),
  ),
  ...rule(
    'FLK-JOB-07',
    {
      what: 'a reference to an undefined variable',
      bad: job({ args: ['--host', '$(DB_HOST)'] }),
      at: 'job.args',
      says: ['got "$(DB_HOST)";', 'no such variable', 'define it'],
      good: job({ args: ['--host', '$(DB_HOST)'] }, { env: { DB_HOST: 'db' } }),
    },
    {
      what: 'a reference to a variable that the submission pod does not have',
      bad: sessionJob({ args: ['$(DB_HOST)'] }),
      at: '/Job › job.args',
      says: ['got "$(DB_HOST)";', 'the pod that submits has no such variable', 'env or envValues of pod'],
      good: sessionJob({ args: ['$(DB_HOST)'] }, { pod: { env: { DB_HOST: 'db' } } }),
    },
  ),
  ...rule('FLK-JOB-38', {
    what: 'a reference to a variable in operator mode',
    bad: job({ args: ['$(DB_HOST)'] }, { ...OPERATOR, env: { DB_HOST: 'db' } }),
    at: 'job.args',
    says: ['in operator mode'],
    good: job({ args: ['$ (DB_HOST)'] }),
  }),
  ...rule(
    'FLK-JOB-08',
    ...['/job.jar', '../job.jar', 'a/../../job.jar', 'job.zip', 'job.jar:x.jar', 'a b.jar', 'a,b.jar', ''].map(
      (name) => ({
        what: `the jar ${JSON.stringify(name)}`,
        bad: of(JobArtifact.hostPath('/srv/jobs', name), { hardening: 'RESTRICTED_WITH_HOST_PATH' }),
        at: 'job.artifact.jar',
        says: ['relative path that ends with .jar'],
        good: of(JobArtifact.hostPath('/srv/jobs', 'team/job.jar'), { hardening: 'RESTRICTED_WITH_HOST_PATH' }),
      }),
    ),
  ),
  ...rule(
    'FLK-JOB-09',
    ...['job.py', '/opt/job', '/opt/../job.py', '/opt/a b.py'].map((path) => ({
      what: `the Python program ${path}`,
      bad: of(JobArtifact.python(path), { image: 'py:1' }),
      at: 'job.artifact.path',
      says: ['absolute path that ends with .py'],
      good: of(JobArtifact.python('/opt/app/job.py'), { image: 'py:1' }),
    })),
  ),
  ...rule('FLK-JOB-10', {
    what: 'an entry class for a SQL script',
    bad: job({ artifact: JobArtifact.sql('SELECT 1;'), entryClass: 'com.example.Main' }, { version: V2_2 }),
    at: 'job.entryClass',
    says: ['a sql artifact', 'remove entryClass'],
    good: job({ artifact: JobArtifact.sql('SELECT 1;') }, { version: V2_2 }),
  }),
  ...rule('FLK-JOB-11', {
    what: 'a workload in operator mode',
    bad: job({}, { ...OPERATOR, workload: ApplicationWorkload.job() }),
    at: 'workload',
    says: ['in operator mode', 'remove it'],
    good: job({}, { workload: ApplicationWorkload.job() }),
  }),
  ...rule('FLK-JOB-39', {
    what: 'a streaming Job with a checksum in its name',
    bad: job({}, { workload: ApplicationWorkload.job({ appendChecksumToName: true }) }),
    at: 'workload.appendChecksumToName',
    says: ['at the same time', 'BATCH'],
    good: job({}, { ...BATCH, workload: ApplicationWorkload.job({ appendChecksumToName: true }) }),
  }),
  ...rule(
    'FLK-JOB-40',
    {
      what: 'a rollout strategy for a Job',
      bad: job({}, { ...BATCH, jobManager: { strategy: RolloutStrategy.recreate() } }),
      at: 'JobManager › strategy',
      says: ['a Job does not have this field', 'ApplicationWorkload.deployment()'],
      good: job({}, { jobManager: { strategy: RolloutStrategy.recreate() } }),
    },
    {
      what: 'a revision history limit for a Job',
      bad: job({}, { ...BATCH, jobManager: { revisionHistoryLimit: 2 } }),
      at: 'JobManager › revisionHistoryLimit',
      says: ['a Job does not have this field'],
      good: job({}, { revisionHistoryLimit: 2 }),
    },
  ),
  ...rule('FLK-JOB-12', {
    what: 'upgrade mode SAVEPOINT for a standalone application',
    bad: job({ upgradeMode: UpgradeMode.SAVEPOINT }),
    at: 'job.upgradeMode',
    says: ['no savepoint is taken', 'FlinkSessionJob'],
    good: GOOD,
  }),
  ...rule('FLK-JOB-41', {
    what: 'upgrade mode FAIL for an application',
    bad: job({ upgradeMode: UpgradeMode.FAIL }),
    at: 'job.upgradeMode',
    says: ['session cluster'],
    good: GOOD,
  }),
  ...rule('FLK-JOB-42', {
    what: 'a suspended standalone application',
    bad: job({ state: JobState.SUSPENDED }),
    at: 'job.state',
    says: ['in standalone mode', 'DeploymentMode.operator()'],
    good: job({ state: JobState.RUNNING }),
  }),
  ...rule('FLK-JOB-43', {
    what: 'upgrade mode LAST_STATE without high availability',
    bad: job({ upgradeMode: UpgradeMode.LAST_STATE }),
    at: 'job.upgradeMode',
    says: ['does not find the last checkpoint', 'configure high availability'],
    good: job({ upgradeMode: UpgradeMode.LAST_STATE }, HA),
  }),
  ...rule('FLK-JOB-44', {
    what: 'upgrade mode STATELESS with high availability',
    bad: job({ upgradeMode: UpgradeMode.STATELESS }, HA),
    at: 'job.upgradeMode',
    says: ['resumes from its last checkpoint', 'LAST_STATE'],
    good: job({ upgradeMode: UpgradeMode.STATELESS }),
  }),
  ...rule('FLK-JOB-45', {
    what: 'upgrade mode LAST_STATE for a session job without the operator',
    bad: sessionJob({ upgradeMode: UpgradeMode.LAST_STATE }),
    at: '/Job › job.upgradeMode',
    says: ['"last-state"', 'only the operator finds the last checkpoint', 'UpgradeMode.SAVEPOINT'],
    good: sessionJob({ upgradeMode: UpgradeMode.SAVEPOINT }, {}, (chart) =>
      session(chart, { configuration: { 'state.savepoints.dir': 's3://b/savepoints' } }),
    ),
  }),
  ...rule('FLK-JOB-46', {
    what: 'upgrade mode FAIL for a session job of the operator',
    bad: sessionJob({ upgradeMode: UpgradeMode.FAIL }, {}, (chart) => session(chart, OPERATOR)),
    at: '/Job › job.upgradeMode',
    says: ['"fail"', 'the operator cannot refuse a change', 'another upgrade mode'],
    good: sessionJob({ upgradeMode: UpgradeMode.FAIL }),
  }),
  ...rule('FLK-JOB-13', {
    what: 'a savepoint on no volume',
    bad: savepoint('file:///savepoints/savepoint-1'),
    at: 'job.savepoint.path',
    says: ['no volume'],
    good: savepoint(
      'file:///savepoints/savepoint-1',
      {},
      {
        volumes: [{ name: 'savepoints', persistentVolumeClaim: { claimName: 'savepoints' } }],
        volumeMounts: [{ name: 'savepoints', mountPath: '/savepoints' }],
      },
    ),
  }),
  ...rule(
    'FLK-FS-01',
    {
      what: 'a savepoint with a scheme that no plugin reads',
      bad: savepoint('s3://b/s', {}, {}),
      at: 'job.savepoint.path',
      says: ['"s3://b/s"', 'nothing in the cluster reads s3://', 'FileSystem.s3Hadoop()'],
      good: savepoint('s3://b/s'),
    },
    {
      what: 'a savepoint on HDFS without Hadoop',
      bad: savepoint('hdfs://nn/s', {}, OPERATOR),
      at: 'job.savepoint.path',
      says: ['HadoopConfMount'],
      good: savepoint('oss://b/s', {}, { fileSystems: [FileSystem.aliyun()] }),
    },
  ),
  ...rule('FLK-FS-03', {
    what: 'a savepoint with a scheme that two plugins read',
    bad: savepoint('s3://b/s', {}, { fileSystems: [FileSystem.s3Hadoop(), FileSystem.s3Presto()] }),
    at: 'job.savepoint.path',
    says: ['two plugins read s3://', 's3p://'],
    good: savepoint('s3p://b/s', {}, { fileSystems: [FileSystem.s3Hadoop(), FileSystem.s3Presto()] }),
  }),
  ...rule(
    'FLK-JOB-14',
    {
      what: 'a Deployment of an application before 1.15',
      bad: job({}, { version: V1_14 }),
      at: 'workload',
      says: ['Flink 1.14 ends the JobManager', 'ApplicationWorkload.job()'],
      good: job({}, { version: V1_15 }),
    },
    {
      what: 'an explicit Deployment of an application before 1.15',
      bad: job({}, { version: V1_14, workload: ApplicationWorkload.deployment() }),
      at: 'workload',
      says: ['from the beginning'],
      good: job({}, { version: V1_14, workload: ApplicationWorkload.job() }),
    },
  ),
  ...rule('FLK-JOB-47', {
    what: 'an application in native mode before 1.15',
    bad: job({}, { mode: DeploymentMode.native(), namespace: 'flink', version: V1_14 }),
    at: 'mode',
    says: ['Flink 1.14 ends the JobManager', 'from the beginning', 'use Flink 1.15'],
    good: job({}, { mode: DeploymentMode.native(), namespace: 'flink', version: V1_15 }),
  }),
  ...rule('FLK-JOB-15', {
    what: 'a jar over HTTP without a checksum',
    bad: url('http://repo.example.com/job-1.0.jar', {}),
    at: 'job.artifact',
    says: ['anyone on the network path can replace the jar', 'use https://, or set sha256'],
    good: url('http://repo.example.com/job-1.0.jar'),
  }),
  ...rule('FLK-ENV-02', {
    what: 'a variable of the submission script',
    bad: sessionJob({}, { pod: { env: { SUBMISSION_SAVEPOINT: 's3://bucket/savepoint' } } }),
    at: '/Job › pod.env.SUBMISSION_SAVEPOINT',
    says: ['the image and the library reserve SUBMISSION_SAVEPOINT', 'choose another name'],
    good: sessionJob({}, { pod: { env: { SUBMISSION_TOPIC: 'clicks' } } }),
  }),
  ...rule('FLK-JOB-16', {
    what: 'a session job on an application cluster',
    bad: sessionJob(
      {},
      {},
      (chart) => new FlinkApplicationCluster(chart, 'Flink', { version: V1_20, job: { artifact: IMAGE } }),
    ),
    at: '/Job › cluster',
    says: ['flink is an application cluster', 'use a FlinkSessionCluster'],
    good: sessionJob(),
  }),
  ...rule(
    'FLK-JOB-17',
    ...['Clicks', 'a_b', '-a', 'a.b', ''].map((jobName) => ({
      what: `the job name ${JSON.stringify(jobName)}`,
      bad: sessionJob({}, { jobName }),
      at: '/Job › jobName',
      says: ['not a valid name of a job', 'a-z'],
      good: sessionJob({}, { jobName: 'clicks-2' }),
    })),
  ),
  ...rule('FLK-JOB-48', {
    what: 'a job name of 64 characters',
    bad: sessionJob({}, { jobName: 'x'.repeat(58) }),
    at: '/Job › jobName',
    says: ['has 64 characters of at most 63'],
    good: sessionJob({}, { jobName: 'x'.repeat(57) }),
  }),
  ...rule('FLK-JOB-18', {
    what: 'a job id for a session job',
    bad: sessionJob({ jobId: 'a'.repeat(32) }),
    at: '/Job › job.jobId',
    says: ['rejects the id of a job that has ended', 'remove jobId'],
    good: sessionJob(),
  }),
  ...rule(
    'FLK-TYPE-02',
    ...[';', '-- SELECT 1;\n', '/* nothing\n yet */ ;'].map((script) => ({
      what: `the SQL script ${JSON.stringify(script)}`,
      bad: sessionJob({ artifact: JobArtifact.sql(script) }),
      at: '/Job › job.artifact.script',
      says: ['expected a SQL script with a statement', 'write INSERT INTO'],
      good: sessionJob({ artifact: JobArtifact.sql('-- one\nSELECT 1;') }),
    })),
    {
      what: 'an artifact that no factory of JobArtifact made',
      bad: job({ artifact: { _source: { kind: 'toString' } } }),
      at: 'job.artifact',
      says: ['expected the result of a factory method', 'write JobArtifact.inImage('],
      good: GOOD,
    },
    {
      what: 'an artifact without a value',
      bad: job({ artifact: { _source: {} } }),
      at: 'job.artifact',
      says: ['expected the result of a factory method', 'write JobArtifact.inImage('],
      good: GOOD,
    },
    ...['a\0b', '\ud800', 'a\udc00b'].map((text) => ({
      what: `the argument ${JSON.stringify(text)}`,
      bad: job({ args: ['x', text] }),
      at: 'job.args[1]',
      says: ['expected a string without NUL', 'write valid UTF-8'],
      good: job({ args: ['x', '\u{1F980}\n\t'] }),
    })),
  ),
  ...rule(
    'FLK-JOB-23',
    ...[
      'INSERT INTO a SELECT 1; insert into b SELECT 2;',
      "CREATE TABLE a (x INT) WITH ('c' = ';'); -- ;\n" +
        'INSERT INTO a SELECT 1; EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END;',
    ].map((script) => ({
      what: `the SQL script ${script}`,
      bad: sessionJob({ artifact: JobArtifact.sql(script) }),
      at: '/Job › job.artifact.script',
      says: ['starts 2 jobs', 'EXECUTE STATEMENT SET BEGIN'],
      good: sessionJob({
        artifact: JobArtifact.sql(
          "-- INSERT INTO a;\nBEGIN STATEMENT SET; INSERT INTO a SELECT CASE 'x;' WHEN 'INSERT' THEN 1 END; " +
            'INSERT INTO b SELECT 2; END; SELECT 1;',
        ),
      }),
    })),
  ),
  ...rule(
    'FLK-JOB-22',
    ...[['-D'], ['-D', 'key'], ['x', '-c'], ['--configDir'], ['-D', '-c'], ['-c', '-Da=b'], ['-D', 'a', '--']].map(
      (args) => ({
        what: `the arguments ${JSON.stringify(args)}`,
        bad: job({ args }),
        at: 'job.args',
        says: [
          `got ${JSON.stringify(args.find((arg) => /^-[-cD]/.test(arg)))};`,
          'start script',
          'no value follows',
          'add a value',
        ],
        good: job({ args: ['-c', 'job.conf', '-D', 'a=b', '-Da', '--from', 'x'] }),
      }),
    ),
  ),
  ...rule(
    'FLK-JOB-51',
    ...[['-Djobmanager.memory.process.size=2g'], ['x', '-D', 'jobmanager.memory.heap.size=2g']].map((args) => ({
      what: `JobManager memory in the arguments ${args.join(' ')}`,
      bad: job({ args }),
      at: 'job.args',
      says: ["derives the JobManager's memory from it", 'jobManager.memory'],
      good: job({ args }, { mode: DeploymentMode.native(), namespace: 'flink' }),
    })),
  ),
  ...rule('FLK-JOB-20', {
    what: 'savepoints without a savepoint directory',
    bad: sessionJob({ upgradeMode: UpgradeMode.SAVEPOINT }),
    at: '/Job › job.upgradeMode',
    says: ['no savepoint directory', 'state.savepoints.dir'],
    good: sessionJob({ upgradeMode: UpgradeMode.SAVEPOINT }, {}, (chart) =>
      session(chart, { configuration: { 'state.savepoints.dir': 's3://b/savepoints' } }),
    ),
  }),
  ...rule(
    'FLK-JOB-21',
    {
      what: 'reactive mode in a session cluster',
      bad: { configuration: { 'scheduler-mode': 'reactive' } },
      at: 'configuration.scheduler-mode',
      says: ['standalone applications', 'FlinkApplicationCluster'],
      good: { configuration: { 'jobmanager.scheduler': 'adaptive' } },
    },
    {
      what: 'reactive mode in a native application',
      bad: job({}, { mode: DeploymentMode.native(), reactive: ReactiveMode.fixedReplicas() }),
      at: 'configuration.scheduler-mode',
      says: ['standalone applications'],
      good: job({}, { reactive: ReactiveMode.fixedReplicas() }),
      also: ['FLK-NAT-07', 'FLK-STATE-07'],
    },
  ),
  ...rule('FLK-JOB-49', {
    what: 'reactive mode for a batch job',
    bad: job({}, { ...BATCH, reactive: ReactiveMode.fixedReplicas() }),
    at: 'configuration.scheduler-mode',
    says: ['only runs streaming jobs'],
    good: job({}, { reactive: ReactiveMode.fixedReplicas() }),
    also: ['FLK-STATE-07'],
  }),
  ...rule('FLK-JOB-50', {
    what: 'fixed TaskManager replicas with reactive autoscaling',
    bad: job({}, { reactive: ReactiveMode.autoscaled({ maxReplicas: 8 }), taskManager: { replicas: 2 } }),
    at: 'taskManager.replicas',
    says: ['the autoscaler sets the number', 'minReplicas'],
    good: job({}, { reactive: ReactiveMode.autoscaled({ maxReplicas: 8 }) }),
    also: ['FLK-STATE-07'],
  }),
  ...rule('FLK-REP-07', {
    what: 'maxReplicas below minReplicas',
    bad: job({}, { reactive: ReactiveMode.autoscaled({ minReplicas: 4, maxReplicas: 2 }) }),
    at: 'reactive.maxReplicas',
    says: ['got 2;', 'below minReplicas, which is 4', 'use at least 4'],
    good: job({}, { reactive: ReactiveMode.autoscaled({ minReplicas: 4, maxReplicas: 4 }) }),
    also: ['FLK-STATE-07'],
  }),
  ...rule('FLK-NAME-04', {
    what: 'two session jobs with the same name',
    bad: () => {
      const chart = newChart();
      const cluster = session(chart);
      ['a', 'b'].forEach(
        (id) => new FlinkSessionJob(new Construct(chart, id), 'Job', { cluster, job: { artifact: IMAGE } }),
      );
      Testing.synth(chart);
    },
    at: '/b/Job › name',
    says: ['Job flink-job is created twice, by chart/a/Job/Default and by chart/b/Job'],
    good: sessionJob(),
    also: ['FLK-NAME-04'],
  }),
  ...rule(
    'FLK-JOB-19',
    ...['', 'abc', 'z'.repeat(64)].map((sha256) => ({
      what: `the checksum ${JSON.stringify(sha256)}`,
      bad: url('https://repo.example.com/job-1.0.jar', { sha256 }),
      at: 'job.artifact.options.sha256',
      says: ['64 hexadecimal digits'],
      good: GOOD_URL,
    })),
  ),
  ...rule(
    'FLK-SECRET-07',
    {
      what: 'a password as a separate argument',
      bad: job({ args: ['--topic', 'a', '--db-password', 'canary-1'] }),
      at: 'job.args[2]',
      says: ['the value of db-password', 'in a Secret'],
      good: job(
        { args: ['--db-password', '$(DB_PASSWORD)', '--token-file', '/etc/token', '--password'] },
        { env: { DB_PASSWORD: '/x' } },
      ),
    },
    {
      what: 'a password within an argument',
      bad: job({ args: ['--db.password=canary-1'] }),
      at: 'job.args[0]',
      says: ['the value of db.password'],
      good: job(
        { args: ['--db.password=canary-1'] },
        { allowPlainCredentials: [{ key: 'db.password', reason: 'known to all' }] },
      ),
    },
    {
      what: 'a password in a URL among the arguments',
      bad: job({ args: ['https://u:canary-1@host/db'] }),
      at: 'job.args[0]',
      says: ['a password before the host'],
      good: job({ args: ['https://host/db'] }),
    },
    {
      what: 'a secret in an argument of a session job',
      bad: sessionJob({ args: ['--secret', 'canary-1'] }),
      at: '/Job › job.args[0]',
      says: ['the value of secret'],
      good: sessionJob({ args: ['--secret', '--x'] }),
    },
    {
      what: 'a private key in an annotation of a session job',
      bad: sessionJob({}, { annotations: { a: PEM } }),
      at: '/Job › annotations.a',
      says: ['a private key'],
      good: sessionJob({}, { annotations: { a: 'b' } }),
    },
    {
      what: 'a private key in an annotation',
      bad: job({}, { annotations: { a: PEM } }),
      at: 'annotations.a',
      says: ['a private key'],
      good: job({}, { annotations: { a: 'b' } }),
    },
    {
      what: 'a password in a SQL script',
      bad: of(JobArtifact.sql("SELECT 'https://u:canary-1@host'"), { version: V2_2 }),
      at: 'job.artifact',
      says: ['a password before the host'],
      good: of(JobArtifact.sql("SELECT 'https://host'"), { version: V2_2 }),
    },
    {
      what: 'a private key in a ConfigMap of a feature',
      bad: job({}, { features: [ofFeature(PEM)] }),
      at: 'features[0]',
      says: ['a private key'],
      good: job({}, { features: [ofFeature('a')] }),
    },
  ),
  ...rule('FLK-SECRET-01', {
    what: 'a credential in the configuration of a session job',
    bad: sessionJob({}, { configuration: { 's3.secret-key': 'canary-1' } }),
    at: '/Job › configuration.s3.secret-key',
    says: ['looks like a credential'],
    good: sessionJob(
      {},
      {
        configuration: { 's3.secret-key': 'canary-1' },
        allowPlainCredentials: [{ key: 's3.secret-key', reason: 'known to all' }],
      },
    ),
  }),
  ...rule('FLK-SECRET-04', {
    what: 'a credential in the submission pod',
    bad: sessionJob({}, { pod: { env: { DB_PASSWORD: 'canary-1' } } }),
    at: '/Job › pod.env.DB_PASSWORD',
    says: ['looks like a credential'],
    good: sessionJob({}, { pod: { env: { DB_HOST: 'db' } } }),
  }),
];
