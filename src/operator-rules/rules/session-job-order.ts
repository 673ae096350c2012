import { AUTOSCALER_STEPS } from './autoscaler-rules';
import { NEW_BUT_SUSPENDED } from './change-rules';
import { type SessionJobContext } from './context';
import { JOB_STEPS, jobOfSessionJob } from './job-rules';
import { INVALID_DEPLOYMENT_NAME, INVALID_OBJECT_NAME, MISSING_DEPLOYMENT_NAME } from './object-rules';
import { OPERATOR_OPTION_STEPS } from './operator-option-rules';
import { SESSION_JAR_STEPS } from './session-jar-rules';
import {
  DEPLOYED_WITHOUT_DEPLOYMENT_NAME,
  LAST_STATE_OF_SESSION_JOB,
  MISSING_JOB,
  MISSING_JOB_IN_OLD_OPERATOR,
  NAME_OF_ANOTHER_CLUSTER,
  SESSION_JOB_FOR_APPLICATION_CLUSTER,
  SESSION_JOB_MOVED,
} from './session-job-rules';
import { OPTION_WITHOUT_VALUE } from './unreadable-option-rules';
import { forEach, type Order } from '../operator-rule';

export const SESSION_JOB_ORDER: Order<SessionJobContext> = [
  [forEach(optionsOfCluster, [OPTION_WITHOUT_VALUE])],
  [forEach(optionsOfSessionJob, [OPTION_WITHOUT_VALUE])],
  [MISSING_DEPLOYMENT_NAME, INVALID_DEPLOYMENT_NAME],
  [MISSING_JOB, MISSING_JOB_IN_OLD_OPERATOR, LAST_STATE_OF_SESSION_JOB],
  [DEPLOYED_WITHOUT_DEPLOYMENT_NAME, SESSION_JOB_MOVED],
  SESSION_JAR_STEPS,
  [SESSION_JOB_FOR_APPLICATION_CLUSTER, NAME_OF_ANOTHER_CLUSTER],
  [forEach(jobOfSessionJob, JOB_STEPS)],
  [forEach(({ session, release }) => (session === undefined ? [] : [{ ...session, release }]), AUTOSCALER_STEPS)],
  // From here on, errors at run time.
  [INVALID_OBJECT_NAME, NEW_BUT_SUSPENDED, ...OPERATOR_OPTION_STEPS],
];

function optionsOfCluster({ session }: SessionJobContext) {
  const given = session?.resource.spec?.flinkConfiguration ?? null;
  return [{ given, path: 'session.spec.flinkConfiguration' }];
}

/** Without a cluster, the validator does not read the options. */
function optionsOfSessionJob({ session, spec }: SessionJobContext) {
  return session === undefined ? [] : [{ given: spec.flinkConfiguration, path: 'spec.flinkConfiguration' }];
}
