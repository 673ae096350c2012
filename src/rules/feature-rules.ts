import { type ClusterRule, clusterRule, clusterRuleOf, sharedAnalysis } from './cluster-rule';
import { EXCEPTION_IN_FEATURE } from '../derivation/collector';
import { type ContributionInput } from '../derivation/inputs';
import { type IFlinkCheck } from '../props/contribution';
import { list, reason, string } from '../readers/reader';
import { type Part, type Problem, reporter } from '../validation/problem';
import { Sources } from '../validation/rule';

/** Rules about problems that the features of users report. */

/** The answer of one check. */
interface Answer {
  readonly part: Part;
  readonly property: string;
  readonly findings: readonly string[];
  /** What is wrong with the answer itself. */
  readonly problems: readonly Problem[];
  /** The message of the exception that the check threw. */
  readonly thrown?: string;
}

/** The answers of all checks; they are user code, which runs only once. */
const answersOf = sharedAnalysis(({ cluster: { options }, inputs: { contributions } }): readonly Answer[] =>
  contributions.flatMap(({ contribution: { checks = [] }, ...blamed }) =>
    checks.map((check) => answerOf(check, Object.fromEntries(options.toMap()), blamed)),
  ),
);

function answerOf(
  check: IFlinkCheck,
  options: { [key: string]: string },
  { part, property }: Pick<ContributionInput, 'part' | 'property'>,
): Answer {
  const problems: Problem[] = [];
  try {
    const report = reporter(problems, part);
    const findings = list(string)(check.check(options), `${property}.check()`, report) ?? [];
    return { part, property, findings, problems };
  } catch (error) {
    return { part, property, findings: [], problems, thrown: reason(error) };
  }
}

export const FEATURE_PROBLEM = clusterRule({
  id: 'FLK-FEAT-04',
  severity: 'error',
  rule: 'a feature reports: {rule}',
  fix: '{fix}',
  source: Sources.LIBRARY,
  find({ inputs: { contributions } }, report) {
    for (const { contribution, part } of contributions) {
      for (const { property, got, rule, fix } of contribution.problems ?? []) {
        report.on(part)(property, got, { rule, fix });
      }
    }
  },
});

export const FAILED_FEATURE_CHECK = clusterRule({
  id: 'FLK-FEAT-03',
  severity: 'error',
  rule: 'a check of this feature failed: {finding}',
  fix: 'follow the finding',
  source: Sources.LIBRARY,
  find(context, report, reportOn) {
    for (const { part, property, findings, problems } of answersOf(context)) {
      problems.forEach((problem) => reportOn(part)(problem.rule, problem.property, problem.got, problem.facts));
      findings.forEach((finding) => report.on(part)(property, undefined, { finding }));
    }
  },
});

const EXCEPTION_IN_CHECK = clusterRuleOf(EXCEPTION_IN_FEATURE, {
  find(context, report) {
    for (const { part, property, thrown } of answersOf(context)) {
      if (thrown !== undefined) {
        report.on(part)(property, undefined, { method: 'check', reason: thrown });
      }
    }
  },
});

export const FEATURE_RULES: readonly ClusterRule[] = [FEATURE_PROBLEM, FAILED_FEATURE_CHECK, EXCEPTION_IN_CHECK];
