import { Duration, Size } from 'cdk8s';
import { jobManager, row, rule, taskManager, type Row } from './row';
import { FileSystem, FlinkFile, FlinkVersion, HighAvailability, RestAccess } from '../../../src';

function option(key: string, given: unknown): any {
  return { configuration: { [key]: given } };
}

/** A row of one option: the bad value, what is said, the good value. */
function value(key: string, bad: unknown, says: readonly string[], good: unknown, also?: Row['also']): Omit<Row, 'id'> {
  return row(
    `${key} = ${typeof bad === 'object' ? JSON.stringify(bad) : String(bad)}`,
    option(key, bad),
    `configuration.${key}`,
    says,
    option(key, good),
    also,
  );
}

/** Queryable state is deprecated, which is told besides. */
function deprecated(key: string): Row['also'] {
  return key.startsWith('queryable-state.') ? ['FLK-OPT-05'] : undefined;
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
    row(
      'a key with a colon',
      option('a: b', 'c'),
      'configuration.a',
      ['no option key', 'use letters'],
      option('a.b', 'c'),
    ),
    row(
      'a key with a blank',
      option('a b', 'c'),
      'configuration.a b',
      ['no option key: must start with a letter', 'use letters'],
      option('a-b', 'c'),
    ),
    row('an empty key', option('', 'c'), 'configuration', ['no option key'], option('c', 'c')),
    row('two dots', option('a..b', 'c'), 'configuration.a..b', ['no option key'], option('a.b', 'c')),
    row('a line break', option('a\nb', 'c'), 'configuration.a\\u000ab', ['no option key'], option('ab', 'c')),
    row(
      'a placeholder of the documents',
      option('metrics.reporter.<name>.class', 'c'),
      'configuration.metrics.reporter.<name>.class',
      ['no option key: holds a placeholder'],
      option('metrics.reporter.prom.class', 'c'),
    ),
    row(
      'a key of a feature',
      { features: [{ bind: () => ({ configuration: { 'a b': 1 } }) }] },
      'features[0].a b',
      ['no option key'],
      { features: [{ bind: () => ({ configuration: { 'a.b': 1 } }) }] },
    ),
  ),
  ...rule(
    'FLK-CONF-02',
    row(
      'a # before 1.19',
      { ...LEGACY, ...option('a.b', 'x#1') },
      'configuration.a.b',
      ['"x#1"', 'flink-conf.yaml cannot carry this value', '#', 'given by configuration', 'change the value'],
      option('a.b', 'x#1'),
    ),
    row(
      'a line break before 1.19',
      { ...LEGACY, ...option('a.b', 'x\nhigh-availability.type: none') },
      'configuration.a.b',
      ['"x\\nhigh', 'line break'],
      option('a.b', 'x\nhigh-availability.type: none'),
    ),
    row(
      'an empty value before 1.19',
      { ...LEGACY, ...option('a.b', '') },
      'configuration.a.b',
      ['is empty'],
      option('a.b', ''),
    ),
    row(
      'a blank at the end before 1.19',
      { ...LEGACY, ...option('a.b', 'x ') },
      'configuration.a.b',
      ['cut off'],
      option('a.b', 'x '),
    ),
    row(
      'half a surrogate pair',
      option('a.b', 'x\ud800'),
      'configuration.a.b',
      ['config.yaml cannot carry', 'surrogate'],
      option('a.b', 'x\ud83d\ude00'),
    ),
    row(
      'a secret, without telling it',
      { ...LEGACY, ...ALLOWED, ...option('s3.secret-key', 'canary#1') },
      'configuration.s3.secret-key',
      ['got ******;', '#'],
      { ...LEGACY, ...ALLOWED, ...option('s3.secret-key', 'canary1') },
    ),
  ),
  ...rule(
    'FLK-CONF-03',
    row(
      'an option both dotted and nested',
      { configuration: { 'a.b': 1, a: { b: 1 } } },
      'configuration.a.b',
      ['given twice: is given as', 'keep one'],
      { configuration: { 'a.b': 1, a: { c: 1 } } },
    ),
  ),
  ...rule(
    'FLK-CONF-04',
    value(
      'jobmanager.rpc.address',
      'host',
      ['"host"', 'from the cluster itself', 'the address is the JobManager Service'],
      undefined,
    ),
    value('kubernetes.cluster-id', 'x', ['from the cluster itself', 'set clusterName'], undefined),
    value('kubernetes.namespace', 'x', ['set namespace'], undefined),
    value('high-availability.cluster-id', 'x', ['set clusterName'], undefined),
  ).map((one) => ({ ...one, good: {} })),
  ...rule(
    'FLK-CONF-05',
    row(
      'two sizes',
      { ...jobManager({ memory: Size.gibibytes(2) }), ...option('jobmanager.memory.process.size', '3g') },
      'configuration.jobmanager.memory.process.size',
      ['got "3g"; jobManager.memory says "2048m" and configuration says otherwise', 'keep one'],
      { ...jobManager({ memory: Size.gibibytes(2) }), ...option('jobmanager.memory.process.size', '2048m') },
    ),
    row(
      'two numbers of slots',
      { ...taskManager({ taskSlots: 3 }), ...option('taskmanager.numberOfTaskSlots', 4) },
      'configuration.taskmanager.numberOfTaskSlots',
      ['got "4"; taskManager.taskSlots says "3"'],
      { ...taskManager({ taskSlots: 3 }), ...option('taskmanager.numberOfTaskSlots', 3) },
    ),
    row(
      'two lists of JVM options',
      { jvmOptions: ['-Da'], ...option('env.java.opts', '-Db') },
      'configuration.env.java.opts.all',
      ['jvmOptions says "-Da"'],
      { jvmOptions: ['-Da'], ...option('env.java.opts.taskmanager', '-Db') },
    ),
    row(
      'two names of one option',
      { version: FlinkVersion.V1_16, configuration: { 'web.port': 8081, 'rest.port': 8082 } },
      'configuration.web.port',
      ['got "8081"; rest.port', 'says "8082" and configuration says otherwise'],
      { version: FlinkVersion.V1_16, configuration: { 'web.port': 8081, 'rest.port': '8081' } },
      ['FLK-OPT-05'],
    ),
    row(
      'two features',
      { features: [1, 2].map((n) => ({ bind: () => ({ configuration: { a: n } }) })) },
      'configuration.a',
      ['got "2"; feature without a class says "1" and feature without a class says otherwise'],
      { features: [1, 1].map((n) => ({ bind: () => ({ configuration: { a: n } }) })) },
    ),
  ),
  ...rule(
    'FLK-CONF-06',
    row(
      'a key that is a prefix of another',
      { configuration: { x: 'zookeeper', 'x.storageDir': 'file:///a/b' } },
      'configuration.x',
      ['x has a value and is also the prefix of x.storageDir', 'use the current name'],
      { configuration: { 'x.type': 'zookeeper', 'x.storageDir': 'file:///a/b' } },
    ),
  ),
  ...rule(
    'FLK-CONF-07',
    value('a', null, ['got null;', 'option: null', 'give a text'], 'null'),
    value('a', NaN, ['got NaN;', 'NaN'], 0),
    value('a', Infinity, ['got Infinity;', 'Infinity'], 1e21),
    value('a', 10n, ['got 10n;', 'a bigint'], 10),
    value('a', [], ['got [];', 'an empty list'], ['b']),
    value('a', ['b', null], ['a list with null at position 1'], ['b', 'c']),
    value('a', [['b']], ['a list with a list'], ['b']),
    value('a', {}, ['a map without entries'], { b: 1 }),
    row('undefined', option('a', undefined), 'configuration.a', ['option: undefined'], option('a', 'undefined')),
    row(
      'a Date',
      option('a', new Date(0)),
      'configuration.a',
      ['an instance of Date', 'a Date'],
      option('a', '1970-01-01'),
    ),
    row('a Map', option('a', new Map([['b', 1]])), 'configuration.a', ['a Map'], option('a', { b: 1 })),
    row(
      'a function',
      option('a', () => 1),
      'configuration.a',
      ['got a function;', 'a function'],
      option('a', 1),
    ),
    row(
      'a Duration of half a millisecond',
      option('a', Duration.millis(0.5)),
      'configuration.a',
      ['cannot be written', 'a Duration'],
      option('a', Duration.millis(1)),
    ),
    row(
      'a map that holds itself',
      option('a', CIRCLE),
      'configuration.a.self',
      ['holds itself'],
      option('a', { self: 1 }),
    ),
    row(
      'a map as __proto__',
      { configuration: JSON.parse('{"__proto__": {"b": 1}}') },
      'configuration.__proto__.b',
      ['built-in property'],
      { configuration: JSON.parse('{"proto": {"b": 1}}') },
    ),
    row(
      'a constructor',
      option('constructor', 1),
      'configuration.constructor',
      ['built-in property'],
      option('constructors', 1),
    ),
    row(
      'a getter that throws',
      {
        configuration: {
          get a() {
            throw new Error('no');
          },
        },
      },
      'configuration.a',
      ['throws when it is read'],
      {
        configuration: {
          get a() {
            return 1;
          },
        },
      },
    ),
    row('a text instead of a map', { configuration: 'a: b' }, 'configuration', ['not a plain object'], {
      configuration: { a: 'b' },
    }),
    row('a list instead of a map', { configuration: ['a'] }, 'configuration', ['not a plain object'], {
      configuration: {},
    }),
    row('null instead of a map', { configuration: null }, 'configuration', ['not a plain object'], {
      configuration: undefined,
    }),
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
      value(key, '50100-50200', ['"50100-50200"', 'one fixed port', 'from 1024 to 65535'], 50100, deprecated(key)),
      value(key, 0, ['"0"', 'one fixed port'], '65535', deprecated(key)),
    ]),
    ...[-1, 65536, 8081.5, '', 'http'].map((bad) => value('rest.port', bad, [`"${bad}"`, 'one fixed port'], '8081')),
  ),
  ...rule(
    'FLK-CONF-09',
    ...(['-Da="b"', '-Da=$HOME', '-Da=b;c', '-Da=`b`', '-Da=(b)', '-Da=b#c', '-Da=b\n-Dc'] as const).map((bad) =>
      value(
        'env.java.opts.all',
        bad,
        ['start scripts read this value (given by configuration) as text, and it contains', 'plain words'],
        '-Da=b',
      ),
    ),
    row(
      'a quote in jvmOptions',
      taskManager({ jvmOptions: ["-Da='b c'"] }),
      'configuration.env.java.opts.taskmanager',
      ['given by taskManager.jvmOptions', 'a quote'],
      taskManager({ jvmOptions: ['-Da=b', '-Dc'] }),
    ),
  ),
  ...rule(
    'FLK-CONF-10',
    value('kubernetes.jobmanager.cpu.amount', 2, ['"2"', 'only in native mode', 'typed property'], 2),
  ).map((one) => ({ ...one, good: jobManager({ cpu: 2 }) })),
  ...rule('FLK-CONF-11', value('a', '${HOME}/x', ['does not replace variables', 'the value itself'], '$HOME/x')),
  ...rule(
    'FLK-CONF-12',
    value(
      'env.java.default-opts.all',
      '-Da=b',
      ['got "-Da=b";', 'module options', 'use jvmOptions'],
      '-Da=b --add-opens=java.base/java.util=ALL-UNNAMED',
    ),
  ),
  ...rule(
    'FLK-CONF-13',
    row(
      'a map and one of its entries',
      {
        ...LEGACY,
        configuration: { 'pipeline.global-job-parameters': 'a:b', 'pipeline.global-job-parameters.c': 'd' },
      },
      'configuration.pipeline.global-job-parameters.c',
      ['pipeline.global-job-parameters is given as a whole', 'write the entry into'],
      { ...LEGACY, configuration: { 'pipeline.global-job-parameters': { a: 'b', c: 'd' } } },
    ),
  ),
];

const V1_20 = { version: FlinkVersion.V1_20 };
const V2_9 = { version: FlinkVersion.of('2.9'), image: 'flink:2.9.0' };

export const CATALOGUE: readonly Row[] = [
  ...rule(
    'FLK-OPT-01',
    row(
      'a wrong capital',
      option('taskmanager.numberOfTaskslots', 2),
      'configuration.taskmanager.numberOfTaskslots',
      [
        'no release of Flink reads this option (given by configuration)',
        'write taskmanager.numberOfTaskSlots',
        'allowUnknownOptions',
      ],
      option('taskmanager.numberOfTaskSlots', 2),
    ),
    row(
      'two letters swapped',
      option('parallelism.defualt', 2),
      'configuration.parallelism.defualt',
      ['write parallelism.default'],
      option('parallelism.default', 2),
    ),
    row(
      'a key of a feature',
      { features: [{ bind: () => ({ configuration: { 'rest.prot': 8081 } }) }] },
      'configuration.rest.prot',
      ['given by feature', 'rest.port'],
      { features: [{ bind: () => ({ configuration: { 'rest.port': 8081 } }) }] },
    ),
    row('a key of a plugin', option('our.plugin.url', 'x'), 'configuration.our.plugin.url', ['no release'], {
      ...option('our.plugin.url', 'x'),
      allowUnknownOptions: ['our.plugin.'],
    }),
  ),
  ...rule(
    'FLK-OPT-02',
    row(
      'an unknown key of an unknown release',
      { ...V2_9, ...option('my-new.option', 1) },
      'configuration.my-new.option',
      ['the newest release that this library knows does not read'],
      { ...V2_9, ...option('rest.port', 8081) },
      ['FLK-VER-03'],
    ),
  ),
  ...rule(
    'FLK-OPT-03',
    row(
      'a key that 2.0 has dropped',
      { version: FlinkVersion.V2_0, ...option('jobmanager.heap.size', '1g') },
      'configuration.jobmanager.heap.size',
      ['Flink 2.0 ignores this option, as every release since 2.0'],
      { ...V1_20, ...option('jobmanager.heap.size', '1g') },
      ['FLK-MEM-01'],
    ),
  ),
  ...rule(
    'FLK-OPT-04',
    row(
      'a key that came later',
      { version: FlinkVersion.V1_17, ...option('rest.profiling.enabled', true) },
      'configuration.rest.profiling.enabled',
      ['Flink 1.17 does not know this option, which came with 1.19', 'use Flink 1.19'],
      { ...V1_20, ...option('rest.profiling.enabled', true) },
    ),
    row(
      'a property that came later',
      { version: FlinkVersion.V1_17, web: { urlPrefix: '/flink/' } },
      'configuration.rest.url-prefix',
      ['came with 1.18 (given by web.urlPrefix)'],
      { ...V1_20, web: { urlPrefix: '/flink/' } },
    ),
  ),
  ...rule(
    'FLK-OPT-05',
    row(
      'an old name',
      { ...V1_20, ...S3, ...option('state.checkpoints.dir', 's3://b/c') },
      'configuration.state.checkpoints.dir',
      ['under an old name', 'write execution.checkpointing.dir'],
      { ...V1_20, ...S3, ...option('execution.checkpointing.dir', 's3://b/c') },
    ),
  ),
  ...rule(
    'FLK-OPT-06',
    value('restart-strategy.fixed-delay.attempts', 'many', ['"many"', 'cannot read it as Integer'], 3),
    value('rest.flamegraph.enabled', 'yes', ['"yes"', 'as Boolean'], true),
    value('web.timeout', '10 sconds', ['as Duration'], '10 s'),
    value('kubernetes.rest-service.exposed.type', 'clusterip2', ['as Enum'], 'ClusterIP', ['FLK-CONF-10']),
    row(
      'a unit before 1.20',
      { version: FlinkVersion.V1_19, ...option('web.timeout', '10 s') },
      'configuration.web.timeout',
      ['as Long'],
      { version: FlinkVersion.V1_19, ...option('web.timeout', Duration.seconds(10)) },
    ),
  ),
  ...rule(
    'FLK-OPT-07',
    row(
      'a resource without an amount',
      option('external-resources', ['gpu']),
      'configuration.external-resources',
      ['leaves the resource gpu out', 'set external-resource.gpu.amount'],
      { configuration: { 'external-resources': ['gpu'], 'external-resource.gpu.amount': 1 } },
    ),
    row(
      'a resource of nothing',
      {
        configuration: {
          'external-resources': 'gpu;fpga',
          'external-resource': { gpu: { amount: 0 }, fpga: { amount: 1 } },
        },
      },
      'configuration.external-resources',
      ['gpu'],
      {
        configuration: {
          'external-resources': 'gpu;fpga',
          'external-resource': { gpu: { amount: 1 }, fpga: { amount: 1 } },
        },
      },
    ),
  ),
];

export const SCALE: readonly Row[] = [
  ...rule(
    'FLK-REP-01',
    row(
      'two JobManagers',
      jobManager({ replicas: 2 }),
      'JobManager › replicas',
      ['got 2;', 'without high availability', 'use one'],
      { ...jobManager({ replicas: 2 }), ...HIGHLY_AVAILABLE },
    ),
    row(
      'two JobManagers with NONE',
      { ...jobManager({ replicas: 2 }), ...option('high-availability.type', 'none') },
      'JobManager › replicas',
      ['got 2;'],
      jobManager({ replicas: 1 }),
    ),
  ),
  ...rule(
    'FLK-REP-03',
    value('taskmanager.numberOfTaskSlots', 0, ['"0"', 'at least 1', 'such as 2'], 1),
    value('taskmanager.numberOfTaskSlots', 1.5, ['"1.5"', 'whole number'], 1),
    value('taskmanager.numberOfTaskSlots', 'two', ['"two"'], 2),
  ).map((one) => ({ ...one, at: 'TaskManager › taskSlots' })),
  ...rule(
    'FLK-REP-04',
    row(
      '129 slots',
      taskManager({ taskSlots: 129 }),
      'TaskManager › taskSlots',
      ['got 129;', 'share one JVM', 'more TaskManagers'],
      taskManager({ taskSlots: 128 }),
    ),
  ),
  ...rule(
    'FLK-REP-05',
    row(
      'more parallelism than slots',
      { ...taskManager({ replicas: 3, taskSlots: 2 }), ...option('parallelism.default', 7) },
      'configuration.parallelism.default',
      ['got 7; 2 slots × 3 TaskManagers = 6 slots', 'wait for ever', 'raise taskSlots'],
      { ...taskManager({ replicas: 3, taskSlots: 2 }), ...option('parallelism.default', 6) },
    ),
  ),
  ...rule(
    'FLK-REP-06',
    value('parallelism.default', 0, ['"0"', 'at least 1', 'such as 2'], 1),
    value('parallelism.default', 1.5, ['"1.5"'], 1),
    value('parallelism.default', 'two', ['"two"'], '2'),
  ),
  ...rule(
    'FLK-MEM-01',
    ...(
      [
        ['2Gi', '2g'],
        ['1.5g', '1536m'],
        ['2 GiB', '2 gibibytes'],
        ['-1g', '1g'],
        ['', '1g'],
        ['9999999999g', '9g'],
      ] as const
    ).map(([bad, good]) => ({
      ...value('jobmanager.memory.process.size', bad, [`"${bad}"`, 'Flink would not start'], good),
      at: 'JobManager › configuration.jobmanager.memory.process.size',
    })),
    {
      ...value('jobmanager.memory.process.size', '576m', ['"576m"', 'Flink would not start'], '577m'),
      at: 'JobManager › configuration.jobmanager.memory.process.size',
    },
    {
      ...value('taskmanager.memory.process.size', '981m', ['Flink would not start'], '982m'),
      at: 'TaskManager › configuration.taskmanager.memory.process.size',
    },
    {
      ...value('taskmanager.memory.managed.fraction', '1.5', ['Flink would not start'], '0.5'),
      at: 'TaskManager › configuration.taskmanager.memory.managed.fraction',
    },
  ),
  ...rule(
    'FLK-PORT-01',
    value('rest.port', 80, ['"80"', 'only root', '1024 to 65535'], 1024),
    value('taskmanager.rpc.port', 1023, ['"1023"'], 1024),
  ),
  ...rule(
    'FLK-PORT-02',
    row(
      'one port for REST and rpc',
      option('rest.port', 6123),
      'configuration.rest.port',
      ['got 6123;', 'already uses this port, for jobmanager.rpc.port', 'choose another'],
      option('rest.port', 6122),
    ),
    row(
      'one port for data and metrics',
      option('taskmanager.data.port', 6126),
      'configuration.metrics.internal.query-service.port',
      ['got 6126;', 'for taskmanager.data.port'],
      option('taskmanager.data.port', 6124),
    ),
    row(
      'a bind port that is taken',
      option('rest.bind-port', 6124),
      'configuration.rest.bind-port',
      ['for blob.server.port'],
      option('rest.bind-port', 8081),
    ),
    row(
      'a port of a sidecar',
      jobManager({ sidecars: [{ name: 'side', image: 'a:1', ports: [{ containerPort: 8081 }] }] }),
      'JobManager › containers.side.ports.8081',
      ['got 8081;', 'for ports.webui'],
      jobManager({ sidecars: [{ name: 'side', image: 'a:1', ports: [{ containerPort: 8081, protocol: 'UDP' }] }] }),
    ),
  ),
];

export const FILES: readonly Row[] = [
  ...rule(
    'FLK-FILE-01',
    ...['a b.xml', '..', '../x', 'a/b', '', 'a'.repeat(254)].map((name) =>
      row(
        JSON.stringify(name.slice(0, 20)),
        { files: [FlinkFile.fromText(name, 'x')] },
        'files[0]',
        ['no file name', 'at most 253 letters'],
        { files: [FlinkFile.fromText('a.xml', 'x')] },
      ),
    ),
    row('a name that is none', { files: [{ name: 5 }] }, 'files[0]', ['got 5;', 'no file name'], {
      files: [FlinkFile.fromText('5', 'x')],
    }),
  ),
  ...rule(
    'FLK-FILE-02',
    row(
      'two files of one name',
      { files: [FlinkFile.fromText('a', 'x'), FlinkFile.fromText('a', 'y')] },
      'files[1]',
      ['"a"', 'two files', 'keep one'],
      { files: [FlinkFile.fromText('a', 'x'), FlinkFile.fromText('b', 'x')] },
    ),
    row(
      'a logging file beside logging',
      { files: [FlinkFile.fromText('log4j-console.properties', 'x')] },
      'logging',
      ['two files', 'given by logging'],
      { files: [FlinkFile.fromText('log4j.properties', 'x')] },
    ),
  ),
  ...rule(
    'FLK-FILE-03',
    ...['config.yaml', 'flink-conf.yaml'].map((name) =>
      row(
        name,
        { files: [FlinkFile.fromText(name, 'a: b')] },
        'files[0]',
        [`"${name}"`, 'the library writes', 'configuration'],
        { files: [FlinkFile.fromText(`old-${name}`, 'a: b')] },
      ),
    ),
  ),
  ...rule(
    'FLK-FILE-04',
    row(
      'a text that is none',
      { files: [FlinkFile.fromText('a', 5 as any)] },
      'files.a',
      ['neither a text nor base64', 'FlinkFile.fromText'],
      { files: [FlinkFile.fromText('a', '5')] },
    ),
    row(
      'bytes that are no base64',
      { files: [FlinkFile.fromBytes('a', 'a b')] },
      'files.a',
      ['neither a text nor base64'],
      { files: [FlinkFile.fromBytes('a', 'YWI=')] },
    ),
    row(
      'bytes that are no text',
      { files: [FlinkFile.fromBytes('a', Buffer.from('a') as any)] },
      'files.a',
      ['neither a text nor base64'],
      { files: [FlinkFile.fromBytes('a', '')] },
    ),
    row('something that is no file', { files: [{ name: 'a', _text: 5 }] }, 'files[0]', ['neither a text nor base64'], {
      files: [],
    }),
  ),
  ...rule(
    'FLK-FILE-06',
    ...(
      [
        ['/no/such/log4j.properties', 'there is no file /no/such/log4j.properties'],
        ['/', '/ is a folder'],
        ['/dev/null', '/dev/null is no ordinary file'],
        [5 as any, 'the path is no text'],
      ] as const
    ).map(([path, says]) =>
      row(
        `${path} as the path of a file`,
        { files: [FlinkFile.fromPath(path)] },
        'files[0]',
        [says, 'an ordinary file'],
        { files: [FlinkFile.fromText('a', '')] },
      ),
    ),
  ),
];

export const SERVICES: readonly Row[] = [
  ...rule(
    'FLK-SVC-01',
    ...[80, 29999, 32768, 30000.5, '30000', null].map((nodePort: any) =>
      row(
        JSON.stringify(nodePort),
        { restAccess: RestAccess.nodePort({ nodePort }) },
        'JobManager › restAccess.nodePort',
        ['no node port', '30000 to 32767'],
        { restAccess: RestAccess.nodePort({ nodePort: 30000 }) },
        ['FLK-SVC-02'] as const,
      ),
    ),
    row(
      'queryable state at 80',
      { version: FlinkVersion.V1_17, queryableState: { nodePort: 80 } },
      'TaskManager › queryableState.nodePort',
      ['got 80;', 'no node port'],
      { version: FlinkVersion.V1_17, queryableState: { nodePort: 32767 } },
    ),
  ),
  ...rule(
    'FLK-SVC-02',
    row(
      'a node port',
      { restAccess: RestAccess.nodePort() },
      'JobManager › restAccess',
      ['"NodePort"', 'can run code', 'RestAccess.clusterIp()'],
      { restAccess: RestAccess.headless() },
    ),
    row('a load balancer', { restAccess: RestAccess.loadBalancer() }, 'JobManager › restAccess', ['"LoadBalancer"'], {
      restAccess: RestAccess.none(),
    }),
  ),
  ...rule(
    'FLK-SVC-03',
    row(
      'queryable state in 1.18',
      { version: FlinkVersion.V1_18, queryableState: {} },
      'TaskManager › queryableState',
      ['deprecated since Flink 1.18 (version 1.18)', 'to a sink'],
      { version: FlinkVersion.V1_17, queryableState: {} },
    ),
  ),
  ...rule(
    'FLK-SVC-04',
    ...(
      [
        ['10.0.0.0', '10.0.0.0/8'],
        ['10.0.0.0/33', '10.0.0.0/32'],
        ['256.0.0.0/8', '255.0.0.0/8'],
        ['10.0.0/8', '10.0.0.0/0'],
        ['::/129', '::/128'],
        [':::/8', '::1/8'],
        ['a', 'fd00::/8'],
        ['10.0.0.0/8/8', '10.0.0.0/8'],
        ['10.0.0.0/', '10.0.0.0/10'],
      ] as const
    ).map(([bad, good]) =>
      row(
        bad,
        { restAccess: RestAccess.loadBalancer({ sourceRanges: [bad] }) },
        'JobManager › restAccess.sourceRanges',
        [`"${bad}"`, 'no address range', '10.0.0.0/8'],
        { restAccess: RestAccess.loadBalancer({ sourceRanges: [good] }) },
        ['FLK-SVC-02'] as const,
      ),
    ),
  ),
  ...rule(
    'FLK-SVC-05',
    row(
      'REST offered twice',
      { restAccess: RestAccess.none(), features: [RestAccess.headless()] },
      'JobManager › restAccess',
      ['by something else already', 'keep one'],
      { features: [RestAccess.headless()] },
    ),
  ),
];
