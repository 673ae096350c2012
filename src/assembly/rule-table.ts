import * as nativeApplication from '../modes/native/rules/application-rules';
import * as nativeClientFiles from '../modes/native/rules/client-file-rules';
import * as nativeClient from '../modes/native/rules/client-rules';
import * as nativeCluster from '../modes/native/rules/cluster-rules';
import * as nativeKerberos from '../modes/native/rules/kerberos-rules';
import * as nativeOptions from '../modes/native/rules/option-rules';
import * as nativeRoles from '../modes/native/rules/role-rules';
import * as nativeRunTime from '../modes/native/rules/run-time-rules';
import * as nativeTemplates from '../modes/native/rules/template-rules';
import * as nativeValues from '../modes/native/rules/value-rules';
import * as operatorCluster from '../modes/operator/rules/cluster-rules';
import * as operatorResources from '../modes/operator/rules/resource-rules';
import * as names from '../rules/name-rules';
import { type Rule } from '../validation/rule';
import { RULES } from '../validation/rules';

/** The modules that define rules; every rule that one of them exports is in the table. */
const MODULES: readonly object[] = [
  names,
  nativeApplication,
  nativeClient,
  nativeClientFiles,
  nativeCluster,
  nativeKerberos,
  nativeOptions,
  nativeRoles,
  nativeRunTime,
  nativeTemplates,
  nativeValues,
  operatorCluster,
  operatorResources,
  RULES,
];

let table: ReadonlyMap<string, Rule> | undefined;

/** Every rule of the library by its id: for `docs/errors.md`, for suppressions and for tests. */
export function ruleTable(): ReadonlyMap<string, Rule> {
  return (table ??= new Map(
    MODULES.flatMap((module) => Object.values(module).filter(isRule))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((rule) => [rule.id, rule]),
  ));
}

/** Whether a suppression may name the rule: warnings, and errors that can be accepted. */
export function isAcceptable(id: string): boolean {
  const rule = ruleTable().get(id);
  return rule !== undefined && (rule.severity === 'warning' || rule.acceptable === true);
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'id' in value && 'severity' in value && 'fix' in value;
}
