import { type RuleId, RULES } from './rules';
import { type Rule } from './rules/rule';
import { masked, oneLine, show } from './show';

/** The construct that a problem is blamed on, by its place in the cluster; those that mount into it by their paths. */
export type Part = 'cluster' | 'jobManager' | 'taskManager' | `mount ${string}`;

/** One finding: a row of the rule table, applied to a property. */
export interface Problem {
  readonly id: RuleId;
  readonly part: Part;
  /** Where in the construct's props, as a path: `taskManager.env.PATH`. */
  readonly property: string;
  /** What was found there; left out where nothing was. */
  readonly got?: unknown;
  /** What the placeholders of the rule's texts stand for. */
  readonly facts: Facts;
}

export type Facts = { readonly [name: string]: string | number };

/** How a check tells what it found; the caller knows which part is to blame. */
export type Report = (id: RuleId, property: string, got?: unknown, facts?: Facts) => void;

/** A reporter that blames one part and collects into a list. */
export function reporter(problems: Problem[], part: Part): Report {
  return (id, property, got, facts = {}) => void problems.push({ id, part, property, got, facts });
}

/** The severity of a problem's rule. */
export function severity(problem: Problem): 'error' | 'warning' {
  return rules()[problem.id].severity;
}

/** Whether what a rule says can be accepted with a reason: warnings, and errors of which somebody may know better. */
export function isAcceptable(id: string): boolean {
  const table: { readonly [rule: string]: Rule } = rules();
  return Object.hasOwn(table, id) && (table[id]!.severity === 'warning' || table[id]!.acceptable === true);
}

/** What decides how problems are treated. */
export interface Strictness {
  readonly strict: boolean;
  /** Rules that somebody has said, with a reason, to know. */
  readonly suppressions: readonly { readonly id: string }[];
}

export function isSuppressed({ id }: Problem, { suppressions }: Strictness): boolean {
  return suppressions.some((suppression) => suppression.id === id);
}

/** Whether a problem keeps the manifests from being written. */
export function isError(problem: Problem, strictness: Strictness): boolean {
  return !isSuppressed(problem, strictness) && (severity(problem) === 'error' || strictness.strict);
}

/** The message without the construct path, which cdk8s prints itself. */
export function message(problem: Problem): string {
  const { rule, fix } = clauses(problem);
  const got = problem.got === undefined ? '' : `got ${show(problem.got, problem.property)}; `;
  return `[${problem.id}] › ${oneLine(problem.property)}: ${got}${rule}. Fix: ${fix}.`;
}

/** What does not hold and what to do, with the facts filled in. */
export function clauses({ id, facts }: Pick<Problem, 'id' | 'facts'>): { readonly rule: string; readonly fix: string } {
  const { rule, fix } = rules()[id];
  return { rule: fill(rule, facts), fix: fill(fix, facts) };
}

/** The full form of a message, for where cdk8s does not print the path itself. */
export function withPath(text: string, path: string): string {
  return text.replace(' › ', ` ${path} › `);
}

/** What to write instead. */
export function fixOf(problem: Problem): string {
  return fill(rules()[problem.id].fix, problem.facts);
}

function fill(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => oneLine(masked(String(facts[name] ?? whole))));
}

/** The rule texts are needed only when something is wrong, so they load then. */
function rules(): typeof import('./rules').RULES {
  return RULES;
}
