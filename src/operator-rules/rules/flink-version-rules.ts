import { type DeploymentContext, type SnapshotContext } from './context';
import { firstRelease } from '../../configuration/releases';
import { flinkOf } from '../operator-release';
import { operatorRuleFor } from '../operator-rule';
import { OperatorStage } from '../operator-stage';

const versionRule = operatorRuleFor<DeploymentContext>();

const VALIDATOR = 'operator: DefaultValidator.validateFlinkVersion';
const VERSIONS = 'operator: FlinkVersion';
const PROPERTY = 'spec.flinkVersion';

export const MISSING_FLINK_VERSION = versionRule({
  id: 'FLK-OPR-02',
  severity: 'error',
  check: 'V02',
  stage: OperatorStage.VALIDATION,
  message: '^Flink Version must be defined',
  rule: 'the operator needs the Flink version',
  fix: 'write one of {known}',
  source: VALIDATOR,
  find({ spec: { flinkVersion }, release }, report) {
    if (flinkVersion === null) {
      report(PROPERTY, undefined, { known: release.flinkVersions.join(', ') });
    }
  },
});

export const UNSUPPORTED_FLINK_VERSION = versionRule({
  id: 'FLK-OPR-03',
  severity: 'error',
  check: 'V03',
  stage: OperatorStage.VALIDATION,
  message: '^Flink version \\S+ is not supported',
  rule: 'operator {version} only runs {oldest} and newer',
  fix: 'use {oldest} or newer',
  source: VALIDATOR,
  find({ spec: { flinkVersion }, release: { supportedFlinkVersions: supported, version } }, report) {
    if (flinkVersion !== null && !supported.includes(flinkVersion)) {
      report(PROPERTY, flinkVersion, { version, oldest: supported[0]! });
    }
  },
});

export const VERSION_CHANGED_WHILE_SUSPENDED = versionRule({
  id: 'FLK-OPR-04',
  severity: 'error',
  check: 'V04',
  stage: OperatorStage.VALIDATION,
  message: '^Changing flinkVersion after last-state suspend',
  rule: 'the job was suspended with last-state under {before}, and only that version can restore it',
  fix: 'resume it with {before} first, then change the version; or use upgradeMode stateless',
  source: VALIDATOR,
  find({ spec: { flinkVersion, job }, previous }, report) {
    const isSuspended = previous?.job?.state === 'suspended' && previous.job.upgradeMode === 'last-state';
    const isRestored = job !== null && job.upgradeMode !== 'stateless';
    if (flinkVersion !== null && isSuspended && isRestored && previous.flinkVersion !== flinkVersion) {
      report(PROPERTY, flinkVersion, { before: previous.flinkVersion ?? 'another version' });
    }
  },
});

export const UNDEFINED_FLINK_VERSION = versionRule({
  id: 'FLK-OPR-88',
  severity: 'error',
  check: 'R22',
  stage: OperatorStage.RUNTIME,
  rule: 'the resource definition of operator {version} ends at {newest}, although its classes know newer versions',
  fix: 'use {newest} or older, or a newer operator',
  source: 'operator: resource definition',
  find({ spec: { flinkVersion }, release: { definedFlinkVersions: defined, version } }, report) {
    if (flinkVersion !== null && !defined.includes(flinkVersion)) {
      report(PROPERTY, flinkVersion, { version, newest: defined.at(-1)! });
    }
  },
});

export const DEPRECATED_FLINK_VERSION = versionRule({
  id: 'FLK-OPR-92',
  severity: 'warning',
  check: 'R26',
  stage: OperatorStage.RUNTIME,
  rule: 'this Flink version is deprecated in operator {version} and no longer tested',
  fix: 'use a newer Flink, or an older operator',
  source: VERSIONS,
  find({ spec: { flinkVersion }, release: { deprecatedFlinkVersions, version } }, report) {
    if (flinkVersion !== null && deprecatedFlinkVersions.includes(flinkVersion)) {
      report(PROPERTY, flinkVersion, { version });
    }
  },
});

/** A request for a checkpoint. */
interface CheckpointRequest {
  readonly flinkVersion: string | null;
  readonly property: string;
  readonly nonce?: number;
}

export const CHECKPOINT_ON_REQUEST = operatorRuleFor<CheckpointRequest>()({
  id: 'FLK-OPR-77',
  severity: 'error',
  check: 'R4',
  stage: OperatorStage.RUNTIME,
  rule: 'Flink {flink} does not take checkpoints on request',
  fix: 'use a savepoint, or Flink {since} or newer',
  source: VERSIONS,
  find({ flinkVersion, property, nonce }, report) {
    if (flinkVersion !== null && !flinkOf(flinkVersion)._can('takesCheckpointsOnRequest')) {
      report(property, nonce, { flink: flinkVersion, since: firstRelease('takesCheckpointsOnRequest') });
    }
  },
});

/** The checkpoint that a job requests. */
export function checkpointOfJob({ spec: { job, flinkVersion } }: DeploymentContext): CheckpointRequest[] {
  const nonce = job?.checkpointTriggerNonce ?? null;
  return nonce === null ? [] : [{ flinkVersion, property: 'spec.job.checkpointTriggerNonce', nonce }];
}

/** The checkpoint that a snapshot requests, if its job is known. */
export function checkpointOfSnapshot({
  spec: { checkpoint, savepoint },
  target,
}: SnapshotContext): CheckpointRequest[] {
  const isRequested = checkpoint !== null && savepoint?.alreadyExists !== true;
  return isRequested && target?.kind === 'FlinkDeployment' && target.spec !== null
    ? [{ flinkVersion: target.spec.flinkVersion, property: 'spec.checkpoint' }]
    : [];
}
