import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { checkSnapshot, checkSnapshotJob, resourceOf } from '../assembly/check-snapshot';
import { findingOptions } from '../assembly/finding-fields';
import { emitResource } from '../emission/resource';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { toObjectName } from '../kubernetes/names';
import { type FlinkFindingOptions } from '../props/finding-options';
import { type OperatorJob, SavepointFormat, type SavepointOptions, type StateSnapshot } from '../props/state-snapshot';
import { type FlinkWarning } from '../props/warning';
import { dnsSubdomain, objectAnnotations, objectLabels } from '../readers/grammar-readers';
import {
  type Fields,
  boolean,
  instanceLike,
  integer,
  nonEmptyString,
  oneOf,
  readStruct,
  requiring,
  struct,
  string,
} from '../readers/reader';
import { Findings, type Strictness } from '../validation/findings';
import { type Problem, type Report, reporter, severity } from '../validation/problem';

/** Properties of a snapshot of the state of a job. */
export interface FlinkStateSnapshotProps extends FlinkFindingOptions {
  /** The requested snapshot. */
  readonly snapshot: StateSnapshot;
  /**
   * The job whose state is saved; not for an existing savepoint.
   * @default - none
   */
  readonly job?: OperatorJob;
  /**
   * Retries after the first attempt has failed; -1 for no limit.
   * @default - the operator's default, which is -1
   */
  readonly backoffLimit?: number;
  /**
   * Name of the resource.
   * @default - the construct's id in lower case, with every other character replaced by `-`
   */
  readonly snapshotName?: string;
  /**
   * Namespace of the resource, which must be the namespace of the job.
   * @default - the namespace of the Chart
   */
  readonly namespace?: string;
  /**
   * Labels of the resource.
   * @default - none
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations of the resource.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Release of the operator that processes the resource: 1.10 or newer.
   * @default '1.15.0'
   */
  readonly operatorVersion?: string;
}

const TYPE = { apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkStateSnapshot' };

const FIELDS: Fields<FlinkStateSnapshotProps> = {
  snapshot: instanceLike<StateSnapshot>('a StateSnapshot, such as StateSnapshot.savepoint()', '_asked'),
  job: instanceLike<OperatorJob>(
    'an OperatorJob, such as OperatorJob.of(…) or OperatorJob.deployment(…)',
    'kind',
    'name',
  ),
  backoffLimit: integer(-1, 2_147_483_647),
  snapshotName: dnsSubdomain,
  namespace: string,
  labels: objectLabels,
  annotations: objectAnnotations,
  operatorVersion: string,
  ...findingOptions,
};

const SAVEPOINT: Fields<SavepointOptions> = {
  path: nonEmptyString,
  formatType: oneOf(Object.values(SavepointFormat)),
  disposeOnDelete: boolean,
};
const REQUESTED: Fields<StateSnapshot['_asked']> = { checkpoint: struct({}), savepoint: struct(SAVEPOINT) };
const EXISTING: Fields<NonNullable<StateSnapshot['_existing']>> = { path: nonEmptyString, alreadyExists: boolean };

/** Reads the snapshot here, because its factories have no construct to report errors for. */
function snapshotSpec(snapshot: StateSnapshot | undefined, report: Report): ManifestJson {
  const { savepoint, ...requested } = readStruct(snapshot?._asked, REQUESTED, 'snapshot', report);
  const existing =
    snapshot?._existing && readStruct(snapshot._existing, requiring(EXISTING, 'path'), 'snapshot', report);
  return { ...requested, ...(savepoint === undefined ? {} : { savepoint: { ...savepoint, ...existing } }) };
}

/** The strictness that the snapshot sets, or that of the cluster of the job. */
function strictnessOf({ job, strict, suppressions }: Partial<FlinkStateSnapshotProps>): Strictness {
  const { _strictness: ofJob } = (job?._construct ?? {}) as { readonly _strictness?: Strictness };
  return { strict: strict ?? ofJob?.strict, suppressions: suppressions ?? ofJob?.suppressions };
}

/**
 * A savepoint or checkpoint of a job that the Flink Kubernetes Operator runs. The operator takes it once, when the
 * resource is created.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/snapshots/
 */
export class FlinkStateSnapshot extends Construct {
  /** Name of the resource. */
  public readonly name: string;
  private readonly findings: Findings;

  constructor(scope: Construct, id: string, props: FlinkStateSnapshotProps) {
    super(scope, id);
    const problems: Problem[] = [];
    const report = reporter(problems, 'cluster');
    const read = readStruct<FlinkStateSnapshotProps>(props, requiring(FIELDS, 'snapshot'), '', report);
    this.name = read.snapshotName ?? toObjectName(id);
    const { job, backoffLimit, namespace, labels, annotations } = read;
    const spec: ManifestJson = {
      ...snapshotSpec(read.snapshot, report),
      ...(job === undefined ? {} : { jobReference: { kind: job.kind, name: job.name } }),
      ...(backoffLimit === undefined ? {} : { backoffLimit }),
    };
    const isComplete = !problems.some((problem) => severity(problem) === 'error');
    this.findings = new Findings({
      problems: () => (isComplete ? this.check(spec, read) : problems),
      strictness: () => strictnessOf(read),
      constructOf: () => this,
    });
    emitResource(this, { ...TYPE, name: this.name, namespace, labels, annotations, spec: () => spec }, this.findings);
  }

  /** Warnings: valid settings that are probably unintended. */
  public get warnings(): FlinkWarning[] {
    return this.findings.warnings;
  }

  /** Runs at validation instead of construction, because the job may still change. */
  private check(
    spec: ManifestJson,
    { job, namespace = Chart.of(this).namespace, operatorVersion }: Partial<FlinkStateSnapshotProps>,
  ): Problem[] {
    const problems: Problem[] = [];
    if (job !== undefined) {
      checkSnapshotJob(job, namespace, reporter(problems, 'cluster'));
    }
    const metadata = { name: this.name, ...(namespace === undefined ? {} : { namespace }) };
    return problems.length > 0
      ? problems
      : checkSnapshot({ ...TYPE, metadata, spec }, operatorVersion, resourceOf(job?._object));
  }
}
