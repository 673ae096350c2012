import { FlinkVersion } from '../../src/configuration/flink-version';
import { Collector } from '../../src/derivation/collector';

describe('the collector', () => {
  function collector(): Collector {
    const made = new Collector();
    made.setCluster({ clusterName: 'flink', version: FlinkVersion.V1_20, namespace: 'streams' });
    return made;
  }

  test.each<[string, object, string]>([
    [
      'its class',
      new (class Mine {
        public bind = (): object => ({});
      })(),
      'feature Mine',
    ],
    ['nothing, for a plain object', { bind: () => ({}) }, 'feature without a class'],
    [
      'nothing, for an object without prototype',
      Object.assign(Object.create(null), { bind: () => ({}) }),
      'feature without a class',
    ],
    ['nothing, where the class is no class', { bind: () => ({}), constructor: { name: 5 } }, 'feature without a class'],
    [
      'nothing, where asking throws',
      {
        bind: () => ({}),
        get constructor(): never {
          throw new Error('x');
        },
      },
      'feature without a class',
    ],
  ])('calls a feature by %s', (_, feature, source) => {
    const made = collector();
    made.addFeature(feature as any, 'features[0]', 'cluster');
    expect(made.inputs.contributions.map((contribution) => contribution.source)).toEqual([source]);
  });

  test('tells a feature of the cluster, and nothing else', () => {
    let told: unknown;
    collector().addFeature(
      {
        bind: (context) => {
          told = context;
          return {};
        },
      },
      'features[0]',
      'cluster',
    );
    expect(told).toEqual({ clusterName: 'flink', version: FlinkVersion.V1_20, namespace: 'streams' });
  });

  test('has a new generation after each change', () => {
    const made = collector();
    const seen = [made.generation];
    for (const change of [
      () => made.setJobManager({ options: {} }),
      () => made.setTaskManager({ options: {} }),
      () => made.addFeature({ bind: () => ({}) }, 'a', 'cluster'),
    ]) {
      change();
      seen.push(made.generation);
    }
    expect(new Set(seen).size).toBe(4);
  });
});
