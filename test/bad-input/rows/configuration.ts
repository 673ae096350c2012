import { Duration, Size } from 'cdk8s';
import { jobManager, rule, taskManager, type Row } from './row';
import { FlinkFile, FlinkVersion, RestAccess } from '../../../src';

function option(key: string, value: unknown): any {
  return { configuration: { [key]: value } };
}

/** A row of one option: the bad value, what is said, the good value. */
function value(key: string, bad: unknown, says: readonly string[], good: unknown, also?: Row['also']): Omit<Row, 'id'> {
  return { what: `${key} = ${typeof bad === 'object' ? JSON.stringify(bad) : String(bad)}`, bad: option(key, bad), at: `configuration.${key}`, says, good: option(key, good), also };
}

const LEGACY = { version: FlinkVersion.V1_17 };
const CIRCLE: any = {};
CIRCLE.self = CIRCLE;

export const CONFIGURATION: readonly Row[] = [
  ...rule('FLK-CONF-01',
    { what: 'a key with a colon', bad: option('a: b', 'c'), at: 'configuration.a', says: ['no option key', 'use letters'], good: option('a.b', 'c') },
    { what: 'a key with a blank', bad: option('a b', 'c'), at: 'configuration.a b', says: ['no option key: must start with a letter', 'use letters'], good: option('a-b', 'c') },
    { what: 'an empty key', bad: option('', 'c'), at: 'configuration', says: ['no option key'], good: option('c', 'c') },
    { what: 'two dots', bad: option('a..b', 'c'), at: 'configuration.a..b', says: ['no option key'], good: option('a.b', 'c') },
    { what: 'a line break', bad: option('a\nb', 'c'), at: 'configuration.a\\u000ab', says: ['no option key'], good: option('ab', 'c') },
    { what: 'a placeholder of the documents', bad: option('metrics.reporter.<name>.class', 'c'), at: 'configuration.metrics.reporter.<name>.class', says: ['no option key: holds a placeholder'], good: option('metrics.reporter.prom.class', 'c') },
    { what: 'a key of a feature', bad: { features: [{ bind: () => ({ configuration: { 'a b': 1 } }) }] }, at: 'features[0].a b', says: ['no option key'], good: { features: [{ bind: () => ({ configuration: { 'a.b': 1 } }) }] } },
  ),
  ...rule('FLK-CONF-02',
    { what: 'a # before 1.19', bad: { ...LEGACY, ...option('a.b', 'x#1') }, at: 'configuration.a.b', says: ['"x#1"', 'flink-conf.yaml cannot carry this value', '#', 'given by configuration', 'change the value'], good: option('a.b', 'x#1') },
    { what: 'a line break before 1.19', bad: { ...LEGACY, ...option('a.b', 'x\nhigh-availability.type: none') }, at: 'configuration.a.b', says: ['"x\\nhigh', 'line break'], good: option('a.b', 'x\nhigh-availability.type: none') },
    { what: 'an empty value before 1.19', bad: { ...LEGACY, ...option('a.b', '') }, at: 'configuration.a.b', says: ['is empty'], good: option('a.b', '') },
    { what: 'a blank at the end before 1.19', bad: { ...LEGACY, ...option('a.b', 'x ') }, at: 'configuration.a.b', says: ['cut off'], good: option('a.b', 'x ') },
    { what: 'half a surrogate pair', bad: option('a.b', 'x\ud800'), at: 'configuration.a.b', says: ['config.yaml cannot carry', 'surrogate'], good: option('a.b', 'x\ud83d\ude00') },
    { what: 'a secret, without telling it', bad: { ...LEGACY, ...option('s3.secret-key', 'canary#1') }, at: 'configuration.s3.secret-key', says: ['got ******;', '#'], good: { ...LEGACY, ...option('s3.secret-key', 'canary1') } },
  ),
  ...rule('FLK-CONF-03',
    { what: 'an option both dotted and nested', bad: { configuration: { 'a.b': 1, 'a': { b: 1 } } }, at: 'configuration.a.b', says: ['given twice: is given as', 'keep one'], good: { configuration: { 'a.b': 1, 'a': { c: 1 } } } },
  ),
  ...rule('FLK-CONF-04',
    value('jobmanager.rpc.address', 'host', ['"host"', 'from the cluster itself', 'the address is the JobManager Service'], undefined),
    value('kubernetes.cluster-id', 'x', ['from the cluster itself', 'set clusterName'], undefined),
    value('kubernetes.namespace', 'x', ['set namespace'], undefined),
    value('high-availability.cluster-id', 'x', ['set clusterName'], undefined),
  ).map((row) => ({ ...row, good: {} })),
  ...rule('FLK-CONF-05',
    { what: 'two sizes', bad: { ...jobManager({ memory: Size.gibibytes(2) }), ...option('jobmanager.memory.process.size', '3g') }, at: 'configuration.jobmanager.memory.process.size',
      says: ['got "3g"; jobManager.memory says "2048m" and configuration says otherwise', 'keep one'], good: { ...jobManager({ memory: Size.gibibytes(2) }), ...option('jobmanager.memory.process.size', '2048m') } },
    { what: 'two numbers of slots', bad: { ...taskManager({ taskSlots: 3 }), ...option('taskmanager.numberOfTaskSlots', 4) }, at: 'configuration.taskmanager.numberOfTaskSlots', says: ['got "4"; taskManager.taskSlots says "3"'], good: { ...taskManager({ taskSlots: 3 }), ...option('taskmanager.numberOfTaskSlots', 3) } },
    { what: 'two lists of JVM options', bad: { jvmOptions: ['-Da'], ...option('env.java.opts', '-Db') }, at: 'configuration.env.java.opts.all', says: ['jvmOptions says "-Da"'], good: { jvmOptions: ['-Da'], ...option('env.java.opts.taskmanager', '-Db') } },
    { what: 'two features', bad: { features: [1, 2].map((n) => ({ bind: () => ({ configuration: { a: n } }) })) }, at: 'configuration.a', says: ['got "2"; feature without a class says "1" and feature without a class says otherwise'], good: { features: [1, 1].map((n) => ({ bind: () => ({ configuration: { a: n } }) })) } },
  ),
  ...rule('FLK-CONF-06',
    { what: 'a key that is a prefix of another', bad: { configuration: { 'high-availability': 'zookeeper', 'high-availability.storageDir': 's3://a/b' } }, at: 'configuration.high-availability',
      says: ['high-availability has a value and is also the prefix of high-availability.storageDir', 'use the current name'], good: { configuration: { 'high-availability.type': 'zookeeper', 'high-availability.storageDir': 's3://a/b' } } },
  ),
  ...rule('FLK-CONF-07',
    value('a', null, ['got null;', 'option: null', 'give a text'], 'null'),
    value('a', NaN, ['got NaN;', 'NaN'], 0),
    value('a', Infinity, ['got Infinity;', 'Infinity'], 1e21),
    value('a', 10n, ['got 10n;', 'a bigint'], 10),
    value('a', [], ['got [];', 'an empty list'], ['b']),
    value('a', ['b', null], ['a list with null at position 1'], ['b', 'c']),
    value('a', [['b']], ['a list with a list'], ['b']),
    value('a', {}, ['a map without entries'], { b: 1 }),
    { what: 'undefined', bad: option('a', undefined), at: 'configuration.a', says: ['option: undefined'], good: option('a', 'undefined') },
    { what: 'a Date', bad: option('a', new Date(0)), at: 'configuration.a', says: ['an instance of Date', 'a Date'], good: option('a', '1970-01-01') },
    { what: 'a Map', bad: option('a', new Map([['b', 1]])), at: 'configuration.a', says: ['a Map'], good: option('a', { b: 1 }) },
    { what: 'a function', bad: option('a', () => 1), at: 'configuration.a', says: ['got a function;', 'a function'], good: option('a', 1) },
    { what: 'a Duration of half a millisecond', bad: option('a', Duration.millis(0.5)), at: 'configuration.a', says: ['cannot be written', 'a Duration'], good: option('a', Duration.millis(1)) },
    { what: 'a map that holds itself', bad: option('a', CIRCLE), at: 'configuration.a.self', says: ['holds itself'], good: option('a', { self: 1 }) },
    { what: 'a map as __proto__', bad: { configuration: JSON.parse('{"__proto__": {"b": 1}}') }, at: 'configuration.__proto__.b', says: ['built-in property'], good: { configuration: JSON.parse('{"proto": {"b": 1}}') } },
    { what: 'a constructor', bad: option('constructor', 1), at: 'configuration.constructor', says: ['built-in property'], good: option('constructors', 1) },
    { what: 'a getter that throws', bad: { configuration: { get a() { throw new Error('no'); } } }, at: 'configuration.a', says: ['throws when it is read'], good: { configuration: { get a() { return 1; } } } },
    { what: 'a text instead of a map', bad: { configuration: 'a: b' }, at: 'configuration', says: ['not a plain object'], good: { configuration: { a: 'b' } } },
    { what: 'a list instead of a map', bad: { configuration: ['a'] }, at: 'configuration', says: ['not a plain object'], good: { configuration: {} } },
    { what: 'null instead of a map', bad: { configuration: null }, at: 'configuration', says: ['not a plain object'], good: { configuration: undefined } },
  ),
  ...rule('FLK-CONF-08',
    ...['jobmanager.rpc.port', 'blob.server.port', 'rest.port', 'rest.bind-port', 'taskmanager.rpc.port', 'taskmanager.data.port', 'metrics.internal.query-service.port', 'queryable-state.proxy.ports'].flatMap((key) => [
      value(key, '50100-50200', ['"50100-50200"', 'one fixed port', 'from 1024 to 65535'], 50100),
      value(key, 0, ['"0"', 'one fixed port'], '65535'),
    ]),
    ...[-1, 65536, 8081.5, '', 'http'].map((bad) => value('rest.port', bad, [`"${bad}"`, 'one fixed port'], '8081')),
  ),
  ...rule('FLK-CONF-09',
    ...(['-Da="b"', '-Da=$HOME', '-Da=b;c', '-Da=`b`', '-Da=(b)', '-Da=b#c', '-Da=b\n-Dc'] as const).map((bad) =>
      value('env.java.opts.all', bad, ['start scripts read this value (given by configuration) as text, and it contains', 'plain words'], '-Da=b')),
    { what: 'a quote in jvmOptions', bad: taskManager({ jvmOptions: ['-Da=\'b c\''] }), at: 'configuration.env.java.opts.taskmanager', says: ['given by taskManager.jvmOptions', 'a quote'], good: taskManager({ jvmOptions: ['-Da=b', '-Dc'] }) },
  ),
  ...rule('FLK-CONF-10', value('kubernetes.jobmanager.cpu.amount', 2, ['"2"', 'only in native mode', 'typed property'], 2)).map((row) => ({ ...row, good: jobManager({ cpu: 2 }) })),
  ...rule('FLK-CONF-11', value('a', '${HOME}/x', ['does not replace variables', 'the value itself'], '$HOME/x')),
];

export const SCALE: readonly Row[] = [
  ...rule('FLK-REP-01', { what: 'two JobManagers', bad: jobManager({ replicas: 2 }), at: 'JobManager › replicas', says: ['got 2;', 'without high availability', 'use one'], good: { ...jobManager({ replicas: 2 }), ...option('high-availability.type', 'kubernetes') } },
    { what: 'two JobManagers with NONE', bad: { ...jobManager({ replicas: 2 }), ...option('high-availability.type', 'none') }, at: 'JobManager › replicas', says: ['got 2;'], good: jobManager({ replicas: 1 }) }),
  ...rule('FLK-REP-03', value('taskmanager.numberOfTaskSlots', 0, ['"0"', 'at least 1', 'such as 2'], 1), value('taskmanager.numberOfTaskSlots', 1.5, ['"1.5"', 'whole number'], 1), value('taskmanager.numberOfTaskSlots', 'two', ['"two"'], 2))
    .map((row) => ({ ...row, at: 'TaskManager › taskSlots' })),
  ...rule('FLK-REP-04', { what: '129 slots', bad: taskManager({ taskSlots: 129 }), at: 'TaskManager › taskSlots', says: ['got 129;', 'share one JVM', 'more TaskManagers'], good: taskManager({ taskSlots: 128 }) }),
  ...rule('FLK-REP-05', { what: 'more parallelism than slots', bad: { ...taskManager({ replicas: 3, taskSlots: 2 }), ...option('parallelism.default', 7) }, at: 'configuration.parallelism.default', says: ['got 7; 2 slots × 3 TaskManagers = 6 slots', 'wait for ever', 'raise taskSlots'],
    good: { ...taskManager({ replicas: 3, taskSlots: 2 }), ...option('parallelism.default', 6) } }),
  ...rule('FLK-REP-06', value('parallelism.default', 0, ['"0"', 'at least 1', 'such as 2'], 1), value('parallelism.default', 1.5, ['"1.5"'], 1), value('parallelism.default', 'two', ['"two"'], '2')),
  ...rule('FLK-RES-01', { what: 'a part of the size alone', bad: option('taskmanager.memory.flink.size', '1g'), at: 'TaskManager › memory', says: ['not known without taskmanager.memory.process.size', 'set memory'], good: { ...option('taskmanager.memory.flink.size', '1g'), ...taskManager({ memory: Size.gibibytes(2) }) } }),
  ...rule('FLK-RES-02', ...([['2Gi', '2g'], ['1.5g', '1536m'], ['2 GiB', '2 gibibytes'], ['-1g', '1g'], ['', '1g'], ['0', '1g'], ['9999999999g', '9g']] as const)
    .map(([bad, good]) => ({ ...value('jobmanager.memory.process.size', bad, [`"${bad}"`, 'jobmanager.memory.process.size is no memory size of Flink', '1600m or 2g'], good), at: 'JobManager › memory' }))),
  ...rule('FLK-PORT-01', value('rest.port', 80, ['"80"', 'only root', '1024 to 65535'], 1024), value('taskmanager.rpc.port', 1023, ['"1023"'], 1024)),
  ...rule('FLK-PORT-02',
    { what: 'one port for REST and rpc', bad: option('rest.port', 6123), at: 'configuration.rest.port', says: ['got 6123;', 'already uses this port, for jobmanager.rpc.port', 'choose another'], good: option('rest.port', 6122) },
    { what: 'one port for data and metrics', bad: option('taskmanager.data.port', 6126), at: 'configuration.metrics.internal.query-service.port', says: ['got 6126;', 'for taskmanager.data.port'], good: option('taskmanager.data.port', 6124) },
    { what: 'a bind port that is taken', bad: option('rest.bind-port', 6124), at: 'configuration.rest.bind-port', says: ['for blob.server.port'], good: option('rest.bind-port', 8081) },
    { what: 'a port of a sidecar', bad: jobManager({ sidecars: [{ name: 'side', image: 'a:1', ports: [{ containerPort: 8081 }] }] }), at: 'JobManager › containers.side.ports.8081', says: ['got 8081;', 'for ports.webui'],
      good: jobManager({ sidecars: [{ name: 'side', image: 'a:1', ports: [{ containerPort: 8081, protocol: 'UDP' }] }] }) }),
];

export const FILES: readonly Row[] = [
  ...rule('FLK-FILE-01', ...['a b.xml', '..', '../x', 'a/b', '', 'a'.repeat(254)].map((name) => ({ what: JSON.stringify(name.slice(0, 20)), bad: { files: [FlinkFile.fromText(name, 'x')] }, at: 'files[0]', says: ['no file name', 'at most 253 letters'], good: { files: [FlinkFile.fromText('a.xml', 'x')] } })),
    { what: 'a name that is none', bad: { files: [{ name: 5 }] }, at: 'files[0]', says: ['got 5;', 'no file name'], good: { files: [FlinkFile.fromText('5', 'x')] } }),
  ...rule('FLK-FILE-02',
    { what: 'two files of one name', bad: { files: [FlinkFile.fromText('a', 'x'), FlinkFile.fromText('a', 'y')] }, at: 'files[1]', says: ['"a"', 'two files', 'keep one'], good: { files: [FlinkFile.fromText('a', 'x'), FlinkFile.fromText('b', 'x')] } },
    { what: 'a logging file beside logging', bad: { files: [FlinkFile.fromText('log4j-console.properties', 'x')] }, at: 'logging', says: ['two files', 'given by logging'], good: { files: [FlinkFile.fromText('log4j.properties', 'x')] } }),
  ...rule('FLK-FILE-03', ...['config.yaml', 'flink-conf.yaml'].map((name) => ({ what: name, bad: { files: [FlinkFile.fromText(name, 'a: b')] }, at: 'files[0]', says: [`"${name}"`, 'the library writes', 'configuration'], good: { files: [FlinkFile.fromText(`old-${name}`, 'a: b')] } }))),
  ...rule('FLK-FILE-04',
    { what: 'a text that is none', bad: { files: [FlinkFile.fromText('a', 5 as any)] }, at: 'files.a', says: ['neither a text nor base64', 'FlinkFile.fromText'], good: { files: [FlinkFile.fromText('a', '5')] } },
    { what: 'bytes that are no base64', bad: { files: [FlinkFile.fromBytes('a', 'a b')] }, at: 'files.a', says: ['neither a text nor base64'], good: { files: [FlinkFile.fromBytes('a', 'YWI=')] } },
    { what: 'bytes that are no text', bad: { files: [FlinkFile.fromBytes('a', Buffer.from('a') as any)] }, at: 'files.a', says: ['neither a text nor base64'], good: { files: [FlinkFile.fromBytes('a', '')] } },
    { what: 'something that is no file', bad: { files: [{ name: 'a', _text: 5 }] }, at: 'files[0]', says: ['neither a text nor base64'], good: { files: [] } }),
  ...rule('FLK-FILE-05', { what: 'more than a ConfigMap holds', bad: { files: [FlinkFile.fromText('a', 'x'.repeat(1_048_576))] }, at: 'files', says: ['directory holds 105', 'at most 1048576', 'into the image'], good: { files: [FlinkFile.fromText('a', 'x'.repeat(1_030_000))] } },
    { what: 'more bytes than a ConfigMap holds', bad: { files: [FlinkFile.fromBytes('a', Buffer.alloc(1_048_576).toString('base64'))] }, at: 'files', says: ['at most 1048576'], good: { files: [FlinkFile.fromBytes('a', Buffer.alloc(1_030_000).toString('base64'))] } }),
];

export const SERVICES: readonly Row[] = [
  ...rule('FLK-SVC-01', ...[80, 29999, 32768, 30000.5, '30000', null].map((nodePort: any) => ({ what: JSON.stringify(nodePort), bad: { restAccess: RestAccess.nodePort({ nodePort }) }, at: 'JobManager › restAccess.nodePort', says: ['no node port', '30000 to 32767'], good: { restAccess: RestAccess.nodePort({ nodePort: 30000 }) }, also: ['FLK-SVC-02'] as const })),
    { what: 'queryable state at 80', bad: { version: FlinkVersion.V1_17, queryableState: { nodePort: 80 } }, at: 'TaskManager › queryableState.nodePort', says: ['got 80;', 'no node port'], good: { version: FlinkVersion.V1_17, queryableState: { nodePort: 32767 } } }),
  ...rule('FLK-SVC-02', { what: 'a node port', bad: { restAccess: RestAccess.nodePort() }, at: 'JobManager › restAccess', says: ['"NodePort"', 'can run code', 'RestAccess.clusterIp()'], good: { restAccess: RestAccess.headless() } },
    { what: 'a load balancer', bad: { restAccess: RestAccess.loadBalancer() }, at: 'JobManager › restAccess', says: ['"LoadBalancer"'], good: { restAccess: RestAccess.none() } }),
  ...rule('FLK-SVC-03', { what: 'queryable state in 1.18', bad: { version: FlinkVersion.V1_18, queryableState: {} }, at: 'TaskManager › queryableState', says: ['deprecated since Flink 1.18 (version 1.18)', 'to a sink'], good: { version: FlinkVersion.V1_17, queryableState: {} } }),
  ...rule('FLK-SVC-04', ...([['10.0.0.0', '10.0.0.0/8'], ['10.0.0.0/33', '10.0.0.0/32'], ['256.0.0.0/8', '255.0.0.0/8'], ['10.0.0/8', '10.0.0.0/0'], ['::/129', '::/128'], [':::/8', '::1/8'], ['a', 'fd00::/8'], ['10.0.0.0/8/8', '10.0.0.0/8'], ['10.0.0.0/', '10.0.0.0/10']] as const)
    .map(([bad, good]) => ({ what: bad, bad: { restAccess: RestAccess.loadBalancer({ sourceRanges: [bad] }) }, at: 'JobManager › restAccess.sourceRanges', says: [`"${bad}"`, 'no address range', '10.0.0.0/8'], good: { restAccess: RestAccess.loadBalancer({ sourceRanges: [good] }) }, also: ['FLK-SVC-02'] as const }))),
  ...rule('FLK-SVC-05', { what: 'REST offered twice', bad: { restAccess: RestAccess.none(), features: [RestAccess.headless()] }, at: 'JobManager › restAccess', says: ['by something else already', 'keep one'], good: { features: [RestAccess.headless()] } }),
];
