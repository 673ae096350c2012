import { ApiObject, type Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { FlinkVersion, type IFlinkFeature } from '../../src';
import { Emitter } from '../../src/emission/emitter';
import { type Manifest } from '../../src/model/manifest';
import {
  cluster,
  flinkConfig,
  mainContainer,
  manifests,
  names,
  newChart,
  only,
  podOf,
  problems,
  workloads,
} from '../support/synth';

function manifest(id: string, change: Partial<Manifest> = {}): Manifest {
  return {
    owner: 'config',
    id,
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: id.toLowerCase(),
    labels: {},
    annotations: {},
    fields: ['data'],
    body: () => ({ data: { of: id } }),
    ...change,
  };
}

/** An emitter below a chart, with a counter of calls to its source. */
function emitter(source: () => Manifest[]): { chart: Chart; emit: Emitter; asked: () => number } {
  const chart = newChart();
  let asked = 0;
  const emit = new Emitter({ config: new Construct(chart, 'Config') }, undefined, () => (asked++, source()));
  return { chart, emit, asked: () => asked };
}

describe('the objects of a plan', () => {
  test('are added and removed with the plan, and kept if they are the same', () => {
    let plan = [manifest('A'), manifest('B')];
    const { chart, emit } = emitter(() => plan);
    const objects = (): ApiObject[] => chart.node.findAll().filter(ApiObject.isApiObject);
    emit.sync(plan, true);
    const before = objects();
    plan = [manifest('A', { labels: { a: 'b' }, annotations: { c: 'd' } }), manifest('C')];
    emit.sync(plan, true);
    expect(names(manifests(chart))).toEqual(['ConfigMap/a', 'ConfigMap/c']);
    expect(objects()[0]).toBe(before[0]);
    expect(manifests(chart)[0].metadata).toEqual({ name: 'a', labels: { a: 'b' }, annotations: { c: 'd' } });
  });

  test.each<{ what: string; change: Partial<Manifest> }>([
    { what: 'name', change: { name: 'other' } },
    { what: 'kind', change: { kind: 'Secret' } },
    { what: 'version', change: { apiVersion: 'v2' } },
    {
      what: 'fields',
      change: { fields: ['data', 'binaryData'], body: () => ({ data: {}, binaryData: { a: '' } }) },
    },
  ])('are created again for another $what', ({ change }) => {
    let plan = [manifest('A')];
    const { chart, emit } = emitter(() => plan);
    emit.sync(plan, true);
    const before = chart.node.findAll().find(ApiObject.isApiObject);
    plan = [manifest('A', change)];
    emit.sync(plan, true);
    const [after, ...more] = chart.node.findAll().filter(ApiObject.isApiObject);
    expect([after === before, more]).toEqual([false, []]);
    expect(manifests(chart)[0]).toMatchObject({
      apiVersion: after!.apiVersion,
      kind: after!.kind,
      metadata: { name: after!.name },
      ...plan[0]!.body(),
    });
  });

  test('of a construct that does not exist yet are left out', () => {
    const plan = [manifest('A', { owner: 'jobManager' })];
    const { chart, emit } = emitter(() => plan);
    emit.sync(plan, true);
    expect(manifests(chart)).toEqual([]);
  });
});

describe('bodies', () => {
  test('of a final plan are written as they are, and derived again for a second synthesis', () => {
    const plan = [manifest('A'), manifest('B', { fields: ['data', 'x'], body: () => ({ data: { of: 'B' }, x: 1 }) })];
    const { chart, emit, asked } = emitter(() => plan);
    emit.sync(plan, true);
    expect(manifests(chart).map(({ data, x }) => [data, x])).toEqual([
      [{ of: 'A' }, undefined],
      [{ of: 'B' }, 1],
    ]);
    expect(asked()).toBe(0);
    expect(manifests(chart)).toHaveLength(2);
    expect(asked()).toBe(1);
  });

  test('of a plan that is not final are read from the source', () => {
    const { chart, emit, asked } = emitter(() => [manifest('A', { body: () => ({ data: { of: 'the source' } }) })]);
    emit.sync([manifest('A')], false);
    expect(manifests(chart)[0].data).toEqual({ of: 'the source' });
    expect(asked()).toBe(1);
  });
});

describe('a late contribution', () => {
  function late(feature: IFlinkFeature): ReturnType<typeof cluster> {
    const made = cluster({ version: FlinkVersion.V1_17 });
    made.config._assembly.collector.addFeature(feature, 'late', 'cluster');
    made.config._assembly.plan();
    return made;
  }

  test('changes options, pods and objects', () => {
    const rule = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };
    const all = manifests(
      late({
        bind: () => ({
          configuration: { a: 'x\u0085' },
          pods: { env: [{ name: 'LATE', value: '1' }] },
          jobManagerRules: [rule],
          manifests: [{ apiVersion: 'v1', kind: 'Secret', name: 'late', fields: { data: {} } }],
        }),
      }),
    );
    expect(names(all)).toEqual(
      expect.arrayContaining(['Role/flink-jobmanager', 'RoleBinding/flink-jobmanager', 'Secret/late']),
    );
    expect(all).toHaveLength(10);
    expect(flinkConfig(all).get('a')).toBe('x\u0085');
    expect(workloads(all).map((workload) => mainContainer(workload).env)).toEqual([
      [{ name: 'LATE', value: '1' }],
      [{ name: 'LATE', value: '1' }],
    ]);
    expect(podOf(workloads(all)[0]).automountServiceAccountToken).toBe(true);
  });

  test('can remove an object', () => {
    expect(names(manifests(late({ bind: () => ({ restService: { type: 'None' } }) })))).not.toContain(
      'Service/flink-jobmanager-rest',
    );
  });

  test('can change the annotations of an object', () => {
    const all = manifests(late({ bind: () => ({ restService: { type: 'Headless', annotations: { a: 'b' } } }) }));
    expect(only(all, 'Service', 'flink-jobmanager-rest')).toMatchObject({
      metadata: { annotations: { a: 'b' } },
      spec: { clusterIP: 'None' },
    });
  });

  test('is checked', () => {
    const made = late({ bind: () => ({ configuration: { 'rest.port': 'x' } }) });
    expect(problems(() => manifests(made)).map(({ id }) => id)).toEqual(['FLK-CONF-08']);
    expect(made.warnings).toEqual([]);
  });

  test('is checked before the next plan, too', () => {
    const made = cluster();
    made.config._assembly.collector.addFeature({ bind: () => ({ configuration: { a: '${B}' } }) }, 'late', 'cluster');
    expect(made.warnings.map(({ id }) => id)).toEqual(['FLK-CONF-11']);
  });
});
