import { Chart, Size } from 'cdk8s';
import {
  DeploymentMode,
  FlinkBlueGreenDeployment,
  FlinkVersion,
  Hardening,
  HighAvailability,
  JobArtifact,
  OperatorDeploymentMode,
} from '../../../src';
import { fullPodOptions } from '../../support/full-props';
import { application, cluster, newChart, problems } from '../../support/synth';

const native = DeploymentMode.operator({ mode: OperatorDeploymentMode.NATIVE });
const standalone = DeploymentMode.operator({ mode: OperatorDeploymentMode.STANDALONE });
const size = { memory: Size.gibibytes(2) };
const bare = {
  clusterName: 'basic',
  namespace: 'flink',
  hardening: Hardening.NONE,
  image: 'flink:1.20',
  serviceAccount: fullPodOptions().serviceAccount,
  jobManager: size,
  taskManager: size,
  parallelism: 1,
};
const job = { artifact: JobArtifact.inImage('local:///opt/flink/usrlib/job.jar') };

function main({ spec: { containers } }: any): any {
  return containers.find(({ name }: any) => name === 'flink-main-container');
}

describe('a preview in operator mode', () => {
  test('is the JobManager that the operator was seen to make of a bare resource', () => {
    const { metadata, spec } = application({ ...bare, mode: native }).jobManager.previewPod();
    expect(metadata).toEqual({
      annotations: { 'flinkdeployment.flink.apache.org/generation': '1' },
      labels: { app: 'basic', component: 'jobmanager', type: 'flink-native-kubernetes' },
    });
    expect(main({ spec })).toMatchObject({
      args: ['bash', '-c', 'kubernetes-jobmanager.sh kubernetes-application '],
      image: 'flink:1.20',
      startupProbe: { failureThreshold: 2147483647, httpGet: { path: '/config', port: 'rest' }, periodSeconds: 1 },
      volumeMounts: [
        { mountPath: '/opt/flink/artifacts', name: 'user-artifacts-volume' },
        { mountPath: '/opt/flink/conf', name: 'flink-config-volume' },
      ],
    });
  });

  test('has the sizes, variables and hardening of the cluster, in either role', () => {
    for (const mode of [native, standalone]) {
      const flink = cluster({ mode, env: { A: 'b' }, jobManager: { cpu: 0.5 } });
      const pods = [flink.jobManager, flink.taskManager].map((part) => part.previewPod());
      expect(pods.map((pod) => main(pod).env)).toEqual([
        expect.arrayContaining([{ name: 'A', value: 'b' }]),
        expect.arrayContaining([{ name: 'A', value: 'b' }]),
      ]);
      expect(pods.map((pod) => main(pod).resources.requests)).toEqual([
        { cpu: '0.5', memory: '1600Mi' },
        { cpu: '1.0', memory: '1728Mi' },
      ]);
      expect(pods.map((pod) => main(pod).securityContext.allowPrivilegeEscalation)).toEqual([false, false]);
    }
  });

  test("has the operator's commands in standalone mode, in the order in which it writes them", () => {
    const flink = application({
      ...bare,
      mode: standalone,
      volumes: [{ name: 'ha', persistentVolumeClaim: { claimName: 'ha' } }],
      volumeMounts: [{ name: 'ha', mountPath: '/b' }],
      highAvailability: HighAvailability.kubernetes({ storageDir: 'file:///b/ha' }),
      job: {
        ...job,
        entryClass: 'a.B',
        args: ['--x', 'y'],
        savepoint: { path: 's3://b/s', allowNonRestoredState: true },
      },
    });
    const pod = flink.jobManager.previewPod();
    expect(main(pod).args).toEqual([
      'standalone-job',
      '--host',
      '$(_POD_IP_ADDRESS)',
      '--job-classname',
      'a.B',
      '--allowNonRestoredState',
      '--fromSavepoint',
      's3://b/s',
      '--x',
      'y',
    ]);
    expect(main(pod).volumeMounts).toContainEqual({ mountPath: '/opt/flink/usrlib', name: 'user-lib-dir' });
    expect(main(flink.taskManager.previewPod())).toMatchObject({
      args: ['taskmanager'],
      ports: [{ containerPort: 6122, name: 'taskmanager-rpc' }],
    });
    expect(main(cluster({ ...bare, mode: standalone }).jobManager.previewPod()).args).toEqual(['jobmanager']);
  });

  test('has no startup probe if the operator is configured to add none', () => {
    const configuration = { 'kubernetes.operator.jm-deployment.startup.probe.enabled': false };
    expect(main(application({ ...bare, mode: native, configuration }).jobManager.previewPod())).not.toHaveProperty(
      'startupProbe',
    );
  });

  test('is rejected with everything that the operator would reject in the resource', () => {
    const flink = cluster({ ...bare, mode: native, taskManager: {} });
    const told = problems(() => flink.jobManager.previewPod());
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ id }) => id)).toEqual(told.map(() => expect.stringMatching(/^FLK-OPR-/)));
  });

  test('is rejected with everything that the client of Flink would reject, as errors of the cluster', () => {
    const configuration = { 'kubernetes.jobmanager.replicas': 2 };
    const flink = cluster({ ...bare, mode: native, configuration });
    const refused = [flink.jobManager, flink.taskManager].map((part) => problems(() => part.previewPod()));
    const refusal = {
      id: 'FLK-NAT-33',
      path: flink.node.path,
      property: 'configuration.kubernetes.jobmanager.replicas',
    };
    expect(refused).toEqual([[expect.objectContaining(refusal)], [expect.objectContaining(refusal)]]);
  });

  test.each([
    { name: 'native', mode: native },
    { name: 'standalone', mode: standalone },
  ])('makes no construct in $name mode, as each would look for its chart', ({ mode }) => {
    const flink = application({ ...bare, mode });
    const look = jest.spyOn(Chart, 'of');
    const pods = [flink.jobManager, flink.taskManager].map((part) => part.previewPod());
    const looks = look.mock.calls.length;
    look.mockRestore();
    expect(pods.map(({ kind }) => kind)).toEqual(['Pod', 'Pod']);
    expect(looks).toBe(0);
  });

  test('is that of the first colour of a blue/green deployment', () => {
    const made = new FlinkBlueGreenDeployment(newChart(), 'Orders', { version: FlinkVersion.V1_20, job });
    expect(made.template.jobManager.previewPod().metadata.labels.app).toBe('orders-blue');
  });
});
