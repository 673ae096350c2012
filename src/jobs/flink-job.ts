import { type JobArtifact } from './job-artifact';
import { type FlinkSavepoint, type JobNonces, type JobState, type UpgradeMode } from '../props/job-options';

/**
 * A job: its program, the arguments, and the state that it starts from.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/concepts/glossary/#flink-job
 */
export interface FlinkJob {
  /** The jar or script that the job runs. */
  readonly artifact: JobArtifact;
  /**
   * The class with the method `main`: `com.example.StreamingJob`.
   * @default - the class in the manifest of the jar; not needed for scripts
   */
  readonly entryClass?: string;
  /**
   * Arguments of the program, which are passed unchanged. Anyone who can read the pods can read them, so they must not
   * contain passwords.
   * @default - none
   */
  readonly args?: string[];
  /**
   * Default parallelism of the operators of the job, `parallelism.default`.
   * @default - the default of Flink, which is 1
   */
  readonly parallelism?: number;
  /**
   * The savepoint that the job starts from.
   * @default - the job starts without state
   */
  readonly savepoint?: FlinkSavepoint;
  /**
   * The id of the job, 32 hexadecimal digits in lower case.
   * @default - on a session cluster: derived from the names of cluster and job; with high availability: derived by
   * Flink from the name of the cluster; otherwise random
   */
  readonly jobId?: string;
  /**
   * Whether the job runs or is suspended.
   * @default JobState.RUNNING
   */
  readonly state?: JobState;
  /**
   * What happens to the state when the job changes.
   * @default - on a session cluster: UpgradeMode.SAVEPOINT if the cluster has a savepoint directory, otherwise
   * UpgradeMode.FAIL; with the operator: UpgradeMode.STATELESS; not applicable to other applications
   */
  readonly upgradeMode?: UpgradeMode;
  /**
   * Numbers whose change triggers an action of the Flink Kubernetes Operator.
   * @default - none
   */
  readonly nonces?: JobNonces;
}
