import { type Part, type Report } from './problem';
import { type Facts, type FactsOf, type Placeholder, type Rule, type RuleDefinition } from './rule';

/** Reports a finding of one rule: the property, its value, and the facts for the placeholders. */
export interface Finding<Fact extends string = string> {
  (property: string, got?: unknown, facts?: FactsOf<Fact>): void;
  /** Blames another construct than the cluster. */
  on(part: Part): Finding<Fact>;
}

/** A rule that finds its own violations in a context. */
export interface Check<Context, Fact extends string = string> extends Rule<Fact> {
  /** `reportOn` is for the readers of values that a rule obtains from user code; they report rules of their own. */
  find(context: Context, report: Finding<Fact>, reportOn: ReportOn): void;
}

/** The definition of a check: a rule, and how its violations are found. */
export interface CheckDefinition<Context, Text extends string, Fix extends string> extends RuleDefinition<Text, Fix> {
  find(context: Context, report: Finding<Placeholder<Text | Fix>>, reportOn: ReportOn): void;
}

/** Returns the function that defines checks of a context, such as `const nameRule = checkOf<Identity>()`. */
export function checkOf<Context>() {
  return <const Text extends string, const Fix extends string>(
    definition: CheckDefinition<Context, Text, Fix>,
  ): Check<Context, Placeholder<Text | Fix>> => definition;
}

/** The same check for an outer context, from which the context of the check is derived. */
export function checkIn<Outer, Inner>(check: Check<Inner>, inner: (outer: Outer) => Inner): Check<Outer> {
  return { ...check, find: (outer, report, reportOn) => check.find(inner(outer), report, reportOn) };
}

/** Returns the reporter that blames a construct. */
export type ReportOn = (part: Part) => Report;

/** Runs one check. */
export function runCheck<Context>(check: Check<Context>, context: Context, reportOn: ReportOn): void {
  check.find(context, findingOf(check, 'cluster', reportOn), reportOn);
}

/** Runs checks in their order. */
export function runChecks<Context>(checks: readonly Check<Context>[], context: Context, reportOn: ReportOn): void {
  checks.forEach((check) => runCheck(check, context, reportOn));
}

function findingOf(rule: Rule, part: Part, reportOn: ReportOn): Finding {
  const report = (property: string, got?: unknown, facts?: Facts): void => reportOn(part)(rule, property, got, facts);
  return Object.assign(report, { on: (other: Part) => findingOf(rule, other, reportOn) });
}
