import { type Reader, string } from './reader';
import { type Rule } from '../validation/rule';

/** A string that matches a pattern; otherwise it breaks the rule. */
export function matching(pattern: RegExp, rule: Rule<never>): Reader<string> {
  return (value, property, report) => {
    const given = string(value, property, report);
    if (given !== undefined && !pattern.test(given)) {
      report(rule, property, given);
      return undefined;
    }
    return given;
  };
}
