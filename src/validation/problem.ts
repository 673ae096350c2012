import { type Facts, type FactsOf, type Rule, type Severity } from './rule';
import { masked, oneLine, show } from './show';

/** The construct that causes a problem: the cluster, one of its roles, or a mount, with its path. */
export type Part = 'cluster' | 'jobManager' | 'taskManager' | `mount ${string}`;

/** One finding: a rule that a property violates. */
export interface Problem {
  readonly rule: Rule;
  readonly part: Part;
  /** The path of the property in the props of the construct: `taskManager.env.PATH`. */
  readonly property: string;
  /** The value of the property, if there is one. */
  readonly got?: unknown;
  /** Values for the placeholders of the rule. */
  readonly facts: Facts;
}

/** Reports a finding; the caller of the check determines the construct to blame. */
export type Report = <Fact extends string>(
  rule: Rule<Fact>,
  property: string,
  got?: unknown,
  facts?: FactsOf<Fact>,
) => void;

/** Returns a reporter that blames one construct and adds findings to a list. */
export function reporter(problems: Problem[], part: Part): Report {
  return (rule, property, got, facts) => void problems.push({ rule, part, property, got, facts: facts ?? {} });
}

/** A reporter for a property of another: `image` within `pod` is `pod.image`. */
export function within(property: string, report: Report): Report {
  return (rule, inner, got, facts) => report(rule, inner === '' ? property : `${property}.${inner}`, got, facts);
}

/** The severity of a problem's rule. */
export function severity({ rule }: Problem): Severity {
  return rule.severity;
}

/**
 * The message without the construct path, which cdk8s prints in front of it. It ends with the id of the rule, under
 * which `docs/errors.md` explains it.
 */
export function message(problem: Problem): string {
  const { rule, fix } = clauses(problem);
  const got = problem.got === undefined ? '' : `got ${show(problem.got, problem.property)}; `;
  return `› ${oneLine(problem.property)}: ${got}${rule}. Fix: ${fix}. [${problem.rule.id}]`;
}

/** The clauses of the rule and the fix, with the facts of the finding. */
export function clauses({ rule, facts }: Pick<Problem, 'rule' | 'facts'>): {
  readonly rule: string;
  readonly fix: string;
} {
  return { rule: fill(rule.rule, facts), fix: fill(rule.fix, facts) };
}

/** A message with the construct path, for output without the help of cdk8s. */
export function withPath(text: string, path: string): string {
  return `${path} ${text}`;
}

/** The clause of the fix, with the facts of the finding. */
export function fixOf(problem: Problem): string {
  return fill(problem.rule.fix, problem.facts);
}

function fill(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => oneLine(masked(String(facts[name] ?? whole))));
}
