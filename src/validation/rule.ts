/** A rule: its id, its clauses and its source in one object, to which findings refer. */
export interface Rule<Fact extends string = string> {
  /** `FLK-<AREA>-<NN>`; never used again for another rule. */
  readonly id: string;
  readonly severity: Severity;
  /** Whether an error can be suppressed with a reason, because it predicts a failure that the user can accept. */
  readonly acceptable?: boolean;
  /** What does not hold, as a clause; `{words}` are placeholders for facts of the finding. */
  readonly rule: string;
  /** What to write instead, as an imperative clause; placeholders as in `rule`. */
  readonly fix: string;
  /** Where the rule comes from. */
  readonly source: string;
  /** The placeholders of both clauses; only for the compiler. */
  readonly _facts?: Fact;
}

export type Severity = 'error' | 'warning';

/** Values of placeholders by their names. */
export type Facts = { readonly [name: string]: string | number };

/** The placeholders in a clause. */
export type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** The facts of a finding: a value for each placeholder of the rule. */
export type FactsOf<Fact extends string> = { readonly [name in Fact]: string | number };

/** The definition of a rule. */
export interface RuleDefinition<Text extends string, Fix extends string> {
  readonly id: `FLK-${string}-${string}`;
  readonly severity: Severity;
  readonly acceptable?: boolean;
  readonly rule: Text;
  readonly fix: Fix;
  readonly source: string;
}

/**
 * Defines a rule that is reported where a value is read or derived. A fact without a placeholder in the clauses does
 * not compile.
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
