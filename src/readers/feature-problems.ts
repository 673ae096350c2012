import { type FlinkProblem } from '../props/flink-problem';
import { clauses, type Problem, type Report, reporter } from '../validation/problem';
import { show } from '../validation/show';

/**
 * The findings that features of this library returned as problems. A problem is plain data without a rule. With its
 * finding, it is reported under the id of the rule, even if another feature passes it on.
 */
const FINDINGS = new WeakMap<object, Problem>();

/** Collects findings in the form in which a feature returns them. */
export function featureProblems(check: (report: Report) => void): FlinkProblem[] {
  const found: Problem[] = [];
  check(reporter(found, 'cluster'));
  return found.map(toFeatureProblem);
}

/** Returns the finding behind a problem; `undefined` for problems of features of users. */
export function findingOf(problem: unknown): Problem | undefined {
  return typeof problem === 'object' && problem !== null ? FINDINGS.get(problem) : undefined;
}

/** Returns a finding in the form in which a feature returns it. */
export function toFeatureProblem(finding: Problem): FlinkProblem {
  const { property, got } = finding;
  const shown = typeof got === 'string' ? got : show(got, property);
  const problem: FlinkProblem = { property, ...clauses(finding), ...(got === undefined ? {} : { got: shown }) };
  FINDINGS.set(problem, finding);
  return problem;
}
