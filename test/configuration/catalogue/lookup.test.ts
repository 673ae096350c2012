import { releaseCount, releaseLine } from '../../../src/configuration/catalogue/catalogue-text';
import { lookup, nameClashes } from '../../../src/configuration/catalogue/lookup';
import { FlinkVersion } from '../../../src/configuration/flink-version';

const LINES = Array.from({ length: releaseCount() }, (_, index) => releaseLine(index));
const at = (key: string, line: string) => lookup(key, FlinkVersion.of(line));
const from = (line: string) => LINES.slice(LINES.indexOf(line));
const upTo = (line: string) => LINES.slice(0, LINES.indexOf(line) + 1);

describe('what a release knows about an option', () => {
  test.each([
    [
      'a type that never changed',
      'parallelism.default',
      LINES,
      { type: 'Integer', default: '1', deprecated: false, isAlias: false },
    ],
    ['a plain number of milliseconds', 'heartbeat.interval', upTo('1.19'), { type: 'Long', default: '10000' }],
    ['a duration later', 'heartbeat.interval', from('1.20'), { type: 'Duration', default: '10 s' }],
    ['a bounded network', 'taskmanager.memory.network.max', upTo('1.16'), { default: '1 gb' }],
    ['an unbounded network', 'taskmanager.memory.network.max', from('1.17'), { default: '9223372036854775807 bytes' }],
    [
      'the constants of an enum',
      'kubernetes.rest-service.exposed.type',
      from('1.15'),
      {
        type: 'Enum',
        default: 'ClusterIP',
        constants: ['ClusterIP', 'NodePort', 'LoadBalancer', 'Headless_ClusterIP'],
      },
    ],
    ['a list', 'external-resources', LINES, { type: 'List<String>', default: '' }],
    ['an option of the planner', 'table.optimizer.join.null-filter-threshold', upTo('1.20'), { type: 'Long' }],
    ['an option of a plugin', 'oss.upload.min.part.size', from('1.16'), { type: 'Long' }],
    ['an option of the SQL gateway', 'sql-gateway.endpoint.type', from('1.16'), { type: 'List<String>' }],
    ['one that only scripts read', 'env.java.home', LINES, { type: 'String' }],
  ])('%s: %s', (_, key, lines, facts) => {
    for (const line of lines) expect({ line, ...at(key, line) }).toMatchObject({ line, key, ...facts });
  });

  test('an old name has the facts of the option under its current name', () => {
    expect(at('akka.ask.timeout', '1.20')).toMatchObject({
      key: 'pekko.ask.timeout',
      type: 'Duration',
      isAlias: true,
      deprecated: true,
    });
    expect(at('akka.ask.timeout', '1.17')).toMatchObject({
      key: 'akka.ask.timeout',
      isAlias: false,
      deprecated: false,
    });
  });

  test('of several options with one old name, the one that is not old itself and ends alike is meant', () => {
    expect(at('web.port', '1.20')?.key).toBe('rest.port');
    expect(at('state.backend.fs.checkpointdir', '1.20')?.key).toBe('execution.checkpointing.dir');
  });

  test('an option of its own stays what it is although others fall back to it', () => {
    expect(at('kubernetes.service-account', '2.0')).toMatchObject({
      key: 'kubernetes.service-account',
      isAlias: false,
      deprecated: false,
    });
  });

  test('a mere fallback name is an alias, and not deprecated', () => {
    expect(at('web.address', '2.0')).toMatchObject({ key: 'rest.bind-address', isAlias: true, deprecated: false });
  });

  test('the same question has the same answer, however many were asked in between', () => {
    const first = at('rest.port', '1.20');
    for (let index = 0; index < 5000; index++) at(`no.such.key${index}`, '1.20');
    expect(at('rest.port', '1.20')).toEqual(first);
  });
});

describe('patterns', () => {
  test.each([
    ['metrics.reporter.prom.factory.class', '1.20', 'metrics.reporter.<name>.factory.class', 'String'],
    ['metrics.reporter.prom.interval', '1.11', 'metrics.reporter.<name>.interval', 'Duration'],
    ['metrics.reporter.prom.filter.includes', '2.0', 'metrics.reporter.<name>.filter.includes', 'List<String>'],
    ['metrics.reporter.own.some.thing', '1.20', 'metrics.reporter.<name>.<parameter>', 'String'],
    ['external-resource.gpu.amount', '1.20', 'external-resource.<resource_name>.amount', 'Long'],
    [
      'external-resource.gpu.param.discovery-script.path',
      '1.20',
      'external-resource.<resource_name>.param.discovery-script.path',
      'String',
    ],
    [
      'security.delegation.token.provider.s3.enabled',
      '1.17',
      'security.delegation.token.provider.<serviceName>.enabled',
      'Boolean',
    ],
    ['s3.path.style.access', '1.13', 's3.<parameter>', 'String'],
    ['fs.azure.account.key.a.blob.core.windows.net', '1.20', 'fs.azure.<parameter>', 'String'],
    ['presto.s3.endpoint', '1.20', 'presto.s3.<parameter>', 'String'],
    ['fs.oss.endpoint', '1.20', 'fs.oss.<parameter>', 'String'],
    ['containerized.master.env.A', '1.20', 'containerized.master.env.<variable>', 'String'],
    ['kubernetes.operator.savepoint.history.max.age', '1.20', 'kubernetes.operator.<parameter>', 'String'],
  ])('%s in %s is of %s', (key, line, pattern, type) => {
    expect(at(key, line)).toMatchObject({ key, pattern, type, isAlias: false });
  });

  test.each([
    'metrics.reporter',
    'metrics.reporter.',
    'metrics.reporter.prom',
    'metrics.reporter..x',
    'external-resource.gpu.amounts',
    's3',
    's3.',
    's3a',
    '',
  ])('%j is of none', (key) => {
    expect(at(key, '1.20')).toBeUndefined();
  });

  test('an option that a section has given up is not read because the section is open', () => {
    expect(at('metrics.reporter.own.class', '1.15')).toMatchObject({ deprecated: false });
    expect(at('metrics.reporter.own.class', '1.20')).toMatchObject({ deprecated: true });
    expect(at('metrics.reporter.own.class', '2.0')).toBeUndefined();
  });
});

describe('entries of maps', () => {
  test('are read one by one from 1.14 on', () => {
    expect(at('kubernetes.jobmanager.annotations.a.io/b', '1.13')).toBeUndefined();
    expect(at('kubernetes.jobmanager.annotations.a.io/b', '1.14')).toMatchObject({
      type: 'String',
      pattern: 'kubernetes.jobmanager.annotations.<entry>',
    });
  });

  test.each([
    'kubernetes.jobmanager.annotations.',
    'kubernetes.jobmanager.replicas.a',
    'kubernetes.jobmanager.annotation.a',
  ])('%s is none', (key) => {
    expect(at(key, '1.20')).toBeUndefined();
  });
});

describe('two names of one option', () => {
  const clashes = (line: string, ...keys: string[]) => nameClashes(keys, FlinkVersion.of(line));

  test.each([
    ['1.20', ['state.checkpoints.dir', 'execution.checkpointing.dir'], 'execution.checkpointing.dir'],
    ['1.18', ['env.java.opts', 'env.java.opts.all'], 'env.java.opts.all'],
    ['1.20', ['execution.savepoint.path', 'execution.state-recovery.path'], 'execution.state-recovery.path'],
  ])('in %s: %j', (line, keys, option) => {
    expect(clashes(line, ...keys)).toEqual([{ option, names: [option, keys.find((key) => key !== option)] }]);
  });

  test('two old names clash even without the current one', () => {
    expect(clashes('1.20', 'savepoints.state.backend.fs.dir', 'state.savepoints.dir')).toEqual([
      {
        option: 'execution.checkpointing.savepoint-dir',
        names: ['savepoints.state.backend.fs.dir', 'state.savepoints.dir'],
      },
    ]);
  });

  test.each([
    ['1.19', ['state.checkpoints.dir', 'execution.checkpointing.dir']],
    [
      '1.20',
      ['kubernetes.service-account', 'kubernetes.jobmanager.service-account', 'kubernetes.taskmanager.service-account'],
    ],
    ['1.20', ['jobmanager.rpc.address', 'rest.address', 'rest.port', 'rest.bind-port']],
    ['1.20', ['akka.ask.timeout', 'taskmanager.slot.timeout']],
    ['1.20', ['no.such.key', 'parallelism.default']],
    ['1.20', []],
  ])('no clash in %s: %j', (line, keys) => {
    expect(clashes(line, ...keys)).toEqual([]);
  });
});

describe('a section below a prefix that is open for some names', () => {
  test.each([
    ['fs.s3a.limit.total', 'fs.<scheme>.limit.total'],
    ['fs.hdfs.limit.timeout', 'fs.<scheme>.limit.timeout'],
    ['fs.s3a.endpoint', 'fs.s3a.<parameter>'],
    ['fs.azure.limit', 'fs.azure.<parameter>'],
    ['fs.hdfs.other', undefined],
  ])('%s is %s', (key, pattern) => {
    expect(lookup(key, FlinkVersion.V1_20)?.pattern).toBe(pattern);
  });
});
