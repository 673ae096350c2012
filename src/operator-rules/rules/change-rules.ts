import { type DeploymentContext, isStandalone } from './context';
import { isBlank } from './text';
import { operatorRuleFor } from '../operator-rule';
import { OperatorStage } from '../operator-stage';
import { type DeploymentSpec, type JobSpec } from '../reading/specs';

/** A change of a FlinkDeployment. */
interface Change {
  readonly spec: DeploymentSpec;
  readonly previous: DeploymentSpec;
  readonly redeploysFromSavepoints: boolean;
}

const changeRule = operatorRuleFor<Change>();

const VALIDATOR = 'operator: DefaultValidator.validateSpecChange';
const CREATE_AGAIN = 'delete the resource and create it again, or give the new cluster another name';

export const SESSION_CLUSTER_TO_APPLICATION = changeRule({
  id: 'FLK-OPR-25',
  severity: 'error',
  check: 'V25',
  stage: OperatorStage.VALIDATION,
  message: '^Cannot switch from session to job cluster',
  rule: 'a session cluster cannot become an application cluster',
  fix: CREATE_AGAIN,
  source: VALIDATOR,
  find({ spec, previous }, report) {
    if (previous.job === null && spec.job !== null) {
      report('spec.job');
    }
  },
});

export const APPLICATION_TO_SESSION_CLUSTER = changeRule({
  id: 'FLK-OPR-26',
  severity: 'error',
  check: 'V26',
  stage: OperatorStage.VALIDATION,
  message: '^Cannot switch from job to session cluster',
  rule: 'an application cluster cannot become a session cluster',
  fix: CREATE_AGAIN,
  source: VALIDATOR,
  find({ spec, previous }, report) {
    if (previous.job !== null && spec.job === null) {
      report('spec.job');
    }
  },
});

export const NATIVE_TO_STANDALONE = changeRule({
  id: 'FLK-OPR-27',
  severity: 'error',
  check: 'V27',
  stage: OperatorStage.VALIDATION,
  message: '^Cannot switch from native kubernetes to standalone',
  rule: 'a native cluster cannot become a standalone cluster',
  fix: 'keep native, or delete the resource and create it again',
  source: VALIDATOR,
  find({ spec, previous }, report) {
    if (!isStandalone(previous) && isStandalone(spec)) {
      report('spec.mode', spec.mode ?? undefined);
    }
  },
});

export const STANDALONE_TO_NATIVE = changeRule({
  id: 'FLK-OPR-28',
  severity: 'error',
  check: 'V28',
  stage: OperatorStage.VALIDATION,
  message: '^Cannot switch from standalone kubernetes to native',
  rule: 'a standalone cluster cannot become a native cluster, which is the default mode',
  fix: 'keep standalone, or delete the resource and create it again',
  source: VALIDATOR,
  find({ spec, previous }, report) {
    if (isStandalone(previous) && !isStandalone(spec)) {
      report('spec.mode', spec.mode ?? undefined);
    }
  },
});

export const REDEPLOYMENT_WITHOUT_SAVEPOINT = changeRule({
  id: 'FLK-OPR-29',
  severity: 'error',
  check: 'V29',
  stage: OperatorStage.VALIDATION,
  message: '^InitialSavepointPath must not be empty for savepoint redeployment',
  rule: 'a redeployment starts from initialSavepointPath, which is empty',
  fix: 'set initialSavepointPath, or keep the previous nonce',
  source: VALIDATOR,
  find({ spec, previous, redeploysFromSavepoints }, report) {
    const nonce = spec.job?.savepointRedeployNonce ?? null;
    const path = spec.job?.initialSavepointPath;
    const isChanged = previous.job !== null && nonce !== null && nonce !== previous.job.savepointRedeployNonce;
    if (redeploysFromSavepoints && isChanged && isBlank(path)) {
      report('spec.job.initialSavepointPath', path ?? undefined);
    }
  },
});

/** The change of a FlinkDeployment, unless it is new. */
export function changeOfDeployment({ spec, previous, release }: DeploymentContext): Change[] {
  const redeploysFromSavepoints = release.can('redeploysFromSavepoints');
  return previous === undefined ? [] : [{ spec, previous, redeploysFromSavepoints }];
}

/** What the next rule needs of a resource with a job. */
interface WithJob {
  readonly spec: { readonly job: JobSpec | null };
  readonly previous?: object;
}

export const NEW_BUT_SUSPENDED = operatorRuleFor<WithJob>()({
  id: 'FLK-OPR-81',
  severity: 'warning',
  check: 'R11',
  stage: OperatorStage.RUNTIME,
  rule: 'a new resource that is suspended creates nothing and never gets a status',
  fix: 'write running, and suspend it later',
  source: 'operator: reconciliation of a new resource',
  find({ spec: { job }, previous }, report) {
    if (previous === undefined && job?.state === 'suspended') {
      report('spec.job.state', job.state);
    }
  },
});
