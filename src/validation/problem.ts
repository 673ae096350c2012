import { type Facts, type FactsOf, type Rule, type Severity } from './rule';
import { masked, oneLine, show } from './show';

/** The construct that a problem is blamed on, by its place in the cluster; those that mount into it by their paths. */
export type Part = 'cluster' | 'jobManager' | 'taskManager' | `mount ${string}`;

/** One finding: a row of the rule table, applied to a property. */
export interface Problem {
  readonly rule: Rule;
  readonly part: Part;
  /** Where in the construct's props, as a path: `taskManager.env.PATH`. */
  readonly property: string;
  /** What was found there; left out where nothing was. */
  readonly got?: unknown;
  /** What the placeholders of the rule's texts stand for. */
  readonly facts: Facts;
}

/** How a check tells what it found; the caller knows which part is to blame. */
export type Report = <Fact extends string>(
  rule: Rule<Fact>,
  property: string,
  got?: unknown,
  facts?: FactsOf<Fact>,
) => void;

/** A reporter that blames one part and collects into a list. */
export function reporter(problems: Problem[], part: Part): Report {
  return (rule, property, got, facts) => void problems.push({ rule, part, property, got, facts: facts ?? {} });
}

/** The severity of a problem's rule. */
export function severity({ rule }: Problem): Severity {
  return rule.severity;
}

/** What decides how problems are treated. */
export interface Strictness {
  readonly strict: boolean;
  /** Rules that somebody has said, with a reason, to know. */
  readonly suppressions: readonly { readonly id: string }[];
}

export function isSuppressed({ rule }: Problem, { suppressions }: Strictness): boolean {
  return suppressions.some((suppression) => suppression.id === rule.id);
}

/** Whether a problem keeps the manifests from being written. */
export function isError(problem: Problem, strictness: Strictness): boolean {
  return !isSuppressed(problem, strictness) && (severity(problem) === 'error' || strictness.strict);
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

/** What does not hold and what to do, with the facts filled in. */
export function clauses({ rule, facts }: Pick<Problem, 'rule' | 'facts'>): {
  readonly rule: string;
  readonly fix: string;
} {
  return { rule: fill(rule.rule, facts), fix: fill(rule.fix, facts) };
}

/** The full form of a message, for where cdk8s does not print the path itself. */
export function withPath(text: string, path: string): string {
  return `${path} ${text}`;
}

/** What to write instead. */
export function fixOf(problem: Problem): string {
  return fill(problem.rule.fix, problem.facts);
}

function fill(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => oneLine(masked(String(facts[name] ?? whole))));
}
