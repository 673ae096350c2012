import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { judgeJob, judgeSnapshot, resourceOf } from '../assembly/judge-snapshot';
import { emitResource, warningsOf } from '../emission/resource';
import { type ManifestJson } from '../kubernetes/manifest-json';
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
import { type Problem, type Report, reporter, severity } from '../validation/problem';

/** Properties of a snapshot of a job's state. */
export interface FlinkStateSnapshotProps {
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

/**
 * A savepoint or checkpoint of a job that the Flink Kubernetes Operator runs, taken once, when the resource appears.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/snapshots/
 */
export class FlinkStateSnapshot extends Construct {
  /** Name of the resource. */
  public readonly name: string;
  private readonly problems: () => readonly Problem[];

  constructor(scope: Construct, id: string, props: FlinkStateSnapshotProps) {
    super(scope, id);
    const problems: Problem[] = [];
    const report = reporter(problems, 'cluster');
    const read = readStruct<FlinkStateSnapshotProps>(props, requiring(FIELDS, 'snapshot'), '', report);
    this.name = read.snapshotName ?? id.toLowerCase().replace(/[^a-z0-9]/g, '-');
    const { job, backoffLimit, namespace, labels, annotations } = read;
    const spec: ManifestJson = {
      ...askedFor(read.snapshot, report),
      ...(job === undefined ? {} : { jobReference: { kind: job.kind, name: job.name } }),
      ...(backoffLimit === undefined ? {} : { backoffLimit }),
    };
    const isWhole = !problems.some((problem) => severity(problem) === 'error');
    this.problems = () => (isWhole ? this.judged(spec, read) : problems);
    emitResource(this, { ...TYPE, name: this.name, namespace, labels, annotations, spec: () => spec }, this.problems);
  }

  /** What is legal in the resource but seldom meant. */
  public get warnings(): FlinkWarning[] {
    return warningsOf(this, this.problems());
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
