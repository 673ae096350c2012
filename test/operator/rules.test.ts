import { changed } from './fixtures';
import { OPERATOR_RULES } from './operator-rules';
import { OPERATOR_ROWS, type OperatorRow } from './rows';
import { FlinkOperatorRules, OperatorChange, type OperatorFinding, OperatorStage } from '../../src';

const findings = ([resource, options]: OperatorRow['bad']): OperatorFinding[] =>
  FlinkOperatorRules.validate(resource, options);
const rowsOf = (id: string): OperatorRow[] => OPERATOR_ROWS.filter((row) => row.id === id);

test('every row is for a rule of the operator', () => {
  expect(OPERATOR_ROWS.filter(({ id }) => !OPERATOR_RULES.has(id))).toEqual([]);
});

test('every rule of the operator has its own short name', () => {
  const names = [...OPERATOR_RULES.values()].map(({ check }) => check);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe.each([...OPERATOR_RULES.values()])('$id', ({ id, check, stage, severity }) => {
  test('has a row', () => {
    expect(rowsOf(id)).not.toEqual([]);
  });

  test.each(rowsOf(id))('reports $what', ({ bad, at, says }) => {
    const found = findings(bad).filter((one) => one.id === id);
    expect(found.map(({ property }) => property)).toEqual([at]);
    const { text, fix } = found[0]!;
    expect(text).toMatch(/^› \S+: (?:got .+?; )?\S.+\. Fix: \S.+\. \[FLK-OPR-\d+\]$/);
    // No placeholder is left. Those of templates have two braces.
    expect(text.replace(/\{\{.*?\}\}/g, '')).not.toMatch(/\{\w+\}/);
    expect(text.endsWith(`Fix: ${fix}. [${id}]`)).toBe(true);
    expect(found[0]).toMatchObject({ operatorCheck: check, stage, severity });
    says.reduce((rest, words) => {
      expect(rest).toContain(words);
      return rest.slice(rest.indexOf(words) + words.length);
    }, text);
  });

  test.each(rowsOf(id))('accepts the nearest valid neighbour of $what', ({ good }) => {
    expect(findings(good).filter((one) => one.id === id || one.severity === 'error')).toEqual([]);
  });
});

describe('all findings are returned together', () => {
  test('in the order of the operator, whose own message is the first', () => {
    const resource = changed(
      'application',
      { 'metadata/name': 'Bad', 'spec/job/parallelism': 0, 'spec/jobManager/replicas': 0 },
      ['spec/serviceAccount'],
    );
    expect(
      FlinkOperatorRules.validate(resource)
        .filter(({ stage }) => stage === OperatorStage.VALIDATION)
        .map(({ operatorCheck }) => operatorCheck),
    ).toEqual(['V01', 'V17', 'V20', 'V30']);
  });

  test('two for a jar over HTTP from a private address', () => {
    const resource = changed('sessionJob', { 'spec/job/jarURI': 'http://192.168.56.85:8080/jars/job.jar' });
    expect(FlinkOperatorRules.validate(resource).map(({ operatorCheck }) => operatorCheck)).toEqual(['J5', 'J6']);
  });

  test('an exception first, because it hides all other messages', () => {
    const resource = changed('application', {
      'metadata/name': 'Bad',
      'spec/flinkConfiguration/kubernetes.operator.deployment.rollback.enabled': 'maybe',
    });
    expect(
      FlinkOperatorRules.validate(resource)
        .map(({ operatorCheck, stage }) => [operatorCheck, stage])
        .slice(0, 2),
    ).toEqual([
      ['X1', OperatorStage.VALIDATOR_EXCEPTION],
      ['V01', OperatorStage.VALIDATION],
    ]);
  });

  test('only unreadable fields of an unreadable resource', () => {
    const resource = changed('application', { 'spec/job/args': 'a b', 'spec/image': {}, 'metadata/name': 'Bad' });
    expect(FlinkOperatorRules.validate(resource).map(({ property, stage }) => [property, stage])).toEqual([
      ['spec.job.args', OperatorStage.DESERIALIZATION],
      ['spec.image', OperatorStage.DESERIALIZATION],
    ]);
  });
});

test.each([undefined, null, 1, 'text', [], {}, { kind: 'Pod' }, { kind: '__proto__' }])(
  'an input that is not a resource of the operator is reported, not thrown: %p',
  (given) => {
    expect(FlinkOperatorRules.validate(given).map(({ id }) => id)).toEqual(['FLK-OPR-57']);
    expect(FlinkOperatorRules.changeType(given, changed('application'))).toBeUndefined();
  },
);

test('an input that is not data is reported, not thrown', () => {
  const cyclic = changed('application');
  cyclic.spec.job = cyclic;
  const throwing = {
    kind: 'FlinkDeployment',
    get spec() {
      throw new Error('no spec today');
    },
  };
  expect(FlinkOperatorRules.validate(cyclic).map(({ id, property }) => [id, property])).toEqual([
    ['FLK-OPR-115', 'resource'],
  ]);
  expect(FlinkOperatorRules.validate(throwing)[0]!.text).toContain('no spec today');
  expect(
    FlinkOperatorRules.validate(changed('application'), { session: throwing }).map(({ property }) => property),
  ).toEqual(['session']);
  expect(FlinkOperatorRules.changeType(throwing, cyclic)).toBeUndefined();
});

test('the configuration of the operator can contain numbers and booleans', () => {
  const operatorConfiguration = { 'kubernetes.operator.deployment.rollback.enabled': true, 'a.b': null } as any;
  expect(
    FlinkOperatorRules.validate(changed('application'), { operatorConfiguration }).map(
      ({ operatorCheck, property }) => [operatorCheck, property],
    ),
  ).toEqual([['V06', 'operatorConfiguration.kubernetes.operator.deployment.rollback.enabled']]);
});

test('the options of a session job count from operator 1.8 on', () => {
  const options = { 'state.checkpoints.dir': 's3://b/c', 'state.savepoints.dir': 's3://b/s' };
  const resource = changed('sessionJob', { 'spec/job/upgradeMode': 'savepoint', 'spec/flinkConfiguration': options });
  const session = changed('session', { 'spec/flinkVersion': 'v1_18' });
  const checks = (operatorVersion: string) =>
    FlinkOperatorRules.validate(resource, { session, operatorVersion }).map(({ operatorCheck }) => operatorCheck);
  expect(checks('1.7.0')).toEqual(['V11', 'V12']);
  expect(checks('1.8.0')).toEqual([]);
});

test('a null quantity does not count', () => {
  const requests = { memory: '2Gi', cpu: null, 'example.com/gpu': null };
  const limits = { memory: null, cpu: '0' };
  const resource = changed('application', { 'spec/jobManager': { resources: { requests, limits } } });
  expect(FlinkOperatorRules.validate(resource, { operatorVersion: '1.16.0' }).map(({ property }) => property)).toEqual([
    'spec.jobManager.resources.limits.cpu',
  ]);
});

test('throws for a release that is not a version', () => {
  expect(() => FlinkOperatorRules.validate({}, { operatorVersion: 'latest' })).toThrow(
    'operatorVersion: got "latest"; not a release of the operator. Fix: write one, such as 1.15.0.',
  );
});

test('a newer release is validated as the newest known one', () => {
  const old = changed('application', { 'spec/flinkVersion': 'v2_3' });
  expect(FlinkOperatorRules.validate(old, { operatorVersion: '2.0' })).toEqual([]);
});

describe('the type of a change', () => {
  test.each([
    [OperatorChange.IGNORE, { 'spec/job/upgradeMode': 'savepoint' }],
    [OperatorChange.UPGRADE, { 'spec/image': 'flink:1.20.4' }],
    [OperatorChange.SCALE, { 'spec/flinkConfiguration/pipeline.jobvertex-parallelism-overrides': 'a:2' }],
    [OperatorChange.SAVEPOINT_REDEPLOY, { 'spec/job/savepointRedeployNonce': 1, 'spec/image': 'x' }],
  ])('%s', (type, paths) => {
    expect(FlinkOperatorRules.changeType(changed('application'), changed('application', paths))).toBe(type);
  });

  test('of a session job depends on the mode of the cluster', () => {
    const [before, after] = [changed('sessionJob'), changed('sessionJob', { 'spec/job/parallelism': 4 })];
    expect(FlinkOperatorRules.changeType(before, after)).toBe(OperatorChange.UPGRADE);
    expect(
      FlinkOperatorRules.changeType(before, after, { session: changed('session', { 'spec/mode': 'standalone' }) }),
    ).toBe(OperatorChange.SCALE);
  });

  test('is undefined for two kinds', () => {
    expect(FlinkOperatorRules.changeType(changed('application'), changed('sessionJob'))).toBeUndefined();
  });
});
