import { type Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { jobManager, row, rule, type Row, taskManager } from './row';
import {
  Autoscaling,
  DeploymentMode,
  FlinkBlueGreenDeployment,
  FlinkApplicationCluster,
  FlinkFile,
  FlinkOperatorAccess,
  FlinkSessionCluster,
  FlinkSessionJob,
  FlinkStateSnapshot,
  FlinkVersion,
  type IFlinkFeature,
  JobArtifact,
  KerberosMount,
  OperatorDeploymentMode,
  OperatorJob,
  RestAccess,
  RolloutStrategy,
  StateSnapshot,
  WorkloadIdentity,
} from '../../../src';
import { application, newChart } from '../../support/synth';

const mode = DeploymentMode.operator();
const ROLE = 'arn:aws:iam::111122223333:role/flink';
const JAR = 'https://repo.example.com/job-1.0.jar';

export const OPERATOR_MODE: readonly Row[] = [
  ...rule(
    'FLK-OPM-01',
    row(
      'a release without dots',
      { mode: DeploymentMode.operator({ operatorVersion: 'latest' }) },
      'mode.operatorVersion',
      ['"latest"', 'two or three numbers', '1.15.0'],
      { mode: DeploymentMode.operator({ operatorVersion: '1.15' }) },
    ),
  ),
  ...rule(
    'FLK-OPM-02',
    row(
      'a file of the configuration directory',
      { mode, files: [FlinkFile.fromText('masters', 'a')] },
      'files.masters',
      ['puts only log4j-console.properties', 'volumeMounts'],
      { mode, files: [FlinkFile.fromText('logback-console.xml', '<a/>')] },
    ),
  ),
  ...rule(
    'FLK-OPM-03',
    row(
      'a strategy of the rollout',
      { mode, ...jobManager({ strategy: RolloutStrategy.recreate() }) },
      'JobManager › strategy',
      ['no field for it', 'remove it'],
      { mode },
    ),
    row(
      'a number of old ReplicaSets',
      { mode, ...taskManager({ revisionHistoryLimit: 2 }) },
      'TaskManager › revisionHistoryLimit',
      ['no field for it', 'remove it'],
      { mode },
    ),
  ),
  ...rule(
    'FLK-OPM-04',
    row(
      'queryable state',
      { mode, version: FlinkVersion.V1_17, queryableState: {} },
      'TaskManager › queryableState',
      ['no Service for queryable state', 'selects the TaskManagers'],
      { mode, version: FlinkVersion.V1_17 },
      ['FLK-OPR-92'],
    ),
  ),
  ...rule(
    'FLK-OPM-05',
    row(
      'an option of the operator without one',
      { configuration: { 'kubernetes.operator.savepoint.format.type': 'NATIVE' } },
      'configuration.kubernetes.operator.savepoint.format.type',
      ['"NATIVE"', 'only the Flink Kubernetes Operator', 'DeploymentMode.operator()'],
      { mode, configuration: { 'kubernetes.operator.savepoint.format.type': 'NATIVE' } },
    ),
    row(
      'autoscaling without the operator',
      { autoscaling: Autoscaling.enabled() },
      'configuration.job.autoscaler.enabled',
      ['feature Autoscaling', 'remove it'],
      { mode, autoscaling: Autoscaling.enabled() },
    ),
  ),
  ...rule(
    'FLK-OPM-07',
    row(
      'a port of the nodes',
      { mode, restAccess: RestAccess.nodePort({ nodePort: 30081 }) },
      'JobManager › restAccess',
      ['"NodePort"', 'of its own choice', 'a Service of your own'],
      { mode, restAccess: RestAccess.nodePort() },
      ['FLK-SVC-02'],
    ),
    row(
      'no REST Service',
      { mode, restAccess: RestAccess.none() },
      'JobManager › restAccess',
      ['"None"', 'makes the REST Service'],
      { mode },
    ),
  ),
  ...rule(
    'FLK-OPM-08',
    row(
      'a right that the chart does not give',
      { mode, features: [rights('leases')] },
      'JobManager › features',
      ['"leases"', 'no such right', 'give it to the account'],
      { mode, features: [rights('configmaps')] },
    ),
  ),
  ...rule(
    'FLK-OPM-14',
    ...[
      { mode: DeploymentMode.operator({ mode: OperatorDeploymentMode.STANDALONE }), taskManager: { replicas: 1 } },
      { mode: DeploymentMode.operator({ operatorVersion: '1.4' }), version: FlinkVersion.V1_17 },
      { mode: DeploymentMode.operator({ operatorVersion: '1.8' }), version: FlinkVersion.V1_16 },
    ].map((props) =>
      row(
        'Kerberos where the operator reads the keytab',
        kerberos(props),
        'mode',
        ['in its own pod', 'native mode of operator 1.6'],
        kerberos({ mode }),
      ),
    ),
  ),
  ...rule(
    'FLK-OPM-13',
    row(
      'an identity for the account of the chart',
      { mode, features: [WorkloadIdentity.aws(ROLE)] },
      'JobManager › serviceAccount',
      ['"flink"', `eks.amazonaws.com/role-arn: ${ROLE}`, 'FlinkOperatorAccess'],
      {
        mode,
        features: [WorkloadIdentity.aws(ROLE)],
        serviceAccount: new FlinkOperatorAccess(newChart(), 'Access', { identity: WorkloadIdentity.aws(ROLE) })
          .serviceAccount,
      },
    ),
  ),
  ...rule(
    'FLK-OPM-09',
    row(
      'two colours without the operator',
      twoColours({ mode: DeploymentMode.native() }),
      'Template › mode',
      ['"native"', 'of two colours', 'DeploymentMode.operator()'],
      twoColours({}),
    ),
  ),
  ...rule(
    'FLK-OPM-06',
    row(
      'a number that the operator would act on, without one',
      job({ nonces: { savepointTrigger: 0 } }),
      'job.nonces',
      ['only the Flink Kubernetes Operator', 'remove it'],
      job({}),
    ),
  ),
  ...rule(
    'FLK-OPM-10',
    row(
      'a session job whose jar somebody would have to fetch',
      sessionJob(JobArtifact.http(JAR, { sha256: 'a'.repeat(64) })),
      '/Job › job.artifact',
      ['"http"', 'gives it no pod', 'without a checksum'],
      sessionJob(JobArtifact.http(JAR)),
    ),
  ),
  ...rule(
    'FLK-OPM-11',
    row(
      'a snapshot of a session cluster',
      snapshotOf((chart) => new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, mode })),
      '/Snapshot › job',
      ['this is a session cluster', 'FlinkApplicationCluster or a FlinkSessionJob'],
      snapshotOf(applicationIn),
    ),
    row(
      'a snapshot of a cluster in another mode',
      snapshotOf((chart) => new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20 })),
      '/Snapshot › job',
      ['this is Deployment'],
      snapshotOf(applicationIn),
    ),
    row(
      'a snapshot of no construct',
      snapshotOf(() => 'flink'),
      '/Snapshot › job',
      ['this is String'],
      snapshotOf(applicationIn),
    ),
  ),
  ...rule(
    'FLK-OPM-12',
    row(
      'a snapshot in another namespace than its job',
      snapshotOf(applicationIn, { namespace: 'b' }),
      '/Snapshot › namespace',
      ['in the namespace a', 'the same namespace'],
      snapshotOf(applicationIn, { namespace: 'a' }),
    ),
  ),
];

const JAR_OF_IMAGE = JobArtifact.inImage('local:///opt/flink/usrlib/job.jar');

function applicationIn(chart: Chart): FlinkApplicationCluster {
  return new FlinkApplicationCluster(chart, 'Flink', {
    version: FlinkVersion.V1_20,
    mode,
    namespace: 'a',
    job: { artifact: JAR_OF_IMAGE },
  });
}

function snapshotOf(make: (chart: Chart) => any, props: object = { namespace: 'a' }): () => void {
  return () => {
    const chart = newChart();
    new FlinkStateSnapshot(chart, 'Snapshot', {
      snapshot: StateSnapshot.checkpoint(),
      job: OperatorJob.of(make(chart)),
      ...props,
    });
    Testing.synth(chart);
  };
}

function sessionJob(artifact: JobArtifact): () => void {
  return () => {
    const chart = newChart();
    const cluster = new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, mode });
    new FlinkSessionJob(chart, 'Job', { cluster, job: { artifact, parallelism: 1 } });
    Testing.synth(chart);
  };
}

function kerberos(props: object): () => FlinkSessionCluster {
  return () => {
    const cluster = new FlinkSessionCluster(newChart(), 'Flink', { version: FlinkVersion.V1_20, ...props });
    const krb5Conf = FlinkFile.fromText('krb5.conf', '[libdefaults]\n');
    new KerberosMount(cluster, 'Kerberos', {
      principal: 'flink@EXAMPLE.COM',
      keytab: kplus.Secret.fromSecretName(cluster, 'Keytab', 'keytab'),
      krb5Conf,
    });
    return cluster;
  };
}

function twoColours(props: object): () => FlinkApplicationCluster {
  const artifact = JobArtifact.inImage('local:///opt/flink/usrlib/job.jar');
  return () =>
    new FlinkBlueGreenDeployment(newChart(), 'Flink', { version: FlinkVersion.V1_20, job: { artifact }, ...props })
      .template;
}

function job(fields: object): () => FlinkApplicationCluster {
  return () => application({ job: { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/job.jar'), ...fields } });
}

function rights(resource: string): IFlinkFeature {
  return { bind: () => ({ jobManagerRules: [{ apiGroups: [''], resources: [resource], verbs: ['get'] }] }) };
}
