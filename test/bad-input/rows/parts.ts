import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import { jobManager, rule, sidecar, taskManager, type Row, type RuleRow } from './row';
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

/** A cluster of separate parts; `change` adds the parts. */
function separateParts(change: (chart: Chart, config: FlinkConfigMap) => void, namespace?: string): () => void {
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
    {
      what: 'two JobManagers',
      bad: separateParts((chart, config) => (whole(chart, config), new FlinkJobManager(chart, 'Second', { config }))),
      at: '/Second › config',
      says: ['already has a jobManager, chart/JobManager', 'create a FlinkConfigMap for each cluster'],
      good: separateParts(whole),
    },
    {
      what: 'two TaskManagers',
      bad: separateParts((chart, config) => (whole(chart, config), new FlinkTaskManager(chart, 'Second', { config }))),
      at: '/Second › config',
      says: ['already has a taskManager, chart/TaskManager'],
      good: separateParts(whole),
    },
  ),
  ...rule(
    'FLK-PART-02',
    {
      what: 'a part in another namespace than its configuration',
      bad: separateParts((chart, config) => whole(chart, config, sibling(chart, 'b')), 'a'),
      at: 'other/TaskManager › config',
      says: [
        '"b"',
        'the configuration is in namespace a, but the part is in this one',
        'Charts with the same namespace',
      ],
      good: separateParts((chart, config) => whole(chart, config, sibling(chart, 'a')), 'a'),
    },
    {
      what: 'a part in a namespace with a configuration without one',
      bad: separateParts((chart, config) => whole(chart, config, sibling(chart, 'b'))),
      at: 'other/TaskManager › config',
      says: ['"b"', 'the configuration has no namespace, but the part is in this one'],
      good: separateParts(whole),
    },
  ),
  ...rule('FLK-PART-03', {
    what: 'a cluster without a JobManager',
    bad: separateParts((chart, config) => void new FlinkTaskManager(chart, 'TaskManager', { config })),
    at: 'config',
    says: ['no FlinkJobManager', 'create one'],
    good: separateParts(whole),
  }),
  ...rule('FLK-PART-04', {
    what: 'a cluster without a TaskManager',
    bad: separateParts((chart, config) => void new FlinkJobManager(chart, 'JobManager', { config })),
    at: 'config',
    says: ['no FlinkTaskManager', 'create one'],
    good: separateParts(whole),
  }),
  ...rule(
    'FLK-PART-05',
    ...[undefined, null, 5, {}, []].map((config) => ({
      what: `${JSON.stringify(config)} as config`,
      bad: () => new FlinkJobManager(newChart(), 'JobManager', { config: config as any }),
      at: '/JobManager › config',
      says: ['needs the configuration of its cluster', 'set config to a FlinkConfigMap'],
      good: separateParts(whole),
    })),
    {
      what: 'a part without props',
      bad: () => new FlinkTaskManager(newChart(), 'TaskManager', undefined as any),
      at: '/TaskManager › config',
      says: ['needs the configuration'],
      good: separateParts(whole),
    },
  ),
  ...rule('FLK-NAME-04', {
    what: 'two clusters with the same name',
    bad: twice('chart'),
    at: '/Second › clusterName',
    says: [
      'ConfigMap flink-config is created twice, by chart/First/Config/Default and by chart/Second',
      'different names or namespaces',
    ],
    good: twice('other'),
    also: ['FLK-NAME-04'],
  }),
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
    {
      what: 'a feature whose bind throws',
      bad: { features: [{ bind: throwing }] },
      at: 'features[0]',
      says: ['bind threw an exception: boo', 'correct the feature'],
      good: feature({}),
    },
    {
      what: 'a feature whose check throws',
      bad: feature({ checks: [{ check: throwing }] }),
      at: 'features[0]',
      says: ['check threw an exception: boo'],
      good: feature({ checks: [{ check: () => [] }] }),
    },
  ),
  ...rule('FLK-FEAT-03', {
    what: 'a finding of a feature check',
    bad: feature({ checks: [{ check: () => ['too\nslow'] }] }),
    at: 'features[0]',
    says: ['a check of this feature failed: too\\u000aslow', 'follow the finding'],
    good: feature({ checks: [{ check: (options: any) => (options['rest.port'] === undefined ? [] : ['x']) }] }),
  }),
  ...rule('FLK-FEAT-04', {
    what: 'a problem reported by a feature',
    bad: feature({ problems: [{ property: 'Mine.size', rule: 'must be odd', fix: 'write 3', got: '2' }] }),
    at: 'Mine.size',
    says: ['got "2"; a feature reports: must be odd', 'write 3'],
    good: feature({ problems: [] }),
  }),
];

const ENDLESS: any = {};
ENDLESS.a = ENDLESS;

/** A cluster with an image getter. The test helper `cluster` would already read it. */
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
    {
      what: 'a missing version',
      bad: { version: undefined as any },
      at: 'version',
      says: ['this property is required', 'set it'],
      good: VERSION,
    },
    {
      what: 'a suppression without a reason',
      bad: { suppressions: [{ id: 'FLK-SVC-02' }] },
      at: 'suppressions[0].reason',
      says: ['this property is required'],
      good: { suppressions: [{ id: 'FLK-SVC-02', reason: 'a' }] },
    },
    {
      what: 'a manifest without a name',
      bad: feature({ manifests: [{ apiVersion: 'v1', kind: 'Secret', fields: {} }] }),
      at: 'features[0].bind().manifests[0].name',
      says: ['this property is required'],
      good: feature({ manifests: [{ apiVersion: 'v1', kind: 'Secret', name: 'flink-a', fields: {} }] }),
    },
  ),
  ...rule(
    'FLK-TYPE-02',
    ...(
      [
        {
          property: 'version',
          bad: '1.20',
          expected: 'a FlinkVersion',
          example: 'FlinkVersion.V1_20',
          good: FlinkVersion.V1_20,
        },
        { property: 'clusterName', bad: 5, expected: 'a string', example: 'one in quotes', good: 'five' },
        { property: 'namespace', bad: null, expected: 'a string', example: 'one in quotes', good: 'null' },
        { property: 'image', bad: 5, expected: 'a string', example: 'one in quotes', good: 'flink:1.20.4' },
        {
          property: 'imagePullPolicy',
          bad: 'always',
          expected: 'one of Always, IfNotPresent, Never',
          example: 'Always.',
          good: 'Always',
        },
        {
          property: 'hardening',
          bad: 'restricted',
          expected: 'one of RESTRICTED',
          example: 'RESTRICTED.',
          good: 'RESTRICTED',
        },
        { property: 'strict', bad: 'yes', expected: 'a boolean', example: 'true or false', good: false },
        { property: 'labels', bad: ['a'], expected: 'a map', example: '{ key: value }', good: {} },
        { property: 'env', bad: 'A=1', expected: 'a map', example: '{ key: value }', good: {} },
        { property: 'features', bad: {}, expected: 'a list', example: '[…]', good: [] },
        { property: 'jvmOptions', bad: '-Da', expected: 'a list', example: '[…]', good: ['-Da'] },
        {
          property: 'mode',
          bad: 'standalone',
          expected: 'a DeploymentMode',
          example: 'DeploymentMode.standalone()',
          good: undefined,
        },
        {
          property: 'restAccess',
          bad: 'NodePort',
          expected: 'a RestAccess',
          example: 'RestAccess.nodePort()',
          good: RestAccess.none(),
        },
        { property: 'logging', bad: 'INFO', expected: 'a Logging', example: 'Logging.levels()', good: undefined },
        { property: 'files', bad: [5], expected: 'a FlinkFile', example: 'FlinkFile.from', good: [] },
        { property: 'jobManager', bad: 5, expected: 'an object', example: '{ property: value }', good: {} },
        { property: 'taskManager', bad: [], expected: 'an object', example: '{ property: value }', good: {} },
        { property: 'revisionHistoryLimit', bad: -1, expected: 'an integer from 0 to 1000', example: '0.', good: 0 },
        { property: 'dnsPolicy', bad: 'none', expected: 'one of ClusterFirst', example: 'None.', good: 'None' },
        { property: 'volumes', bad: {}, expected: 'a list', example: '[…]', good: [] },
        { property: 'affinity', bad: [], expected: 'an object', example: '{ property: value }', good: {} },
        { property: 'podTemplate', bad: 'x', expected: 'an object', example: '{ property: value }', good: {} },
        {
          property: 'terminationGracePeriod',
          bad: 30,
          expected: 'a Duration',
          example: 'Duration.seconds(60)',
          good: undefined,
        },
        {
          property: 'serviceAccount',
          bad: 'flink',
          expected: 'a ServiceAccount',
          example: 'FlinkServiceAccount.fromServiceAccountName(…)',
          good: undefined,
        },
        {
          property: 'queryableState',
          bad: true,
          expected: 'an object',
          example: '{ property: value }',
          good: undefined,
        },
      ] as const
    ).map(({ property, bad, expected, example, good }) => ({
      what: `${property} = ${JSON.stringify(bad)}`,
      bad: { [property]: bad },
      at: property === 'files' ? 'files[0]' : property,
      says: [`expected ${expected}`, `write ${example}`],
      good: { [property]: good },
    })),
    ...(
      [
        { property: 'memory', bad: '1g', expected: 'a Size', example: 'Size.mebibytes(1600)', good: Size.gibibytes(2) },
        {
          property: 'memory',
          bad: Size.kibibytes(0),
          expected: 'a Size above 0',
          example: 'Size.mebibytes(1600)',
          good: Size.kibibytes(1638400),
        },
        { property: 'cpu', bad: 0, expected: 'a number of cores', example: '0.5', good: 0.001 },
        { property: 'cpu', bad: -1, expected: 'a number of cores', example: '0.5', good: 1 },
        { property: 'cpu', bad: 0.0001, expected: 'a number of cores', example: '0.5', good: 0.001 },
        { property: 'cpu', bad: '1,5', expected: 'a number of cores', example: '0.5', good: 1.5 },
        { property: 'cpuLimitFactor', bad: 0.9, expected: 'a number from 1 to 100', example: '1.5', good: 1 },
        { property: 'memoryLimitFactor', bad: 101, expected: 'a number from 1', example: '1.5', good: 100 },
        { property: 'replicas', bad: 0, expected: 'an integer from 1', example: '1.', good: 1 },
        { property: 'replicas', bad: -1, expected: 'an integer', example: '1.', good: 1 },
        { property: 'replicas', bad: 1.5, expected: 'an integer', example: '2.', good: 2 },
        { property: 'replicas', bad: 1e9, expected: 'an integer', example: '10000.', good: 10000 },
        { property: 'replicas', bad: NaN, expected: 'an integer', example: '1.', good: 1 },
        { property: 'taskSlots', bad: 0, expected: 'an integer from 1', example: '1.', good: 1 },
        { property: 'taskSlots', bad: 1.5, expected: 'an integer', example: '2.', good: 2 },
        {
          property: 'livenessProbe',
          bad: {},
          expected: 'a FlinkProbe',
          example: 'FlinkProbe.tcpSocket()',
          good: undefined,
        },
        {
          property: 'strategy',
          bad: 'Recreate',
          expected: 'a RolloutStrategy',
          example: 'RolloutStrategy.recreate()',
          good: undefined,
        },
        { property: 'jvmOptions', bad: [''], expected: 'a string that is not empty', example: '"x"', good: ['-Da'] },
      ] as const
    ).map(({ property, bad, expected, example, good }) => ({
      what: `taskManager.${property} = ${String(bad)}`,
      bad: taskManager({ [property]: bad }),
      at: `taskManager.${property}${Array.isArray(bad) ? '[0]' : ''}`,
      says: [`expected ${expected}`, `write ${example}`],
      good: taskManager({ [property]: good }),
    })),
    ...(
      [
        { what: 'number', bad: 5, good: '5' },
        { what: 'boolean', bad: true, good: 'true' },
        { what: 'null', bad: null, good: 'null' },
        { what: 'undefined', bad: undefined, good: '' },
        { what: 'list', bad: ['a'], good: 'a' },
      ] as const
    ).flatMap(({ what, bad, good }) =>
      ['env', 'labels', 'podAnnotations', 'nodeSelector'].map((map) => ({
        what: `a ${what} in ${map}`,
        bad: { [map]: { A: bad } },
        at: `${map}.A`,
        says: ['expected a string', 'write one in quotes'],
        good: { [map]: { A: good } },
      })),
    ),
    {
      what: 'a suppression of an error that cannot be suppressed',
      bad: { suppressions: [{ id: 'FLK-IMG-01', reason: 'a' }] },
      at: 'suppressions[0].id',
      says: ['"FLK-IMG-01"', 'the id of a rule that can be suppressed'],
      good: { suppressions: [{ id: 'FLK-IMG-03', reason: 'a' }] },
    },
    {
      what: 'a string instead of an EnvValue',
      bad: { envValues: { A: 'b' } },
      at: 'envValues.A',
      says: ['an EnvValue'],
      good: { envValues: { A: { value: 'b' } } },
    },
    {
      what: 'a number as the value of a variable',
      bad: sidecar({ env: [{ name: 'A', value: 5 }] }),
      at: 'JobManager › containers.side.env.A',
      says: ['expected a string', 'write one in quotes'],
      good: sidecar({ env: [{ name: 'A', value: '5' }] }),
    },
    {
      what: 'a map instead of a list of variables',
      bad: sidecar({ env: { A: '5' } }),
      at: 'jobManager.sidecars[0].env',
      says: ['a list of maps'],
      good: sidecar({ env: [] }),
    },
    {
      what: 'a map instead of a list of containers',
      bad: { podTemplate: { spec: { containers: {} } } },
      at: 'podTemplate.spec.containers',
      says: ['a list of maps'],
      good: { podTemplate: { spec: { containers: [] } } },
    },
    {
      what: 'a string instead of a list of capabilities',
      bad: { securityContext: { capabilities: { drop: 'ALL' } } },
      at: 'securityContext.capabilities.drop',
      says: ['expected a list of strings'],
      good: { securityContext: { capabilities: { drop: ['ALL'] } } },
    },
    {
      what: 'a contribution that is not an object',
      bad: feature('x'),
      at: 'features[0].bind()',
      says: ['an object with named properties'],
      good: feature({}),
    },
    {
      what: 'a bind that is not a method',
      bad: { features: [{ bind: 5 }] },
      at: 'features[0]',
      says: ['a feature: an object with a method bind'],
      good: feature(undefined),
    },
    {
      what: 'a grace period of half a second',
      bad: { terminationGracePeriod: Duration.millis(10500) },
      at: 'terminationGracePeriod',
      says: ['a Duration of whole seconds'],
      good: { terminationGracePeriod: Duration.seconds(10) },
    },
    {
      what: 'findings that are not a list',
      bad: feature({ checks: [{ check: () => 'x' }] }),
      at: 'features[0].check()',
      says: ['a list'],
      good: feature({ checks: [{ check: () => [] }] }),
    },
  ),
  ...rule(
    'FLK-TYPE-03',
    {
      what: 'a misspelled property',
      bad: { clustername: 'a' },
      at: 'clustername',
      says: ['not a known property', 'use clusterName'],
      good: { clusterName: 'a' },
    },
    {
      what: 'a misspelled property of a role',
      bad: jobManager({ replica: 1 }),
      at: 'jobManager.replica',
      says: ['use replicas'],
      good: jobManager({ replicas: 1 }),
    },
    {
      what: 'task slots for a JobManager',
      bad: jobManager({ taskSlots: 1 }),
      at: 'jobManager.taskSlots',
      says: ['remove it'],
      good: taskManager({ taskSlots: 1 }),
    },
    {
      what: 'an unknown property without a similar one',
      bad: { qqqqqqqqqq: 1 },
      at: 'qqqqqqqqqq',
      says: ['or remove it.'],
      good: {},
    },
    {
      what: 'a pod template without spec',
      bad: { podTemplate: { containers: [] } },
      at: 'podTemplate.containers',
      says: ['not a known property'],
      good: { podTemplate: { spec: { containers: [] } } },
    },
    {
      what: 'metadata within the fields of a manifest',
      bad: feature({ manifests: [{ apiVersion: 'v1', kind: 'Secret', name: 'a', fields: { metadata: {} } }] }),
      at: 'features[0].bind().manifests[0].fields.metadata',
      says: ['use apiVersion, kind, name, labels and annotations next to fields'],
      good: feature({ manifests: [{ apiVersion: 'v1', kind: 'Secret', name: 'a', fields: { data: {} } }] }),
    },
  ),
  ...rule(
    'FLK-TYPE-04',
    {
      what: 'a getter that throws',
      bad: withGetter(throwing),
      at: 'image',
      says: ['cannot be read: boo', 'plain data'],
      good: withGetter(() => 'flink:1.20.4'),
    },
    {
      what: 'a proxy that throws',
      bad: { env: new Proxy({}, { ownKeys: throwing as any }) },
      at: 'env',
      says: ['cannot be read: boo'],
      good: { env: new Proxy({}, {}) },
    },
    {
      what: 'a list item that throws',
      bad: { volumes: Object.defineProperty([], '0', { enumerable: true, get: throwing }) },
      at: 'volumes[0]',
      says: ['cannot be read: boo'],
      good: { volumes: [] },
      also: ['FLK-TYPE-02'],
    },
  ),
  ...rule(
    'FLK-TYPE-05',
    {
      what: 'NaN in an object',
      bad: { affinity: { a: NaN } },
      at: 'affinity.a',
      says: ['got NaN;', 'cannot contain a number that is not finite', 'finite numbers'],
      good: { affinity: { a: 0 } },
    },
    {
      what: 'null in a list item',
      bad: { tolerations: [{ key: null }] },
      at: 'tolerations[0].key',
      says: ['got null;', 'cannot contain null'],
      good: { tolerations: [{ key: 'null' }] },
    },
    {
      what: 'undefined in a template',
      bad: { podTemplate: { spec: { hostname: undefined } } },
      at: 'podTemplate.spec.hostname',
      says: ['cannot contain undefined'],
      good: { podTemplate: { spec: { hostname: 'a' } } },
    },
    {
      what: 'undefined in a list',
      bad: sidecar({ args: ['a', undefined] }),
      at: 'jobManager.sidecars[0].args[1]',
      says: ['cannot contain undefined'],
      good: sidecar({ args: ['a', ''] }),
    },
    {
      what: 'a function in an object',
      bad: { dnsConfig: { searches: () => 1 } },
      at: 'dnsConfig.searches',
      says: ['got a function;', 'a function'],
      good: { dnsConfig: { searches: ['a'] } },
    },
    {
      what: 'a Date in an object',
      bad: { volumes: [{ name: 'a', emptyDir: { sizeLimit: new Date(0) } }] },
      at: 'volumes[0].emptyDir.sizeLimit',
      says: ['an instance of Date', 'cannot contain an instance of a class'],
      good: { volumes: [{ name: 'a', emptyDir: { sizeLimit: '1Gi' } }] },
    },
    {
      what: 'a cycle in an object',
      bad: { lifecycle: ENDLESS },
      at: 'lifecycle.a',
      says: ['cannot contain a cycle'],
      good: { lifecycle: {} },
    },
    {
      what: 'a bigint in an object',
      bad: { hostAliases: [{ ip: 1n }] },
      at: 'hostAliases[0].ip',
      says: ['got 1n;', 'a bigint'],
      good: { hostAliases: [{ ip: '1.2.3.4' }] },
    },
    {
      what: '41 levels of nesting',
      bad: { affinity: nested(41) },
      at: `affinity${'.a'.repeat(40)}`,
      says: ['more than 40 nested levels'],
      good: { affinity: nested(40) },
      also: ['FLK-POD-16'],
    },
  ),
  ...rule(
    'FLK-TYPE-06',
    {
      what: '__proto__ as a label',
      bad: { labels: JSON.parse('{"__proto__": "a"}') },
      at: 'labels.__proto__',
      says: ['not a safe key', 'another key'],
      good: { labels: JSON.parse('{"proto": "a"}') },
    },
    {
      what: 'constructor as a variable',
      bad: { env: { constructor: 'a' } },
      at: 'env.constructor',
      says: ['not a safe key'],
      good: { env: { CONSTRUCTOR: 'a' } },
    },
    {
      what: '__proto__ as a property',
      bad: JSON.parse('{"__proto__": {"image": "flink:1.20.4"}}'),
      at: '__proto__',
      says: ['not a safe key'],
      good: {},
    },
  ),
];

function nested(levels: number): any {
  return levels === 0 ? 'end' : { a: nested(levels - 1) };
}

/** A row for the value of an environment variable. */
function variable(bad: string, good: string, ...says: string[]): RuleRow {
  return {
    what: `${JSON.stringify(bad)} in a variable`,
    bad: jobManager({ env: { A: bad } }),
    at: 'JobManager › env[0].value',
    says,
    good: jobManager({ env: { A: good } }),
  };
}

/** A feature with a ConfigMap. */
function configMap(data: { [key: string]: string }): any {
  return feature({ manifests: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'a', fields: { data } }] });
}

export const TEXTS: readonly Row[] = [
  ...rule(
    'FLK-TEXT-01',
    variable('0o17', '0o18', 'got "0o17"; Kubernetes reads this string in YAML as the number 15', 'decimal notation'),
    variable('0X1F', '0x1F', 'as the number 31'),
    {
      what: 'a label that YAML reads as a number',
      bad: { labels: { a: '0o17' } },
      at: 'labels.a',
      says: ['"0o17"', 'as the number 15'],
      good: { labels: { a: '15' } },
    },
    {
      what: 'a namespace that YAML reads as a number',
      bad: { namespace: '0o17' },
      at: 'namespace',
      says: ['as the number 15'],
      good: { namespace: 'o17' },
    },
    {
      what: 'an annotation of the Service that YAML reads as a number',
      bad: { restAccess: RestAccess.clusterIp({ annotations: { a: '0B1' } }), version: FlinkVersion.V1_20 },
      at: 'JobManager › restAccess.annotations.a',
      says: ['number'],
      good: { restAccess: RestAccess.clusterIp({ annotations: { a: 'B1' } }) },
    },
    {
      what: 'a label key that YAML reads as a number',
      bad: { labels: { '0o17': 'a' } },
      at: 'labels.0o17',
      says: ['as the number 15'],
      good: { labels: { o17: 'a' } },
    },
    {
      what: 'a pod label that YAML reads as a number',
      bad: jobManager({ podLabels: { a: '0O6' } }),
      at: 'JobManager › metadata.labels.a',
      says: ['number'],
      good: jobManager({ podLabels: { a: 'O6' } }),
    },
  ),
  ...rule(
    'FLK-TEXT-02',
    variable('A\u0085B', 'A\u00a0B', 'reads the line separator U+0085', 'use a line feed'),
    variable('A\u2028B', 'A\nB', 'reads the line separator U+2028'),
    {
      what: 'a line separator in an annotation',
      bad: { annotations: { a: 'b\u2028' } },
      at: 'annotations.a',
      says: ['line separator'],
      good: { annotations: { a: 'b\n' } },
    },
    {
      what: 'a line separator in a manifest',
      bad: configMap({ a: '\u0085' }),
      at: 'ConfigMap.a.data.a',
      says: ['line separator'],
      good: configMap({ a: '' }),
    },
  ),
  ...rule(
    'FLK-TEXT-03',
    variable('A\u007f', 'A\u0001', 'rejects YAML with the control character U+007F', 'remove the character'),
    variable('A\uffff', 'A\ufffd', 'the control character U+FFFF'),
  ),
  ...rule('FLK-TEXT-04', variable('\ufeffA', '\u200bA', 'a byte order mark (U+FEFF)', 'remove the byte order mark')),
  ...rule('FLK-TEXT-05', variable('\ud800', '\ud83d\ude00', 'half of a surrogate pair (U+D800)', 'the whole pair')),
  ...rule('FLK-TEXT-06', variable('\ta\nb', ' \ta\nb', 'the first non-empty line', 'starts with a tab', 'a space')),
  ...rule('FLK-TEXT-07', variable('  \n', '  \na', 'loses whitespace', 'another character')),
  ...rule('FLK-TEXT-08', variable('a\r\n \nb', 'a\r\n  \nb', 'writes a backslash', 'use two spaces')),
  ...rule('FLK-TEXT-09', {
    what: 'the YAML merge key',
    bad: configMap({ '<<': 'b' }),
    at: 'ConfigMap.a.data.<<',
    says: ['merge another map', 'another key'],
    good: configMap({ '<': 'b' }),
  }),
];
