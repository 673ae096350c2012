import { type Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  DeploymentMode,
  FileSystem,
  FlinkApplicationCluster,
  type FlinkCluster,
  FlinkFile,
  FlinkSessionCluster,
  type FlinkSessionClusterProps,
  FlinkVersion,
  HadoopConfMount,
  HighAvailability,
  JobArtifact,
  KerberosMount,
  OperatorDeploymentMode,
  PluginMount,
  SecretEnv,
  SecretMount,
  UpgradeMode,
  VolumeMount,
} from '../../src';
import { manifests, newChart } from '../support/synth';

const MODES = {
  standalone: DeploymentMode.standalone(),
  native: DeploymentMode.native(),
  operator: DeploymentMode.operator(),
  operatorOfFlatOptions: DeploymentMode.operator({ operatorVersion: '1.12.1' }),
  operatorStandalone: DeploymentMode.operator({ mode: OperatorDeploymentMode.STANDALONE }),
};
type Name = keyof typeof MODES;

const DEFINITION: FlinkSessionClusterProps = {
  version: FlinkVersion.V1_20,
  env: { SHARED: 'a' },
  configuration: { 'parallelism.default': 2, 'state.backend.incremental': true },
  volumes: [{ name: 'data', emptyDir: {} }],
  volumeMounts: [{ name: 'data', mountPath: '/data' }],
  jobManager: { memory: Size.mebibytes(1700), cpu: 0.5, env: { OWN: 'jm' } },
  taskManager: { memory: Size.mebibytes(2048), cpu: 2, taskSlots: 3, replicas: 1, env: { OWN: 'tm' } },
};

const MOUNTED = ['/data', '/keys', '/shared', '/opt/flink/plugins/lookup', '/opt/hadoop/conf'];
const JOB = { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/job.jar'), upgradeMode: UpgradeMode.STATELESS };

const AVAILABLE = {
  fileSystems: [FileSystem.s3Hadoop()],
  highAvailability: HighAvailability.kubernetes({ storageDir: 's3://bucket/ha' }),
};

const KINDS: { readonly [kind: string]: (chart: Chart, mode: DeploymentMode) => FlinkCluster } = {
  'a session cluster': (chart, mode) => new FlinkSessionCluster(chart, 'flink', { ...DEFINITION, mode }),
  'an application cluster': (chart, mode) =>
    new FlinkApplicationCluster(chart, 'flink', { ...DEFINITION, mode, job: JOB }),
  'a session cluster of high availability': (chart, mode) =>
    new FlinkSessionCluster(chart, 'flink', { ...DEFINITION, ...AVAILABLE, mode }),
  'an application cluster of high availability': (chart, mode) =>
    new FlinkApplicationCluster(chart, 'flink', { ...DEFINITION, ...AVAILABLE, mode, job: { artifact: JOB.artifact } }),
};

function made(kind: string, name: Name): FlinkCluster {
  const chart = newChart('chart', { namespace: 'jobs' });
  const cluster = KINDS[kind]!(chart, MODES[name]);
  const secret = kplus.Secret.fromSecretName(chart, 'Secret', 'keys');
  new SecretMount(cluster, 'Keys', { secret, path: '/keys' });
  new SecretEnv(cluster, 'Variable', { name: 'PASSWORD', secret, key: 'password' });
  new VolumeMount(cluster, 'Shared', {
    path: '/shared',
    claim: kplus.PersistentVolumeClaim.fromClaimName(chart, 'Claim', 'shared'),
  });
  new PluginMount(cluster, 'Plugin', { name: 'lookup', image: 'registry.example.com/lookup:1.0' });
  new HadoopConfMount(cluster, 'Hadoop', { files: [FlinkFile.fromText('core-site.xml', '<configuration/>')] });
  // The operator does not support this for a standalone cluster.
  if (name !== 'operatorStandalone') {
    new KerberosMount(cluster, 'Kerberos', { keytab: secret, principal: 'flink@EXAMPLE.COM' });
  }
  manifests(chart);
  return cluster;
}

/** The main container of each role as it will run. */
function containers(cluster: FlinkCluster): any[] {
  return [cluster.jobManager, cluster.taskManager].map((part) => part.previewPod().spec.containers[0]);
}

const cores = (cpu: unknown): number =>
  typeof cpu === 'string' && cpu.endsWith('m') ? Number(cpu.slice(0, -1)) / 1000 : Number(cpu);

describe.each(
  Object.keys(KINDS).flatMap((kind) => (Object.keys(MODES) as Name[]).map((name) => [kind, name] as const)),
)('%s in %s mode', (kind, name) => {
  test('has the given variables, mounts, memory and CPU in its pods', () => {
    const [jobManager, taskManager] = containers(made(kind, name));
    expect(
      [jobManager, taskManager].map(({ resources }) => [resources.limits.memory, cores(resources.limits.cpu)]),
    ).toEqual([
      ['1700Mi', 0.5],
      ['2048Mi', 2],
    ]);
    for (const [container, own] of [
      [jobManager, 'jm'],
      [taskManager, 'tm'],
    ]) {
      expect(container.env).toEqual(
        expect.arrayContaining([
          { name: 'SHARED', value: 'a' },
          { name: 'OWN', value: own },
          { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'keys', key: 'password' } } },
          expect.objectContaining({ name: 'HADOOP_CONF_DIR' }),
        ]),
      );
      expect(container.volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual(expect.arrayContaining(MOUNTED));
    }
  });

  test('has the given options, including slots', () => {
    const effective = made(kind, name).configuration.effective();
    expect(effective).toMatchObject({ 'parallelism.default': '2', 'taskmanager.numberOfTaskSlots': '3' });
    expect(effective['execution.checkpointing.incremental']).toBe('true');
  });
});
