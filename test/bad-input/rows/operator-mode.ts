import { type Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { jobManager, rule, type Row, taskManager } from './row';
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
  ...rule('FLK-OPM-01', {
    what: 'an operator release without dots',
    bad: { mode: DeploymentMode.operator({ operatorVersion: 'latest' }) },
    at: 'mode.operatorVersion',
    says: ['"latest"', 'two or three numbers', '1.15.0'],
    good: { mode: DeploymentMode.operator({ operatorVersion: '1.15' }) },
  }),
  ...rule('FLK-OPM-02', {
    what: 'a file in the configuration directory',
    bad: { mode, files: [FlinkFile.fromText('masters', 'a')] },
    at: 'files.masters',
    says: ['adds only log4j-console.properties', 'volumeMounts'],
    good: { mode, files: [FlinkFile.fromText('logback-console.xml', '<a/>')] },
  }),
  ...rule(
    'FLK-OPM-03',
    {
      what: 'a rollout strategy',
      bad: { mode, ...jobManager({ strategy: RolloutStrategy.recreate() }) },
      at: 'JobManager › strategy',
      says: ['no such field', 'remove it'],
      good: { mode },
    },
    {
      what: 'a revision history limit',
      bad: { mode, ...taskManager({ revisionHistoryLimit: 2 }) },
      at: 'TaskManager › revisionHistoryLimit',
      says: ['no such field', 'remove it'],
      good: { mode },
    },
  ),
  ...rule('FLK-OPM-04', {
    what: 'queryable state in operator mode',
    bad: { mode, version: FlinkVersion.V1_17, queryableState: {} },
    at: 'TaskManager › queryableState',
    says: ['no Service for queryable state', 'selects the TaskManagers'],
    good: { mode, version: FlinkVersion.V1_17 },
    also: ['FLK-OPR-92'],
  }),
  ...rule(
    'FLK-OPM-05',
    {
      what: 'an operator option without the operator',
      bad: { configuration: { 'kubernetes.operator.savepoint.format.type': 'NATIVE' } },
      at: 'configuration.kubernetes.operator.savepoint.format.type',
      says: ['"NATIVE"', 'only the Flink Kubernetes Operator', 'DeploymentMode.operator()'],
      good: { mode, configuration: { 'kubernetes.operator.savepoint.format.type': 'NATIVE' } },
    },
    {
      what: 'autoscaling without the operator',
      bad: { autoscaling: Autoscaling.enabled() },
      at: 'configuration.job.autoscaler.enabled',
      says: ['feature Autoscaling', 'remove the option'],
      good: { mode, autoscaling: Autoscaling.enabled() },
    },
  ),
  ...rule(
    'FLK-OPM-07',
    {
      what: 'a node port',
      bad: { mode, restAccess: RestAccess.nodePort({ nodePort: 30081 }) },
      at: 'JobManager › restAccess',
      says: ['"NodePort"', 'chooses its port', 'your own Service'],
      good: { mode, restAccess: RestAccess.nodePort() },
      also: ['FLK-SVC-02'],
    },
    {
      what: 'a cluster without a REST Service',
      bad: { mode, restAccess: RestAccess.none() },
      at: 'JobManager › restAccess',
      says: ['"None"', 'creates the REST Service'],
      good: { mode },
    },
  ),
  ...rule('FLK-OPM-08', {
    what: "a permission that the operator's Helm chart does not grant",
    bad: { mode, features: [permission('leases')] },
    at: 'JobManager › features',
    says: ['"leases"', 'does not have this permission', 'grant the permission to the ServiceAccount'],
    good: { mode, features: [permission('configmaps')] },
  }),
  ...rule(
    'FLK-OPM-14',
    ...[
      { mode: DeploymentMode.operator({ mode: OperatorDeploymentMode.STANDALONE }), taskManager: { replicas: 1 } },
      { mode: DeploymentMode.operator({ operatorVersion: '1.4' }), version: FlinkVersion.V1_17 },
      { mode: DeploymentMode.operator({ operatorVersion: '1.8' }), version: FlinkVersion.V1_16 },
    ].map((props) => ({
      what: 'Kerberos in a mode where the operator reads the keytab',
      bad: kerberos(props),
      at: 'mode',
      says: ['in its own pod', 'native mode of operator 1.6'],
      good: kerberos({ mode }),
    })),
  ),
  ...rule('FLK-OPM-13', {
    what: 'an identity for the ServiceAccount of the Helm chart',
    bad: { mode, features: [WorkloadIdentity.aws(ROLE)] },
    at: 'JobManager › serviceAccount',
    says: ['"flink"', `eks.amazonaws.com/role-arn: ${ROLE}`, 'FlinkOperatorAccess'],
    good: {
      mode,
      features: [WorkloadIdentity.aws(ROLE)],
      serviceAccount: new FlinkOperatorAccess(newChart(), 'Access', { identity: WorkloadIdentity.aws(ROLE) })
        .serviceAccount,
    },
  }),
  ...rule('FLK-OPM-09', {
    what: 'a blue/green deployment without the operator',
    bad: twoColours({ mode: DeploymentMode.native() }),
    at: 'Template › mode',
    says: ['"native"', 'blue/green deployments', 'DeploymentMode.operator()'],
    good: twoColours({}),
  }),
  ...rule('FLK-OPM-06', {
    what: 'a nonce without the operator',
    bad: job({ nonces: { savepointTrigger: 0 } }),
    at: 'job.nonces',
    says: ['only the Flink Kubernetes Operator', 'remove it'],
    good: job({}),
  }),
  ...rule('FLK-OPM-10', {
    what: 'a jar checksum for a session job of the operator',
    bad: sessionJob(JobArtifact.http(JAR, { sha256: 'a'.repeat(64) })),
    at: '/Job › job.artifact',
    says: ['"http"', 'without a pod', 'without a checksum'],
    good: sessionJob(JobArtifact.http(JAR)),
  }),
  ...rule(
    'FLK-OPM-11',
    {
      what: 'a snapshot of a session cluster',
      bad: snapshotOf((chart) => new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, mode })),
      at: '/Snapshot › job',
      says: ['this is a session cluster', 'FlinkApplicationCluster or a FlinkSessionJob'],
      good: snapshotOf(applicationIn),
    },
    {
      what: 'a snapshot of a cluster in another mode',
      bad: snapshotOf((chart) => new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20 })),
      at: '/Snapshot › job',
      says: ['this is Deployment'],
      good: snapshotOf(applicationIn),
    },
    {
      what: 'a snapshot of something that is not a construct',
      bad: snapshotOf(() => 'flink'),
      at: '/Snapshot › job',
      says: ['this is String'],
      good: snapshotOf(applicationIn),
    },
  ),
  ...rule('FLK-OPM-12', {
    what: 'a snapshot in another namespace than its job',
    bad: snapshotOf(applicationIn, { namespace: 'b' }),
    at: '/Snapshot › namespace',
    says: ['in the namespace a', 'the same namespace'],
    good: snapshotOf(applicationIn, { namespace: 'a' }),
  }),
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
      krb5ConfFile: krb5Conf,
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

function permission(resource: string): IFlinkFeature {
  return { bind: () => ({ jobManagerRules: [{ apiGroups: [''], resources: [resource], verbs: ['get'] }] }) };
}
