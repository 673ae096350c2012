import fc from 'fast-check';
import { FlinkOperatorRules } from '../../src';
import { ruleTable } from '../../src/assembly/rule-table';
import { HOSTILE, pathsOf, replaceAt } from '../support/hostile';

const POD = {
  metadata: { labels: { a: 'b' } },
  spec: { containers: [{ name: 'flink-main-container', env: [{ name: 'A', value: 'b' }], resources: {} }] },
};
const JOB = {
  jarURI: 'local:///a.jar',
  entryClass: 'a.B',
  args: ['a'],
  parallelism: 2,
  upgradeMode: 'savepoint',
  state: 'running',
  initialSavepointPath: 's3://a/b',
  savepointTriggerNonce: 1,
  allowNonRestoredState: true,
};
const SPEC = {
  image: 'flink:1.20',
  imagePullPolicy: 'Always',
  flinkVersion: 'v1_20',
  flinkConfiguration: {
    'taskmanager.numberOfTaskSlots': '2',
    'high-availability.type': 'kubernetes',
    'high-availability.storageDir': 's3://a/b',
    a: { b: 1 },
  },
  serviceAccount: 'flink',
  mode: 'standalone',
  ingress: {
    template: '{{name}}.example.com',
    className: 'nginx',
    annotations: { a: 'b' },
    tls: [{ hosts: ['a.b'], secretName: 'tls' }],
  },
  podTemplate: POD,
  jobManager: {
    resource: { memory: '2048m', cpu: 1 },
    resources: { requests: { memory: '2Gi', cpu: 1, 'example.com/gpu': 1 }, limits: { memory: '2Gi' } },
    replicas: 1,
    podTemplate: POD,
  },
  taskManager: { resource: { memory: '2048m', cpu: 1, ephemeralStorage: '1Gi' }, replicas: 2 },
  logConfiguration: { 'log4j-console.properties': 'a=b' },
  restartNonce: 1,
  job: JOB,
};
const resource = (kind: string, spec: object): any => ({
  apiVersion: 'flink.apache.org/v1beta1',
  kind,
  metadata: { name: 'a', namespace: 'b', generation: 1 },
  spec,
  status: { lifecycleState: 'STABLE' },
});

const RESOURCES = [
  resource('FlinkDeployment', SPEC),
  resource('FlinkSessionJob', { deploymentName: 'a', job: JOB, flinkConfiguration: { a: 'b' } }),
  resource('FlinkStateSnapshot', {
    savepoint: { path: 's3://a/b', formatType: 'NATIVE' },
    jobReference: { kind: 'FlinkDeployment', name: 'a' },
    backoffLimit: 1,
  }),
  resource('FlinkBlueGreenDeployment', {
    template: { metadata: {}, spec: SPEC },
    configuration: { 'kubernetes.operator.bluegreen.abort.grace-period': '1 min' },
  }),
];
const PATHS = RESOURCES.flatMap((base) => pathsOf(base).map((path) => ({ base, path })));
const VERSIONS = ['1.6', '1.7', '1.10', '1.13', '1.15', '1.16'];
// Created late, because fast-check itself inspects values.
const anything = fc.oneof(
  fc.constantFrom(...HOSTILE).map(({ make }) => make),
  fc.anything({ maxDepth: 3, withNullPrototype: true, withMap: true }).map((value) => () => value),
);

test('any value at any path of a resource is validated, and compared with the previous resource', () => {
  let count = 0;
  const paths = fc.constantFrom(...PATHS);
  fc.assert(
    fc.property(paths, anything, fc.constantFrom(...VERSIONS), ({ base, path }, make, operatorVersion) => {
      const changed = replaceAt(base, path, make());
      const findings = [
        FlinkOperatorRules.validate(changed, { operatorVersion }),
        FlinkOperatorRules.validate(base, { operatorVersion, previous: changed, session: changed, target: changed }),
      ].flat();
      findings.forEach(({ id, text }) =>
        expect([ruleTable().has(id), text]).toEqual([true, expect.not.stringMatching(/[\n\r]/)]),
      );
      count += findings.length;
      FlinkOperatorRules.changeType(base, changed, { operatorVersion, session: changed });
      FlinkOperatorRules.changeType(changed, base, { operatorVersion });
    }),
    { seed: 5, numRuns: 1500 },
  );
  expect(count).toBeGreaterThan(1000);
});

test.each(HOSTILE)('$what as a resource is validated', ({ make }) => {
  expect(Array.isArray(FlinkOperatorRules.validate(make()))).toBe(true);
  expect(FlinkOperatorRules.changeType(make(), RESOURCES[0])).toBeUndefined();
});
