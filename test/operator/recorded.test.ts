import { type RecordedCase, recordedCases } from './fixtures';
import { OPERATOR_RULES } from './operator-rules';
import { changeOf } from '../../src/operator-rules/change-type';
import { ingressesOf } from '../../src/operator-rules/created-ingresses';
import { judge } from '../../src/operator-rules/judge';
import { OperatorRelease } from '../../src/operator-rules/operator-release';
import { asOperatorRule, rejectsResource } from '../../src/operator-rules/operator-rule';

const HOSTS: { readonly [name: string]: string[] } = {
  'jars.example.com': ['93.184.216.34'],
  'example.com': ['93.184.216.35'],
  'internal.example.com': ['10.1.2.3'],
  localhost: ['127.0.0.1'],
};

function surroundings({ version, operatorConfig: config = {} }: RecordedCase) {
  return { release: OperatorRelease.parse(version)!, config, resolve: (host: string) => HOSTS[host] ?? [] };
}

function validated(one: RecordedCase) {
  const { previous, session, target } = one;
  return judge(one.resource, { ...surroundings(one), previous, session, target });
}

const CASES = recordedCases();
const answered = (name: keyof RecordedCase['answer']) => CASES.filter(({ answer }) => answer[name] !== undefined);

test('there is a recorded case for every rule of the validator', () => {
  const messages = CASES.map(({ answer }) => answer.refused ?? '');
  const missing = [...OPERATOR_RULES.values()].filter(
    ({ message: pattern }) => pattern !== undefined && !messages.some((message) => new RegExp(pattern).test(message)),
  );
  expect(missing.map(({ check }) => check)).toEqual([]);
});

test.each(CASES)('can or cannot read $version $id', (one) => {
  expect(validated(one).resource !== undefined).toBe(one.answer.readable);
});

test.each(answered('refused'))('accepts or rejects $version $id, for the same reason', (one) => {
  const rejections = validated(one)
    .found.map(({ rule }) => rule)
    .filter(rejectsResource);
  if (one.answer.refused === null) {
    expect(rejections).toEqual([]);
  } else {
    expect(rejections).not.toEqual([]);
    expect(one.answer.refused).toMatch(new RegExp(asOperatorRule(rejections[0]!)!.message!));
  }
});

test.each(answered('change'))('derives the type of change in $version $id', (one) => {
  expect(changeOf(one.previous, one.resource, { ...surroundings(one), session: one.session })).toBe(one.answer.change);
});

test.each(answered('ingress'))('creates the Ingress of $version $id', (one) => {
  expect(ingressesOf(validated(one), surroundings(one))).toEqual(
    one.answer.ingress === null ? [] : [one.answer.ingress],
  );
});
