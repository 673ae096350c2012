import { changed } from './fixtures';
import { OPERATOR_ROWS, type OperatorRow } from './rows';
import { FlinkOperatorRules, OperatorChange, type OperatorFinding, OperatorStage } from '../../src';
import { OPERATOR_RULES } from '../../src/validation/rules/operator';

const findings = ([resource, options]: OperatorRow['bad']): OperatorFinding[] =>
  FlinkOperatorRules.validate(resource, options);
const rowsOf = (id: string): OperatorRow[] => OPERATOR_ROWS.filter((row) => row.id === id);

describe.each(Object.keys(OPERATOR_RULES))('%s', (id) => {
  test('has a row', () => {
    expect(rowsOf(id)).not.toEqual([]);
  });

  test.each(rowsOf(id))('reports $what', ({ bad, at, says }) => {
    const found = findings(bad).filter((one) => one.id === id);
    expect(found.map(({ property }) => property)).toEqual([at]);
    const { text, fix, check, severity } = found[0]!;
    expect(text).toMatch(/^› \S+: (?:got .+?; )?\S.+\. Fix: \S.+\. \[FLK-OPR-\d\d\]$/);
    // No placeholder is left. Those of templates have two braces.
    expect(text.replace(/\{\{.*?\}\}/g, '')).not.toMatch(/\{\w+\}/);
    expect(text.endsWith(`Fix: ${fix}. [${id}]`)).toBe(true);
    expect({ check, severity }).toMatchObject({
      check: OPERATOR_RULES[id as OperatorRow['id']].check,
      severity: OPERATOR_RULES[id as OperatorRow['id']].severity,
    });
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
        .map(({ check }) => check),
    ).toEqual(['V01', 'V17', 'V20', 'V30']);
  });

  test('two for a jar over HTTP from a private address', () => {
    const resource = changed('sessionJob', { 'spec/job/jarURI': 'http://192.168.56.85:8080/jars/job.jar' });
    expect(FlinkOperatorRules.validate(resource).map(({ check }) => check)).toEqual(['J5', 'J6']);
  });

  test('an exception first, because it hides all other messages', () => {
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

  test('only unreadable fields of an unreadable resource', () => {
    const resource = changed('application', { 'spec/job/args': 'a b', 'spec/image': {}, 'metadata/name': 'Bad' });
    expect(FlinkOperatorRules.validate(resource).map(({ property, stage }) => [property, stage])).toEqual([
      ['spec.job.args', 'reading'],
      ['spec.image', 'reading'],
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
    ['FLK-OPR-58', 'resource'],
  ]);
  expect(FlinkOperatorRules.validate(throwing)[0]!.text).toContain('no spec today');
  expect(
    FlinkOperatorRules.validate(changed('application'), { session: throwing }).map(({ property }) => property),
  ).toEqual(['session']);
  expect(FlinkOperatorRules.changeType(throwing, cyclic)).toBeUndefined();
});

test('the configuration of the operator can contain numbers and booleans', () => {
  const operatorConfig = { 'kubernetes.operator.deployment.rollback.enabled': true, 'a.b': null } as any;
  expect(
    FlinkOperatorRules.validate(changed('application'), { operatorConfig }).map(({ check, property }) => [
      check,
      property,
    ]),
  ).toEqual([['V06', 'operatorConfig.kubernetes.operator.deployment.rollback.enabled']]);
});

test('a release that is not a version is refused', () => {
  expect(() => FlinkOperatorRules.validate({}, { operatorVersion: 'latest' })).toThrow(
    'operatorVersion: got "latest"; it is no release',
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
