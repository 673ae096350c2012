import { type OperatorStage } from './operator-stage';
import { type Report } from '../validation/problem';
import { type FactsOf, type Placeholder, type Rule, type RuleDefinition } from '../validation/rule';

/** What a rule of the operator has in addition to other rules, so that it can be compared with the real operator. */
interface OperatorTraits {
  /** A short name by which tools and pipelines can distinguish the rules, such as `V01`. */
  readonly check: string;
  readonly stage: OperatorStage;
  /** A regular expression that matches the operator's own message. */
  readonly message?: string;
}

/** A rule of the Flink Kubernetes Operator. Without `find`, it is reported while a resource is read. */
export interface OperatorRule<Fact extends string = string> extends Rule<Fact>, OperatorTraits {}

/** Reports one violation: the property, its value, and the facts for the messages. */
export type Violation<Fact extends string = string> = (property: string, got?: unknown, facts?: FactsOf<Fact>) => void;

/** A rule of the operator that finds its own violations in a context. */
export interface OperatorCheck<Context, Fact extends string = string> extends OperatorRule<Fact> {
  find(context: Context, report: Violation<Fact>): void;
}

type OperatorRuleDefinition<Text extends string, Fix extends string> = RuleDefinition<Text, Fix> & OperatorTraits;

interface OperatorCheckDefinition<Context, Text extends string, Fix extends string>
  extends RuleDefinition<Text, Fix>, OperatorTraits {
  find(context: Context, report: Violation<Placeholder<Text | Fix>>): void;
}

/** Defines a rule that is reported while a resource is read. */
export function defineOperatorRule<const Text extends string, const Fix extends string>(
  definition: OperatorRuleDefinition<Text, Fix>,
): OperatorRule<Placeholder<Text | Fix>> {
  return definition;
}

/** Returns the function that defines rules over a context: `const jobRule = operatorRuleFor<JobContext>()`. */
export function operatorRuleFor<Context>() {
  return <const Text extends string, const Fix extends string>(
    definition: OperatorCheckDefinition<Context, Text, Fix>,
  ): OperatorCheck<Context, Placeholder<Text | Fix>> => definition;
}

/** The rule as a rule of the operator; `undefined` if it is not one. */
export function asOperatorRule(rule: Rule): OperatorRule | undefined {
  return 'stage' in rule ? (rule as OperatorRule) : undefined;
}

/** Whether the validator of the operator rejects a resource that breaks the rule. */
export function rejectsResource(rule: Rule): boolean {
  const stage = asOperatorRule(rule)?.stage;
  return stage === 'validation' || stage === 'validator-exception';
}

/** Rules in the order of the operator. A rule can have several positions, by different steps. */
export type Steps<Context> = readonly (OperatorCheck<Context> | InnerSteps<Context>)[];

/** Steps over contexts that derive from another one. */
interface InnerSteps<Context> {
  run(context: Context, report: Report): void;
}

/** Runs steps in each of the contexts that derive from another one: none, one or several. */
export function forEach<Outer, Inner>(
  innerContexts: (outer: Outer) => readonly Inner[],
  steps: Steps<Inner>,
): InnerSteps<Outer> {
  return {
    run(outer, report) {
      innerContexts(outer).forEach((inner) => runSteps(steps, inner, report));
    },
  };
}

/** Runs steps one after another. */
export function runSteps<Context>(steps: Steps<Context>, context: Context, report: Report): void {
  for (const step of steps) {
    if ('run' in step) step.run(context, report);
    else step.find(context, (property, got, facts) => report(step, property, got, facts));
  }
}

/**
 * The order in which the operator finds errors: the checks of its validator, then the errors that only appear at run
 * time. Each list is one check, which the validator leaves at its first error. It runs all checks before it selects the
 * first message, so that an exception in one of them replaces the messages of all.
 */
export type Order<Context> = readonly Steps<Context>[];
