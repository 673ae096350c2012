import { type Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { row, rule, type Given, type Row } from './row';
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

const { V1_14, V1_15, V1_18, V1_20, V2_2 } = FlinkVersion;
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

/** An application cluster with a job like this. */
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

/** A job like this on a session cluster. */
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
    ].map((name) =>
      row(
        `the class ${JSON.stringify(name)}`,
        job({ entryClass: name }),
        'job.entryClass',
        [`got ${JSON.stringify(name)};`, 'Java class', 'com.example.StreamingJob'],
        job({ entryClass: 'com.example.Main$Inner' }),
      ),
    ),
  ),
  ...rule(
    'FLK-JOB-02',
    row(
      'a path instead of a URI',
      jar('/opt/flink/usrlib/job.jar'),
      'job.artifact',
      ['got "/opt/flink/usrlib/job.jar";', 'write local:///opt/flink/usrlib/job.jar'],
      GOOD,
    ),
    row('a name alone', jar('job.jar'), 'job.artifact', ['write local:///opt/flink/usrlib/job.jar'], GOOD),
    row('one slash', jar('local:/opt/flink/usrlib/job.jar'), 'job.artifact', ['write local:///opt'], GOOD),
    row('a host', jar('local://opt/flink/usrlib/job.jar'), 'job.artifact', ['no host'], GOOD),
    row('no jar', jar('local:///opt/flink/usrlib/job.zip'), 'job.artifact', ['ends with .jar'], GOOD),
    row('a way out', jar('local:///opt/flink/usrlib/../job.jar'), 'job.artifact', ['it is no URI'], GOOD),
    row('an object store', jar('s3://bucket/job.jar'), 'job.artifact', ['scheme local'], GOOD),
    row(
      'a URL in the image',
      jar('https://repo.example.com/job-1.0.jar'),
      'job.artifact',
      ['use JobArtifact.http("https://repo.example.com/job-1.0.jar")'],
      GOOD_URL,
    ),
    row(
      'another folder before 1.19',
      jar('local:///opt/app/job.jar', { version: V1_18 }),
      'job.artifact',
      ['up to Flink 1.18', 'local:///opt/flink/usrlib/job.jar'],
      jar('local:///opt/app/job.jar'),
    ),
    row(
      'a fetch by Flink before 1.19',
      url('https://repo.example.com/job-1.0.jar', {}, { version: V1_18 }),
      'job.artifact',
      ['Flink 1.18 cannot fetch', 'give sha256'],
      url('https://repo.example.com/job-1.0.jar', { sha256: SUM }, { version: V1_18 }),
    ),
    row(
      'a file system before 1.19',
      of(JobArtifact.fileSystem(IN_S3), { ...S3, version: V1_18 }),
      'job.artifact',
      ['Flink 1.18 cannot fetch', 'with sha256'],
      of(JobArtifact.fileSystem(IN_S3), { ...S3, version: FlinkVersion.V1_19 }),
    ),
    row(
      'a file system for a Job that submits',
      sessionJob({ artifact: JobArtifact.fileSystem(IN_S3) }),
      '/Job › job.artifact',
      ['reads no file system', 'use JobArtifact.http()'],
      sessionJob(),
    ),
    row(
      'a bucket alone',
      of(JobArtifact.fileSystem('s3://bucket/jobs'), S3),
      'job.artifact.uri',
      ['no URI of a jar', 's3://bucket/path'],
      of(JobArtifact.fileSystem(IN_S3), S3),
    ),
    row(
      'a web server as a file system',
      of(JobArtifact.fileSystem('https://repo.example.com/job-1.0.jar')),
      'job.artifact.uri',
      ['use JobArtifact.http()'],
      GOOD_URL,
    ),
    row(
      'the image as a file system',
      of(JobArtifact.fileSystem('local:///opt/flink/usrlib/job.jar')),
      'job.artifact.uri',
      ['use JobArtifact.inImage()'],
      GOOD,
    ),
    row(
      'credentials of a file system',
      of(JobArtifact.fileSystem('s3://key:secret@bucket/job.jar'), S3),
      'job.artifact.uri',
      ['holds credentials'],
      of(JobArtifact.fileSystem(IN_S3), S3),
    ),
    row('a file', url('file:///opt/job.jar'), 'job.artifact.url', ['no http:// or https:// URL'], GOOD_URL),
    row('no URL', url('repo.example.com/job.jar'), 'job.artifact.url', ['no http:// or https:// URL'], GOOD_URL),
    row(
      'a URL with a blank',
      url('https://repo.example.com/a b.jar'),
      'job.artifact.url',
      ['no http:// or https:// URL'],
      GOOD_URL,
    ),
    row('a URL of no jar', url('https://repo.example.com/job'), 'job.artifact.url', ['name of a jar'], GOOD_URL),
    row(
      'credentials in a URL',
      url('https://me:hunter2@repo.example.com/job.jar'),
      'job.artifact.url',
      ['it holds credentials'],
      GOOD_URL,
    ),
    ...['token=canary-1', 'X-Amz-Signature=canary-1', 'sv=2026-01-01&sig=canary-1'].map((query) =>
      row(
        `a URL with ${query.split('=')[0]}`,
        url(`https://repo.example.com/job.jar?${query}`),
        'job.artifact.url',
        ['it holds credentials'],
        url('https://repo.example.com/job.jar?version=1'),
      ),
    ),
    row(
      'Python in the official image',
      of(JobArtifact.python('/opt/app/job.py')),
      'job.artifact',
      ['has no Python', 'set image'],
      of(JobArtifact.python('/opt/app/job.py'), { image: 'registry.example.com/pyflink:1.20.4' }),
    ),
    row(
      'SQL before 2.0',
      of(JobArtifact.sql('SELECT 1;')),
      'job.artifact',
      ['came with 2.0', 'give runner'],
      of(JobArtifact.sql('SELECT 1;'), { version: V2_2 }),
    ),
    row(
      'a runner that is no URI',
      of(JobArtifact.sql('SELECT 1;', { runner: 'runner.jar' })),
      'job.artifact',
      ['write local:///opt/flink/usrlib/runner.jar'],
      of(JobArtifact.sql('SELECT 1;', { runner: 'local:///opt/flink/usrlib/runner.jar' })),
    ),
  ),
  ...rule(
    'FLK-JOB-03',
    ...['1', 'A'.repeat(32), 'g'.repeat(32), 'a'.repeat(33), `${'a'.repeat(31)}\n`].map((jobId) =>
      row(
        `the id ${JSON.stringify(jobId)}`,
        job({ jobId }),
        'job.jobId',
        ['32 hexadecimal digits'],
        job({ jobId: 'a'.repeat(32) }),
      ),
    ),
  ),
  ...rule(
    'FLK-JOB-04',
    row(
      'more subtasks than slots',
      job({ parallelism: 5 }),
      'job.parallelism',
      ['got 5;', '2 slots × 2 TaskManagers = 4 slots', 'raise taskSlots'],
      job({ parallelism: 4 }),
    ),
    row(
      'more subtasks than stated slots',
      job({ parallelism: 7 }, { taskManager: { taskSlots: 3, replicas: 2 } }),
      'job.parallelism',
      ['3 slots × 2 TaskManagers = 6 slots'],
      job({ parallelism: 7 }, { configuration: { 'jobmanager.scheduler': 'adaptive' } }),
    ),
  ),
  ...rule(
    'FLK-JOB-05',
    row(
      'a claim in a standalone application',
      savepoint('s3://b/s', CLAIM),
      'job.savepoint.claimMode',
      ['"CLAIM"', 'overwrites', 'native or operator mode'],
      savepoint('s3://b/s'),
    ),
    row(
      'a claim before 1.15',
      savepoint('s3://b/s', CLAIM, { ...S3, version: V1_14, workload: ApplicationWorkload.job() }),
      'job.savepoint.claimMode',
      ['came with 1.15', 'remove it'],
      savepoint('s3://b/s', {}, { version: V1_14, workload: ApplicationWorkload.job() }),
    ),
    row(
      'LEGACY in 2.0',
      savepoint('s3://b/s', { claimMode: SavepointClaimMode.LEGACY }, { ...S3, version: V2_2 }),
      'job.savepoint.claimMode',
      ['has dropped LEGACY'],
      savepoint('s3://b/s', { claimMode: SavepointClaimMode.NO_CLAIM }, { version: V2_2 }),
    ),
  ),
  ...rule(
    'FLK-JOB-06',
    ...['/data/savepoint', 's3:bucket/x', 's3://bucket', 's3://bucket/', 'file:///', 's3://b/a b', 'savepoint'].map(
      (path) =>
        row(
          `the savepoint ${path}`,
          savepoint(path),
          'job.savepoint.path',
          [`got "${path}";`, 'scheme of a file system', 's3://bucket/savepoints'],
          savepoint('s3://bucket/savepoints/savepoint-1'),
        ),
    ),
  ),
  ...rule(
    'FLK-JOB-07',
    row(
      'a variable that is not there',
      job({ args: ['--host', '$(DB_HOST)'] }),
      'job.args',
      ['got "$(DB_HOST)";', 'no such variable', 'define it'],
      job({ args: ['--host', '$(DB_HOST)'] }, { env: { DB_HOST: 'db' } }),
    ),
    row(
      'a variable behind the operator',
      job({ args: ['$(DB_HOST)'] }, { ...OPERATOR, env: { DB_HOST: 'db' } }),
      'job.args',
      ['in operator mode'],
      job({ args: ['$ (DB_HOST)'] }),
    ),
  ),
  ...rule(
    'FLK-JOB-08',
    ...['/job.jar', '../job.jar', 'a/../../job.jar', 'job.zip', 'job.jar:x.jar', 'a b.jar', 'a,b.jar', ''].map((name) =>
      row(
        `the jar ${JSON.stringify(name)}`,
        of(JobArtifact.hostPath('/srv/jobs', name), { hardening: 'RESTRICTED_WITH_HOST_PATH' }),
        'job.artifact.jar',
        ['relative path that ends with .jar'],
        of(JobArtifact.hostPath('/srv/jobs', 'team/job.jar'), { hardening: 'RESTRICTED_WITH_HOST_PATH' }),
      ),
    ),
  ),
  ...rule(
    'FLK-JOB-09',
    ...['job.py', '/opt/job', '/opt/../job.py', '/opt/a b.py'].map((path) =>
      row(
        `the program ${path}`,
        of(JobArtifact.python(path), { image: 'py:1' }),
        'job.artifact.path',
        ['absolute path that ends with .py'],
        of(JobArtifact.python('/opt/app/job.py'), { image: 'py:1' }),
      ),
    ),
  ),
  ...rule(
    'FLK-JOB-10',
    row(
      'a class of a script',
      job({ artifact: JobArtifact.sql('SELECT 1;'), entryClass: 'com.example.Main' }, { version: V2_2 }),
      'job.entryClass',
      ['a sql artifact', 'remove entryClass'],
      job({ artifact: JobArtifact.sql('SELECT 1;') }, { version: V2_2 }),
    ),
  ),
  ...rule(
    'FLK-JOB-11',
    row(
      'a workload in operator mode',
      job({}, { ...OPERATOR, workload: ApplicationWorkload.job() }),
      'workload',
      ['in operator mode', 'remove it'],
      job({}, { workload: ApplicationWorkload.job() }),
    ),
    row(
      'a Job of a new name for a stream',
      job({}, { workload: ApplicationWorkload.job({ hashedName: true }) }),
      'workload.hashedName',
      ['side by side', 'BATCH'],
      job({}, { ...BATCH, workload: ApplicationWorkload.job({ hashedName: true }) }),
    ),
    row(
      'a strategy of a Job',
      job({}, { ...BATCH, jobManager: { strategy: RolloutStrategy.recreate() } }),
      'JobManager › strategy',
      ['a Job has none', 'ApplicationWorkload.deployment()'],
      job({}, { jobManager: { strategy: RolloutStrategy.recreate() } }),
    ),
    row(
      'a history of a Job',
      job({}, { ...BATCH, jobManager: { revisionHistoryLimit: 2 } }),
      'JobManager › revisionHistoryLimit',
      ['a Job has none'],
      job({}, { revisionHistoryLimit: 2 }),
    ),
  ),
  ...rule(
    'FLK-JOB-12',
    row(
      'a suspended application',
      job({ state: JobState.SUSPENDED }),
      'job.state',
      ['in standalone mode', 'DeploymentMode.operator()'],
      job({ state: JobState.RUNNING }),
    ),
    row(
      'a savepoint when an application changes',
      job({ upgradeMode: UpgradeMode.SAVEPOINT }),
      'job.upgradeMode',
      ['nobody takes a savepoint', 'FlinkSessionJob'],
      GOOD,
    ),
    row(
      'a last state without high availability',
      job({ upgradeMode: UpgradeMode.LAST_STATE }),
      'job.upgradeMode',
      ['no checkpoint', 'high availability'],
      job({ upgradeMode: UpgradeMode.LAST_STATE }, HA),
    ),
    row(
      'no state with high availability',
      job({ upgradeMode: UpgradeMode.STATELESS }, HA),
      'job.upgradeMode',
      ['goes on from its last checkpoint', 'LAST_STATE'],
      job({ upgradeMode: UpgradeMode.STATELESS }),
    ),
    row(
      'an application that refuses a change',
      job({ upgradeMode: UpgradeMode.FAIL }),
      'job.upgradeMode',
      ['session cluster'],
      GOOD,
    ),
  ),
  ...rule(
    'FLK-JOB-13',
    row(
      'a savepoint on no volume',
      savepoint('file:///savepoints/savepoint-1'),
      'job.savepoint.path',
      ['no volume'],
      savepoint(
        'file:///savepoints/savepoint-1',
        {},
        {
          volumes: [{ name: 'savepoints', persistentVolumeClaim: { claimName: 'savepoints' } }],
          volumeMounts: [{ name: 'savepoints', mountPath: '/savepoints' }],
        },
      ),
    ),
  ),
  ...rule(
    'FLK-FS-01',
    row(
      'a savepoint that nothing reads',
      savepoint('s3://b/s', {}, {}),
      'job.savepoint.path',
      ['"s3://b/s"', 'nothing in the cluster reads s3://', 'FileSystem.s3Hadoop()'],
      savepoint('s3://b/s'),
    ),
    row(
      'a savepoint on HDFS',
      savepoint('hdfs://nn/s', {}, OPERATOR),
      'job.savepoint.path',
      ['HadoopConfMount'],
      savepoint('oss://b/s', {}, { fileSystems: [FileSystem.aliyun()] }),
    ),
  ),
  ...rule(
    'FLK-FS-03',
    row(
      'a savepoint that two plugins read',
      savepoint('s3://b/s', {}, { fileSystems: [FileSystem.s3Hadoop(), FileSystem.s3Presto()] }),
      'job.savepoint.path',
      ['two plugins read s3://', 's3p://'],
      savepoint('s3p://b/s', {}, { fileSystems: [FileSystem.s3Hadoop(), FileSystem.s3Presto()] }),
    ),
  ),
  ...rule(
    'FLK-JOB-14',
    row(
      'a Deployment before 1.15',
      job({}, { version: V1_14 }),
      'workload',
      ['Flink 1.14 ends the JobManager', 'ApplicationWorkload.job()'],
      job({}, { version: V1_15 }),
    ),
    row(
      'a Deployment before 1.15, said so',
      job({}, { version: V1_14, workload: ApplicationWorkload.deployment() }),
      'workload',
      ['from the beginning'],
      job({}, { version: V1_14, workload: ApplicationWorkload.job() }),
    ),
  ),
  ...rule(
    'FLK-JOB-15',
    row(
      'a jar over http without a checksum',
      url('http://repo.example.com/job-1.0.jar', {}),
      'job.artifact',
      ['another jar in its place', 'sha256'],
      url('http://repo.example.com/job-1.0.jar'),
    ),
  ),
  ...rule(
    'FLK-ENV-02',
    row(
      'a variable of the submission script',
      sessionJob({}, { pod: { env: { SUBMISSION_SAVEPOINT: 's3://bucket/savepoint' } } }),
      '/Job › pod.env.SUBMISSION_SAVEPOINT',
      ['belongs to the image and the library', 'choose another name'],
      sessionJob({}, { pod: { env: { SUBMISSION_TOPIC: 'clicks' } } }),
    ),
  ),
  ...rule(
    'FLK-JOB-16',
    row(
      'a job on an application cluster',
      sessionJob(
        {},
        {},
        (chart) => new FlinkApplicationCluster(chart, 'Flink', { version: V1_20, job: { artifact: IMAGE } }),
      ),
      '/Job › cluster',
      ['flink is an application cluster', 'use a FlinkSessionCluster'],
      sessionJob(),
    ),
  ),
  ...rule(
    'FLK-JOB-17',
    ...['Clicks', 'a_b', '-a', 'a.b', ''].map((jobName) =>
      row(
        `the job ${JSON.stringify(jobName)}`,
        sessionJob({}, { jobName }),
        '/Job › jobName',
        ['no name of a job', 'a-z'],
        sessionJob({}, { jobName: 'clicks-2' }),
      ),
    ),
    row(
      'a job with too long a name',
      sessionJob({}, { jobName: 'x'.repeat(58) }),
      '/Job › jobName',
      ['has 64 characters of at most 63'],
      sessionJob({}, { jobName: 'x'.repeat(57) }),
    ),
  ),
  ...rule(
    'FLK-JOB-18',
    row(
      'an id of a session job',
      sessionJob({ jobId: 'a'.repeat(32) }),
      '/Job › job.jobId',
      ['no id a second time', 'remove jobId'],
      sessionJob(),
    ),
  ),
  ...rule(
    'FLK-TYPE-02',
    ...[';', '-- SELECT 1;\n', '/* nothing\n yet */ ;'].map((script) =>
      row(
        `the script ${JSON.stringify(script)}`,
        sessionJob({ artifact: JobArtifact.sql(script) }),
        '/Job › job.artifact.script',
        ['a statement of SQL'],
        sessionJob({ artifact: JobArtifact.sql('-- one\nSELECT 1;') }),
      ),
    ),
    row(
      'an artifact that no factory made',
      job({ artifact: { _source: { kind: 'toString' } } }),
      'job.artifact',
      ['made by a factory of JobArtifact'],
      GOOD,
    ),
    row(
      'an artifact of nothing',
      job({ artifact: { _source: {} } }),
      'job.artifact',
      ['made by a factory of JobArtifact'],
      GOOD,
    ),
    ...['a\0b', '\ud800', 'a\udc00b'].map((text) =>
      row(
        `the argument ${JSON.stringify(text)}`,
        job({ args: ['x', text] }),
        'job.args[1]',
        ['without NUL'],
        job({ args: ['x', '\u{1F980}\n\t'] }),
      ),
    ),
  ),
  ...rule(
    'FLK-JOB-23',
    ...[
      'INSERT INTO a SELECT 1; insert into b SELECT 2;',
      "CREATE TABLE a (x INT) WITH ('c' = ';'); -- ;\nINSERT INTO a SELECT 1; EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END;",
    ].map((script) =>
      row(
        `the script ${script}`,
        sessionJob({ artifact: JobArtifact.sql(script) }),
        '/Job › job.artifact.script',
        ['starts 2 jobs', 'EXECUTE STATEMENT SET BEGIN'],
        sessionJob({
          artifact: JobArtifact.sql(
            "-- INSERT INTO a;\nBEGIN STATEMENT SET; INSERT INTO a SELECT CASE 'x;' WHEN 'INSERT' THEN 1 END; INSERT INTO b SELECT 2; END; SELECT 1;",
          ),
        }),
      ),
    ),
  ),
  ...rule(
    'FLK-JOB-22',
    ...[['-D'], ['-D', 'key'], ['x', '-c'], ['--configDir'], ['-D', '-c'], ['-c', '-Da=b'], ['-D', 'a', '--']].map(
      (args) =>
        row(
          `the arguments ${JSON.stringify(args)}`,
          job({ args }),
          'job.args',
          [
            `got ${JSON.stringify(args.find((arg) => /^-[-cD]/.test(arg)))};`,
            'start script',
            'no value follows',
            'give it a value',
          ],
          job({ args: ['-c', 'job.conf', '-D', 'a=b', '-Da', '--from', 'x'] }),
        ),
    ),
    ...[['-Djobmanager.memory.process.size=2g'], ['x', '-D', 'jobmanager.memory.heap.size=2g']].map((args) =>
      row(
        `the memory ${args.join(' ')}`,
        job({ args }),
        'job.args',
        ['sizes the JobManager by it', 'jobManager.memory'],
        job({ args }, { mode: DeploymentMode.native(), namespace: 'flink' }),
      ),
    ),
  ),
  ...rule(
    'FLK-JOB-20',
    row(
      'savepoints without a place',
      sessionJob({ upgradeMode: UpgradeMode.SAVEPOINT }),
      '/Job › job.upgradeMode',
      ['where savepoints go', 'state.savepoints.dir'],
      sessionJob({ upgradeMode: UpgradeMode.SAVEPOINT }, {}, (chart) =>
        session(chart, { configuration: { 'state.savepoints.dir': 's3://b/savepoints' } }),
      ),
    ),
  ),
  ...rule(
    'FLK-JOB-21',
    row(
      'reactive mode of a session cluster',
      { configuration: { 'scheduler-mode': 'reactive' } },
      'configuration.scheduler-mode',
      ['standalone applications', 'FlinkApplicationCluster'],
      { configuration: { 'jobmanager.scheduler': 'adaptive' } },
    ),
    row(
      'reactive mode of a native application',
      job({}, { mode: DeploymentMode.native(), reactive: ReactiveMode.manual() }),
      'configuration.scheduler-mode',
      ['standalone applications'],
      job({}, { reactive: ReactiveMode.manual() }),
      ['FLK-NAT-07', 'FLK-STATE-07'],
    ),
    row(
      'reactive mode of a batch',
      job({}, { ...BATCH, reactive: ReactiveMode.manual() }),
      'configuration.scheduler-mode',
      ['streaming jobs alone'],
      job({}, { reactive: ReactiveMode.manual() }),
      ['FLK-STATE-07'],
    ),
    row(
      'a fixed number of TaskManagers beside an autoscaler',
      job({}, { reactive: ReactiveMode.autoscaled({ maxReplicas: 8 }), taskManager: { replicas: 2 } }),
      'taskManager.replicas',
      ['the autoscaler decides', 'minReplicas'],
      job({}, { reactive: ReactiveMode.autoscaled({ maxReplicas: 8 }) }),
      ['FLK-STATE-07'],
    ),
  ),
  ...rule(
    'FLK-FEAT-04',
    row(
      'an autoscaler upside down',
      job({}, { reactive: ReactiveMode.autoscaled({ minReplicas: 4, maxReplicas: 2 }) }),
      'reactive.maxReplicas',
      ['"2"', 'at least minReplicas, which is 4'],
      job({}, { reactive: ReactiveMode.autoscaled({ minReplicas: 2, maxReplicas: 4 }) }),
      ['FLK-STATE-07'],
    ),
  ),
  ...rule(
    'FLK-NAME-04',
    row(
      'two jobs of one name',
      () => {
        const chart = newChart();
        const cluster = session(chart);
        ['a', 'b'].forEach(
          (id) => new FlinkSessionJob(new Construct(chart, id), 'Job', { cluster, job: { artifact: IMAGE } }),
        );
        Testing.synth(chart);
      },
      '/b/Job › name',
      ['Job flink-job is made twice, by chart/a/Job/Default and by chart/b/Job'],
      sessionJob(),
      ['FLK-NAME-04'],
    ),
  ),
  ...rule(
    'FLK-JOB-19',
    ...['', 'abc', 'z'.repeat(64)].map((sha256) =>
      row(
        `the checksum ${JSON.stringify(sha256)}`,
        url('https://repo.example.com/job-1.0.jar', { sha256 }),
        'job.artifact.options.sha256',
        ['64 hexadecimal digits'],
        GOOD_URL,
      ),
    ),
  ),
  ...rule(
    'FLK-SECRET-07',
    row(
      'a password as an argument',
      job({ args: ['--topic', 'a', '--db-password', 'canary-1'] }),
      'job.args[2]',
      ['the value of db-password', 'into a Secret'],
      job(
        { args: ['--db-password', '$(DB_PASSWORD)', '--token-file', '/etc/token', '--password'] },
        { env: { DB_PASSWORD: '/x' } },
      ),
    ),
    row(
      'a password in an argument',
      job({ args: ['--db.password=canary-1'] }),
      'job.args[0]',
      ['the value of db.password'],
      job(
        { args: ['--db.password=canary-1'] },
        { allowPlainCredentials: [{ key: 'db.password', reason: 'known to all' }] },
      ),
    ),
    row(
      'a password in an address among the arguments',
      job({ args: ['https://u:canary-1@host/db'] }),
      'job.args[0]',
      ['a password before the host'],
      job({ args: ['https://host/db'] }),
    ),
    row(
      'an argument of a session job',
      sessionJob({ args: ['--secret', 'canary-1'] }),
      '/Job › job.args[0]',
      ['the value of secret'],
      sessionJob({ args: ['--secret', '--x'] }),
    ),
    row(
      'a private key in an annotation of a session job',
      sessionJob({}, { annotations: { a: PEM } }),
      '/Job › annotations.a',
      ['a private key'],
      sessionJob({}, { annotations: { a: 'b' } }),
    ),
    row(
      'a private key in an annotation',
      job({}, { annotations: { a: PEM } }),
      'annotations.a',
      ['a private key'],
      job({}, { annotations: { a: 'b' } }),
    ),
    row(
      'a password in a script',
      of(JobArtifact.sql("SELECT 'https://u:canary-1@host'"), { version: V2_2 }),
      'job.artifact',
      ['a password before the host'],
      of(JobArtifact.sql("SELECT 'https://host'"), { version: V2_2 }),
    ),
    row(
      'a private key in a ConfigMap of a feature',
      job({}, { features: [ofFeature(PEM)] }),
      'features[0]',
      ['a private key'],
      job({}, { features: [ofFeature('a')] }),
    ),
  ),
  ...rule(
    'FLK-SECRET-01',
    row(
      'a credential among the options of a session job',
      sessionJob({}, { configuration: { 's3.secret-key': 'canary-1' } }),
      '/Job › configuration.s3.secret-key',
      ['looks like a credential'],
      sessionJob(
        {},
        {
          configuration: { 's3.secret-key': 'canary-1' },
          allowPlainCredentials: [{ key: 's3.secret-key', reason: 'known to all' }],
        },
      ),
    ),
  ),
  ...rule(
    'FLK-SECRET-04',
    row(
      'a credential of the pod that submits',
      sessionJob({}, { pod: { env: { DB_PASSWORD: 'canary-1' } } }),
      '/Job › pod.env.DB_PASSWORD',
      ['looks like a credential'],
      sessionJob({}, { pod: { env: { DB_HOST: 'db' } } }),
    ),
  ),
];
