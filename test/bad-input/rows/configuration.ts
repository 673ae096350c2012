import { Duration, Size } from 'cdk8s';
import { jobManager, rule, taskManager, type Row, type RuleRow } from './row';
import { FileSystem, FlinkFile, FlinkVersion, HighAvailability, RestAccess } from '../../../src';

function option(key: string, given: unknown): any {
  return { configuration: { [key]: given } };
}

interface OptionRow {
  readonly key: string;
  readonly bad: unknown;
  readonly says: readonly string[];
  readonly good: unknown;
  readonly also?: Row['also'];
}

/** A row for the value of one option. */
function value({ key, bad, says, good, also }: OptionRow): RuleRow {
  return {
    what: `${key} = ${typeof bad === 'object' ? JSON.stringify(bad) : String(bad)}`,
    bad: option(key, bad),
    at: `configuration.${key}`,
    says,
    good: option(key, good),
    also,
  };
}

/** Queryable state is deprecated, so its options break a second rule. */
function deprecated(key: string): Row['also'] {
  return key.startsWith('queryable-state.') ? ['FLK-OPT-05'] : undefined;
}

/** A row for the path of a file on disk. */
function fileAt(path: string, ...says: string[]): RuleRow {
  return {
    what: `${path} as the path of a file`,
    bad: { files: [FlinkFile.fromPath(path)] },
    at: 'files[0]',
    says,
    good: { files: [FlinkFile.fromPath(__filename)] },
  };
}

const HIGHLY_AVAILABLE = {
  highAvailability: HighAvailability.zooKeeper({ quorum: 'zk:2181', storageDir: 's3://bucket/flink' }),
};
const S3 = { fileSystems: [FileSystem.s3Hadoop()] };
const ALLOWED = { allowPlainCredentials: [{ key: 's3.secret-key', reason: 'a test' }] };
const LEGACY = { version: FlinkVersion.V1_17 };
const CIRCLE: any = {};
CIRCLE.self = CIRCLE;

export const CONFIGURATION: readonly Row[] = [
  ...rule(
    'FLK-CONF-01',
    {
      what: 'a key with a colon',
      bad: option('a: b', 'c'),
      at: 'configuration.a',
      says: ['not a valid option key', 'use letters'],
      good: option('a.b', 'c'),
    },
    {
      what: 'a key with a space',
      bad: option('a b', 'c'),
      at: 'configuration.a b',
      says: ['not a valid option key: it must start with a letter', 'use letters'],
      good: option('a-b', 'c'),
    },
    {
      what: 'an empty key',
      bad: option('', 'c'),
      at: 'configuration',
      says: ['not a valid option key'],
      good: option('c', 'c'),
    },
    {
      what: 'two dots',
      bad: option('a..b', 'c'),
      at: 'configuration.a..b',
      says: ['not a valid option key'],
      good: option('a.b', 'c'),
    },
    {
      what: 'a line break',
      bad: option('a\nb', 'c'),
      at: 'configuration.a\\u000ab',
      says: ['not a valid option key'],
      good: option('ab', 'c'),
    },
    {
      what: 'a placeholder copied from the documentation',
      bad: option('metrics.reporter.<name>.class', 'c'),
      at: 'configuration.metrics.reporter.<name>.class',
      says: ['not a valid option key: it contains a placeholder'],
      good: option('metrics.reporter.prom.class', 'c'),
    },
    {
      what: 'an invalid key in a feature',
      bad: { features: [{ bind: () => ({ configuration: { 'a b': 1 } }) }] },
      at: 'features[0].a b',
      says: ['not a valid option key'],
      good: { features: [{ bind: () => ({ configuration: { 'a.b': 1 } }) }] },
    },
  ),
  ...rule(
    'FLK-CONF-02',
    {
      what: 'a # in flink-conf.yaml',
      bad: { ...LEGACY, ...option('a.b', 'x#1') },
      at: 'configuration.a.b',
      says: ['"x#1"', 'flink-conf.yaml cannot represent this option (set by configuration)', '#', 'change the value'],
      good: option('a.b', 'x#1'),
    },
    {
      what: 'a line break in flink-conf.yaml',
      bad: { ...LEGACY, ...option('a.b', 'x\nhigh-availability.type: none') },
      at: 'configuration.a.b',
      says: ['"x\\nhigh', 'line break'],
      good: option('a.b', 'x\nhigh-availability.type: none'),
    },
    {
      what: 'an empty value in flink-conf.yaml',
      bad: { ...LEGACY, ...option('a.b', '') },
      at: 'configuration.a.b',
      says: ['is empty'],
      good: option('a.b', ''),
    },
    {
      what: 'a trailing space in flink-conf.yaml',
      bad: { ...LEGACY, ...option('a.b', 'x ') },
      at: 'configuration.a.b',
      says: ['cut off'],
      good: option('a.b', 'x '),
    },
    {
      what: 'an unpaired surrogate',
      bad: option('a.b', 'x\ud800'),
      at: 'configuration.a.b',
      says: ['config.yaml cannot represent', 'surrogate'],
      good: option('a.b', 'x\ud83d\ude00'),
    },
    {
      what: 'an invalid secret value, without printing it',
      bad: { ...LEGACY, ...ALLOWED, ...option('s3.secret-key', 'canary#1') },
      at: 'configuration.s3.secret-key',
      says: ['got ******;', '#'],
      good: { ...LEGACY, ...ALLOWED, ...option('s3.secret-key', 'canary1') },
    },
  ),
  ...rule('FLK-CONF-03', {
    what: 'an option that is both dotted and nested',
    bad: { configuration: { 'a.b': 1, a: { b: 1 } } },
    at: 'configuration.a.b',
    says: ['set twice: it is written as', 'keep one'],
    good: { configuration: { 'a.b': 1, a: { c: 1 } } },
  }),
  ...rule(
    'FLK-CONF-04',
    value({
      key: 'jobmanager.rpc.address',
      bad: 'host',
      says: ['"host"', 'from the properties of the cluster', 'the address is the JobManager Service'],
      good: undefined,
    }),
    value({
      key: 'kubernetes.cluster-id',
      bad: 'x',
      says: ['from the properties of the cluster', 'set clusterName'],
      good: undefined,
    }),
    value({ key: 'kubernetes.namespace', bad: 'x', says: ['set namespace'], good: undefined }),
    value({ key: 'high-availability.cluster-id', bad: 'x', says: ['set clusterName'], good: undefined }),
  ).map((one) => ({ ...one, good: {} })),
  ...rule(
    'FLK-CONF-05',
    {
      what: 'two different memory sizes',
      bad: { ...jobManager({ memory: Size.gibibytes(2) }), ...option('jobmanager.memory.process.size', '3g') },
      at: 'configuration.jobmanager.memory.process.size',
      says: ['got "3g"; jobManager.memory sets "2048m", but configuration sets another value', 'keep one'],
      good: { ...jobManager({ memory: Size.gibibytes(2) }), ...option('jobmanager.memory.process.size', '2048m') },
    },
    {
      what: 'two different numbers of slots',
      bad: { ...taskManager({ taskSlots: 3 }), ...option('taskmanager.numberOfTaskSlots', 4) },
      at: 'configuration.taskmanager.numberOfTaskSlots',
      says: ['got "4"; taskManager.taskSlots sets "3"'],
      good: { ...taskManager({ taskSlots: 3 }), ...option('taskmanager.numberOfTaskSlots', 3) },
    },
    {
      what: 'two different lists of JVM options',
      bad: { jvmOptions: ['-Da'], ...option('env.java.opts', '-Db') },
      at: 'configuration.env.java.opts.all',
      says: ['jvmOptions sets "-Da"'],
      good: { jvmOptions: ['-Da'], ...option('env.java.opts.taskmanager', '-Db') },
    },
    {
      what: 'two different values under two names of one option',
      bad: { version: FlinkVersion.V1_16, configuration: { 'web.port': 8081, 'rest.port': 8082 } },
      at: 'configuration.web.port',
      says: ['got "8081"; rest.port', 'sets "8082", but configuration sets another value'],
      good: { version: FlinkVersion.V1_16, configuration: { 'web.port': 8081, 'rest.port': '8081' } },
      also: ['FLK-OPT-05'],
    },
    {
      what: 'two features with different values',
      bad: { features: [1, 2].map((n) => ({ bind: () => ({ configuration: { a: n } }) })) },
      at: 'configuration.a',
      says: ['got "2"; feature without a class sets "1", but feature without a class sets another value'],
      good: { features: [1, 1].map((n) => ({ bind: () => ({ configuration: { a: n } }) })) },
    },
  ),
  ...rule('FLK-CONF-06', {
    what: 'a key that is a prefix of another',
    bad: { configuration: { x: 'zookeeper', 'x.storageDir': 'file:///a/b' } },
    at: 'configuration.x',
    says: ['x has a value and is also a prefix of x.storageDir', 'use the current name'],
    good: { configuration: { 'x.type': 'zookeeper', 'x.storageDir': 'file:///a/b' } },
  }),
  ...rule(
    'FLK-CONF-07',
    value({ key: 'a', bad: null, says: ['got null;', 'option: null', 'use a string'], good: 'null' }),
    value({ key: 'a', bad: NaN, says: ['got NaN;', 'NaN'], good: 0 }),
    value({ key: 'a', bad: Infinity, says: ['got Infinity;', 'Infinity'], good: 1e21 }),
    value({ key: 'a', bad: 10n, says: ['got 10n;', 'a bigint'], good: 10 }),
    value({ key: 'a', bad: [], says: ['got [];', 'an empty list'], good: ['b'] }),
    value({ key: 'a', bad: ['b', null], says: ['a list with null at position 1'], good: ['b', 'c'] }),
    value({ key: 'a', bad: [['b']], says: ['a list with a list'], good: ['b'] }),
    value({ key: 'a', bad: {}, says: ['a map without entries'], good: { b: 1 } }),
    {
      what: 'undefined as a value',
      bad: option('a', undefined),
      at: 'configuration.a',
      says: ['an option: undefined'],
      good: option('a', 'undefined'),
    },
    {
      what: 'a Date as a value',
      bad: option('a', new Date(0)),
      at: 'configuration.a',
      says: ['an instance of Date', 'a Date'],
      good: option('a', '1970-01-01'),
    },
    {
      what: 'a Map as a value',
      bad: option('a', new Map([['b', 1]])),
      at: 'configuration.a',
      says: ['a Map'],
      good: option('a', { b: 1 }),
    },
    {
      what: 'a function as a value',
      bad: option('a', () => 1),
      at: 'configuration.a',
      says: ['got a function;', 'a function'],
      good: option('a', 1),
    },
    {
      what: 'a Duration of half a millisecond',
      bad: option('a', Duration.millis(0.5)),
      at: 'configuration.a',
      says: ['not a valid value', 'a Duration'],
      good: option('a', Duration.millis(1)),
    },
    {
      what: 'a map that contains itself',
      bad: option('a', CIRCLE),
      at: 'configuration.a.self',
      says: ['a map that contains itself'],
      good: option('a', { self: 1 }),
    },
    {
      what: '__proto__ as a key',
      bad: { configuration: JSON.parse('{"__proto__": {"b": 1}}') },
      at: 'configuration.__proto__.b',
      says: ['built-in property'],
      good: { configuration: JSON.parse('{"proto": {"b": 1}}') },
    },
    {
      what: 'constructor as a key',
      bad: option('constructor', 1),
      at: 'configuration.constructor',
      says: ['built-in property'],
      good: option('constructors', 1),
    },
    {
      what: 'a getter that throws',
      bad: {
        configuration: {
          get a() {
            throw new Error('no');
          },
        },
      },
      at: 'configuration.a',
      says: ['throws when it is read'],
      good: {
        configuration: {
          get a() {
            return 1;
          },
        },
      },
    },
    {
      what: 'a string instead of a map',
      bad: { configuration: 'a: b' },
      at: 'configuration',
      says: ['expected a plain object'],
      good: { configuration: { a: 'b' } },
    },
    {
      what: 'a list instead of a map',
      bad: { configuration: ['a'] },
      at: 'configuration',
      says: ['expected a plain object'],
      good: { configuration: {} },
    },
    {
      what: 'null instead of a map',
      bad: { configuration: null },
      at: 'configuration',
      says: ['expected a plain object'],
      good: { configuration: undefined },
    },
  ),
  ...rule(
    'FLK-CONF-08',
    ...[
      'jobmanager.rpc.port',
      'blob.server.port',
      'rest.port',
      'rest.bind-port',
      'taskmanager.rpc.port',
      'taskmanager.data.port',
      'metrics.internal.query-service.port',
      'queryable-state.proxy.ports',
    ].flatMap((key) => [
      value({
        key,
        bad: '50100-50200',
        says: ['"50100-50200"', 'one fixed port', 'from 1024 to 65535'],
        good: 50100,
        also: deprecated(key),
      }),
      value({ key, bad: 0, says: ['"0"', 'one fixed port'], good: '65535', also: deprecated(key) }),
    ]),
    ...[-1, 65536, 8081.5, '', 'http'].map((bad) =>
      value({ key: 'rest.port', bad, says: [`"${bad}"`, 'one fixed port'], good: '8081' }),
    ),
  ),
  ...rule(
    'FLK-CONF-09',
    ...(['-Da="b"', '-Da=$HOME', '-Da=b;c', '-Da=`b`', '-Da=(b)', '-Da=b#c', '-Da=b\n-Dc'] as const).map((bad) =>
      value({
        key: 'env.java.opts.all',
        bad,
        says: [
          'start scripts pass this value (set by configuration) through a shell, and it contains',
          'plain arguments',
        ],
        good: '-Da=b',
      }),
    ),
    {
      what: 'a quote in jvmOptions',
      bad: taskManager({ jvmOptions: ["-Da='b c'"] }),
      at: 'configuration.env.java.opts.taskmanager',
      says: ['set by taskManager.jvmOptions', 'a quote'],
      good: taskManager({ jvmOptions: ['-Da=b', '-Dc'] }),
    },
  ),
  ...rule(
    'FLK-CONF-10',
    value({
      key: 'kubernetes.jobmanager.cpu.amount',
      bad: 2,
      says: ['"2"', 'only in native mode', 'typed property'],
      good: 2,
    }),
  ).map((one) => ({ ...one, good: jobManager({ cpu: 2 }) })),
  ...rule(
    'FLK-CONF-11',
    value({ key: 'a', bad: '${HOME}/x', says: ['does not replace variables', 'the value itself'], good: '$HOME/x' }),
  ),
  ...rule(
    'FLK-CONF-12',
    value({
      key: 'env.java.default-opts.all',
      bad: '-Da=b',
      says: ['got "-Da=b";', 'module options', 'use jvmOptions'],
      good: '-Da=b --add-opens=java.base/java.util=ALL-UNNAMED',
    }),
  ),
  ...rule('FLK-CONF-13', {
    what: 'a map option and one of its entries',
    bad: {
      ...LEGACY,
      configuration: { 'pipeline.global-job-parameters': 'a:b', 'pipeline.global-job-parameters.c': 'd' },
    },
    at: 'configuration.pipeline.global-job-parameters.c',
    says: ['pipeline.global-job-parameters is set as a whole map', 'write the entry into'],
    good: { ...LEGACY, configuration: { 'pipeline.global-job-parameters': { a: 'b', c: 'd' } } },
  }),
];

const V1_20 = { version: FlinkVersion.V1_20 };
const V2_9 = { version: FlinkVersion.of('2.9'), image: 'flink:2.9.0' };

export const CATALOGUE: readonly Row[] = [
  ...rule(
    'FLK-OPT-01',
    {
      what: 'a key with wrong capitalization',
      bad: option('taskmanager.numberOfTaskslots', 2),
      at: 'configuration.taskmanager.numberOfTaskslots',
      says: [
        'no release of Flink reads this option (set by configuration)',
        'write taskmanager.numberOfTaskSlots',
        'allowUnknownOptions',
      ],
      good: option('taskmanager.numberOfTaskSlots', 2),
    },
    {
      what: 'a key with two letters swapped',
      bad: option('parallelism.defualt', 2),
      at: 'configuration.parallelism.defualt',
      says: ['write parallelism.default'],
      good: option('parallelism.default', 2),
    },
    {
      what: 'a misspelled key in a feature',
      bad: { features: [{ bind: () => ({ configuration: { 'rest.prot': 8081 } }) }] },
      at: 'configuration.rest.prot',
      says: ['set by feature', 'rest.port'],
      good: { features: [{ bind: () => ({ configuration: { 'rest.port': 8081 } }) }] },
    },
    {
      what: 'an unknown plugin key',
      bad: option('our.plugin.url', 'x'),
      at: 'configuration.our.plugin.url',
      says: ['no release'],
      good: {
        ...option('our.plugin.url', 'x'),
        allowUnknownOptions: ['our.plugin.'],
      },
    },
  ),
  ...rule('FLK-OPT-02', {
    what: 'an unknown key of an unknown release',
    bad: { ...V2_9, ...option('my-new.option', 1) },
    at: 'configuration.my-new.option',
    says: ['the newest release that this library knows does not read'],
    good: { ...V2_9, ...option('rest.port', 8081) },
    also: ['FLK-VER-03'],
  }),
  ...rule('FLK-OPT-03', {
    what: 'an option removed in 2.0',
    bad: { version: FlinkVersion.V2_0, ...option('jobmanager.heap.size', '1g') },
    at: 'configuration.jobmanager.heap.size',
    says: ['Flink 2.0 ignores this option', 'removed in 2.0', 'set jobmanager.memory.heap.size'],
    good: { ...V1_20, ...option('jobmanager.heap.size', '1g') },
    also: ['FLK-MEM-01'],
  }),
  ...rule(
    'FLK-OPT-04',
    {
      what: 'an option of a later release',
      bad: { version: FlinkVersion.V1_17, ...option('rest.profiling.enabled', true) },
      at: 'configuration.rest.profiling.enabled',
      says: ['Flink 1.17 does not know this option', 'added in 1.19', 'use Flink 1.19'],
      good: { ...V1_20, ...option('rest.profiling.enabled', true) },
    },
    {
      what: 'a property of a later release',
      bad: { version: FlinkVersion.V1_17, web: { urlPrefix: '/flink/' } },
      at: 'configuration.rest.url-prefix',
      says: ['(set by web.urlPrefix), which was added in 1.18'],
      good: { ...V1_20, web: { urlPrefix: '/flink/' } },
    },
  ),
  ...rule('FLK-OPT-05', {
    what: 'a deprecated key',
    bad: { ...V1_20, ...S3, ...option('state.checkpoints.dir', 's3://b/c') },
    at: 'configuration.state.checkpoints.dir',
    says: ['deprecates this option, or this name of it', 'set execution.checkpointing.dir'],
    good: { ...V1_20, ...S3, ...option('execution.checkpointing.dir', 's3://b/c') },
  }),
  ...rule(
    'FLK-OPT-06',
    value({
      key: 'restart-strategy.fixed-delay.attempts',
      bad: 'many',
      says: ['"many"', 'cannot read the value as Integer'],
      good: 3,
    }),
    value({ key: 'rest.flamegraph.enabled', bad: 'yes', says: ['"yes"', 'as Boolean'], good: true }),
    value({ key: 'web.timeout', bad: '10 sconds', says: ['as Duration'], good: '10 s' }),
    value({
      key: 'kubernetes.rest-service.exposed.type',
      bad: 'clusterip2',
      says: ['as Enum'],
      good: 'ClusterIP',
      also: ['FLK-CONF-10'],
    }),
    {
      what: 'a duration with a unit before 1.20',
      bad: { version: FlinkVersion.V1_19, ...option('web.timeout', '10 s') },
      at: 'configuration.web.timeout',
      says: ['as Long'],
      good: { version: FlinkVersion.V1_19, ...option('web.timeout', Duration.seconds(10)) },
    },
  ),
  ...rule(
    'FLK-OPT-07',
    {
      what: 'an external resource without an amount',
      bad: option('external-resources', ['gpu']),
      at: 'configuration.external-resources',
      says: ['ignores the resource gpu', 'set external-resource.gpu.amount'],
      good: { configuration: { 'external-resources': ['gpu'], 'external-resource.gpu.amount': 1 } },
    },
    {
      what: 'an external resource with amount 0',
      bad: {
        configuration: {
          'external-resources': 'gpu;fpga',
          'external-resource': { gpu: { amount: 0 }, fpga: { amount: 1 } },
        },
      },
      at: 'configuration.external-resources',
      says: ['gpu'],
      good: {
        configuration: {
          'external-resources': 'gpu;fpga',
          'external-resource': { gpu: { amount: 1 }, fpga: { amount: 1 } },
        },
      },
    },
  ),
];

export const SCALE: readonly Row[] = [
  ...rule(
    'FLK-REP-01',
    {
      what: 'two JobManagers without high availability',
      bad: jobManager({ replicas: 2 }),
      at: 'JobManager › replicas',
      says: ['got 2;', 'without high availability', 'use one'],
      good: { ...jobManager({ replicas: 2 }), ...HIGHLY_AVAILABLE },
    },
    {
      what: 'two JobManagers with high-availability.type none',
      bad: { ...jobManager({ replicas: 2 }), ...option('high-availability.type', 'none') },
      at: 'JobManager › replicas',
      says: ['got 2;'],
      good: jobManager({ replicas: 1 }),
    },
  ),
  ...rule(
    'FLK-REP-03',
    value({ key: 'taskmanager.numberOfTaskSlots', bad: 0, says: ['"0"', 'at least 1', 'such as 2'], good: 1 }),
    value({ key: 'taskmanager.numberOfTaskSlots', bad: 1.5, says: ['"1.5"', 'an integer'], good: 1 }),
    value({ key: 'taskmanager.numberOfTaskSlots', bad: 'two', says: ['"two"'], good: 2 }),
  ).map((one) => ({ ...one, at: 'TaskManager › taskSlots' })),
  ...rule('FLK-REP-04', {
    what: '129 slots',
    bad: taskManager({ taskSlots: 129 }),
    at: 'TaskManager › taskSlots',
    says: ['got 129;', 'share one JVM', 'more TaskManagers'],
    good: taskManager({ taskSlots: 128 }),
  }),
  ...rule('FLK-REP-05', {
    what: 'a parallelism above the number of slots',
    bad: { ...taskManager({ replicas: 3, taskSlots: 2 }), ...option('parallelism.default', 7) },
    at: 'configuration.parallelism.default',
    says: ['got 7; 2 slots × 3 TaskManagers = 6 slots', 'wait forever', 'raise taskSlots'],
    good: { ...taskManager({ replicas: 3, taskSlots: 2 }), ...option('parallelism.default', 6) },
  }),
  ...rule(
    'FLK-REP-06',
    value({ key: 'parallelism.default', bad: 0, says: ['"0"', 'at least 1', 'such as 2'], good: 1 }),
    value({ key: 'parallelism.default', bad: 1.5, says: ['"1.5"'], good: 1 }),
    value({ key: 'parallelism.default', bad: 'two', says: ['"two"'], good: '2' }),
  ),
  ...rule(
    'FLK-MEM-01',
    ...(
      [
        { bad: '2Gi', good: '2g' },
        { bad: '1.5g', good: '1536m' },
        { bad: '2 GiB', good: '2 gibibytes' },
        { bad: '-1g', good: '1g' },
        { bad: '', good: '1g' },
        { bad: '9999999999g', good: '9g' },
      ] as const
    ).map(({ bad, good }) => ({
      ...value({ key: 'jobmanager.memory.process.size', bad, says: [`"${bad}"`, 'Flink would not start'], good }),
      at: 'JobManager › configuration.jobmanager.memory.process.size',
    })),
    {
      ...value({
        key: 'jobmanager.memory.process.size',
        bad: '576m',
        says: ['"576m"', 'Flink would not start'],
        good: '577m',
      }),
      at: 'JobManager › configuration.jobmanager.memory.process.size',
    },
    {
      ...value({ key: 'taskmanager.memory.process.size', bad: '981m', says: ['Flink would not start'], good: '982m' }),
      at: 'TaskManager › configuration.taskmanager.memory.process.size',
    },
    {
      ...value({
        key: 'taskmanager.memory.managed.fraction',
        bad: '1.5',
        says: ['Flink would not start'],
        good: '0.5',
      }),
      at: 'TaskManager › configuration.taskmanager.memory.managed.fraction',
    },
  ),
  ...rule(
    'FLK-PORT-01',
    value({ key: 'rest.port', bad: 80, says: ['"80"', 'only root', '1024 to 65535'], good: 1024 }),
    value({ key: 'taskmanager.rpc.port', bad: 1023, says: ['"1023"'], good: 1024 }),
  ),
  ...rule(
    'FLK-PORT-02',
    {
      what: 'the same port for REST and RPC',
      bad: option('rest.port', 6123),
      at: 'configuration.rest.port',
      says: ['got 6123;', 'already uses this port for jobmanager.rpc.port', 'choose another'],
      good: option('rest.port', 6122),
    },
    {
      what: 'the same port for data and metrics',
      bad: option('taskmanager.data.port', 6126),
      at: 'configuration.metrics.internal.query-service.port',
      says: ['got 6126;', 'for taskmanager.data.port'],
      good: option('taskmanager.data.port', 6124),
    },
    {
      what: 'a bind port that is already in use',
      bad: option('rest.bind-port', 6124),
      at: 'configuration.rest.bind-port',
      says: ['for blob.server.port'],
      good: option('rest.bind-port', 8081),
    },
    {
      what: 'a sidecar port that Flink uses',
      bad: jobManager({ sidecars: [{ name: 'side', image: 'a:1', ports: [{ containerPort: 8081 }] }] }),
      at: 'JobManager › containers.side.ports.8081',
      says: ['got 8081;', 'for ports.webui'],
      good: jobManager({
        sidecars: [{ name: 'side', image: 'a:1', ports: [{ containerPort: 8081, protocol: 'UDP' }] }],
      }),
    },
  ),
];

export const FILES: readonly Row[] = [
  ...rule(
    'FLK-FILE-01',
    ...['a b.xml', '..', '../x', 'a/b', '', 'a'.repeat(254)].map((name) => ({
      what: JSON.stringify(name.slice(0, 20)),
      bad: { files: [FlinkFile.fromText(name, 'x')] },
      at: 'files[0]',
      says: ['not a valid file name', 'at most 253 letters'],
      good: { files: [FlinkFile.fromText('a.xml', 'x')] },
    })),
    {
      what: 'a number as a file name',
      bad: { files: [{ name: 5 }] },
      at: 'files[0]',
      says: ['got 5;', 'not a valid file name'],
      good: { files: [FlinkFile.fromText('5', 'x')] },
    },
  ),
  ...rule(
    'FLK-FILE-02',
    {
      what: 'two files with the same name',
      bad: { files: [FlinkFile.fromText('a', 'x'), FlinkFile.fromText('a', 'y')] },
      at: 'files[1]',
      says: ['"a"', 'two files', 'keep one'],
      good: { files: [FlinkFile.fromText('a', 'x'), FlinkFile.fromText('b', 'x')] },
    },
    {
      what: 'a logging file in addition to logging',
      bad: { files: [FlinkFile.fromText('log4j-console.properties', 'x')] },
      at: 'logging',
      says: ['two files', 'logging sets'],
      good: { files: [FlinkFile.fromText('log4j.properties', 'x')] },
    },
  ),
  ...rule(
    'FLK-FILE-03',
    ...['config.yaml', 'flink-conf.yaml'].map((name) => ({
      what: name,
      bad: { files: [FlinkFile.fromText(name, 'a: b')] },
      at: 'files[0]',
      says: [`"${name}"`, 'the library writes', 'configuration'],
      good: { files: [FlinkFile.fromText(`old-${name}`, 'a: b')] },
    })),
  ),
  ...rule(
    'FLK-FILE-04',
    {
      what: 'a number as file content',
      bad: { files: [FlinkFile.fromText('a', 5 as any)] },
      at: 'files.a',
      says: ['neither a string nor base64', 'FlinkFile.fromText'],
      good: { files: [FlinkFile.fromText('a', '5')] },
    },
    {
      what: 'bytes that are not base64',
      bad: { files: [FlinkFile.fromBytes('a', 'a b')] },
      at: 'files.a',
      says: ['neither a string nor base64'],
      good: { files: [FlinkFile.fromBytes('a', 'YWI=')] },
    },
    {
      what: 'a Buffer instead of base64',
      bad: { files: [FlinkFile.fromBytes('a', Buffer.from('a') as any)] },
      at: 'files.a',
      says: ['neither a string nor base64'],
      good: { files: [FlinkFile.fromBytes('a', '')] },
    },
    {
      what: 'an object that is not a FlinkFile',
      bad: { files: [{ name: 'a', _text: 5 }] },
      at: 'files[0]',
      says: ['neither a string nor base64'],
      good: { files: [] },
    },
  ),
  ...rule(
    'FLK-FILE-06',
    fileAt('/no/such/log4j.properties', 'there is no file /no/such/log4j.properties', 'an existing file'),
  ),
  ...rule(
    'FLK-FILE-08',
    fileAt('/', '/ is a directory, not a regular file', 'a regular file'),
    fileAt('/dev/null', '/dev/null is a device or pipe, not a regular file'),
  ),
  // The program that runs the tests is a regular file of many MiB.
  ...rule('FLK-FILE-09', fileAt(process.execPath, `${process.execPath} has `, 'at most 1048576', 'into the image')),
  ...rule('FLK-FILE-10', fileAt('/dev/null/x', '/dev/null/x cannot be read (ENOTDIR)', 'can read')),
  ...rule('FLK-FILE-11', fileAt(5 as any, 'the path of the file is not a string', 'FlinkFile.fromPath')),
];

export const SERVICES: readonly Row[] = [
  ...rule(
    'FLK-SVC-01',
    ...[80, 29999, 32768, 30000.5, '30000', null].map((nodePort: any) => ({
      what: JSON.stringify(nodePort),
      bad: { restAccess: RestAccess.nodePort({ nodePort }) },
      at: 'JobManager › restAccess.nodePort',
      says: ['not a valid node port', '30000 to 32767'],
      good: { restAccess: RestAccess.nodePort({ nodePort: 30000 }) },
      also: ['FLK-SVC-02'] as const,
    })),
    {
      what: 'node port 80 for queryable state',
      bad: { version: FlinkVersion.V1_17, queryableState: { nodePort: 80 } },
      at: 'TaskManager › queryableState.nodePort',
      says: ['got 80;', 'not a valid node port'],
      good: { version: FlinkVersion.V1_17, queryableState: { nodePort: 32767 } },
    },
  ),
  ...rule(
    'FLK-SVC-02',
    {
      what: 'a node port for the REST endpoint',
      bad: { restAccess: RestAccess.nodePort() },
      at: 'JobManager › restAccess',
      says: ['"NodePort"', 'can run code', 'RestAccess.clusterIp()'],
      good: { restAccess: RestAccess.headless() },
    },
    {
      what: 'a load balancer for the REST endpoint',
      bad: { restAccess: RestAccess.loadBalancer() },
      at: 'JobManager › restAccess',
      says: ['"LoadBalancer"'],
      good: { restAccess: RestAccess.none() },
    },
  ),
  ...rule('FLK-SVC-03', {
    what: 'queryable state in 1.18',
    bad: { version: FlinkVersion.V1_18, queryableState: {} },
    at: 'TaskManager › queryableState',
    says: ['deprecated since Flink 1.18 (version 1.18)', 'to a sink'],
    good: { version: FlinkVersion.V1_17, queryableState: {} },
  }),
  ...rule(
    'FLK-SVC-04',
    ...(
      [
        { bad: '10.0.0.0', good: '10.0.0.0/8' },
        { bad: '10.0.0.0/33', good: '10.0.0.0/32' },
        { bad: '256.0.0.0/8', good: '255.0.0.0/8' },
        { bad: '10.0.0/8', good: '10.0.0.0/0' },
        { bad: '::/129', good: '::/128' },
        { bad: ':::/8', good: '::1/8' },
        { bad: 'a', good: 'fd00::/8' },
        { bad: '10.0.0.0/8/8', good: '10.0.0.0/8' },
        { bad: '10.0.0.0/', good: '10.0.0.0/10' },
      ] as const
    ).map(({ bad, good }) => ({
      what: bad,
      bad: { restAccess: RestAccess.loadBalancer({ sourceRanges: [bad] }) },
      at: 'JobManager › restAccess.sourceRanges',
      says: [`"${bad}"`, 'not a valid address range', '10.0.0.0/8'],
      good: { restAccess: RestAccess.loadBalancer({ sourceRanges: [good] }) },
      also: ['FLK-SVC-02'] as const,
    })),
  ),
  ...rule('FLK-SVC-05', {
    what: 'two Services for the REST endpoint',
    bad: { restAccess: RestAccess.none(), features: [RestAccess.headless()] },
    at: 'JobManager › restAccess',
    says: ['already exposes the REST endpoint', 'keep one'],
    good: { features: [RestAccess.headless()] },
  }),
];
