import { ApiObject, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  DeploymentMode,
  FlinkSessionCluster,
  type FlinkSessionClusterProps,
  FlinkVersion,
  Hardening,
  Logging,
  OperatorDeploymentMode,
  RestAccess,
} from '../../../src';
import { cluster, flatOptions, ids, manifests, newChart, only, problems } from '../../support/synth';

const OPERATOR = DeploymentMode.operator();

function specOf(props: Partial<FlinkSessionClusterProps>): any {
  const { flinkConfiguration, ...spec } = only(
    manifests({ mode: OPERATOR, ...props }),
    'FlinkDeployment',
    'flink',
  ).spec;
  return { ...spec, ...(flinkConfiguration && { flinkConfiguration: flatOptions(flinkConfiguration) }) };
}

const ACCOUNT = kplus.ServiceAccount.fromServiceAccountName(newChart(), 'Account', 'flink');
const SIZES = { 'jobmanager.memory.process.size': '1600m', 'taskmanager.memory.process.size': '1728m' };

/** The spec without hardening and with the required minimum, which is removed from the result. */
function bare({ configuration, ...props }: Partial<FlinkSessionClusterProps>): any {
  const { jobManager, taskManager } = props;
  const sizes = Object.entries(SIZES).filter(
    ([key]) => (key.startsWith('j') ? jobManager : taskManager)?.memory === undefined,
  );
  const options = { ...Object.fromEntries(sizes), ...configuration };
  const spec = specOf({ hardening: Hardening.NONE, serviceAccount: ACCOUNT, configuration: options, ...props });
  const { flinkConfiguration = {}, ...fields } = spec;
  const own = Object.entries(flinkConfiguration).filter(([key, value]) => SIZES[key as keyof typeof SIZES] !== value);
  return { ...fields, ...(own.length === 0 ? {} : { flinkConfiguration: Object.fromEntries(own) }) };
}

describe('a session cluster in operator mode', () => {
  test('is one manifest, which belongs to cluster, JobManager and TaskManager', () => {
    const made = cluster({ mode: OPERATOR });
    const all = manifests(made);
    expect(all).toHaveLength(1);
    for (const part of [made, made.config, made.jobManager, made.taskManager]) {
      expect(ApiObject.of(part).kind).toBe('FlinkDeployment');
    }
  });

  test('has only the given properties with Hardening.NONE', () => {
    expect(bare({})).toEqual({ flinkVersion: 'v1_20', serviceAccount: 'flink' });
  });

  test('has the default sizes, image and ServiceAccount with hardening, and no options', () => {
    const { podTemplate, ...spec } = specOf({});
    expect(spec).toEqual({
      flinkVersion: 'v1_20',
      image: 'flink:1.20.4',
      serviceAccount: 'flink',
      jobManager: { resource: { memory: '1600m', cpu: 1 }, podTemplate: expect.anything() },
      taskManager: { resource: { memory: '1728m', cpu: 1 }, podTemplate: expect.anything() },
    });
    expect(podTemplate.spec.containers[0].securityContext.readOnlyRootFilesystem).toBe(true);
  });

  test('mounts a Kubernetes token only into the JobManager, and into no pod if the operator creates the pods', () => {
    const { jobManager, taskManager } = specOf({});
    expect(jobManager.podTemplate.spec).toEqual({ automountServiceAccountToken: true });
    expect(taskManager.podTemplate.spec).toEqual({ automountServiceAccountToken: false });
    const { podTemplate, ...standalone } = specOf({
      mode: DeploymentMode.operator({ mode: OperatorDeploymentMode.STANDALONE }),
    });
    expect(standalone.mode).toBe('standalone');
    expect(podTemplate.spec.automountServiceAccountToken).toBe(false);
  });

  test('writes typed properties to fields of the resource, and other options to flinkConfiguration', () => {
    const account = kplus.ServiceAccount.fromServiceAccountName(newChart(), 'Account', 'mine');
    expect(
      bare({
        version: FlinkVersion.V2_2,
        image: 'registry.example.com/flink:2.2.1',
        serviceAccount: account,
        logging: Logging.fromText('rootLogger.level = INFO'),
        configuration: { 'state.checkpoints.dir': 's3://a/b', taskmanager: { 'memory.managed.fraction': 0.3 } },
        jobManager: { memory: Size.gibibytes(2), cpu: 0.5 },
        taskManager: { memory: Size.mebibytes(2048), taskSlots: 4, replicas: 3 },
      }),
    ).toEqual({
      flinkVersion: 'v2_2',
      image: 'registry.example.com/flink:2.2.1',
      serviceAccount: 'mine',
      logConfiguration: { 'log4j-console.properties': 'rootLogger.level = INFO' },
      flinkConfiguration: {
        'state.checkpoints.dir': 's3://a/b',
        'taskmanager.memory.managed.fraction': '0.3',
        'taskmanager.numberOfTaskSlots': '4',
      },
      jobManager: { resource: { memory: '2048m', cpu: 0.5 } },
      taskManager: { resource: { memory: '2048m' }, replicas: 3 },
    });
  });

  test('keeps a size that is set as an option in flinkConfiguration', () => {
    const { flinkConfiguration, jobManager } = bare({ configuration: { 'jobmanager.memory.process.size': '2g' } });
    expect(flinkConfiguration).toEqual({ 'jobmanager.memory.process.size': '2g' });
    expect(jobManager).toBeUndefined();
  });

  test('writes resources like Kubernetes from operator 1.16 on, with limits if they differ', () => {
    const props: Partial<FlinkSessionClusterProps> = {
      jobManager: { memory: Size.mebibytes(2048), cpu: 1, memoryLimitFactor: 2 },
      taskManager: { memory: Size.mebibytes(1728) },
    };
    const { jobManager, taskManager } = bare({ ...props, mode: DeploymentMode.operator({ operatorVersion: '1.16' }) });
    expect(jobManager).toEqual({
      resources: { requests: { memory: '2048Mi', cpu: '1' }, limits: { memory: '4096Mi' } },
    });
    expect(taskManager).toEqual({ resources: { requests: { memory: '1728Mi' } } });
    expect(bare(props).flinkConfiguration).toEqual({ 'kubernetes.jobmanager.memory.limit-factor': '2' });
  });

  test('adds the Java 17 options only if the operator has none, and only with hardening', () => {
    const before = DeploymentMode.operator({ operatorVersion: '1.10.0' });
    expect(Object.keys(specOf({ mode: before }).flinkConfiguration)).toEqual(['env.java.default-opts.all']);
    expect(bare({ mode: before }).flinkConfiguration).toBeUndefined();
    expect(specOf({ mode: DeploymentMode.operator({ operatorVersion: '1.11.0' }) }).flinkConfiguration).toBeUndefined();
  });

  test('writes options under their given names, and under those that an old operator reads', () => {
    const configuration = { 'state.savepoints.dir': 's3://a/s', 'execution.checkpointing.dir': 's3://a/c' };
    expect(bare({ configuration }).flinkConfiguration).toEqual(configuration);
    expect(
      bare({ configuration, mode: DeploymentMode.operator({ operatorVersion: '1.10.0' }) }).flinkConfiguration,
    ).toEqual({
      'state.savepoints.dir': 's3://a/s',
      'state.checkpoints.dir': 's3://a/c',
    });
  });

  test('reports all problems that the operator would find, with the properties of the cluster', () => {
    const chart = newChart();
    new FlinkSessionCluster(chart, 'Flink', {
      version: FlinkVersion.V1_13,
      image: 'flink:1.13.6',
      mode: DeploymentMode.operator({ ingress: { template: '{{ name }}.example.com' } }),
      hardening: Hardening.NONE,
      configuration: { 'kubernetes.operator.periodic.savepoint.interval': '1h' },
      jobManager: { replicas: 2 },
      taskManager: { memory: Size.mebibytes(1728) },
    });
    expect(problems(() => Testing.synth(chart)).map(({ path, property, id }) => [path, property, id])).toEqual([
      ['chart/Flink', 'version', 'FLK-OPR-03'],
      ['chart/Flink', 'serviceAccount', 'FLK-OPR-30'],
      ['chart/Flink', 'mode.ingress.template', 'FLK-OPR-87'],
      ['chart/Flink/JobManager', 'replicas', 'FLK-REP-01'],
      ['chart/Flink/JobManager', 'memory', 'FLK-OPR-18'],
    ]);
  });

  test('uses the default configuration of the operator if it is given', () => {
    const props = { jobManager: { memory: Size.mebibytes(1600) }, hardening: Hardening.NONE, serviceAccount: ACCOUNT };
    const operatorConfiguration = {
      'kubernetes.operator.default-configuration': { 'namespace.jobs.taskmanager.memory.process.size': '2g' },
    };
    const mode = DeploymentMode.operator({ operatorConfiguration });
    expect(specOf({ ...props, namespace: 'jobs', mode }).taskManager).toBeUndefined();
    expect(ids(problems(() => specOf({ ...props, namespace: 'other', mode })))).toEqual(['FLK-OPR-22']);
  });

  test('exposes the REST endpoint by options of Flink, which creates the Service', () => {
    expect(bare({ restAccess: RestAccess.clusterIp() }).flinkConfiguration).toBeUndefined();
    expect(
      bare({ restAccess: RestAccess.loadBalancer({ annotations: { internal: 'true' } }) }).flinkConfiguration,
    ).toEqual({
      'kubernetes.rest-service.exposed.type': 'LoadBalancer',
      'kubernetes.rest-service.annotations': 'internal:true',
    });
  });

  test('writes common settings to the common template, and the others to the template of each role', () => {
    const { podTemplate, jobManager, taskManager } = bare({
      env: { A: '1' },
      jobManager: { env: { B: '2' } },
      nodeSelector: { disk: 'ssd' },
    });
    expect(podTemplate).toEqual({ spec: { nodeSelector: { disk: 'ssd' } } });
    expect(jobManager.podTemplate.spec.containers).toEqual([
      {
        name: 'flink-main-container',
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: '2' },
        ],
      },
    ]);
    expect(taskManager.podTemplate.spec.containers).toEqual([
      { name: 'flink-main-container', env: [{ name: 'A', value: '1' }] },
    ]);
  });

  test('accepts a pod template with any name of the main container', () => {
    for (const name of ['flink-main-container', 'jobmanager']) {
      const { jobManager } = bare({ jobManager: { podTemplate: { spec: { containers: [{ name, tty: true }] } } } });
      expect(jobManager.podTemplate).toEqual({ spec: { containers: [{ name: 'flink-main-container', tty: true }] } });
    }
  });

  test('reports fields of a pod that the CRD of the release would drop or reject', () => {
    const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
    const props: Partial<FlinkSessionClusterProps> = {
      podTemplate: {
        spec: { initContainers: [{ name: 'beside', image: 'busybox:1.36', restartPolicy: 'Always', securityContext }] },
      },
      jobManager: {
        podTemplate: {
          spec: { enableServiceLink: false, containers: [{ name: 'flink-main-container', stdin: 'true' }] },
        },
      },
    };
    const found = (operatorVersion: string) => {
      return problems(() =>
        manifests({ ...props, version: FlinkVersion.V1_18, mode: DeploymentMode.operator({ operatorVersion }) }),
      );
    };
    expect(found('1.8.0').map(({ path, property, id }) => [path, property, id])).toEqual([
      ['chart/Flink', 'podTemplate.spec.initContainers[0].restartPolicy', 'FLK-OPR-114'],
      ['chart/Flink/JobManager', 'podTemplate.spec.enableServiceLink', 'FLK-OPR-70'],
      ['chart/Flink/JobManager', 'podTemplate.spec.containers[0].stdin', 'FLK-OPR-95'],
    ]);
    expect(found('1.9.0').map(({ path, id }) => [path, id])).toEqual([
      ['chart/Flink/JobManager', 'FLK-OPR-70'],
      ['chart/Flink/JobManager', 'FLK-OPR-95'],
    ]);
  });

  test('sets the image of each role in its template, and its ServiceAccount by an option of Flink', () => {
    const named = (name: string) => kplus.ServiceAccount.fromServiceAccountName(newChart(), 'Account', name);
    const spec = bare({
      jobManager: { image: 'flink:1.20.3', serviceAccount: named('jm') },
      taskManager: { image: 'flink:1.20.4', serviceAccount: named('tm') },
    });
    expect(spec.image).toBeUndefined();
    expect(spec.jobManager.podTemplate.spec.containers[0].image).toBe('flink:1.20.3');
    expect(spec.taskManager.podTemplate.spec.containers[0].image).toBe('flink:1.20.4');
    expect(spec.serviceAccount).toBe('jm');
    expect(spec.flinkConfiguration).toEqual({ 'kubernetes.taskmanager.service-account': 'tm' });
  });
});
