import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import { jobManager, row, rule, sidecar, taskManager, type Row } from './row';
import {
  FlinkConfigMap,
  FlinkJobManager,
  FlinkSessionCluster,
  FlinkTaskManager,
  FlinkVersion,
  RestAccess,
} from '../../../src';
import { newChart } from '../../support/synth';

const VERSION = { version: FlinkVersion.V1_20 };

/** A cluster by hand; `change` makes the parts. */
function byHand(change: (chart: Chart, config: FlinkConfigMap) => void, namespace?: string): () => void {
  return () => {
    const chart = newChart('chart', { namespace });
    change(chart, new FlinkConfigMap(chart, 'Flink', VERSION));
    Testing.synth(chart);
  };
}

function whole(chart: Chart, config: any, other: Chart = chart): void {
  new FlinkJobManager(chart, 'JobManager', { config });
  new FlinkTaskManager(other, 'TaskManager', { config });
}

function sibling(chart: Chart, namespace: string): Chart {
  return new Chart(chart.node.root, 'other', { namespace });
}

function feature(contribution: unknown): any {
  return { features: [{ bind: () => contribution }] };
}

function throwing(): unknown {
  throw new Error('boo');
}

export const PARTS: readonly Row[] = [
  ...rule(
    'FLK-PART-01',
    row(
      'two JobManagers',
      byHand((chart, config) => (whole(chart, config), new FlinkJobManager(chart, 'Second', { config }))),
      '/Second › config',
      ['has a jobManager already, chart/JobManager', 'FlinkConfigMap of its own'],
      byHand(whole),
    ),
    row(
      'two TaskManagers',
      byHand((chart, config) => (whole(chart, config), new FlinkTaskManager(chart, 'Second', { config }))),
      '/Second › config',
      ['has a taskManager already, chart/TaskManager'],
      byHand(whole),
    ),
  ),
  ...rule(
    'FLK-PART-02',
    row(
      'a part in another namespace',
      byHand((chart, config) => whole(chart, config, sibling(chart, 'b')), 'a'),
      'other/TaskManager › config',
      ['"b"', 'in namespace a, this part is not', 'Charts of one namespace'],
      byHand((chart, config) => whole(chart, config, sibling(chart, 'a')), 'a'),
    ),
    row(
      'a part in a namespace and its configuration in none',
      byHand((chart, config) => whole(chart, config, sibling(chart, 'b'))),
      'other/TaskManager › config',
      ['"b"', 'this part is not'],
      byHand(whole),
    ),
  ),
  ...rule(
    'FLK-PART-03',
    row(
      'no JobManager',
      byHand((chart, config) => void new FlinkTaskManager(chart, 'TaskManager', { config })),
      'config',
      ['no FlinkJobManager', 'make one'],
      byHand(whole),
    ),
  ),
  ...rule(
    'FLK-PART-04',
    row(
      'no TaskManager',
      byHand((chart, config) => void new FlinkJobManager(chart, 'JobManager', { config })),
      'config',
      ['no FlinkTaskManager', 'make one'],
      byHand(whole),
    ),
  ),
  ...rule(
    'FLK-PART-05',
    ...[undefined, null, 5, {}, []].map((config) =>
      row(
        `${JSON.stringify(config)} as config`,
        () => new FlinkJobManager(newChart(), 'JobManager', { config: config as any }),
        '/JobManager › config',
        ['needs the configuration of its cluster', 'give a FlinkConfigMap'],
        byHand(whole),
      ),
    ),
    row(
      'no props',
      () => new FlinkTaskManager(newChart(), 'TaskManager', undefined as any),
      '/TaskManager › config',
      ['needs the configuration'],
      byHand(whole),
    ),
  ),
  ...rule(
    'FLK-NAME-04',
    row(
      'two clusters of one name',
      twice('chart'),
      '/Second › clusterName',
      [
        'ConfigMap flink-config is made twice, by chart/First/Config/Default and by chart/Second',
        'different names or namespaces',
      ],
      twice('other'),
      ['FLK-NAME-04'],
    ),
  ),
];

function twice(second: string): () => void {
  return () => {
    const app = new App();
    const chart = new Chart(app, 'chart');
    new FlinkSessionCluster(chart, 'First', { ...VERSION, clusterName: 'flink' });
    new FlinkSessionCluster(second === 'chart' ? chart : new Chart(app, second), 'Second', {
      ...VERSION,
      clusterName: 'flink',
    });
    Testing.synth(chart);
  };
}

export const FEATURES: readonly Row[] = [
  ...rule(
    'FLK-FEAT-01',
    row(
      'a bind that throws',
      { features: [{ bind: throwing }] },
      'features[0]',
      ['bind threw an exception: boo', 'correct the feature'],
      feature({}),
    ),
    row(
      'a check that throws',
      feature({ checks: [{ check: throwing }] }),
      'features[0]',
      ['check threw an exception: boo'],
      feature({ checks: [{ check: () => [] }] }),
    ),
  ),
  ...rule(
    'FLK-FEAT-03',
    row(
      'a finding',
      feature({ checks: [{ check: () => ['too\nslow'] }] }),
      'features[0]',
      ['a check of this feature failed: too\\u000aslow', 'follow the finding'],
      feature({ checks: [{ check: (options: any) => (options['rest.port'] === undefined ? [] : ['x']) }] }),
    ),
  ),
  ...rule(
    'FLK-FEAT-04',
    row(
      'a problem of a feature',
      feature({ problems: [{ property: 'Mine.size', rule: 'must be odd', fix: 'write 3', got: '2' }] }),
      'Mine.size',
      ['got "2"; must be odd', 'write 3'],
      feature({ problems: [] }),
    ),
  ),
];

const ENDLESS: any = {};
ENDLESS.a = ENDLESS;

/** A cluster whose image is told by a getter, which the helper of the tests would read already. */
function withGetter(get: () => unknown): () => unknown {
  return () =>
    new FlinkSessionCluster(
      newChart(),
      'Flink',
      Object.defineProperty({ ...VERSION }, 'image', { enumerable: true, get }),
    );
}

export const TYPES: readonly Row[] = [
  ...rule(
    'FLK-TYPE-01',
    row('no version', { version: undefined as any }, 'version', ['it is required', 'give a value'], VERSION),
    row(
      'a suppression without a reason',
      { suppressions: [{ id: 'FLK-SVC-02' }] },
      'suppressions[0].reason',
      ['it is required'],
      { suppressions: [{ id: 'FLK-SVC-02', reason: 'a' }] },
    ),
    row(
      'a manifest without a name',
      feature({ manifests: [{ apiVersion: 'v1', kind: 'Secret', fields: {} }] }),
      'features[0].bind().manifests[0].name',
      ['it is required'],
      feature({ manifests: [{ apiVersion: 'v1', kind: 'Secret', name: 'flink-a', fields: {} }] }),
    ),
  ),
  ...rule(
    'FLK-TYPE-02',
    ...(
      [
        ['version', '1.20', 'a FlinkVersion', FlinkVersion.V1_20],
        ['clusterName', 5, 'a text', 'five'],
        ['namespace', null, 'a text', 'null'],
        ['image', 5, 'a text', 'flink:1.20.4'],
        ['imagePullPolicy', 'always', 'one of Always, IfNotPresent, Never', 'Always'],
        ['hardening', 'restricted', 'one of RESTRICTED', 'RESTRICTED'],
        ['strict', 'yes', 'true or false', false],
        ['labels', ['a'], 'a map', {}],
        ['env', 'A=1', 'a map', {}],
        ['features', {}, 'a list', []],
        ['jvmOptions', '-Da', 'a list', ['-Da']],
        ['mode', 'standalone', 'a DeploymentMode', undefined],
        ['restAccess', 'NodePort', 'a RestAccess', RestAccess.none()],
        ['logging', 'INFO', 'a Logging', undefined],
        ['files', [5], '', []],
        ['jobManager', 5, 'an object', {}],
        ['taskManager', [], 'an object', {}],
        ['revisionHistoryLimit', -1, 'a whole number from 0 to 1000', 0],
        ['dnsPolicy', 'none', 'one of ClusterFirst', 'None'],
        ['volumes', {}, 'a list', []],
        ['affinity', [], 'an object', {}],
        ['podTemplate', 'x', 'an object', {}],
        ['terminationGracePeriod', 30, 'a Duration', undefined],
        ['serviceAccount', 'flink', 'a ServiceAccount', undefined],
        ['queryableState', true, 'an object', undefined],
      ] as const
    ).map(([property, bad, expected, good]) =>
      row(
        `${property} = ${JSON.stringify(bad)}`,
        { [property]: bad },
        property === 'files' ? 'files[0]' : property,
        [`it must be ${expected}`, `give ${expected}`],
        { [property]: good },
      ),
    ),
    ...(
      [
        ['memory', '1g', 'a Size', Size.gibibytes(2)],
        ['memory', Size.kibibytes(0), 'a Size above 0', Size.kibibytes(1638400)],
        ['cpu', 0, 'a number of cores', 0.001],
        ['cpu', -1, 'a number of cores', 1],
        ['cpu', 0.0001, 'a number of cores', 0.001],
        ['cpu', '1,5', 'a number of cores', 1.5],
        ['cpuLimitFactor', 0.9, 'a number from 1 to 100', 1],
        ['memoryLimitFactor', 101, 'a number from 1', 100],
        ['replicas', 0, 'a whole number from 1', 1],
        ['replicas', -1, 'a whole number', 1],
        ['replicas', 1.5, 'a whole number', 2],
        ['replicas', 1e9, 'a whole number', 10000],
        ['replicas', NaN, 'a whole number', 1],
        ['taskSlots', 0, 'a whole number from 1', 1],
        ['taskSlots', 1.5, 'a whole number', 2],
        ['livenessProbe', {}, 'a FlinkProbe', undefined],
        ['strategy', 'Recreate', 'a RolloutStrategy', undefined],
        ['jvmOptions', [''], '', ['-Da']],
      ] as const
    ).map(([property, bad, expected, good]) =>
      row(
        `taskManager.${property} = ${String(bad)}`,
        taskManager({ [property]: bad }),
        `taskManager.${property}${Array.isArray(bad) ? '[0]' : ''}`,
        [`it must be ${expected}`],
        taskManager({ [property]: good }),
      ),
    ),
    ...(
      [
        ['number', 5, '5'],
        ['boolean', true, 'true'],
        ['null', null, 'null'],
        ['undefined', undefined, ''],
        ['list', ['a'], 'a'],
      ] as const
    ).flatMap(([what, bad, good]) =>
      ['env', 'labels', 'podAnnotations', 'nodeSelector'].map((map) =>
        row(`a ${what} in ${map}`, { [map]: { A: bad } }, `${map}.A`, ['it must be a text'], { [map]: { A: good } }),
      ),
    ),
    row(
      'a suppression of an error',
      { suppressions: [{ id: 'FLK-IMG-01', reason: 'a' }] },
      'suppressions[0].id',
      ['"FLK-IMG-01"', 'the id of a rule that can be accepted'],
      { suppressions: [{ id: 'FLK-IMG-03', reason: 'a' }] },
    ),
    row('a reference that is none', { envValues: { A: 'b' } }, 'envValues.A', ['an EnvValue'], {
      envValues: { A: { value: 'b' } },
    }),
    row(
      'a value that is no text',
      sidecar({ env: [{ name: 'A', value: 5 }] }),
      'JobManager › containers.side.env.A',
      ['a text'],
      sidecar({ env: [{ name: 'A', value: '5' }] }),
    ),
    row(
      'variables as a map',
      sidecar({ env: { A: '5' } }),
      'jobManager.sidecars[0].env',
      ['a list of maps'],
      sidecar({ env: [] }),
    ),
    row(
      'containers as a map',
      { podTemplate: { spec: { containers: {} } } },
      'podTemplate.spec.containers',
      ['a list of maps'],
      { podTemplate: { spec: { containers: [] } } },
    ),
    row(
      'capabilities as a text',
      { securityContext: { capabilities: { drop: 'ALL' } } },
      'securityContext.capabilities.drop',
      ['a list of texts'],
      { securityContext: { capabilities: { drop: ['ALL'] } } },
    ),
    row(
      'a contribution that is no object',
      feature('x'),
      'features[0].bind()',
      ['an object with named properties'],
      feature({}),
    ),
    row(
      'a bind that is no method',
      { features: [{ bind: 5 }] },
      'features[0]',
      ['a feature: an object with a method bind'],
      feature(undefined),
    ),
    row(
      'half a second to end',
      { terminationGracePeriod: Duration.millis(10500) },
      'terminationGracePeriod',
      ['a Duration of whole seconds'],
      { terminationGracePeriod: Duration.seconds(10) },
    ),
    row(
      'findings that are no list',
      feature({ checks: [{ check: () => 'x' }] }),
      'features[0].check()',
      ['a list'],
      feature({ checks: [{ check: () => [] }] }),
    ),
  ),
  ...rule(
    'FLK-TYPE-03',
    row('a misspelt property', { clustername: 'a' }, 'clustername', ['no such property', 'write clusterName'], {
      clusterName: 'a',
    }),
    row(
      'a misspelt property of a role',
      jobManager({ replica: 1 }),
      'jobManager.replica',
      ['write replicas'],
      jobManager({ replicas: 1 }),
    ),
    row(
      'slots of a JobManager',
      jobManager({ taskSlots: 1 }),
      'jobManager.taskSlots',
      ['remove it'],
      taskManager({ taskSlots: 1 }),
    ),
    row('a property of nothing', { qqqqqqqqqq: 1 }, 'qqqqqqqqqq', ['remove it.'], {}),
    row(
      'a template without spec',
      { podTemplate: { containers: [] } },
      'podTemplate.containers',
      ['no such property'],
      { podTemplate: { spec: { containers: [] } } },
    ),
    row(
      'metadata among the fields of a manifest',
      feature({ manifests: [{ apiVersion: 'v1', kind: 'Secret', name: 'a', fields: { metadata: {} } }] }),
      'features[0].bind().manifests[0].fields.metadata',
      ['stand beside fields'],
      feature({ manifests: [{ apiVersion: 'v1', kind: 'Secret', name: 'a', fields: { data: {} } }] }),
    ),
  ),
  ...rule(
    'FLK-TYPE-04',
    row(
      'a getter that throws',
      withGetter(throwing),
      'image',
      ['cannot be read: boo', 'plain data'],
      withGetter(() => 'flink:1.20.4'),
    ),
    row('a proxy that throws', { env: new Proxy({}, { ownKeys: throwing as any }) }, 'env', ['cannot be read: boo'], {
      env: new Proxy({}, {}),
    }),
    row(
      'an item that throws',
      { volumes: Object.defineProperty([], '0', { enumerable: true, get: throwing }) },
      'volumes[0]',
      ['cannot be read: boo'],
      { volumes: [] },
      ['FLK-TYPE-02'],
    ),
  ),
  ...rule(
    'FLK-TYPE-05',
    row(
      'NaN',
      { affinity: { a: NaN } },
      'affinity.a',
      ['got NaN;', 'not a finite number, which no manifest can hold', 'finite numbers'],
      { affinity: { a: 0 } },
    ),
    row('null', { tolerations: [{ key: null }] }, 'tolerations[0].key', ['got null;', 'it is null'], {
      tolerations: [{ key: 'null' }],
    }),
    row(
      'undefined in a template',
      { podTemplate: { spec: { hostname: undefined } } },
      'podTemplate.spec.hostname',
      ['it is undefined'],
      { podTemplate: { spec: { hostname: 'a' } } },
    ),
    row(
      'undefined in a list',
      sidecar({ args: ['a', undefined] }),
      'jobManager.sidecars[0].args[1]',
      ['it is undefined'],
      sidecar({ args: ['a', ''] }),
    ),
    row('a function', { dnsConfig: { searches: () => 1 } }, 'dnsConfig.searches', ['got a function;', 'a function'], {
      dnsConfig: { searches: ['a'] },
    }),
    row(
      'a Date',
      { volumes: [{ name: 'a', emptyDir: { sizeLimit: new Date(0) } }] },
      'volumes[0].emptyDir.sizeLimit',
      ['an instance of Date', 'no plain object'],
      { volumes: [{ name: 'a', emptyDir: { sizeLimit: '1Gi' } }] },
    ),
    row('a cycle', { lifecycle: ENDLESS }, 'lifecycle.a', ['part of a cycle'], { lifecycle: {} }),
    row('a bigint', { hostAliases: [{ ip: 1n }] }, 'hostAliases[0].ip', ['got 1n;', 'a bigint'], {
      hostAliases: [{ ip: '1.2.3.4' }],
    }),
    row(
      '41 levels',
      { affinity: nested(41) },
      `affinity${'.a'.repeat(40)}`,
      ['nested deeper than 40'],
      { affinity: nested(40) },
      ['FLK-POD-16'],
    ),
  ),
  ...rule(
    'FLK-TYPE-06',
    row(
      '__proto__',
      { labels: JSON.parse('{"__proto__": "a"}') },
      'labels.__proto__',
      ['cannot carry this key', 'another key'],
      { labels: JSON.parse('{"proto": "a"}') },
    ),
    row('constructor', { env: { constructor: 'a' } }, 'env.constructor', ['cannot carry this key'], {
      env: { CONSTRUCTOR: 'a' },
    }),
    row(
      'a property',
      JSON.parse('{"__proto__": {"image": "flink:1.20.4"}}'),
      '__proto__',
      ['cannot carry this key'],
      {},
    ),
  ),
];

function nested(levels: number): any {
  return levels === 0 ? 'end' : { a: nested(levels - 1) };
}

export const TEXTS: readonly Row[] = [
  ...rule(
    'FLK-TEXT-01',
    ...(
      [
        ['A\u0085B', 'A\u00a0B'],
        ['A\u2028B', 'A\nB'],
        ['A\u007f', 'A\u0001'],
        ['A\uffff', 'A\ufffd'],
        ['\ta\nb', ' \ta\nb'],
        ['0o17', '0o18'],
        ['0X1F', '0x1F'],
        ['\ud800', '\ud83d\ude00'],
      ] as const
    ).map(([bad, good]) =>
      row(
        `${JSON.stringify(bad)} in a variable`,
        jobManager({ env: { A: bad } }),
        'JobManager › env[0].value',
        ['Fix: write the text without it'],
        jobManager({ env: { A: good } }),
      ),
    ),
    row('a number of YAML as a label', { labels: { a: '0o17' } }, 'labels.a', ['"0o17"', 'as the number 15'], {
      labels: { a: '15' },
    }),
    row('a number of YAML as a namespace', { namespace: '0o17' }, 'namespace', ['as the number 15'], {
      namespace: 'o17',
    }),
    row('a line separator in an annotation', { annotations: { a: 'b\u2028' } }, 'annotations.a', ['line separator'], {
      annotations: { a: 'b\n' },
    }),
    row(
      'an annotation of the Service',
      { restAccess: RestAccess.clusterIp({ annotations: { a: '0B1' } }), version: FlinkVersion.V1_20 },
      'JobManager › restAccess.annotations.a',
      ['number'],
      { restAccess: RestAccess.clusterIp({ annotations: { a: 'B1' } }) },
    ),
    row('a key that YAML takes for a number', { labels: { '0o17': 'a' } }, 'labels.0o17', ['as the number 15'], {
      labels: { o17: 'a' },
    }),
    row(
      'the merge key of YAML',
      feature({ manifests: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'a', fields: { data: { '<<': 'b' } } }] }),
      'ConfigMap.a.data.<<',
      ['merges another map'],
      feature({ manifests: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'a', fields: { data: { '<': 'b' } } }] }),
    ),
    row(
      'a pod label',
      jobManager({ podLabels: { a: '0O6' } }),
      'JobManager › metadata.labels.a',
      ['number'],
      jobManager({ podLabels: { a: 'O6' } }),
    ),
    row(
      'a text of a manifest',
      feature({ manifests: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'a', fields: { data: { a: '\u0085' } } }] }),
      'ConfigMap.a.data.a',
      ['line separator'],
      feature({ manifests: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'a', fields: { data: { a: '' } } }] }),
    ),
  ),
];
