import { type Part, type Report } from './problem';
import { type Facts, type FactsOf, type Placeholder, type Rule, type RuleDefinition } from './rule';

/** Reports a finding of one rule: the property, what was found there, and the facts for the texts. */
export interface Finding<Fact extends string = string> {
  (property: string, got?: unknown, facts?: FactsOf<Fact>): void;
  /** Blames another construct than the one whose rules are being checked. */
  on(part: Part): Finding<Fact>;
}

/** A rule that finds its own violations in a context. */
export interface Check<Context, Fact extends string = string> extends Rule<Fact> {
  find(context: Context, report: Finding<Fact>): void;
}

/** What a check is defined by: a rule, and how violations of it are found. */
export interface CheckDefinition<Context, Text extends string, Fix extends string> extends RuleDefinition<Text, Fix> {
  find(context: Context, report: Finding<Placeholder<Text | Fix>>): void;
}

/** Gives the function that defines checks of a context, such as `const nameRule = checkOf<Identity>()`. */
export function checkOf<Context>() {
  return <const Text extends string, const Fix extends string>(
    definition: CheckDefinition<Context, Text, Fix>,
  ): Check<Context, Placeholder<Text | Fix>> => definition;
}

/** The same check in a context from which its own context derives. */
export function checkIn<Outer, Inner>(check: Check<Inner>, inner: (outer: Outer) => Inner): Check<Outer> {
  return { ...check, find: (outer, report) => check.find(inner(outer), report) };
}

/** Where findings go, by the construct that is blamed. */
export type ReportOn = (part: Part) => Report;

/** Runs one check. */
export function runCheck<Context>(check: Check<Context>, context: Context, reportOn: ReportOn): void {
  check.find(context, findingOf(check, 'cluster', reportOn));
}

/** Runs checks in their order. */
export function runChecks<Context>(checks: readonly Check<Context>[], context: Context, reportOn: ReportOn): void {
  checks.forEach((check) => runCheck(check, context, reportOn));
}

function findingOf(rule: Rule, part: Part, reportOn: ReportOn): Finding {
  const report = (property: string, got?: unknown, facts?: Facts): void => reportOn(part)(rule, property, got, facts);
  return Object.assign(report, { on: (other: Part) => findingOf(rule, other, reportOn) });
}
