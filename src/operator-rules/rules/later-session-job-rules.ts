import { nameRule } from './later-rules';
import { operatorOptionRules } from './operator-option-rules';
import { type SessionJobContext } from './session-job-rules';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';

/** What no validator asks of a FlinkSessionJob. */
export function laterSessionJobRules({ resource, spec, release, previous }: SessionJobContext, report: Report): void {
  nameRule(resource.name, report);
  if (previous === undefined && spec.job?.state === 'suspended') {
    report(RULES['FLK-OPR-81'], 'spec.job.state', spec.job.state);
  }
  operatorOptionRules(spec.flinkConfiguration, release, report);
}
