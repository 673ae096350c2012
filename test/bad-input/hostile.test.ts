import { ApiObject, App, Chart, Testing } from 'cdk8s';
import fc from 'fast-check';
import { FlinkConfigMap, FlinkJobManager, FlinkSessionCluster, FlinkTaskManager, FlinkVersion } from '../../src';
import { ruleTable } from '../../src/assembly/rule-table';
import { fullProps } from '../support/full-props';
import { HOSTILE, pathsOf, replaceAt, revoked, TRAPS } from '../support/hostile';
import { newChart, problems, type Finding } from '../support/synth';

const RULES = ruleTable();

/** The findings for a cluster with these props, by every way to get them. Any other exception fails the test. */
function run(props: unknown): Finding[] {
  const chart = newChart();
  let made!: FlinkSessionCluster;
  const built = problems(() => {
    made = new FlinkSessionCluster(chart, 'Flink', props as any);
  });
  expect(built).toEqual([]);
  expect(typeof made.restPort).toBe('number');
  expect(typeof made.restServiceName).toBe('string');
  made.warnings.forEach(({ id, text }) =>
    expect([RULES.has(id), text]).toEqual([true, expect.not.stringMatching(/[\n\r]/)]),
  );
  let all: any[] = [];
  const findings = problems(() => {
    all = Testing.synth(chart);
  });
  expect(findings.map(({ id }) => id).filter((id) => !RULES.has(id))).toEqual([]);
  if (findings.length === 0) {
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  } else {
    for (const object of chart.node.findAll().filter(ApiObject.isApiObject).slice(0, 1)) {
      // cdk8s puts the unescaped name of the object in front of the message, line breaks included.
      expect(String(errorOf(() => object.toJson()))).toMatch(/ › .*: .* Fix: .* \[FLK-[A-Z]+-\d+\]/);
    }
  }
  return findings;
}

function errorOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return new Error('nothing was thrown');
}

const BASES = [fullProps('cluster'), fullProps('roles')] as const;
const PATHS = [
  ...pathsOf(BASES[0]).map((path) => ({ props: BASES[0], path })),
  ...pathsOf(BASES[1])
    .filter(([role]) => role === 'jobManager' || role === 'taskManager')
    .map((path) => ({ props: BASES[1], path })),
];

test('the unchanged properties are valid', () => {
  for (const props of BASES) expect(run(props)).toEqual([]);
  expect(PATHS.length).toBeGreaterThan(300);
});

test.each(HOSTILE)('$what as any property of the cluster is reported or accepted', ({ make }) => {
  for (const { props, path } of PATHS.filter((place) => place.path.length === 1)) {
    run(replaceAt(props, path, make()));
  }
});

test('a hostile value at any property path is reported or accepted', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PATHS), fc.constantFrom(...HOSTILE), ({ props, path }, { make }) => {
      run(replaceAt(props, path, make()));
    }),
    { seed: 3, numRuns: 2000 },
  );
});

test('any value at any property path is reported or accepted', () => {
  const anything = fc.anything({
    maxDepth: 3,
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  });
  let count = 0;
  fc.assert(
    fc.property(fc.constantFrom(...PATHS), anything, ({ props, path }, value) => {
      count += run(replaceAt(props, path, value)).length;
    }),
    { seed: 1, numRuns: 1500 },
  );
  expect(count).toBeGreaterThan(1000);
});

test('several invalid values are reported together', () => {
  const value = fc.constantFrom(...HOSTILE);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...pathsOf(BASES[1])), value), { minLength: 2, maxLength: 6 }),
      (changes) => {
        run(changes.reduce((props, [path, { make }]) => replaceAt(props, path, make()), BASES[1]));
      },
    ),
    { seed: 2, numRuns: 300 },
  );
});

test.each([undefined, null, 5, 'props', [], () => 1, Symbol('s'), new Map(), new Proxy({}, TRAPS), revoked()])(
  'invalid props are reported, not thrown: %#',
  (props) => {
    const findings = problems(() => {
      const chart = newChart();
      new FlinkSessionCluster(chart, 'Flink', props as any);
      Testing.synth(chart);
    });
    expect(findings.length).toBeGreaterThan(0);
    const ofParts = problems(() => {
      const chart = newChart();
      const config = new FlinkConfigMap(chart, 'Flink', props as any);
      new FlinkJobManager(chart, 'Jobs', { config });
      new FlinkTaskManager(chart, 'Tasks', { config });
      Testing.synth(chart);
    });
    expect(ofParts.length).toBeGreaterThan(0);
  },
);

test('the problems of all clusters of an App are reported in one run', () => {
  const app = new App();
  for (const name of ['a', 'b', 'c']) {
    new FlinkSessionCluster(new Chart(app, name), 'Flink', {
      version: FlinkVersion.V1_20,
      image: '',
      replicas: 2,
      jobManager: { replicas: 0 },
    } as any);
  }
  const findings = problems(() => app.synthYaml()).map(({ path, id }) => `${path} ${id}`);
  expect(findings).toEqual(
    ['a', 'b', 'c'].flatMap((name) => [
      `${name}/Flink FLK-TYPE-02`,
      `${name}/Flink FLK-TYPE-03`,
      `${name}/Flink/JobManager FLK-IMG-01`,
      `${name}/Flink/TaskManager FLK-IMG-01`,
    ]),
  );
});

test('a single object of a cluster with problems cannot be serialized', () => {
  const chart = newChart();
  const made = new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, image: 'flink' });
  const objects = chart.node.findAll().filter(ApiObject.isApiObject);
  expect(objects).toHaveLength(7);
  for (const object of objects) {
    expect(problems(() => object.toJson()).map(({ path, id, property }) => [path, id, property])).toEqual([
      ['chart/Flink/JobManager', 'FLK-IMG-03', 'image'],
      ['chart/Flink/TaskManager', 'FLK-IMG-03', 'image'],
    ]);
  }
  expect(made.warnings).toEqual([]);
});
