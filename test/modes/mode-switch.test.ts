import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { DeploymentMode, type FlinkSessionClusterProps, FlinkSessionCluster, FlinkVersion, SecretMount } from '../../src';
import { manifests, newChart } from '../support/synth';

const MODES = { standalone: DeploymentMode.standalone(), native: DeploymentMode.native(), operator: DeploymentMode.operator() };
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

function made(name: Name): { readonly cluster: FlinkSessionCluster; readonly all: any[] } {
  const chart = newChart('chart', { namespace: 'jobs' });
  const cluster = new FlinkSessionCluster(chart, 'flink', { ...DEFINITION, mode: MODES[name] });
  new SecretMount(cluster, 'Keys', { secret: kplus.Secret.fromSecretName(chart, 'Secret', 'keys'), path: '/keys' });
  return { cluster, all: manifests(chart) };
}

/** The main container of each role, as it will run; in operator mode as far as the resource says it. */
function containers(name: Name): any[] {
  const { cluster, all } = made(name);
  if (name !== 'operator') {
    return [cluster.jobManager, cluster.taskManager].map((part) => part.previewPod().spec.containers[0]);
  }
  const { spec } = all[0];
  return [spec.jobManager, spec.taskManager].map(({ resource, podTemplate }) => {
    const memory = `${/^(\d+)m$/.exec(resource.memory)![1]}Mi`;
    const [common, own] = [spec.podTemplate, podTemplate].map((template) => template?.spec?.containers?.[0] ?? {});
    return { ...common, ...own, resources: { limits: { memory, cpu: resource.cpu } } };
  });
}

const cores = (cpu: unknown): number => (typeof cpu === 'string' && cpu.endsWith('m') ? Number(cpu.slice(0, -1)) / 1000 : Number(cpu));

describe.each(Object.keys(MODES) as Name[])('one definition in %s mode', (name) => {
  test('has in its pods the variables, mounts, memory and CPU that were stated', () => {
    const [jobManager, taskManager] = containers(name);
    expect([jobManager, taskManager].map(({ resources }) => [resources.limits.memory, cores(resources.limits.cpu)])).toEqual([['1700Mi', 0.5], ['2048Mi', 2]]);
    for (const [container, own] of [[jobManager, 'jm'], [taskManager, 'tm']]) {
      expect(container.env).toEqual(expect.arrayContaining([{ name: 'SHARED', value: 'a' }, { name: 'OWN', value: own }]));
      expect(container.volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual(expect.arrayContaining(['/data', '/keys']));
    }
  });

  test('has the options that were stated, slots among them', () => {
    const effective = made(name).cluster.configuration.effective();
    expect(effective).toMatchObject({ 'parallelism.default': '2', 'taskmanager.numberOfTaskSlots': '3' });
    expect(effective['execution.checkpointing.incremental']).toBe('true');
  });
});
