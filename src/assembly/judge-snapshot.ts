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

/** Rules that need the other resources in the cluster: whether the job of a snapshot exists. */
const NEEDS_OTHERS: readonly Rule[] = [UNKNOWN_JOB];
const KINDS: readonly string[] = ['FlinkDeployment', 'FlinkSessionJob'];

/** Checks a snapshot as the operator does; `target` is the resource of its job, if it is known. */
export function judgeSnapshot(
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
    property: placeOf(property),
    got,
    facts,
  }));
}

/** Checks the job of a snapshot, as far as it is part of this app. */
export function judgeJob(job: OperatorJob, namespace: string | undefined, report: Report): void {
  const { _object: object } = job;
  const problem = jobProblem(job);
  if (problem !== undefined) {
    report(NO_JOB_FOR_SNAPSHOT, 'job', undefined, { problem });
  } else if (object !== undefined && object.metadata.namespace !== namespace) {
    report(JOB_IN_OTHER_NAMESPACE, 'namespace', namespace, {
      namespace: object.metadata.namespace ?? 'of the client that applies it',
    });
  }
}

function jobProblem({ kind, _object: object }: OperatorJob): string | undefined {
  if (!KINDS.includes(kind)) {
    return `this is ${kind}`;
  }
  const spec = kind === 'FlinkDeployment' && object !== undefined ? specOf(object) : undefined;
  return spec !== undefined && spec.job === undefined
    ? 'this is a session cluster, whose jobs have their own snapshots'
    : undefined;
}

/** The resource of a job as it is written; absent while it has errors, which its own construct reports. */
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

function placeOf(field: string): string {
  return field
    .replace(/^metadata\.name$/, 'snapshotName')
    .replace(/^spec\.jobReference/, 'job')
    .replace(/^spec\.(checkpoint|savepoint)/, 'snapshot.$1')
    .replace(/^spec\./, '')
    .replace(/^(?:kind|spec)$/, 'snapshot');
}
