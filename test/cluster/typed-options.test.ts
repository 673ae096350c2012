import { Duration, Size } from 'cdk8s';
import { FlinkVersion, RestartStrategy } from '../../src';
import { FULL_WEB, fullJobManagerOptions, fullTaskManagerOptions } from '../support/full-props';
import { cluster, flinkConfig, manifests, problems } from '../support/synth';

function options(props: any): Map<string, string> {
  return flinkConfig(manifests(props));
}

test('parallelism is the default parallelism, and both can be set to the same value', () => {
  expect(options({ parallelism: 4 }).get('parallelism.default')).toBe('4');
  expect(options({ parallelism: 4, configuration: { 'parallelism.default': 4 } }).get('parallelism.default')).toBe('4');
  expect(
    problems(() => options({ parallelism: 4, configuration: { 'parallelism.default': 3 } })).map(({ id }) => id),
  ).toEqual(['FLK-CONF-05']);
});

test('properties of the web UI become options', () => {
  expect(Object.fromEntries([...options({ web: FULL_WEB })].filter(([key]) => /^(?:web|rest)\./.test(key)))).toEqual({
    'rest.flamegraph.enabled': 'true',
    'rest.port': '8082',
    'rest.profiling.enabled': 'true',
    'rest.url-prefix': '/flink/',
    'web.access-control-allow-origin': 'https://example.com',
    'web.cancel.enable': 'false',
    'web.refresh-interval': '5000',
    'web.rescale.enable': 'false',
    'web.submit.enable': 'false',
    'web.timeout': '60000',
  });
});

test('memory options become options of the role', () => {
  const all = options({
    jobManager: { memory: Size.gibibytes(2), memoryOptions: fullJobManagerOptions().memoryOptions },
    taskManager: { memory: Size.gibibytes(2), memoryOptions: fullTaskManagerOptions().memoryOptions },
  });
  expect(Object.fromEntries([...all].filter(([key]) => key.includes('.memory.')))).toEqual({
    'jobmanager.memory.flink.size': '1536m',
    'jobmanager.memory.heap.size': '1280m',
    'jobmanager.memory.jvm-metaspace.size': '256m',
    'jobmanager.memory.jvm-overhead.fraction': '0.2',
    'jobmanager.memory.jvm-overhead.max': '512m',
    'jobmanager.memory.jvm-overhead.min': '200m',
    'jobmanager.memory.off-heap.size': '256m',
    'jobmanager.memory.process.size': '2048m',
    'taskmanager.memory.flink.size': '1536m',
    'taskmanager.memory.framework.heap.size': '150m',
    'taskmanager.memory.framework.off-heap.size': '106m',
    'taskmanager.memory.jvm-metaspace.size': '256m',
    'taskmanager.memory.jvm-overhead.fraction': '0.2',
    'taskmanager.memory.jvm-overhead.max': '512m',
    'taskmanager.memory.jvm-overhead.min': '200m',
    'taskmanager.memory.managed.fraction': '0.3',
    'taskmanager.memory.managed.size': '512m',
    'taskmanager.memory.network.fraction': '0.2',
    'taskmanager.memory.network.max': '256m',
    'taskmanager.memory.network.min': '100m',
    'taskmanager.memory.process.size': '2048m',
    'taskmanager.memory.task.heap.size': '512m',
    'taskmanager.memory.task.off-heap.size': '64m',
  });
});

describe('restart strategies', () => {
  const strategy = (restartStrategy: RestartStrategy, version = FlinkVersion.V1_20): object =>
    Object.fromEntries(
      [...options({ restartStrategy, version })].filter(([key]) => key.startsWith('restart-strategy')),
    );

  test('become options of the release', () => {
    const fixed = RestartStrategy.fixedDelay({ attempts: 3, delay: Duration.seconds(10) });
    expect(strategy(fixed)).toEqual({
      'restart-strategy.type': 'fixed-delay',
      'restart-strategy.fixed-delay.attempts': '3',
      'restart-strategy.fixed-delay.delay': '10000',
    });
    expect(strategy(fixed, FlinkVersion.V1_16)).toEqual({
      'restart-strategy': 'fixed-delay',
      'restart-strategy.fixed-delay.attempts': '3',
      'restart-strategy.fixed-delay.delay': '10000',
    });
  });

  test('do not set options for properties that are not set', () => {
    expect(strategy(RestartStrategy.none())).toEqual({ 'restart-strategy.type': 'none' });
    const rate = { maxFailuresPerInterval: 3, failureRateInterval: Duration.minutes(5), delay: Duration.seconds(1) };
    expect(strategy(RestartStrategy.failureRate(rate))).toEqual({
      'restart-strategy.type': 'failure-rate',
      'restart-strategy.failure-rate.max-failures-per-interval': '3',
      'restart-strategy.failure-rate.failure-rate-interval': '300000',
      'restart-strategy.failure-rate.delay': '1000',
    });
    expect(
      strategy(
        RestartStrategy.exponentialDelay({
          initialBackoff: Duration.seconds(1),
          maxBackoff: Duration.minutes(1),
          backoffMultiplier: 1.5,
          resetBackoffThreshold: Duration.hours(1),
          jitterFactor: 0.1,
          attemptsBeforeResetBackoff: 8,
        }),
      ),
    ).toEqual({
      'restart-strategy.type': 'exponential-delay',
      'restart-strategy.exponential-delay.initial-backoff': '1000',
      'restart-strategy.exponential-delay.max-backoff': '60000',
      'restart-strategy.exponential-delay.backoff-multiplier': '1.5',
      'restart-strategy.exponential-delay.reset-backoff-threshold': '3600000',
      'restart-strategy.exponential-delay.jitter-factor': '0.1',
      'restart-strategy.exponential-delay.attempts-before-reset-backoff': '8',
    });
  });

  test.each<[RestartStrategy, RestartStrategy]>([
    [RestartStrategy.fixedDelay({ attempts: -1 }), RestartStrategy.fixedDelay({ attempts: 0 })],
    [
      RestartStrategy.failureRate({ maxFailuresPerInterval: 0 }),
      RestartStrategy.failureRate({ maxFailuresPerInterval: 1 }),
    ],
    [
      RestartStrategy.exponentialDelay({ backoffMultiplier: 1 }),
      RestartStrategy.exponentialDelay({ backoffMultiplier: 1.1 }),
    ],
    [RestartStrategy.exponentialDelay({ jitterFactor: 1.1 }), RestartStrategy.exponentialDelay({ jitterFactor: 1 })],
    [
      RestartStrategy.exponentialDelay({ attemptsBeforeResetBackoff: 0 }),
      RestartStrategy.exponentialDelay({ attemptsBeforeResetBackoff: 1 }),
    ],
  ])('with numbers that Flink cannot use are errors (%#)', (bad, good) => {
    expect(
      problems(() => strategy(bad)).map(({ id, property }) => [id, property.startsWith('restartStrategy.')]),
    ).toEqual([['FLK-TYPE-02', true]]);
    expect(problems(() => strategy(good))).toEqual([]);
  });
});

describe('the configuration of a cluster', () => {
  const { configuration } = cluster({
    parallelism: 3,
    configuration: { 'state.checkpoints.dir': 's3://bucket/checkpoints' },
  });

  test('is what the file contains', () => {
    const given = { 'rest.port': 8082 };
    const written = flinkConfig(manifests({ configuration: given }));
    expect(cluster({ configuration: given }).configuration.effective()).toEqual(Object.fromEntries(written));
  });

  test('reports the source of an option, and the default of Flink', () => {
    expect(configuration.explain('parallelism.default')).toEqual({
      key: 'parallelism.default',
      value: '3',
      origin: 'parallelism',
      defaultValue: '1',
      text: "parallelism.default is 3, set by parallelism; Flink's default is 1",
    });
    expect(configuration.explain('taskmanager.rpc.port')).toMatchObject({
      value: '6122',
      origin: 'the library',
      defaultValue: '0',
    });
    expect(configuration.explain('taskmanager.memory.managed.size').text).toBe(
      'taskmanager.memory.managed.size is not set; Flink has no default for it',
    );
  });

  test('finds an option by any of its names', () => {
    expect(configuration.explain('state.checkpoints.dir')).toMatchObject({
      key: 'execution.checkpointing.dir',
      value: 's3://bucket/checkpoints',
      origin: 'configuration',
    });
  });
});
