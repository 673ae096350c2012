import { type SnapshotContext } from './context';
import { hasSavepointDir, savepointDirKey } from './job-rules';
import { isBlank } from './text';
import { EffectiveOptions } from '../effective-options';
import { operatorRuleFor } from '../operator-rule';
import { OperatorStage } from '../operator-stage';
import { type SnapshotSpec } from '../reading/specs';

const snapshotRule = operatorRuleFor<SnapshotContext>();

const VALIDATOR = 'operator: DefaultValidator.validateStateSnapshot';
const SAVEPOINT_PATH = 'spec.savepoint.path';

export const NOT_ONE_KIND_OF_SNAPSHOT = snapshotRule({
  id: 'FLK-OPR-52',
  severity: 'error',
  check: 'S1',
  stage: OperatorStage.VALIDATION,
  message: '^Exactly one of checkpoint or savepoint',
  rule: 'a snapshot is either a checkpoint or a savepoint',
  fix: 'write exactly one of checkpoint and savepoint; an empty map is enough',
  source: VALIDATOR,
  find({ spec: { savepoint, checkpoint } }, report) {
    if ((savepoint === null) === (checkpoint === null)) {
      report('spec', savepoint === null ? undefined : { checkpoint, savepoint });
    }
  },
});

export const NULL_ALREADY_EXISTS = snapshotRule({
  id: 'FLK-OPR-102',
  severity: 'error',
  check: 'S2',
  stage: OperatorStage.VALIDATOR_EXCEPTION,
  message: 'NullPointerException',
  rule: 'the operator fails with a NullPointerException on an explicit null',
  fix: 'write true or false, or remove it',
  source: VALIDATOR,
  find({ spec: { savepoint, checkpoint } }, report) {
    if (checkpoint === null && savepoint?.alreadyExists === null) {
      report('spec.savepoint.alreadyExists', null);
    }
  },
});

export const MISSING_JOB_REFERENCE = snapshotRule({
  id: 'FLK-OPR-53',
  severity: 'error',
  check: 'S3',
  stage: OperatorStage.VALIDATION,
  message: '^Job reference must be supplied',
  rule: 'a snapshot needs a job',
  fix: 'write jobReference, with kind and name',
  source: VALIDATOR,
  find({ spec }, report) {
    if (!isExisting(spec) && spec.jobReference === null) {
      report('spec.jobReference');
    }
  },
});

/** A snapshot that has been taken can outlive its job. */
export const UNKNOWN_JOB = snapshotRule({
  id: 'FLK-OPR-54',
  severity: 'error',
  check: 'S4',
  stage: OperatorStage.VALIDATION,
  message: '^Target for snapshot ',
  rule: 'there is no such job in the namespace {namespace}',
  fix: 'use the name of an existing FlinkDeployment or FlinkSessionJob',
  source: VALIDATOR,
  find({ resource: { namespace, status }, spec, target }, report) {
    const state = status?.state ?? null;
    const isPending = state === null || state === 'TRIGGER_PENDING';
    if (!isExisting(spec) && spec.jobReference !== null && target === undefined && isPending) {
      report('spec.jobReference.name', spec.jobReference.name ?? undefined, { namespace });
    }
  },
});

export const EXISTING_SAVEPOINT_WITHOUT_PATH = snapshotRule({
  id: 'FLK-OPR-86',
  severity: 'error',
  check: 'R20',
  stage: OperatorStage.RUNTIME,
  rule: 'an existing savepoint needs a path',
  fix: 'write path',
  source: 'operator: reconciliation of snapshots',
  find({ spec }, report) {
    const path = spec.savepoint?.path;
    if (isExisting(spec) && isBlank(path)) {
      report(SAVEPOINT_PATH, path ?? undefined);
    }
  },
});

export const SAVEPOINT_WITHOUT_LOCATION = snapshotRule({
  id: 'FLK-OPR-78',
  severity: 'error',
  check: 'R5',
  stage: OperatorStage.RUNTIME,
  rule: 'neither a path nor {key} of the job is set',
  fix: 'write path, or set {key}',
  source: 'operator: reconciliation of snapshots',
  find({ spec, target, release, config }, report) {
    if (target?.kind !== 'FlinkDeployment' || target.spec === null) {
      return;
    }
    const { flinkConfiguration, flinkVersion } = target.spec;
    const options = new EffectiveOptions(release, config, target.namespace, flinkVersion);
    options.add(flinkConfiguration, 'target.spec.flinkConfiguration');
    const isRequested = spec.savepoint !== null && !isExisting(spec);
    if (isRequested && isBlank(spec.savepoint.path) && !hasSavepointDir(options)) {
      report(SAVEPOINT_PATH, undefined, savepointDirKey(options));
    }
  },
});

function isExisting({ savepoint }: SnapshotSpec): boolean {
  return savepoint?.alreadyExists === true;
}
