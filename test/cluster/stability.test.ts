import { ApiObject, App, Chart, Duration, Size, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import fc from 'fast-check';
import {
  FlinkFile,
  FlinkSessionCluster,
  type FlinkSessionClusterProps,
  FlinkVersion,
  Logging,
  RestAccess,
} from '../../src';
import { manifests, newChart, problems, workloads, yaml } from '../support/synth';

const VERSION = { version: FlinkVersion.V1_20 };
const FULL: FlinkSessionClusterProps = {
  version: FlinkVersion.V1_17,
  allowUnknownOptions: ['a.'],
  configuration: {
    state: { backend: 'rocksdb', 'checkpoints.dir': 's3://a/b' },
    'parallelism.default': 2,
    a: { c: 1, b: [1, 2] },
  },
  files: [FlinkFile.fromText('b.xml', 'b'), FlinkFile.fromBytes('a.bin', '/w==')],
  logging: Logging.levels({ loggers: { b: 'INFO', a: 'WARN' } }),
  labels: { b: '1', a: '2' },
  annotations: { b: '1', a: '2' },
  env: { B: '$(C)', A: '1', C: '2' },
  envValues: {
    Z: { value: '1' },
    Y: { valueFrom: { fieldRef: { fieldPath: 'status.podIP', apiVersion: 'v1' } } },
  } as any,
  nodeSelector: { z: '1', b: '2' },
  podLabels: { z: '1', b: '2' },
  podAnnotations: { z: '1', b: '2' },
  affinity: { podAntiAffinity: {}, nodeAffinity: {} },
  podTemplate: { spec: { subdomain: 'a', hostname: 'b' }, metadata: { labels: { d: 'e', c: 'd' } } },
  terminationGracePeriod: Duration.seconds(60),
  jobManager: { memory: Size.gibibytes(2), cpu: 2, env: { D: '1', A: '2' } },
  taskManager: {
    taskSlots: 4,
    replicas: 3,
    heapDumps: { volume: { name: 'x', persistentVolumeClaim: { claimName: 'y', readOnly: false } }, path: '/dumps' },
  },
  restAccess: RestAccess.loadBalancer({ annotations: { b: '1', a: '2' }, sourceRanges: ['10.0.0.0/8'] }),
  queryableState: { nodePort: 30001, annotations: { b: '1', a: '2' } },
};

function isPlain(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The same value with the keys of every map in another order. */
function shuffled(value: unknown, order: (keys: string[]) => string[]): any {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  return isPlain(value)
    ? Object.fromEntries(order(Object.keys(value)).map((key) => [key, shuffled(value[key], order)]))
    : value;
}

function checksums(props: Partial<FlinkSessionClusterProps>): [jobManager: string, taskManager: string] {
  return workloads(manifests(props)).map(({ spec }) => spec.template.metadata.annotations['checksum/flink-config']) as [
    string,
    string,
  ];
}

function bytesOf(props: FlinkSessionClusterProps, scope: (chart: Chart) => Construct = (chart) => chart): string {
  const chart = newChart();
  new FlinkSessionCluster(scope(chart), 'Flink', props);
  return yaml(chart);
}

describe('the same input gives the same bytes', () => {
  const expected = bytesOf(FULL);

  test('twice from the same tree', () => {
    const chart = newChart();
    new FlinkSessionCluster(chart, 'Flink', FULL);
    expect([yaml(chart), yaml(chart), (chart.node.root as App).synthYaml()]).toEqual([expected, expected, expected]);
  });

  test('in any order of keys', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const order = (keys: string[]): string[] =>
          keys
            .map((key) => [numbers.next().value, key] as const)
            .sort(([a], [b]) => a - b)
            .map(([, key]) => key);
        expect(bytesOf(shuffled(FULL, order))).toBe(expected);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test.each<{ what: string; scope: (chart: Chart) => Construct }>([
    { what: 'below another construct', scope: (chart) => new Construct(chart, 'Group') },
    { what: 'in a deep tree', scope: (chart) => new Construct(new Construct(new Construct(chart, 'A'), 'B'), 'C') },
    {
      what: 'next to other constructs',
      scope: (chart) => {
        new Construct(chart, 'Before');
        return chart;
      },
    },
  ])('$what', ({ scope }) => {
    expect(bytesOf(FULL, scope)).toBe(expected);
  });

  test('next to other objects and clusters', () => {
    const chart = newChart();
    new ApiObject(chart, 'Before', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'flink' } });
    new FlinkSessionCluster(chart, 'Other', VERSION);
    new FlinkSessionCluster(chart, 'Flink', FULL);
    new FlinkSessionCluster(chart, 'Another', VERSION);
    const own = Testing.synth(chart).filter(({ metadata }) => metadata.labels?.app === 'flink');
    const alone = newChart();
    new FlinkSessionCluster(alone, 'Flink', FULL);
    expect(own).toEqual(Testing.synth(alone));
  });

  test('from a frozen input, which stays unchanged', () => {
    const freeze = (value: unknown): any => {
      if (Array.isArray(value) || isPlain(value)) Object.values(Object.freeze(value) as object).forEach(freeze);
      return value;
    };
    const copy = shuffled(FULL, (keys) => keys);
    expect(bytesOf(freeze(shuffled(FULL, (keys) => keys)))).toBe(expected);
    expect(bytesOf(copy)).toBe(expected);
    expect(copy).toEqual(FULL);
  });

  test.each([
    { name: 'TZ', value: 'Pacific/Kiritimati' },
    { name: 'LC_ALL', value: 'tr_TR.UTF-8' },
    { name: 'FLINK_HOME', value: '/x' },
  ])('with $name=$value', ({ name, value }) => {
    const before = process.env[name];
    process.env[name] = value;
    try {
      expect(bytesOf(FULL)).toBe(expected);
    } finally {
      if (before === undefined) delete process.env[name];
      else process.env[name] = before;
    }
  });

  test('from another directory', () => {
    const before = process.cwd();
    process.chdir('/');
    try {
      expect(bytesOf(FULL)).toBe(expected);
    } finally {
      process.chdir(before);
    }
  });
});

describe('clusters in one Chart', () => {
  test('do not touch each other', () => {
    const chart = newChart();
    for (const id of ['a', 'b']) {
      new FlinkSessionCluster(chart, id, { ...VERSION, allowUnknownOptions: ['id'], configuration: { id } });
    }
    const all = manifests(chart);
    for (const id of ['a', 'b']) {
      const alone = newChart();
      new FlinkSessionCluster(alone, id, { ...VERSION, allowUnknownOptions: ['id'], configuration: { id } });
      expect(all.filter(({ metadata }) => metadata.labels.app === id)).toEqual(manifests(alone));
    }
    expect(new Set(all.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).size).toBe(all.length);
  });

  const clashes = (chart: Chart): string[] =>
    problems(() => manifests(chart)).map(({ path, id, property, text }) => {
      expect([id, property]).toEqual(['FLK-NAME-04', 'clusterName']);
      return `${path}: ${/created twice, by (\S+) and by (\S+)\./.exec(text)!.slice(1).join(' ')}`;
    });

  test('with the same name are one message each, with both paths', () => {
    const chart = newChart();
    for (const id of ['A', 'B']) new FlinkSessionCluster(chart, id, { ...VERSION, clusterName: 'flink' });
    expect(clashes(chart)).toEqual([
      'chart/A: chart/B/Config/Default chart/A',
      'chart/B: chart/A/Config/Default chart/B',
    ]);
  });

  test.each(['before', 'after'])('an object of the user that is added %s is a clash', (where) => {
    const chart = newChart();
    const addObject = (): unknown =>
      new ApiObject(chart, 'Foreign', {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'flink-jobmanager-rest' },
      });
    if (where === 'before') addObject();
    new FlinkSessionCluster(chart, 'Flink', VERSION);
    if (where === 'after') addObject();
    expect(clashes(chart)).toEqual(['chart/Flink: chart/Foreign chart/Flink']);
  });

  test.each([
    { what: 'another kind', object: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'flink-config' } } },
    {
      what: 'another group',
      object: { apiVersion: 'example.com/v1', kind: 'ConfigMap', metadata: { name: 'flink-config' } },
    },
    {
      what: 'another namespace',
      object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'flink-config', namespace: 'other' } },
    },
    { what: 'another name', object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'flink' } } },
  ])('an object with $what is not a clash', ({ object }) => {
    const chart = newChart();
    new ApiObject(chart, 'Foreign', object);
    new FlinkSessionCluster(chart, 'Flink', VERSION);
    expect(clashes(chart)).toEqual([]);
  });

  test('in other namespaces or Charts can have the same name', () => {
    const app = new App();
    const first = new Chart(app, 'first');
    new FlinkSessionCluster(first, 'A', { ...VERSION, clusterName: 'flink', namespace: 'a' });
    new FlinkSessionCluster(first, 'B', { ...VERSION, clusterName: 'flink', namespace: 'b' });
    new FlinkSessionCluster(new Chart(app, 'second'), 'A', { ...VERSION, clusterName: 'flink', namespace: 'a' });
    new FlinkSessionCluster(new Chart(first, 'inner'), 'A', { ...VERSION, clusterName: 'flink', namespace: 'a' });
    expect(problems(() => app.synthYaml())).toEqual([]);
  });

  test('a clash that is added later is reported', () => {
    const chart = newChart();
    new FlinkSessionCluster(chart, 'A', VERSION);
    expect(clashes(chart)).toEqual([]);
    new ApiObject(chart, 'Foreign', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a-config' } });
    expect(clashes(chart)).toEqual(['chart/A: chart/Foreign chart/A']);
  });
});

describe('restarts of roles', () => {
  const before = checksums({});

  test.each<{ what: string; props: Partial<FlinkSessionClusterProps>; jobManager: boolean; taskManager: boolean }>([
    { what: 'no change', props: {}, jobManager: false, taskManager: false },
    {
      what: 'memory of the TaskManager',
      props: { taskManager: { memory: Size.gibibytes(2) } },
      jobManager: false,
      taskManager: true,
    },
    {
      what: 'managed memory without a new process size',
      props: { configuration: { 'taskmanager.memory.task.off-heap.size': '1m' } },
      jobManager: false,
      taskManager: true,
    },
    {
      what: 'a port of the TaskManager',
      props: { configuration: { 'taskmanager.data.port': 7000 } },
      jobManager: false,
      taskManager: true,
    },
    {
      what: 'JVM options of the TaskManager',
      props: { taskManager: { jvmOptions: ['-Da'] } },
      jobManager: false,
      taskManager: true,
    },
    {
      what: 'memory of the JobManager',
      props: { jobManager: { memory: Size.gibibytes(2) } },
      jobManager: true,
      taskManager: false,
    },
    {
      what: 'JVM options of the JobManager',
      props: { jobManager: { jvmOptions: ['-Da'] } },
      jobManager: true,
      taskManager: false,
    },
    { what: 'JVM options of both', props: { jvmOptions: ['-Da'] }, jobManager: true, taskManager: true },
    {
      what: 'a log level',
      props: { logging: Logging.levels({ rootLevel: 'DEBUG' }) },
      jobManager: true,
      taskManager: true,
    },
    { what: 'slots', props: { taskManager: { taskSlots: 3 } }, jobManager: true, taskManager: true },
    { what: 'an unknown option', props: { configuration: { a: 1 } }, jobManager: true, taskManager: true },
    { what: 'another file', props: { files: [FlinkFile.fromText('a', '')] }, jobManager: true, taskManager: true },
    {
      what: 'another binary file',
      props: { files: [FlinkFile.fromBytes('a', '')] },
      jobManager: true,
      taskManager: true,
    },
    {
      what: 'replicas and labels',
      props: { taskManager: { replicas: 5 }, labels: { a: 'b' }, annotations: { a: 'b' } },
      jobManager: false,
      taskManager: false,
    },
    {
      what: 'the Service of the REST endpoint',
      props: { restAccess: RestAccess.none() },
      jobManager: false,
      taskManager: false,
    },
  ])('$what', ({ props, jobManager, taskManager }) => {
    expect(checksums(props).map((checksum, role) => checksum !== before[role])).toEqual([jobManager, taskManager]);
  });

  test('new content of a file', () => {
    const of = (file: FlinkFile): string[] => checksums({ files: [file] });
    const all = [
      of(FlinkFile.fromText('a', 'x')),
      of(FlinkFile.fromText('a', 'y')),
      of(FlinkFile.fromText('b', 'x')),
      of(FlinkFile.fromBytes('a', '/w==')),
      of(FlinkFile.fromBytes('a', '/g==')),
    ];
    expect(new Set(all.map(([checksum]) => checksum)).size).toBe(all.length);
  });

  test('a checksum consists of hexadecimal digits', () => {
    expect(before[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(before[0]).not.toBe(before[1]);
  });
});
