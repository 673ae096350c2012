import { CONTAINER_RULES } from './container-rules';
import { ENVIRONMENT_RULES } from './environment-rules';
import { FIELD_RULES } from './field-rules';
import { containersOf, type PodDemands, type PodRule } from './pod-rule';
import { PORT_RULES } from './port-rules';
import { RESOURCE_RULES } from './resource-rules';
import { RESTRICTED_RULES } from './restricted-rules';
import { VOLUME_RULES } from './volume-rules';
import { Hardening } from '../../props/hardening';
import { runCheck } from '../../validation/check';
import { type Report } from '../../validation/problem';
import { checkTexts } from '../text-rules';

/** Rules about every finished pod, whichever workload runs it. */
export const POD_RULES: readonly PodRule[] = [
  ...VOLUME_RULES,
  ...CONTAINER_RULES,
  ...ENVIRONMENT_RULES,
  ...RESOURCE_RULES,
  ...PORT_RULES,
];

/**
 * Checks a finished pod, including the combination of its properties. All pods of the library are checked here: those
 * of the JobManager, of the TaskManagers, of submissions and any other.
 */
export function checkPod({ skipsFields = false, ...demands }: PodDemands, report: Report): void {
  const context = { claimNames: new Set<string>(), ...demands, containers: containersOf(demands.pod) };
  const reported = new Set<unknown>();
  const remember: Report = (rule, property, got, facts) => {
    reported.add(got);
    report(rule, property, got, facts);
  };
  const rules = context.hardening === Hardening.NONE ? POD_RULES : [...POD_RULES, ...RESTRICTED_RULES];
  rules.forEach((rule) => runCheck(rule, context, () => remember));
  checkTexts(context.pod.metadata, 'metadata', remember);
  checkTexts(context.pod.spec, '', remember);
  checkTexts(context.pod.main, '', remember);
  if (!skipsFields) {
    // A value that another rule has reported is not reported again for its type.
    const unreported: Report = (rule, property, got, facts) => {
      if (got === undefined || !reported.has(got)) {
        report(rule, property, got, facts);
      }
    };
    FIELD_RULES.forEach((rule) => runCheck(rule, context, () => unreported));
  }
}
