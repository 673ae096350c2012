import { type Size } from 'cdk8s';
import { Construct } from 'constructs';
import { findingOptions, plainCredentials } from '../assembly/finding-fields';
import { assembleSessionJob } from '../assembly/session-job';
import { type FlinkJob } from '../jobs/flink-job';
import { type FlinkFindingOptions, type FlinkPlainCredential } from '../props/finding-options';
import { type FlinkPodOptions } from '../props/pod-options';
import { type IFlinkSessionCluster } from '../props/session-cluster';
import { type FlinkWarning } from '../props/warning';
import { objectAnnotations, objectLabels } from '../readers/grammar-readers';
import { POD_OPTION_FIELDS } from '../readers/pod-option-fields';
import {
  boolean,
  type Fields,
  instanceLike,
  integer,
  number,
  readStruct,
  requiring,
  string,
  struct,
  unread,
} from '../readers/reader';
import { size } from '../readers/size-reader';
import { type Findings, type Strictness } from '../validation/findings';
import { type Problem, reporter } from '../validation/problem';

/** Properties of a job on a session cluster. */
export interface FlinkSessionJobProps extends FlinkFindingOptions {
  /** The cluster that the job runs on: one of this app, or `FlinkSessionCluster.fromClusterName(…)`. */
  readonly cluster: IFlinkSessionCluster;
  /** The job. */
  readonly job: FlinkJob;
  /**
   * The job's name among those of its cluster, from which the name of the object and the ids of its runs derive.
   * @default - the construct's id, in lower case, every other character as `-`
   */
  readonly jobName?: string;
  /**
   * Flink options of this job alone.
   * @default - those of the cluster
   */
  readonly configuration?: { [key: string]: any };
  /**
   * Options, arguments and environment variables that look like credentials and may stand in plain text all the same.
   * @default - those that the cluster allows, where it is made in this app
   */
  readonly allowPlainCredentials?: FlinkPlainCredential[];
  /**
   * Options of the pod that submits; not in operator mode. It has the JobManager's variables, Secrets, plugins and volumes, claims excepted, which these
   * options can replace; of a cluster that is made elsewhere nothing but the configuration is known.
   * @default - the image of the JobManager
   */
  readonly pod?: FlinkPodOptions;
  /**
   * Memory of the pod that submits, in which the `main` method of the program runs.
   * @default Size.gibibytes(1)
   */
  readonly memory?: Size;
  /**
   * CPU cores of the pod that submits.
   * @default 1
   */
  readonly cpu?: number;
  /**
   * Restarts of the submission until it counts as failed.
   * @default - Kubernetes' own, which is 6
   */
  readonly backoffLimit?: number;
  /**
   * Tells Argo CD and Flux to replace the Job that submits when it has changed: the pods of a Job cannot be changed.
   * @default true
   */
  readonly replaceOnChange?: boolean;
  /**
   * Labels of the object.
   * @default - the recommended labels
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations of the object.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

const FIELDS: Fields<FlinkSessionJobProps> = {
  cluster: instanceLike<IFlinkSessionCluster>(
    'a session cluster, such as FlinkSessionCluster.fromClusterName(…)',
    'clusterName',
    'version',
    'restServiceName',
  ),
  // Read when the release of the cluster is known.
  job: unread,
  jobName: string,
  configuration: unread,
  allowPlainCredentials: plainCredentials,
  pod: struct<FlinkPodOptions>(POD_OPTION_FIELDS),
  memory: size,
  cpu: number('a number above 0, in steps of a thousandth', (value) => value > 0),
  backoffLimit: integer(0, 2_147_483_647),
  replaceOnChange: boolean,
  labels: objectLabels,
  annotations: objectAnnotations,
  ...findingOptions,
};

/**
 * A job on a session cluster: in operator mode a `FlinkSessionJob`, otherwise a Job that waits for the REST endpoint and submits, once,
 * however often it runs. A changed job takes the place of the one that runs, as its upgrade mode says; failure shows in the Job's status.
 *
 * Removing the construct does not cancel the job; `state: JobState.SUSPENDED` does. What is suspended, or was stopped for a change, goes on
 * from its savepoint as long as the cluster remembers it (`jobstore.expiration-time`), afterwards from `savepoint`. Over TLS the cluster is not
 * asked: a suspended job needs `savepoint` to go on, and the submission fails until it has one.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/cli/
 */
export class FlinkSessionJob extends Construct {
  /** The job's name among those of its cluster. */
  public readonly jobName: string;
  /** Name of the object: that of the cluster and that of the job. */
  public readonly name: string;
  private readonly findings: Findings;

  constructor(scope: Construct, id: string, props: FlinkSessionJobProps) {
    super(scope, id);
    const problems: Problem[] = [];
    const read = readStruct<FlinkSessionJobProps>(
      props,
      requiring(FIELDS, 'cluster', 'job'),
      '',
      reporter(problems, 'cluster'),
    );
    const { jobName, name, findings } = assembleSessionJob(this, read, problems);
    this.jobName = jobName;
    this.name = name;
    this.findings = findings;
  }

  /** @internal */
  public get _strictness(): Strictness {
    return this.findings.strictness;
  }

  /** Warnings: valid settings that are probably unintended. */
  public get warnings(): FlinkWarning[] {
    return this.findings.warnings;
  }
}
