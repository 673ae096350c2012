import { releaseCount, releaseLine } from '../../../src/configuration/catalogue/catalogue-text';
import { lookup, nameClashes } from '../../../src/configuration/catalogue/lookup';
import { FlinkVersion } from '../../../src/configuration/flink-version';

const LINES = Array.from({ length: releaseCount() }, (_, index) => releaseLine(index));
const at = (key: string, line: string) => lookup(key, FlinkVersion.of(line));
const from = (line: string) => LINES.slice(LINES.indexOf(line));
const upTo = (line: string) => LINES.slice(0, LINES.indexOf(line) + 1);

describe('the facts about an option in a release', () => {
  test.each([
    {
      what: 'a type that never changed',
      key: 'parallelism.default',
      lines: LINES,
      facts: { type: 'Integer', default: '1', deprecated: false, isAlias: false },
    },
    {
      what: 'a plain number of milliseconds',
      key: 'heartbeat.interval',
      lines: upTo('1.19'),
      facts: { type: 'Long', default: '10000' },
    },
    {
      what: 'a duration later',
      key: 'heartbeat.interval',
      lines: from('1.20'),
      facts: { type: 'Duration', default: '10 s' },
    },
    {
      what: 'a bounded network',
      key: 'taskmanager.memory.network.max',
      lines: upTo('1.16'),
      facts: { default: '1 gb' },
    },
    {
      what: 'an unbounded network',
      key: 'taskmanager.memory.network.max',
      lines: from('1.17'),
      facts: { default: '9223372036854775807 bytes' },
    },
    {
      what: 'the constants of an enum',
      key: 'kubernetes.rest-service.exposed.type',
      lines: from('1.15'),
      facts: {
        type: 'Enum',
        default: 'ClusterIP',
        constants: ['ClusterIP', 'NodePort', 'LoadBalancer', 'Headless_ClusterIP'],
      },
    },
    { what: 'a list', key: 'external-resources', lines: LINES, facts: { type: 'List<String>', default: '' } },
    {
      what: 'an option of the planner',
      key: 'table.optimizer.join.null-filter-threshold',
      lines: upTo('1.20'),
      facts: { type: 'Long' },
    },
    { what: 'an option of a plugin', key: 'oss.upload.min.part.size', lines: from('1.16'), facts: { type: 'Long' } },
    {
      what: 'an option of the SQL gateway',
      key: 'sql-gateway.endpoint.type',
      lines: from('1.16'),
      facts: { type: 'List<String>' },
    },
    { what: 'an option that only scripts read', key: 'env.java.home', lines: LINES, facts: { type: 'String' } },
  ])('$what: $key', ({ key, lines, facts }) => {
    for (const line of lines) expect({ line, ...at(key, line) }).toMatchObject({ line, key, ...facts });
  });

  test('a deprecated name has the facts of the option under its current name', () => {
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

  test('an ambiguous old name leads to the current option with the same last segment', () => {
    expect(at('web.port', '1.20')?.key).toBe('rest.port');
    expect(at('state.backend.fs.checkpointdir', '1.20')?.key).toBe('execution.checkpointing.dir');
  });

  test('an option that is also a fallback of other options keeps its own facts', () => {
    expect(at('kubernetes.service-account', '2.0')).toMatchObject({
      key: 'kubernetes.service-account',
      isAlias: false,
      deprecated: false,
    });
  });

  test('a fallback name is an alias and not deprecated', () => {
    expect(at('web.address', '2.0')).toMatchObject({ key: 'rest.bind-address', isAlias: true, deprecated: false });
  });

  test('the same lookup has the same result after many other lookups', () => {
    const first = at('rest.port', '1.20');
    for (let index = 0; index < 5000; index++) at(`no.such.key${index}`, '1.20');
    expect(at('rest.port', '1.20')).toEqual(first);
  });
});

describe('patterns', () => {
  test.each([
    {
      key: 'metrics.reporter.prom.factory.class',
      line: '1.20',
      pattern: 'metrics.reporter.<name>.factory.class',
      type: 'String',
    },
    {
      key: 'metrics.reporter.prom.interval',
      line: '1.11',
      pattern: 'metrics.reporter.<name>.interval',
      type: 'Duration',
    },
    {
      key: 'metrics.reporter.prom.filter.includes',
      line: '2.0',
      pattern: 'metrics.reporter.<name>.filter.includes',
      type: 'List<String>',
    },
    {
      key: 'metrics.reporter.own.some.thing',
      line: '1.20',
      pattern: 'metrics.reporter.<name>.<parameter>',
      type: 'String',
    },
    {
      key: 'external-resource.gpu.amount',
      line: '1.20',
      pattern: 'external-resource.<resource_name>.amount',
      type: 'Long',
    },
    {
      key: 'external-resource.gpu.param.discovery-script.path',
      line: '1.20',
      pattern: 'external-resource.<resource_name>.param.discovery-script.path',
      type: 'String',
    },
    {
      key: 'security.delegation.token.provider.s3.enabled',
      line: '1.17',
      pattern: 'security.delegation.token.provider.<serviceName>.enabled',
      type: 'Boolean',
    },
    { key: 's3.path.style.access', line: '1.13', pattern: 's3.<parameter>', type: 'String' },
    {
      key: 'fs.azure.account.key.a.blob.core.windows.net',
      line: '1.20',
      pattern: 'fs.azure.<parameter>',
      type: 'String',
    },
    { key: 'presto.s3.endpoint', line: '1.20', pattern: 'presto.s3.<parameter>', type: 'String' },
    { key: 'fs.oss.endpoint', line: '1.20', pattern: 'fs.oss.<parameter>', type: 'String' },
    { key: 'containerized.master.env.A', line: '1.20', pattern: 'containerized.master.env.<variable>', type: 'String' },
    {
      key: 'kubernetes.operator.savepoint.history.max.age',
      line: '1.20',
      pattern: 'kubernetes.operator.<parameter>',
      type: 'String',
    },
  ])('$key in $line matches $pattern', ({ key, line, pattern, type }) => {
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
  ])('%j matches no pattern', (key) => {
    expect(at(key, '1.20')).toBeUndefined();
  });

  test('a removed option of a section does not match the pattern of the section', () => {
    expect(at('metrics.reporter.own.class', '1.15')).toMatchObject({ deprecated: false });
    expect(at('metrics.reporter.own.class', '1.20')).toMatchObject({ deprecated: true });
    expect(at('metrics.reporter.own.class', '2.0')).toBeUndefined();
  });
});

describe('entries of maps', () => {
  test('can be set one by one from 1.14 on', () => {
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
  ])('%s is not an entry', (key) => {
    expect(at(key, '1.20')).toBeUndefined();
  });
});

describe('two names of one option', () => {
  const clashes = (line: string, ...keys: string[]) => nameClashes(keys, FlinkVersion.of(line));

  test.each([
    {
      line: '1.20',
      keys: ['state.checkpoints.dir', 'execution.checkpointing.dir'],
      option: 'execution.checkpointing.dir',
    },
    { line: '1.18', keys: ['env.java.opts', 'env.java.opts.all'], option: 'env.java.opts.all' },
    {
      line: '1.20',
      keys: ['execution.savepoint.path', 'execution.state-recovery.path'],
      option: 'execution.state-recovery.path',
    },
  ])('clash in $line: $keys', ({ line, keys, option }) => {
    expect(clashes(line, ...keys)).toEqual([{ option, names: [option, keys.find((key) => key !== option)] }]);
  });

  test('clash without the current name, too', () => {
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
  ])('do not clash in %s: %j', (line, keys) => {
    expect(clashes(line, ...keys)).toEqual([]);
  });
});

describe('a section below a prefix with a pattern', () => {
  test.each([
    ['fs.s3a.limit.total', 'fs.<scheme>.limit.total'],
    ['fs.hdfs.limit.timeout', 'fs.<scheme>.limit.timeout'],
    ['fs.s3a.endpoint', 'fs.s3a.<parameter>'],
    ['fs.azure.limit', 'fs.azure.<parameter>'],
    ['fs.hdfs.other', undefined],
  ])('%s is described by %s', (key, pattern) => {
    expect(lookup(key, FlinkVersion.V1_20)?.pattern).toBe(pattern);
  });
});
