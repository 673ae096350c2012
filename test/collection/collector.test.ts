import { FlinkVersion } from '../../src/configuration/flink-version';
import { Collector } from '../../src/derivation/collector';

describe('the collector', () => {
  function collector(): Collector {
    const made = new Collector();
    made.setCluster({ clusterName: 'flink', version: FlinkVersion.V1_20, namespace: 'streams' });
    return made;
  }

  test.each<{ what: string; feature: object; source: string }>([
    {
      what: 'its class name',
      feature: new (class Mine {
        public bind = (): object => ({});
      })(),
      source: 'feature Mine',
    },
    { what: 'nothing, if it is a plain object', feature: { bind: () => ({}) }, source: 'feature without a class' },
    {
      what: 'nothing, if it has no prototype',
      feature: Object.assign(Object.create(null), { bind: () => ({}) }),
      source: 'feature without a class',
    },
    {
      what: 'nothing, if its class is not a class',
      feature: { bind: () => ({}), constructor: { name: 5 } },
      source: 'feature without a class',
    },
    {
      what: 'nothing, if reading its class throws',
      feature: {
        bind: () => ({}),
        get constructor(): never {
          throw new Error('x');
        },
      },
      source: 'feature without a class',
    },
  ])('names a feature by $what', ({ feature, source }) => {
    const made = collector();
    made.addFeature(feature as any, 'features[0]', 'cluster');
    expect(made.inputs.contributions.map((contribution) => contribution.source)).toEqual([source]);
  });

  test('passes only the properties of the cluster to a feature', () => {
    let received: unknown;
    collector().addFeature(
      {
        bind: (context) => {
          received = context;
          return {};
        },
      },
      'features[0]',
      'cluster',
    );
    expect(received).toEqual({ clusterName: 'flink', version: FlinkVersion.V1_20, namespace: 'streams' });
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
