import { type Problem, type Report } from '../validation/problem';

/** A violation of a rule by a resource. */
export type Found = Omit<Problem, 'part'>;

/** A reporter that adds to a list. */
export function collector(found: Found[]): Report {
  return (rule, property, got, facts) => void found.push({ rule, property, got, facts: facts ?? {} });
}
