import { type Wire } from '../kubernetes/wire';
import { judge } from '../operator/judge';
import { DEFAULT_OPERATOR_VERSION, OperatorRelease } from '../operator/operator-release';
import { type Problem, severity } from '../validation/problem';

/** What only who knows the other resources can tell: that the job of a snapshot is not there. */
const NEEDS_OTHERS: readonly string[] = ['FLK-OPR-54'];

/** What the operator would refuse in a resource, by itself, of the properties that state it; what is told already is not told again. */
export function judgeAlone(resource: Wire, operatorVersion: string | undefined, problems: Problem[]): void {
  const release = OperatorRelease.parse(operatorVersion ?? DEFAULT_OPERATOR_VERSION);
  if (release === undefined) {
    problems.push({ id: 'FLK-OPM-01', part: 'cluster', property: 'operatorVersion', got: operatorVersion, facts: {} });
    return;
  }
  const isWrongAlready = problems.some((problem) => severity(problem) === 'error');
  const found = isWrongAlready ? [] : judge(resource, { release, config: {} }).found.filter(({ id }) => !NEEDS_OTHERS.includes(id));
  problems.push(...found.map(({ id, property, got, facts }): Problem => ({ id, part: 'cluster', property: placeOf(property), got, facts })));
}

function placeOf(field: string): string {
  return field
    .replace(/^metadata\.name$/, 'snapshotName')
    .replace(/^spec\.jobReference/, 'job')
    .replace(/^spec\.(checkpoint|savepoint)/, 'snapshot.$1')
    .replace(/^spec\./, '')
    .replace(/^(?:kind|spec)$/, 'snapshot');
}
