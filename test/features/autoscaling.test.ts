import { Duration } from 'cdk8s';
import { Autoscaling, type AutoscalingOptions, FlinkVersion } from '../../src';

function bound(autoscaling: Autoscaling) {
  return autoscaling.bind({ clusterName: 'flink', version: FlinkVersion.V1_20 });
}

describe('Autoscaling', () => {
  const ALL: Required<AutoscalingOptions> = {
    utilizationTarget: 0.6,
    utilizationMax: 0.8,
    utilizationMin: 0.4,
    targetUtilizationBoundary: 0.1,
    stabilizationInterval: Duration.minutes(1),
    metricsWindow: Duration.seconds(90),
    catchUpDuration: Duration.hours(2),
    restartTime: Duration.millis(1500),
    scaleDownInterval: Duration.days(1),
    maxScaleDownFactor: 0.5,
    maxScaleUpFactor: 4,
    minParallelism: 2,
    maxParallelism: 24,
    excludedVertices: ['a', 'b'],
    excludedPeriods: ['9:30-11:30'],
    memoryTuning: true,
  };

  test('sets an option for every property, with durations in their largest unit', () => {
    expect(bound(Autoscaling.enabled(ALL))).toEqual({
      problems: [],
      configuration: {
        'job.autoscaler.enabled': 'true',
        'job.autoscaler.utilization.target': '0.6',
        'job.autoscaler.utilization.max': '0.8',
        'job.autoscaler.utilization.min': '0.4',
        'job.autoscaler.target.utilization.boundary': '0.1',
        'job.autoscaler.stabilization.interval': '1m',
        'job.autoscaler.metrics.window': '90s',
        'job.autoscaler.catch-up.duration': '2h',
        'job.autoscaler.restart.time': '1500ms',
        'job.autoscaler.scale-down.interval': '1d',
        'job.autoscaler.scale-down.max-factor': '0.5',
        'job.autoscaler.scale-up.max-factor': '4',
        'job.autoscaler.vertex.min-parallelism': '2',
        'job.autoscaler.vertex.max-parallelism': '24',
        'job.autoscaler.vertex.exclude.ids': 'a;b',
        'job.autoscaler.excluded.periods': '9:30-11:30',
        'job.autoscaler.memory.tuning.enabled': 'true',
      },
    });
  });

  test('metricsOnly does not change the job', () => {
    expect(bound(Autoscaling.metricsOnly()).configuration).toEqual({
      'job.autoscaler.enabled': 'true',
      'job.autoscaler.scaling.enabled': 'false',
    });
  });

  test.each([
    { options: { utilizationTarget: 1.5 }, property: 'autoscaling.utilizationTarget', got: '1.5' },
    { options: { minParallelism: 0.5 }, property: 'autoscaling.minParallelism', got: '0.5' },
    { options: { metricsWindow: '3m' }, property: 'autoscaling.metricsWindow', got: '3m' },
    { options: { excludedPeriods: ['a;b'] }, property: 'autoscaling.excludedPeriods[0]', got: 'a;b' },
    { options: { memoryTuning: 'yes' }, property: 'autoscaling.memoryTuning', got: 'yes' },
    { options: { target: 1 }, property: 'autoscaling.target', got: undefined },
  ])('reports $options', ({ options, property, got }) => {
    expect(bound(Autoscaling.enabled(options as AutoscalingOptions)).problems).toMatchObject([
      { property, ...(got === undefined ? {} : { got }) },
    ]);
  });
});
