import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { findingOptions } from '../assembly/finding-fields';
import { judgeJob, judgeSnapshot, resourceOf } from '../assembly/judge-snapshot';
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

/** Properties of a snapshot of a job's state. */
export interface FlinkStateSnapshotProps extends FlinkFindingOptions {
  /** What is asked for. */
  readonly snapshot: StateSnapshot;
  /**
   * The job that is asked; not for a savepoint that exists.
   * @default - none
   */
  readonly job?: OperatorJob;
  /**
   * Attempts after the first one has failed; -1 stands for as many as it takes.
   * @default - the operator's own, which is -1
   */
  readonly backoffLimit?: number;
  /**
   * Name of the resource.
   * @default - the construct's id, in lower case, every other character as `-`
   */
  readonly snapshotName?: string;
  /**
   * Namespace of the resource, which is that of the job.
   * @default - the Chart's
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
   * Release of the operator that reads the resource, 1.10 or newer.
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
const ASKED: Fields<StateSnapshot['_asked']> = { checkpoint: struct({}), savepoint: struct(SAVEPOINT) };
const EXISTING: Fields<NonNullable<StateSnapshot['_existing']>> = { path: nonEmptyString, alreadyExists: boolean };

/** Factories take what they are given; it is read here, where there is somebody to report to. */
function askedFor(snapshot: StateSnapshot | undefined, report: Report): ManifestJson {
  const { savepoint, ...asked } = readStruct(snapshot?._asked, ASKED, 'snapshot', report);
  const existing =
    snapshot?._existing && readStruct(snapshot._existing, requiring(EXISTING, 'path'), 'snapshot', report);
  return { ...asked, ...(savepoint === undefined ? {} : { savepoint: { ...savepoint, ...existing } }) };
}

/** As the snapshot sets it, otherwise as the cluster of the job does. */
function strictnessOf({ job, strict, suppressions }: Partial<FlinkStateSnapshotProps>): Strictness {
  const { _strictness: ofJob } = (job?._construct ?? {}) as { readonly _strictness?: Strictness };
  return { strict: strict ?? ofJob?.strict, suppressions: suppressions ?? ofJob?.suppressions };
}

/**
 * A savepoint or checkpoint of a job that the Flink Kubernetes Operator runs, taken once, when the resource appears.
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
      ...askedFor(read.snapshot, report),
      ...(job === undefined ? {} : { jobReference: { kind: job.kind, name: job.name } }),
      ...(backoffLimit === undefined ? {} : { backoffLimit }),
    };
    const isWhole = !problems.some((problem) => severity(problem) === 'error');
    this.findings = new Findings({
      problems: () => (isWhole ? this.judged(spec, read) : problems),
      strictness: () => strictnessOf(read),
      constructOf: () => this,
    });
    emitResource(this, { ...TYPE, name: this.name, namespace, labels, annotations, spec: () => spec }, this.findings);
  }

  /** Warnings: valid settings that are probably unintended. */
  public get warnings(): FlinkWarning[] {
    return this.findings.warnings;
  }

  /** Found out when it is asked for: what the job says may still change. */
  private judged(
    spec: ManifestJson,
    { job, namespace = Chart.of(this).namespace, operatorVersion }: Partial<FlinkStateSnapshotProps>,
  ): Problem[] {
    const problems: Problem[] = [];
    if (job !== undefined) {
      judgeJob(job, namespace, reporter(problems, 'cluster'));
    }
    const metadata = { name: this.name, ...(namespace === undefined ? {} : { namespace }) };
    return problems.length > 0
      ? problems
      : judgeSnapshot({ ...TYPE, metadata, spec }, operatorVersion, resourceOf(job?._object));
  }
}
