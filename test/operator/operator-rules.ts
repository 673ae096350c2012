import { ruleTable } from '../../src/assembly/rule-table';
import { asOperatorRule, type OperatorRule } from '../../src/operator-rules/operator-rule';

/** The rules of the operator by their ids. */
export const OPERATOR_RULES: ReadonlyMap<string, OperatorRule> = new Map(
  [...ruleTable().values()].flatMap((rule) => asOperatorRule(rule) ?? []).map((rule) => [rule.id, rule]),
);
