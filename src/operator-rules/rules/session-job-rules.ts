import { type SessionJobContext } from './context';
import { firstOperatorRelease } from '../operator-capabilities';
import { operatorRuleFor } from '../operator-rule';
import { OperatorStage } from '../operator-stage';

const sessionJobRule = operatorRuleFor<SessionJobContext>();

const NEW_JOB = 'write job, with jarURI and parallelism';

export const MISSING_JOB = sessionJobRule({
  id: 'FLK-OPR-44',
  severity: 'error',
  check: 'J2',
  stage: OperatorStage.VALIDATION,
  message: '^The job spec should not be empty',
  rule: 'a session job needs a job',
  fix: NEW_JOB,
  source: 'operator: DefaultValidator.validateJobNotEmpty',
  find({ spec: { job }, release }, report) {
    if (job === null && release.can('cancelsForLastState')) {
      report('spec.job');
    }
  },
});

// Only older releases have a check for last-state, which reads the job before a missing job is reported.
export const MISSING_JOB_IN_OLD_OPERATOR = sessionJobRule({
  id: 'FLK-OPR-100',
  severity: 'error',
  check: 'X5',
  stage: OperatorStage.VALIDATOR_EXCEPTION,
  message: 'NullPointerException',
  rule: 'before operator {since}, the operator fails with a NullPointerException if a session job has no job',
  fix: NEW_JOB,
  source: 'operator: DefaultValidator.validateNotLastStateUpgradeMode',
  find({ spec: { job }, release }, report) {
    if (job === null && !release.can('cancelsForLastState')) {
      report('spec.job', undefined, { since: firstOperatorRelease('cancelsForLastState') });
    }
  },
});

export const LAST_STATE_OF_SESSION_JOB = sessionJobRule({
  id: 'FLK-OPR-51',
  severity: 'error',
  check: 'J11',
  stage: OperatorStage.VALIDATION,
  message: '^The LAST_STATE upgrade mode is not supported in session job',
  rule: 'before operator {since}, session jobs do not support last-state',
  fix: 'use savepoint or stateless, or operator {since} or newer',
  source: 'operator: DefaultValidator.validateNotLastStateUpgradeMode',
  find({ spec: { job }, release }, report) {
    if (job?.upgradeMode === 'last-state' && !release.can('cancelsForLastState')) {
      report('spec.job.upgradeMode', job.upgradeMode, { since: firstOperatorRelease('cancelsForLastState') });
    }
  },
});

export const DEPLOYED_WITHOUT_DEPLOYMENT_NAME = sessionJobRule({
  id: 'FLK-OPR-101',
  severity: 'error',
  check: 'X6',
  stage: OperatorStage.VALIDATOR_EXCEPTION,
  message: 'NullPointerException',
  rule: 'the operator fails with a NullPointerException if the deployed session job has no cluster',
  fix: 'delete the resource and create it again with the name of a cluster',
  source: 'operator: DefaultValidator.validateSpecChange',
  find({ previous }, report) {
    if (previous?.deploymentName === null) {
      report('previous.spec.deploymentName');
    }
  },
});

export const SESSION_JOB_MOVED = sessionJobRule({
  id: 'FLK-OPR-45',
  severity: 'error',
  check: 'J3',
  stage: OperatorStage.VALIDATION,
  message: "^The deploymentName can't be changed",
  rule: 'a deployed job cannot move away from {before}',
  fix: 'keep {before}, or delete the resource and create it again',
  source: 'operator: DefaultValidator.validateSpecChange',
  find({ spec: { deploymentName }, previous }, report) {
    const before = previous?.deploymentName ?? null;
    if (before !== null && before !== deploymentName) {
      report('spec.deploymentName', deploymentName ?? undefined, { before });
    }
  },
});

export const SESSION_JOB_FOR_APPLICATION_CLUSTER = sessionJobRule({
  id: 'FLK-OPR-49',
  severity: 'error',
  check: 'J7',
  stage: OperatorStage.VALIDATION,
  message: '^Can not submit session job to application cluster',
  rule: '{name} is an application cluster',
  fix: 'use a session cluster: a FlinkDeployment without job',
  source: 'operator: DefaultValidator.validateNotApplicationCluster',
  find({ spec: { deploymentName }, session }, report) {
    if (session !== undefined && (session.resource.spec?.job ?? null) !== null) {
      report('spec.deploymentName', deploymentName ?? undefined, { name: session.resource.name ?? 'the cluster' });
    }
  },
});

export const NAME_OF_ANOTHER_CLUSTER = sessionJobRule({
  id: 'FLK-OPR-50',
  severity: 'error',
  check: 'J8',
  stage: OperatorStage.VALIDATION,
  message: "^The session job's cluster id is not match",
  rule: 'not the name of the session cluster',
  fix: 'write {name}',
  source: 'operator: DefaultValidator.validateSessionClusterId',
  find({ spec: { deploymentName }, session }, report) {
    if (session !== undefined && session.resource.name !== deploymentName) {
      report('spec.deploymentName', deploymentName ?? undefined, { name: session.resource.name ?? 'its name' });
    }
  },
});
