import { type Surroundings } from './context';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { type AnyResource, type ReadResource, type SnapshotSpec } from '../reading/specs';

/** All that a check of a FlinkStateSnapshot looks at. */
export interface SnapshotContext extends Surroundings {
  readonly resource: ReadResource<SnapshotSpec>;
  readonly spec: SnapshotSpec;
  /** The job that it is taken of, where there is one. */
  readonly target?: AnyResource;
}

/** What the validator asks of a FlinkStateSnapshot. */
export function snapshotRules({ resource, spec, target }: SnapshotContext, report: Report): void {
  const { savepoint, checkpoint, jobReference } = spec;
  if ((savepoint === null) === (checkpoint === null)) {
    report(RULES['FLK-OPR-52'], 'spec', savepoint === null ? undefined : { checkpoint, savepoint });
  } else if (savepoint?.alreadyExists === null) {
    report(RULES['FLK-OPR-56'], 'spec.savepoint.alreadyExists', null, { fix: 'write true or false, or leave it out' });
  }
  if (savepoint?.alreadyExists === true) {
    return;
  }
  if (jobReference === null) {
    report(RULES['FLK-OPR-53'], 'spec.jobReference');
  } else if (target === undefined && isPending(resource)) {
    report(RULES['FLK-OPR-54'], 'spec.jobReference.name', jobReference.name ?? undefined, {
      namespace: resource.namespace,
    });
  }
}

/** A snapshot that was taken may outlive its job. */
function isPending({ status }: ReadResource<SnapshotSpec>): boolean {
  const state = status?.state;
  return state === undefined || state === null || state === 'TRIGGER_PENDING';
}
