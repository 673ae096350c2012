/** A rule: its id, its texts and its source in one object, which is also what a finding refers to. */
export interface Rule<Fact extends string = string> {
  /** `FLK-<AREA>-<NN>`; never used again for another rule. */
  readonly id: string;
  readonly severity: Severity;
  /** Whether an error can be suppressed with a reason, because it is about a later failure that the user may accept. */
  readonly acceptable?: boolean;
  /** What does not hold, as a clause; `{words}` are placeholders for facts of the finding. */
  readonly rule: string;
  /** What to write instead, as an imperative clause; placeholders as in `rule`. */
  readonly fix: string;
  /** Where the rule comes from. */
  readonly source: string;
  /** The placeholders of both texts; for the compiler only. */
  readonly _facts?: Fact;
}

export type Severity = 'error' | 'warning';

/** Values of placeholders by their names. */
export type Facts = { readonly [name: string]: string | number };

/** The placeholders in a text. */
export type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** The facts of a finding: a value for each placeholder of the rule. */
export type FactsOf<Fact extends string> = { readonly [name in Fact]: string | number };

/** What a rule is defined by. */
export interface RuleDefinition<Text extends string, Fix extends string> {
  readonly id: `FLK-${string}-${string}`;
  readonly severity: Severity;
  readonly acceptable?: boolean;
  readonly rule: Text;
  readonly fix: Fix;
  readonly source: string;
}

/**
 * Defines a rule that the code reports which reads or derives a value. A fact that the texts do not name does not
 * compile.
 */
export function defineRule<const Text extends string, const Fix extends string>(
  definition: RuleDefinition<Text, Fix>,
): Rule<Placeholder<Text | Fix>> {
  return definition;
}

/** Sources that many rules have in common. */
export const Sources = {
  KUBERNETES: 'Kubernetes API validation',
  IMAGE: 'entry point of the official image',
  LIBRARY: 'this library',
  FLINK: 'Flink configuration',
  RESTRICTED: 'Pod Security Standard restricted',
} as const;
