import { type FlinkSuppression } from './cluster-options';
import { type Problem, severity } from '../validation/problem';

/** What decides how problems are treated. */
export interface Strictness {
  readonly strict: boolean;
  readonly suppressions: readonly FlinkSuppression[];
}

/** Whether a problem keeps the manifests from being written. */
export function isError(problem: Problem, strictness: Strictness): boolean {
  return !isSuppressed(problem, strictness) && (severity(problem) === 'error' || strictness.strict);
}

/** Whether somebody has said, with a reason, that the rule is known. */
export function isSuppressed({ id }: Problem, { suppressions }: Strictness): boolean {
  return suppressions.some((suppression) => suppression.id === id);
}
