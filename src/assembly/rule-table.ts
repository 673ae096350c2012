import * as names from '../rules/name-rules';
import * as containers from '../rules/pods/container-rules';
import * as environment from '../rules/pods/environment-rules';
import * as fields from '../rules/pods/field-rules';
import * as ports from '../rules/pods/port-rules';
import * as resources from '../rules/pods/resource-rules';
import * as restricted from '../rules/pods/restricted-rules';
import * as volumes from '../rules/pods/volume-rules';
import { type Rule } from '../validation/rule';
import { RULES } from '../validation/rules';

/** The modules that define rules; every rule that one of them exports is in the table. */
const MODULES: readonly object[] = [
  names,
  containers,
  environment,
  fields,
  ports,
  resources,
  restricted,
  volumes,
  RULES,
];

let table: ReadonlyMap<string, Rule> | undefined;

/** Every rule of the library by id: for `docs/errors.md`, for suppressions and for tests. */
export function ruleTable(): ReadonlyMap<string, Rule> {
  return (table ??= new Map(
    MODULES.flatMap((module) => Object.values(module).filter(isRule))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((rule) => [rule.id, rule]),
  ));
}

/** Whether the rule can be suppressed: a warning, or an error that can be accepted. */
export function isAcceptable(id: string): boolean {
  const rule = ruleTable().get(id);
  return rule !== undefined && (rule.severity === 'warning' || rule.acceptable === true);
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'id' in value && 'severity' in value && 'fix' in value;
}
