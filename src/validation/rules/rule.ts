/** One row of the rule table; `{words}` in the texts are filled in from the finding. */
export interface Rule {
  readonly severity: 'error' | 'warning';
  /** Whether an error can be accepted, with a reason: it is about what will be lost one day, and somebody may know better. */
  readonly acceptable?: boolean;
  /** What does not hold, as a clause. */
  readonly rule: string;
  /** What to write instead, as a clause. */
  readonly fix: string;
  /** Who says so. */
  readonly source: string;
}

export const KUBERNETES = 'Kubernetes API validation';
export const IMAGE = 'entry point of the official image';
export const LIBRARY = 'this library';
export const FLINK = 'Flink configuration';
export const PSS = 'Pod Security Standard restricted';

export function error(rule: string, fix: string, source: string): Rule {
  return { severity: 'error', rule, fix, source };
}

export function warning(rule: string, fix: string, source: string): Rule {
  return { severity: 'warning', rule, fix, source };
}

/** An error that can be accepted with a reason. */
export function objection(rule: string, fix: string, source: string): Rule {
  return { severity: 'error', acceptable: true, rule, fix, source };
}
