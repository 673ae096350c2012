import { type ApiObject } from 'cdk8s';
import { type ManifestJson } from '../kubernetes/manifest-json';
import {
  INVALID_OPERATOR_VERSION,
  JOB_IN_OTHER_NAMESPACE,
  NO_JOB_FOR_SNAPSHOT,
} from '../modes/operator/rules/resource-rules';
import { judge } from '../operator-rules/judge';
import { DEFAULT_OPERATOR_VERSION, OperatorRelease } from '../operator-rules/operator-release';
import { UNKNOWN_JOB } from '../operator-rules/rules/snapshot-rules';
import { type OperatorJob } from '../props/state-snapshot';
import { type Problem, type Report } from '../validation/problem';
import { type Rule } from '../validation/rule';

/** Rules that need all resources of the Kubernetes cluster: here, that the job of a snapshot exists. */
const NEEDS_OTHERS: readonly Rule[] = [UNKNOWN_JOB];
const KINDS: readonly string[] = ['FlinkDeployment', 'FlinkSessionJob'];

/**
 * Reports everything in a snapshot that the operator would reject, for the properties that set it.
 *
 * @param resource The snapshot
 * @param operatorVersion The release of the operator
 * @param target The resource of the job, if it is known
 */
export function checkSnapshot(
  resource: ManifestJson,
  operatorVersion: string | undefined,
  target: ManifestJson | undefined,
): Problem[] {
  const release = OperatorRelease.parse(operatorVersion ?? DEFAULT_OPERATOR_VERSION);
  if (release === undefined) {
    return [
      { rule: INVALID_OPERATOR_VERSION, part: 'cluster', property: 'operatorVersion', got: operatorVersion, facts: {} },
    ];
  }
  const found = judge(resource, { release, config: {}, target }).found.filter(
    ({ rule }) => !NEEDS_OTHERS.includes(rule),
  );
  return found.map(({ rule, property, got, facts }): Problem => ({
    rule,
    part: 'cluster',
    property: propertyOf(property),
    got,
    facts,
  }));
}

/** Checks that the job of a snapshot can have snapshots, and that it is in the same namespace. */
export function checkSnapshotJob(job: OperatorJob, namespace: string | undefined, report: Report): void {
  const { _object: object } = job;
  const problem = unsuitable(job);
  if (problem !== undefined) {
    report(NO_JOB_FOR_SNAPSHOT, 'job', undefined, { problem });
  } else if (object !== undefined && object.metadata.namespace !== namespace) {
    report(JOB_IN_OTHER_NAMESPACE, 'namespace', namespace, {
      namespace: object.metadata.namespace ?? 'of the kubectl context',
    });
  }
}

/** Why a job cannot have snapshots, as a clause; `undefined` if it can. */
function unsuitable({ kind, _object: object }: OperatorJob): string | undefined {
  if (!KINDS.includes(kind)) {
    return `this is ${kind}`;
  }
  const spec = kind === 'FlinkDeployment' && object !== undefined ? specOf(object) : undefined;
  return spec !== undefined && spec.job === undefined
    ? 'this is a session cluster, which needs a snapshot for each of its jobs'
    : undefined;
}

/** The resource of a job as it is written; `undefined` while it has errors, which its own construct reports. */
export function resourceOf(object: ApiObject | undefined): ManifestJson | undefined {
  try {
    return object?.toJson() as ManifestJson | undefined;
  } catch {
    return undefined;
  }
}

function specOf(object: ApiObject): ManifestJson | undefined {
  return resourceOf(object)?.spec as ManifestJson | undefined;
}

/** The property that sets a field of the resource. */
function propertyOf(field: string): string {
  return field
    .replace(/^metadata\.name$/, 'snapshotName')
    .replace(/^spec\.jobReference/, 'job')
    .replace(/^spec\.(checkpoint|savepoint)/, 'snapshot.$1')
    .replace(/^spec\./, '')
    .replace(/^(?:kind|spec)$/, 'snapshot');
}
