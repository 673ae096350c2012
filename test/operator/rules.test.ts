import { changed } from './fixtures';
import { OPERATOR_ROWS, type OperatorRow } from './rows';
import { FlinkOperatorRules, OperatorChange, type OperatorFinding, OperatorStage } from '../../src';
import { OPERATOR_RULES } from '../../src/validation/rules/operator';

const told = ([resource, options]: OperatorRow['bad']): OperatorFinding[] =>
  FlinkOperatorRules.validate(resource, options);
const rowsOf = (id: string): OperatorRow[] => OPERATOR_ROWS.filter((row) => row.id === id);

describe.each(Object.keys(OPERATOR_RULES))('%s', (id) => {
  test('has a row', () => {
    expect(rowsOf(id)).not.toEqual([]);
  });

  test.each(rowsOf(id))('is told at $at, with a fix, and not of the neighbour', ({ bad, at, says, good }) => {
    const found = told(bad).filter((one) => one.id === id);
    expect(found.map(({ property }) => property)).toEqual([at]);
    const { text, fix, check, severity } = found[0]!;
    expect(text).toMatch(/^\[FLK-OPR-\d\d\] › \S+: (?:got .+?; )?\S.+\. Fix: \S.+\.$/);
    // Nothing is left to fill in: placeholders of templates have two braces.
    expect(text.replace(/\{\{.*?\}\}/g, '')).not.toMatch(/\{\w+\}/);
    expect(text.endsWith(`Fix: ${fix}.`)).toBe(true);
    expect({ check, severity }).toMatchObject({
      check: OPERATOR_RULES[id as OperatorRow['id']].check,
      severity: OPERATOR_RULES[id as OperatorRow['id']].severity,
    });
    says.reduce((rest, words) => {
      expect(rest).toContain(words);
      return rest.slice(rest.indexOf(words) + words.length);
    }, text);
    expect(told(good).filter((one) => one.id === id || one.severity === 'error')).toEqual([]);
  });
});

describe('all findings come at once', () => {
  test('in the order of the operator, whose own answer is the first', () => {
    const resource = changed(
      'application',
      { 'metadata/name': 'Bad', 'spec/job/parallelism': 0, 'spec/jobManager/replicas': 0 },
      ['spec/serviceAccount'],
    );
    expect(
      FlinkOperatorRules.validate(resource)
        .filter(({ stage }) => stage === OperatorStage.VALIDATION)
        .map(({ check }) => check),
    ).toEqual(['V01', 'V17', 'V20', 'V30']);
  });

  test('a jar by http from a private address is wrong twice', () => {
    const resource = changed('sessionJob', { 'spec/job/jarURI': 'http://192.168.56.85:8080/jars/job.jar' });
    expect(FlinkOperatorRules.validate(resource).map(({ check }) => check)).toEqual(['J5', 'J6']);
  });

  test('an exception hides every message, so it comes first', () => {
    const resource = changed('application', {
      'metadata/name': 'Bad',
      'spec/flinkConfiguration/kubernetes.operator.deployment.rollback.enabled': 'maybe',
    });
    expect(
      FlinkOperatorRules.validate(resource)
        .map(({ check, stage }) => [check, stage])
        .slice(0, 2),
    ).toEqual([
      ['X1', 'crash'],
      ['V01', 'validation'],
    ]);
  });

  test('of a resource that cannot be read, all that cannot be read', () => {
    const resource = changed('application', { 'spec/job/args': 'a b', 'spec/image': {}, 'metadata/name': 'Bad' });
    expect(FlinkOperatorRules.validate(resource).map(({ property, stage }) => [property, stage])).toEqual([
      ['spec.job.args', 'reading'],
      ['spec.image', 'reading'],
    ]);
  });
});

test.each([undefined, null, 1, 'text', [], {}, { kind: 'Pod' }, { kind: '__proto__' }])(
  'what is no resource of the operator is told, not thrown: %p',
  (given) => {
    expect(FlinkOperatorRules.validate(given).map(({ id }) => id)).toEqual(['FLK-OPR-57']);
    expect(FlinkOperatorRules.changeType(given, changed('application'))).toBeUndefined();
  },
);

test('what is no data is told, not thrown', () => {
  const cyclic = changed('application');
  cyclic.spec.job = cyclic;
  const throwing = {
    kind: 'FlinkDeployment',
    get spec() {
      throw new Error('no spec today');
    },
  };
  expect(FlinkOperatorRules.validate(cyclic).map(({ id, property }) => [id, property])).toEqual([
    ['FLK-OPR-58', 'resource'],
  ]);
  expect(FlinkOperatorRules.validate(throwing)[0]!.text).toContain('no spec today');
  expect(
    FlinkOperatorRules.validate(changed('application'), { session: throwing }).map(({ property }) => property),
  ).toEqual(['session']);
  expect(FlinkOperatorRules.changeType(throwing, cyclic)).toBeUndefined();
});

test('the configuration of the operator may hold numbers and flags', () => {
  const operatorConfig = { 'kubernetes.operator.deployment.rollback.enabled': true, 'a.b': null } as any;
  expect(
    FlinkOperatorRules.validate(changed('application'), { operatorConfig }).map(({ check, property }) => [
      check,
      property,
    ]),
  ).toEqual([['V06', 'operatorConfig.kubernetes.operator.deployment.rollback.enabled']]);
});

test('a release that is no version is refused', () => {
  expect(() => FlinkOperatorRules.validate({}, { operatorVersion: 'latest' })).toThrow(
    'operatorVersion: got "latest"; it is no release',
  );
});

test('a newer release is judged as the newest known one', () => {
  const old = changed('application', { 'spec/flinkVersion': 'v2_3' });
  expect(FlinkOperatorRules.validate(old, { operatorVersion: '2.0' })).toEqual([]);
});

describe('what a change does', () => {
  test.each([
    [OperatorChange.IGNORE, { 'spec/job/upgradeMode': 'savepoint' }],
    [OperatorChange.UPGRADE, { 'spec/image': 'flink:1.20.4' }],
    [OperatorChange.SCALE, { 'spec/flinkConfiguration/pipeline.jobvertex-parallelism-overrides': 'a:2' }],
    [OperatorChange.SAVEPOINT_REDEPLOY, { 'spec/job/savepointRedeployNonce': 1, 'spec/image': 'x' }],
  ])('%s', (type, paths) => {
    expect(FlinkOperatorRules.changeType(changed('application'), changed('application', paths))).toBe(type);
  });

  test('the mode of the cluster decides for a session job', () => {
    const [before, after] = [changed('sessionJob'), changed('sessionJob', { 'spec/job/parallelism': 4 })];
    expect(FlinkOperatorRules.changeType(before, after)).toBe(OperatorChange.UPGRADE);
    expect(
      FlinkOperatorRules.changeType(before, after, { session: changed('session', { 'spec/mode': 'standalone' }) }),
    ).toBe(OperatorChange.SCALE);
  });

  test('two kinds do not compare', () => {
    expect(FlinkOperatorRules.changeType(changed('application'), changed('sessionJob'))).toBeUndefined();
  });
});
