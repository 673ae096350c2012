import { type JobArtifact } from './job-artifact';
import { type FlinkSavepoint, type JobNonces, type JobState, type UpgradeMode } from '../props/job-options';

/**
 * A job: what is run, with which arguments, and from which state.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/concepts/glossary/#flink-job
 */
export interface FlinkJob {
  /** The jar or script that is run. */
  readonly artifact: JobArtifact;
  /**
   * The class with the entry method: `com.example.StreamingJob`.
   * @default - the one that the jar's manifest names; scripts need none
   */
  readonly entryClass?: string;
  /**
   * Arguments of the program, each handed over as it is. They can be read by whoever can read the pods: no passwords.
   * @default - none
   */
  readonly args?: string[];
  /**
   * Subtasks of an operator that says nothing else, `parallelism.default`.
   * @default - Flink's own, which is 1
   */
  readonly parallelism?: number;
  /**
   * The savepoint that the job starts from.
   * @default - the job starts without state
   */
  readonly savepoint?: FlinkSavepoint;
  /**
   * The id of the job, 32 hexadecimal digits in lower case.
   * @default - on a session cluster: derived from the names of cluster and job; with high availability: derived by Flink from the cluster's
   * name; otherwise random
   */
  readonly jobId?: string;
  /**
   * Whether the job is to run.
   * @default JobState.RUNNING
   */
  readonly state?: JobState;
  /**
   * What becomes of the state when the job is changed.
   * @default - on a session cluster: UpgradeMode.SAVEPOINT; the operator's own: UpgradeMode.STATELESS; other applications know none
   */
  readonly upgradeMode?: UpgradeMode;
  /**
   * Numbers whose change asks the Flink Kubernetes Operator for something.
   * @default - none
   */
  readonly nonces?: JobNonces;
}
