import { type WorkloadModel } from '../model/job-model';
import { type Fields, boolean, integer, readStruct } from '../readers/reader';
import { type Report } from '../validation/problem';

/** A JobManager as a Kubernetes Job. */
export interface JobWorkloadOptions {
  /**
   * Tells Argo CD and Flux to replace the Job when it has changed: the pods of a Job cannot be changed, so every other update is refused.
   * @default true
   */
  readonly replaceOnChange?: boolean;
  /**
   * Puts a checksum of the Job into its name, so that a changed Job is a new one and the old one stays until it is pruned. For bounded jobs
   * without high availability alone: two unbounded ones would run side by side.
   * @default false
   */
  readonly hashedName?: boolean;
  /**
   * Restarts of the JobManager until the Job counts as failed.
   * @default - Kubernetes' own, which is 6; with high availability none is too many
   */
  readonly backoffLimit?: number;
}

const FIELDS: Fields<JobWorkloadOptions> = {
  replaceOnChange: boolean,
  hashedName: boolean,
  backoffLimit: integer(0, 2_147_483_647),
};

/**
 * How Kubernetes runs the JobManager of a standalone application.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/#deploy-application-cluster
 */
export class ApplicationWorkload {
  /** A Job, as documented: it ends with the application, and Kubernetes remembers how. For bounded jobs. */
  public static job(options: JobWorkloadOptions = {}): ApplicationWorkload {
    return new ApplicationWorkload('Job', options);
  }

  /** A Deployment: a JobManager that has ended is started anew, and a changed one replaces the old one. For streaming jobs. */
  public static deployment(): ApplicationWorkload {
    return new ApplicationWorkload('Deployment', {});
  }

  private constructor(
    private readonly kind: WorkloadModel['kind'],
    private readonly options: JobWorkloadOptions,
  ) {}

  /**
   * Read when there is a cluster to report to.
   * @internal
   */
  public _model(property: string, report: Report): WorkloadModel {
    const {
      replaceOnChange: replace,
      hashedName,
      backoffLimit,
    } = readStruct<JobWorkloadOptions>(this.options, FIELDS, property, report);
    return { kind: this.kind, replace, hashedName, backoffLimit };
  }
}
