import { JAR_RULES, UNVERIFIED_JAR } from './artifact-rules';
import { type ClusterRule } from './cluster-rule';
import {
  ARGUMENT_SIZES_JOB_MANAGER,
  ARGUMENT_WITHOUT_VALUE,
  UNDEFINED_VARIABLE,
  UNEXPANDED_REFERENCE,
} from './job-argument-rules';
import { type JobContext, ofApplication } from './job-context';
import { MORE_SUBTASKS_THAN_SLOTS } from './job-scaling-rules';
import { UPGRADE_RULES } from './job-upgrade-rules';
import { CLAIM_MODE_RULES, SAVEPOINT_ON_NO_VOLUME } from './savepoint-rules';
import { SCRIPT_RULES } from './script-rules';
import { WORKLOAD_RULES } from './workload-rules';
import { type Check, checkIn } from '../validation/check';

const inCluster = (rule: Check<JobContext>): ClusterRule => checkIn(rule, ofApplication);

/** Rules about the job of an application cluster, in the order in which they are checked. They need a job. */
export const APPLICATION_RULES: readonly ClusterRule[] = [
  ...[UNVERIFIED_JAR, ...JAR_RULES, ...SCRIPT_RULES, ...CLAIM_MODE_RULES].map(inCluster),
  SAVEPOINT_ON_NO_VOLUME,
  ...[UNDEFINED_VARIABLE, UNEXPANDED_REFERENCE].map(inCluster),
  ...UPGRADE_RULES,
  ARGUMENT_WITHOUT_VALUE,
  ARGUMENT_SIZES_JOB_MANAGER,
  inCluster(MORE_SUBTASKS_THAN_SLOTS),
  ...WORKLOAD_RULES,
];
