import { type WorkloadModel } from '../model/job-model';
import { type Fields, boolean, integer, readStruct } from '../readers/reader';
import { type Report } from '../validation/problem';

/** Options of a Kubernetes Job that runs a JobManager. */
export interface JobWorkloadOptions {
  /**
   * Lets Argo CD and Flux replace the Job when it has changed. The pod template of a Job is immutable, so the API
   * server rejects any other update.
   * @default true
   */
  readonly replaceOnChange?: boolean;
  /**
   * Appends a checksum of the Job to its name, so that a changed Job is a new object, and the old one runs until it is
   * pruned. Only for bounded jobs without high availability: two unbounded jobs would run at the same time.
   * @default false
   */
  readonly appendChecksumToName?: boolean;
  /**
   * Restarts of the JobManager before the Job has failed, `backoffLimit`.
   * @default - the default of Kubernetes, which is 6; unlimited with high availability
   */
  readonly backoffLimit?: number;
}

const FIELDS: Fields<JobWorkloadOptions> = {
  replaceOnChange: boolean,
  appendChecksumToName: boolean,
  backoffLimit: integer(0, 2_147_483_647),
};

/**
 * The workload that runs the JobManager of a standalone application.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/#deploy-application-cluster
 */
export class ApplicationWorkload {
  /** A Job, as in the Flink documentation, which completes or fails with the application. For bounded jobs. */
  public static job(options: JobWorkloadOptions = {}): ApplicationWorkload {
    return new ApplicationWorkload('Job', options);
  }

  /** A Deployment, which restarts a JobManager that has ended, and replaces a changed one. For streaming jobs. */
  public static deployment(): ApplicationWorkload {
    return new ApplicationWorkload('Deployment', {});
  }

  private constructor(
    private readonly kind: WorkloadModel['kind'],
    private readonly options: JobWorkloadOptions,
  ) {}

  /**
   * Reads the options. Only a cluster can report their problems.
   * @internal
   */
  public _model(property: string, report: Report): WorkloadModel {
    const {
      replaceOnChange: replace,
      appendChecksumToName: hasChecksumInName,
      backoffLimit,
    } = readStruct<JobWorkloadOptions>(this.options, FIELDS, property, report);
    return { kind: this.kind, replace, hasChecksumInName, backoffLimit };
  }
}
