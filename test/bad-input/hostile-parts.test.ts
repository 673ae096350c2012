import { type Chart, Duration, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import fc from 'fast-check';
import * as flink from '../../src';
import {
  Autoscaling,
  Checkpointing,
  DeploymentMode,
  FileSystem,
  FlinkApplicationCluster,
  FlinkFile,
  FlinkSessionCluster,
  FlinkVersion,
  HighAvailability,
  JobArtifact,
  LocalDisk,
  LocalRecovery,
  ReactiveMode,
  RestAccess,
  StateBackend,
  StateSnapshot,
  WorkloadIdentity,
} from '../../src';
import { ruleTable } from '../../src/assembly/rule-table';
import { HOSTILE, pathsOf, replaceAt } from '../support/hostile';
import { newChart, problems, type Finding } from '../support/synth';

/** A public construct or factory, its arguments, and a function that uses them. */
interface Subject {
  readonly given: (chart: Chart) => readonly unknown[];
  readonly make: (chart: Chart, ...given: any[]) => unknown;
}

/** Runs per subject. More runs found no further problems. */
const RUNS = 30;
const version = FlinkVersion.V1_20;
const ARN = 'arn:aws:iam::111122223333:role/flink';
const JAR = JobArtifact.inImage('local:///opt/flink/usrlib/job.jar');

function session(chart: Chart, props: object = {}): FlinkSessionCluster {
  return new FlinkSessionCluster(chart, 'Flink', { version, namespace: 'flink', ...props });
}

function application(chart: Chart, props: object = {}): FlinkApplicationCluster {
  return new FlinkApplicationCluster(chart, 'Flink', { version, namespace: 'flink', job: { artifact: JAR }, ...props });
}

/** A feature of a cluster that supports it. */
function feature(given: readonly unknown[], make: (chart: Chart, ...given: any[]) => object): Subject {
  return { given: () => given, make };
}

/** A mount in a cluster of each mode in which the library writes the pods. */
function mount(
  construct: new (scope: any, id: string, props: any) => unknown,
  props: (chart: Chart) => object,
): Subject {
  return {
    given: (chart) => [props(chart)],
    make: (chart, given) => {
      new construct(session(chart, { namespace: 'flink' }), 'Mount', given);
      const native = new FlinkSessionCluster(chart, 'Native', {
        version,
        namespace: 'flink',
        mode: DeploymentMode.native(),
        clusterName: 'native',
      });
      new construct(native, 'Mount', given);
      problems(() => native.taskManager.previewPod());
    },
  };
}

const JOB = {
  artifact: JAR,
  entryClass: 'com.example.Job',
  args: ['--topic', 'orders'],
  parallelism: 1,
  savepoint: { path: 's3://bucket/savepoint', allowNonRestoredState: true },
  jobId: 'a'.repeat(32),
  state: flink.JobState.RUNNING,
};
const NONCES = { savepointRedeploy: 1 };
const TRANSITION = {
  deletionDelay: Duration.minutes(5),
  abortGracePeriod: Duration.minutes(5),
  rescheduleInterval: Duration.seconds(10),
};
const INGRESS = {
  template: '{{name}}.example.com',
  className: 'nginx',
  annotations: { a: 'b' },
  labels: { a: 'b' },
  tls: [{ hosts: ['a.b'], secretName: 'tls' }],
};

/** An application cluster with exactly the given properties. */
function applicationWith(chart: Chart, props: any): FlinkApplicationCluster {
  return new FlinkApplicationCluster(chart, 'Flink', props);
}

const SUBJECTS: { readonly [name: string]: Subject } = {
  'application cluster': {
    given: () => [
      {
        version,
        job: JOB,
        workload: flink.ApplicationWorkload.deployment(),
        taskManager: { taskSlots: 2, replicas: 1 },
      },
    ],
    make: applicationWith,
  },
  'application cluster in native mode': {
    given: () => [{ version, namespace: 'flink', mode: DeploymentMode.native(), job: JOB }],
    make: applicationWith,
  },
  'application cluster in operator mode': {
    given: () => [
      {
        version,
        mode: DeploymentMode.operator(),
        job: { ...JOB, upgradeMode: flink.UpgradeMode.STATELESS, nonces: NONCES, jobId: undefined },
      },
    ],
    make: applicationWith,
  },
  workload: {
    given: () => [{ replaceOnChange: true, backoffLimit: 3 }],
    make: (chart, options) => application(chart, { workload: flink.ApplicationWorkload.job(options) }),
  },
  'session job': {
    given: (chart) => [
      {
        cluster: session(chart, { fileSystems: [FileSystem.s3Hadoop()] }),
        job: { ...JOB, upgradeMode: flink.UpgradeMode.STATELESS, jobId: undefined, savepoint: undefined },
        jobName: 'orders',
        configuration: { 'pipeline.name': 'orders' },
        pod: { env: { A: 'b' } },
        memory: Size.gibibytes(1),
        cpu: 1,
        backoffLimit: 3,
        replaceOnChange: true,
        labels: { a: 'b' },
        annotations: { a: 'b' },
      },
    ],
    make: (chart, props) => new flink.FlinkSessionJob(chart, 'Job', props),
  },
  'session job of the operator': {
    given: (chart) => [
      {
        cluster: session(chart, { mode: DeploymentMode.operator() }),
        labels: { a: 'b' },
        annotations: { a: 'b' },
        job: {
          artifact: JobArtifact.http('https://a.b/c.jar'),
          upgradeMode: flink.UpgradeMode.STATELESS,
          nonces: NONCES,
          args: ['a'],
          parallelism: 2,
        },
      },
    ],
    make: (chart, props) => new flink.FlinkSessionJob(chart, 'Job', props),
  },
  'session cluster by name': {
    given: () => ['flink', { version, namespace: 'flink', mode: DeploymentMode.standalone(), restPort: 8081 }],
    make: (chart, name, options) =>
      new flink.FlinkSessionJob(chart, 'Job', {
        cluster: FlinkSessionCluster.fromClusterName(chart, 'Flink', name, options),
        job: { artifact: JAR, upgradeMode: flink.UpgradeMode.STATELESS },
      }),
  },
  'jar on the node': {
    given: () => ['/jars', 'job.jar'],
    make: (chart, ...given: [any, any]) => artifact(chart, JobArtifact.hostPath(...given)),
  },
  'jar on a volume': {
    given: (chart) => [
      { claim: kplus.PersistentVolumeClaim.fromClaimName(chart, 'Jars', 'jars'), subPath: 'a' },
      'job.jar',
    ],
    make: (chart, ...given: [any, any]) => artifact(chart, JobArtifact.volume(...given)),
  },
  'jar over HTTP': {
    given: () => ['https://a.b/c.jar', { sha256: 'a'.repeat(64), image: 'curlimages/curl:8.10.1' }],
    make: (chart, ...given: [any, any]) => artifact(chart, JobArtifact.http(...given)),
  },
  'jar in the image': {
    given: () => ['local:///a.jar'],
    make: (chart, uri) => artifact(chart, JobArtifact.inImage(uri)),
  },
  'Python program in the image': {
    given: () => ['/opt/flink/usrlib/job.py', { files: ['/opt/flink/usrlib/lib.py'], executable: 'python3' }],
    make: (chart, ...given: [any, any]) => artifact(chart, JobArtifact.python(...given)),
  },
  'Python program as a file': {
    given: () => [FlinkFile.fromText('job.py', 'pass'), { files: ['/opt/flink/usrlib/lib.py'] }],
    make: (chart, ...given: [any, any]) => artifact(chart, JobArtifact.pythonFile(...given)),
  },
  'SQL script': {
    given: () => ['SELECT 1;', { runner: 'local:///opt/flink/usrlib/sql.jar' }],
    make: (chart, ...given: [any, any]) => artifact(chart, JobArtifact.sql(...given)),
  },
  'blue/green deployment': {
    given: () => [
      {
        version: FlinkVersion.V2_2,
        job: { artifact: JAR, upgradeMode: flink.UpgradeMode.STATELESS, parallelism: 1 },
        ingress: INGRESS,
        ...TRANSITION,
      },
    ],
    make: (chart, props) => new flink.FlinkBlueGreenDeployment(chart, 'Blue', props),
  },
  'state snapshot': {
    given: (chart) => [
      {
        snapshot: StateSnapshot.savepoint({ path: 's3://a/b', disposeOnDelete: true }),
        job: flink.OperatorJob.deployment('a'),
        backoffLimit: 1,
        snapshotName: 'snapshot',
        namespace: chart.namespace,
        labels: { a: 'b' },
        annotations: { a: 'b' },
        operatorVersion: '1.15',
      },
    ],
    make: (chart, props) => new flink.FlinkStateSnapshot(chart, 'Snapshot', props),
  },
  savepoint: {
    given: () => [{ path: 's3://a/b', formatType: flink.SavepointFormat.NATIVE, disposeOnDelete: false }],
    make: (chart, options) =>
      new flink.FlinkStateSnapshot(chart, 'Snapshot', {
        snapshot: StateSnapshot.savepoint(options),
        job: flink.OperatorJob.deployment('a'),
      }),
  },
  'existing savepoint': {
    given: () => ['s3://a/b', { disposeOnDelete: false }],
    make: (chart, ...given: [any, any]) =>
      new flink.FlinkStateSnapshot(chart, 'Snapshot', { snapshot: StateSnapshot.existingSavepoint(...given) }),
  },
  'snapshot of a job by name': {
    given: () => ['a', 'b'],
    make: (chart, one, other) => {
      new flink.FlinkStateSnapshot(chart, 'One', {
        snapshot: StateSnapshot.checkpoint(),
        job: flink.OperatorJob.deployment(one),
      });
      new flink.FlinkStateSnapshot(chart, 'Other', {
        snapshot: StateSnapshot.checkpoint(),
        job: flink.OperatorJob.sessionJob(other),
      });
    },
  },
  'operator access': {
    given: () => [{ name: 'flink', namespace: 'flink', identity: WorkloadIdentity.aws(ARN), annotations: { a: 'b' } }],
    make: (chart, props) => new flink.FlinkOperatorAccess(chart, 'Access', props),
  },
  ServiceAccount: {
    given: () => [
      {
        name: 'flink',
        identity: WorkloadIdentity.aws(ARN),
        annotations: { a: 'b' },
        labels: { a: 'b' },
        imagePullSecrets: [],
      },
    ],
    make: (chart, props) => session(chart, { serviceAccount: new flink.FlinkServiceAccount(chart, 'Account', props) }),
  },
  'ServiceAccount by name': {
    given: () => ['flink', { namespace: 'flink' }],
    make: (chart, ...given: [any, any]) =>
      session(chart, { serviceAccount: flink.FlinkServiceAccount.fromServiceAccountName(chart, 'Account', ...given) }),
  },
  'native mode': {
    given: () => [
      {
        parity: false,
        includeCliOptions: true,
        hadoopConfDir: [FlinkFile.fromText('core-site.xml', '<configuration/>')],
      },
    ],
    make: (chart, options) => session(chart, { mode: DeploymentMode.native(options) }),
  },
  'native mode with parity': {
    given: () => [
      {
        parity: true,
        includeCliOptions: true,
        confDir: [FlinkFile.fromText('log4j-console.properties', 'a=b')],
        hadoopConfDir: [],
        clientFiles: {},
      },
    ],
    make: (chart, options) =>
      session(chart, {
        mode: DeploymentMode.native(options),
        jobManager: { memory: Size.gibibytes(2) },
        taskManager: { memory: Size.gibibytes(2) },
      }),
  },
  'operator mode': {
    given: () => [
      {
        operatorVersion: '1.15',
        mode: flink.OperatorDeploymentMode.NATIVE,
        ingress: INGRESS,
        restartNonce: 1,
        operatorConfiguration: { a: 'b', 'c.d': 1 },
      },
    ],
    make: (chart, options) => session(chart, { mode: DeploymentMode.operator(options) }),
  },
  'high availability of Kubernetes': feature(
    [
      {
        storageDir: 's3://a/b',
        leaseDuration: Duration.seconds(15),
        renewDeadline: Duration.seconds(15),
        retryPeriod: Duration.seconds(5),
      },
    ],
    (chart, options) => session(chart, { highAvailability: HighAvailability.kubernetes(options) }),
  ),
  'high availability of ZooKeeper': feature(
    [
      {
        storageDir: 's3://a/b',
        quorum: 'zk:2181',
        rootPath: '/flink',
        port: 50010,
        sessionTimeout: Duration.seconds(60),
        maxRetryAttempts: 3,
        acl: 'open',
      },
    ],
    (chart, options) => session(chart, { highAvailability: HighAvailability.zooKeeper(options) }),
  ),
  checkpointing: feature(
    [
      Duration.minutes(1),
      {
        dir: 's3://a/b',
        savepointDir: 's3://a/c',
        storage: 'filesystem',
        mode: flink.CheckpointMode.EXACTLY_ONCE,
        timeout: Duration.minutes(2),
        minPause: Duration.seconds(1),
        maxConcurrent: 1,
        tolerableFailures: 1,
        retention: flink.CheckpointRetention.RETAIN_ON_CANCELLATION,
        retained: 2,
        incremental: true,
        unaligned: true,
        alignedTimeout: Duration.seconds(5),
        changelog: { dir: 's3://a/d', materializationInterval: Duration.minutes(5) },
      },
    ],
    (chart, ...given: [any, any]) => session(chart, { checkpointing: Checkpointing.every(...given) }),
  ),
  RocksDB: feature(
    [
      {
        localDirs: ['/tmp/a'],
        managedMemory: false,
        memoryPerSlot: Size.mebibytes(100),
        writeBufferRatio: 0.5,
        predefinedOptions: 'DEFAULT',
        transferThreads: 4,
      },
    ],
    (chart, options) => session(chart, { stateBackend: StateBackend.rocksDb(options) }),
  ),
  ForSt: feature(
    [
      {
        primaryDir: 's3://a/b',
        localDir: '/tmp/a',
        cacheDir: '/tmp/c',
        cacheSize: Size.gibibytes(1),
        cacheReserve: Size.gibibytes(1),
      },
    ],
    (chart, options) => session(chart, { version: FlinkVersion.V2_2, stateBackend: StateBackend.forSt(options) }),
  ),
  'emptyDir as local disk': feature([{ mountPath: '/disk', sizeLimit: Size.gibibytes(1) }], (chart, options) =>
    session(chart, { localDisk: LocalDisk.emptyDir(options) }),
  ),
  'ephemeral volume as local disk': feature(
    [{ mountPath: '/disk', size: Size.gibibytes(1), storageClassName: 'fast' }],
    (chart, options) => session(chart, { localDisk: LocalDisk.ephemeralVolume(options) }),
  ),
  'claim as local disk': {
    given: (chart) => [kplus.PersistentVolumeClaim.fromClaimName(chart, 'Claim', 'claim'), { mountPath: '/disk' }],
    make: (chart, ...given: [any, any]) => session(chart, { localDisk: LocalDisk.persistentVolumeClaim(...given) }),
  },
  'local recovery': feature(
    [{ size: Size.gibibytes(1), storageClassName: 'fast', mountPath: '/disk' }],
    (chart, options) => session(chart, { localRecovery: LocalRecovery.persistentVolumeClaims(options) }),
  ),
  S3: {
    given: (chart) => [
      {
        endpoint: 'https://a.b',
        pathStyleAccess: true,
        credentials: kplus.Secret.fromSecretName(chart, 'Keys', 'keys'),
      },
    ],
    make: (chart, options) => session(chart, { fileSystems: [FileSystem.s3Presto(options)] }),
  },
  Azure: feature(
    [{ clientId: '00000000-0000-0000-0000-000000000000', tenantId: '00000000-0000-0000-0000-000000000000' }],
    (chart, options) => session(chart, { features: [WorkloadIdentity.azure(options)] }),
  ),
  identities: feature([ARN, 'a@b.iam.gserviceaccount.com'], (chart, arn, account) =>
    session(chart, {
      fileSystems: [
        FileSystem.s3Hadoop({ identity: WorkloadIdentity.aws(arn) }),
        FileSystem.google({ identity: WorkloadIdentity.google(account) }),
      ],
    }),
  ),
  autoscaling: feature(
    [
      {
        utilizationTarget: 0.5,
        utilizationMax: 0.9,
        utilizationMin: 0.1,
        stabilizationInterval: Duration.minutes(1),
        metricsWindow: Duration.minutes(5),
        catchUpDuration: Duration.minutes(5),
        restartTime: Duration.minutes(1),
        scaleDownInterval: Duration.minutes(1),
        maxScaleDownFactor: 0.5,
        maxScaleUpFactor: 2,
        minParallelism: 1,
        maxParallelism: 4,
        excludedVertices: ['a'],
        excludedPeriods: [],
        memoryTuning: true,
      },
    ],
    (chart, options) =>
      application(chart, { mode: DeploymentMode.operator(), autoscaling: Autoscaling.enabled(options) }),
  ),
  'reactive mode': feature([{ minReplicas: 1, maxReplicas: 4, cpuUtilization: 50 }], (chart, options) =>
    application(chart, { reactive: ReactiveMode.autoscaled(options) }),
  ),
  'REST access': feature(
    [{ nodePort: 30001, annotations: { a: 'b' } }, { sourceRanges: ['10.0.0.0/8'] }, { annotations: { a: 'b' } }],
    (chart, ...[node, balancer, headless]) => {
      for (const [at, access] of [
        RestAccess.nodePort(node),
        RestAccess.loadBalancer(balancer),
        RestAccess.headless(headless),
      ].entries()) {
        new FlinkSessionCluster(chart, `Flink${at}`, { version, clusterName: `flink-${at}`, restAccess: access });
      }
      return {};
    },
  ),
  'restart strategies': feature(
    [
      { attempts: 3, delay: Duration.seconds(1) },
      { initialBackoff: Duration.seconds(1), backoffMultiplier: 2 },
    ],
    (chart, ...[fixed, exponential]) => {
      session(chart, { restartStrategy: flink.RestartStrategy.fixedDelay(fixed) });
      new FlinkSessionCluster(chart, 'Other', {
        version,
        clusterName: 'other',
        restartStrategy: flink.RestartStrategy.exponentialDelay(exponential),
      });
      return {};
    },
  ),
  'probes and rollout': feature(
    [
      { initialDelay: Duration.seconds(1), failureThreshold: 2 },
      { maxSurge: '1', maxUnavailable: '0' },
      '/healthz',
      ['true'],
    ],
    (chart, ...[timing, rolling, path, command]) =>
      session(chart, {
        jobManager: { livenessProbe: flink.FlinkProbe.httpGet(path, timing) },
        taskManager: {
          readinessProbe: flink.FlinkProbe.exec(command, timing),
          startupProbe: flink.FlinkProbe.tcpSocket(timing),
          strategy: flink.RolloutStrategy.rollingUpdate(rolling),
        },
      }),
  ),
  logging: feature(
    [{ rootLevel: 'WARN', loggers: { 'a.b': 'DEBUG' } }, 'rootLogger.level = INFO'],
    (chart, options, text) => {
      session(chart, { logging: flink.Logging.json(options) });
      new FlinkSessionCluster(chart, 'Other', {
        version,
        clusterName: 'other',
        logging: flink.Logging.levels(options),
      });
      return new FlinkSessionCluster(chart, 'Text', {
        version,
        clusterName: 'text',
        logging: flink.Logging.fromText(text),
      });
    },
  ),
  'files and version': feature(
    ['core-site.xml', '<configuration/>', 'AAAA', '1.20'],
    (chart, ...[name, content, bytes, release]) =>
      session(chart, {
        files: [FlinkFile.fromText(name, content), FlinkFile.fromBytes('bytes', bytes)],
        version: FlinkVersion.of(release),
      }),
  ),
  SecretMount: mount(flink.SecretMount, (chart) => ({
    secret: kplus.Secret.fromSecretName(chart, 'Secret', 'secret'),
    path: '/secret',
    items: { a: 'b' },
    mode: 0o400,
    optional: true,
  })),
  SecretEnv: mount(flink.SecretEnv, (chart) => ({
    secret: kplus.Secret.fromSecretName(chart, 'Secret', 'secret'),
    name: 'A',
    key: 'a',
  })),
  VolumeMount: mount(flink.VolumeMount, (chart) => ({
    path: '/data',
    claim: kplus.PersistentVolumeClaim.fromClaimName(chart, 'Data', 'data'),
    subPath: 'a',
    readOnly: true,
  })),
  PluginMount: mount(flink.PluginMount, () => ({
    name: 'fs',
    image: 'a.b/c:1',
    imagePath: '/jars',
    schemes: ['myfs'],
  })),
  HadoopConfMount: mount(flink.HadoopConfMount, () => ({
    files: [FlinkFile.fromText('core-site.xml', '<configuration/>')],
  })),
  KerberosMount: mount(flink.KerberosMount, (chart) => ({
    principal: 'flink@EXAMPLE.COM',
    keytab: kplus.Secret.fromSecretName(chart, 'Keytab', 'keytab'),
    keytabKey: 'krb5.keytab',
    krb5ConfFile: FlinkFile.fromText('krb5.conf', '[libdefaults]'),
    jaasContexts: ['Client'],
  })),
};

function artifact(chart: Chart, made: JobArtifact): unknown {
  const props = {
    image: 'registry.example.com/orders:1',
    hardening: flink.Hardening.RESTRICTED_WITH_HOST_PATH,
    job: { artifact: made },
  };
  application(chart, props);
  const native = { ...props, version, namespace: 'flink', clusterName: 'native', mode: DeploymentMode.native() };
  return new FlinkApplicationCluster(chart, 'Native', native);
}

/** The findings for a subject with one argument replaced. Any other exception fails the test. */
function run({ given, make }: Subject, path: readonly (string | number)[] = [], value?: unknown): Finding[] {
  const chart = newChart('chart', { namespace: 'flink' });
  const findings = problems(() => {
    make(chart, ...(path.length === 0 ? given(chart) : replaceAt(given(chart), path, value)));
    Testing.synth(chart);
  });
  expect(findings.map(({ id }) => id).filter((id) => !ruleTable().has(id))).toEqual([]);
  return findings;
}

const NAMES = Object.keys(SUBJECTS);

test.each(NAMES)('%s: the unchanged arguments are valid', (name) => {
  expect(run(SUBJECTS[name]!)).toEqual([]);
});

test.each(NAMES)('%s: a hostile value in any argument is reported or accepted', (name) => {
  const subject = SUBJECTS[name]!;
  const paths = pathsOf(subject.given(newChart('paths', { namespace: 'flink' })));
  let count = 0;
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.constantFrom(...HOSTILE), (path, { make }) => {
      count += run(subject, path, make()).length;
    }),
    { seed: 4, numRuns: RUNS },
  );
  expect(count).toBeGreaterThan(0);
});
