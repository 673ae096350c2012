import { ApiObject, App, Chart, Size } from 'cdk8s';
import {
  FlinkConfigMap,
  type FlinkConfigMapProps,
  FlinkFile,
  FlinkJobManager,
  FlinkSessionCluster,
  FlinkTaskManager,
  FlinkVersion,
  Hardening,
  RestAccess,
} from '../../src';
import { INVENTED, manifests, names, newChart, problems, yaml } from '../support/synth';

const VERSION = { version: FlinkVersion.V1_17 };
const WHOLE: FlinkConfigMapProps = {
  allowUnknownOptions: INVENTED,
  ...VERSION,
  namespace: 'streams',
  configuration: { 'parallelism.default': 2, state: { backend: 'rocksdb' } },
  jvmOptions: ['-XX:+UseG1GC'],
  files: [FlinkFile.fromText('core-site.xml', '<configuration/>')],
  features: [
    {
      bind: () => ({
        configuration: { 'a.b': 1 },
        pods: { env: [{ name: 'A', value: '1' }] },
        rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
      }),
    },
  ],
  labels: { team: 'data' },
  annotations: { a: 'b' },
};
const JOB_MANAGER = { memory: Size.gibibytes(2), cpu: 0.5, env: { A_B: 'c' } };
const TASK_MANAGER = { taskSlots: 4, replicas: 3, podLabels: { a: 'b' } };

describe('clusters of separate parts', () => {
  test.each([
    {
      what: 'only the version',
      options: VERSION,
      jobManager: {},
      taskManager: {},
      forJobManager: {},
      forTaskManager: {},
    },
    {
      what: 'all options',
      options: WHOLE,
      jobManager: JOB_MANAGER,
      taskManager: TASK_MANAGER,
      forJobManager: { restAccess: RestAccess.nodePort() },
      forTaskManager: { queryableState: { nodePort: 30001 } },
    },
    {
      what: 'Hardening.NONE',
      options: { ...VERSION, hardening: Hardening.NONE },
      jobManager: {},
      taskManager: TASK_MANAGER,
      forJobManager: { restAccess: RestAccess.none() },
      forTaskManager: {},
    },
  ])(
    'write the same bytes as a composed cluster: $what',
    ({ options, jobManager, taskManager, forJobManager, forTaskManager }) => {
      const composed = newChart();
      new FlinkSessionCluster(composed, 'Flink', {
        ...options,
        jobManager,
        taskManager,
        ...forJobManager,
        ...forTaskManager,
      });
      const separate = newChart();
      const config = new FlinkConfigMap(separate, 'Flink', options);
      new FlinkJobManager(separate, 'Any', { config, ...jobManager, ...forJobManager });
      new FlinkTaskManager(separate, 'Other', { config, ...taskManager, ...forTaskManager });
      expect(yaml(separate)).toBe(yaml(composed));
      expect(names(manifests(separate))).toContain('Deployment/flink-taskmanager');
    },
  );

  test('contain only parts of their own configuration', () => {
    const chart = newChart();
    for (const name of ['a', 'b']) {
      const config = new FlinkConfigMap(chart, `Config${name}`, { ...VERSION, clusterName: name });
      new FlinkTaskManager(chart, `Tasks${name}`, { config });
      new FlinkJobManager(chart, `Jobs${name}`, { config });
    }
    const alone = newChart();
    new FlinkSessionCluster(alone, 'a', VERSION);
    expect(manifests(chart).filter(({ metadata }) => metadata.labels.app === 'a')).toEqual(
      expect.arrayContaining(manifests(alone)),
    );
    expect(manifests(chart)).toHaveLength(2 * manifests(alone).length);
  });

  test('have only a ConfigMap and report the missing roles when there are none', () => {
    const chart = newChart();
    const config = new FlinkConfigMap(chart, 'Flink', VERSION);
    expect(
      chart.node
        .findAll()
        .filter(ApiObject.isApiObject)
        .map(({ kind }) => kind),
    ).toEqual(['ConfigMap']);
    expect(problems(() => manifests(chart)).map(({ path, id }) => [path, id])).toEqual([
      ['chart/Flink', 'FLK-PART-03'],
      ['chart/Flink', 'FLK-PART-04'],
    ]);
    expect(problems(() => ApiObject.of(config).toJson()).map(({ path, id }) => [path, id])).toEqual([
      ['chart/Flink', 'FLK-PART-03'],
      ['chart/Flink', 'FLK-PART-04'],
    ]);
  });

  test('keep the first of two parts of the same kind', () => {
    const chart = newChart();
    const config = new FlinkConfigMap(chart, 'Flink', VERSION);
    const first = new FlinkJobManager(chart, 'First', { config, replicas: 1 });
    new FlinkTaskManager(chart, 'Tasks', { config });
    const second = new FlinkJobManager(chart, 'Second', { config, memory: Size.gibibytes(9) });
    expect(second.node.children).toEqual([]);
    expect(ApiObject.of(first).toJson().spec.template.spec.containers[0].resources.requests.memory).toBe('1600Mi');
    expect([second.name, second.restServiceName, second.restPort]).toEqual([
      first.name,
      first.restServiceName,
      first.restPort,
    ]);
    expect(problems(() => manifests(chart)).map(({ path, id }) => [path, id])).toEqual([
      ['chart/Second', 'FLK-PART-01'],
    ]);
  });

  test('can have parts in other Charts of the same namespace', () => {
    const app = new App();
    const charts = ['a', 'b', 'c'].map((id) => new Chart(app, id, { namespace: 'streams' })) as [Chart, Chart, Chart];
    const config = new FlinkConfigMap(charts[0], 'Flink', VERSION);
    new FlinkJobManager(charts[1], 'Jobs', { config });
    new FlinkTaskManager(charts[2], 'Tasks', { config });
    expect(charts.map((chart) => names(manifests(chart)).length)).toEqual([1, 4, 2]);
  });

  test('report a name clash in the Chart of a part', () => {
    const app = new App();
    const [first, second] = ['a', 'b'].map((id) => new Chart(app, id)) as [Chart, Chart];
    const config = new FlinkConfigMap(first, 'Flink', VERSION);
    new FlinkJobManager(first, 'Jobs', { config });
    new FlinkTaskManager(second, 'Tasks', { config });
    new ApiObject(second, 'Foreign', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'flink-taskmanager' },
    });
    const [finding, ...more] = problems(() => app.synthYaml());
    expect([finding!.path, finding!.id, more]).toEqual(['a/Flink', 'FLK-NAME-04', []]);
    expect(finding!.text).toContain('by b/Foreign');
  });

  test('report an invalid property at its part', () => {
    const chart = newChart();
    const config = new FlinkConfigMap(chart, 'Flink', { ...VERSION, clusterNam: 'x', config: 5 } as any);
    new FlinkJobManager(chart, 'Jobs', {
      config,
      replicas: 'x',
      get cpu() {
        throw new Error('boo');
      },
    } as any);
    new FlinkTaskManager(chart, 'Tasks', { config, taskSlot: 1, restAccess: RestAccess.none() } as any);
    expect(problems(() => manifests(chart)).map(({ path, id, property }) => `${path} ${id} ${property}`)).toEqual([
      'chart/Flink FLK-TYPE-03 clusterNam',
      'chart/Flink FLK-TYPE-03 config',
      'chart/Jobs FLK-TYPE-04 cpu',
      'chart/Jobs FLK-TYPE-02 replicas',
      'chart/Tasks FLK-TYPE-03 restAccess',
      'chart/Tasks FLK-TYPE-03 taskSlot',
    ]);
  });

  test('throw from the constructor of a part without a configuration', () => {
    expect(() => new FlinkJobManager(newChart(), 'Jobs', {} as any)).toThrow(
      'chart/Jobs › config: a part needs the configuration of its cluster.',
    );
    expect(
      () =>
        new FlinkTaskManager(newChart(), 'Tasks', {
          get config() {
            throw new Error('boo');
          },
        } as any),
    ).toThrow('chart/Tasks › config:');
  });

  test('have the warnings of their configuration', () => {
    const chart = newChart();
    const config = new FlinkConfigMap(chart, 'Flink', VERSION);
    new FlinkJobManager(chart, 'Jobs', { config, restAccess: RestAccess.nodePort() });
    new FlinkTaskManager(chart, 'Tasks', { config });
    expect(config.warnings.map(({ id, path }) => [id, path])).toEqual([['FLK-SVC-02', 'chart/Jobs']]);
  });
});
