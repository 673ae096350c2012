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
  /** The session cluster that runs the job: a cluster of this app, or `FlinkSessionCluster.fromClusterName(…)`. */
  readonly cluster: IFlinkSessionCluster;
  /** The job. */
  readonly job: FlinkJob;
  /**
   * Name of the job, unique in its cluster. The name of the object and the ids of its runs derive from it.
   * @default - the construct's id in lower case, with every other character replaced by `-`
   */
  readonly jobName?: string;
  /**
   * Flink options of this job only.
   * @default - the options of the cluster
   */
  readonly configuration?: { [key: string]: any };
  /**
   * Options, arguments and environment variables that look like credentials and are allowed in plain text, each with a
   * reason.
   * @default - those that the cluster allows, if it is created in this app
   */
  readonly allowPlainCredentials?: FlinkPlainCredential[];
  /**
   * Options of the pod that submits the job; not in operator mode. The pod has the environment variables, Secrets,
   * plugins and volumes (except for claims) of the JobManager, which these options can override. Of a cluster that is
   * created elsewhere, only the configuration is known.
   * @default - the image of the JobManager
   */
  readonly pod?: FlinkPodOptions;
  /**
   * Memory of the pod that submits the job. It runs the `main` method of the program.
   * @default Size.gibibytes(1)
   */
  readonly memory?: Size;
  /**
   * CPU cores of the pod that submits the job.
   * @default 1
   */
  readonly cpu?: number;
  /**
   * Retries of the submission before it counts as failed.
   * @default - Kubernetes' default, which is 6
   */
  readonly backoffLimit?: number;
  /**
   * Lets Argo CD and Flux replace the Job that submits the Flink job when it changes, because the pod template of a Job
   * is immutable.
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
  // Read later, when the release of the cluster is known.
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
 * A job on a session cluster: in operator mode a `FlinkSessionJob` resource, otherwise a Kubernetes Job that waits for
 * the REST endpoint and submits the Flink job.
 *
 * The Flink job is submitted exactly once, however often the Kubernetes Job is restarted. An upgrade replaces the
 * running job as its upgrade mode specifies. The status of the Kubernetes Job shows failures.
 *
 * Removing the construct does not cancel the job; `state: JobState.SUSPENDED` does. A job that was suspended, or
 * stopped for an upgrade, resumes from its savepoint as long as the cluster remembers it (`jobstore.expiration-time`),
 * and from `savepoint` after that. If the REST endpoint uses TLS, the cluster is not queried: a suspended job needs
 * `savepoint` to resume, and the submission fails until it is set.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/cli/
 */
export class FlinkSessionJob extends Construct {
  /** Name of the job, unique in its cluster. */
  public readonly jobName: string;
  /** Name of the object: the names of the cluster and of the job. */
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
