/** What happens to the state of a running job when the job changes. */
export enum UpgradeMode {
  /** The job is cancelled and starts again without state. */
  STATELESS = 'stateless',
  /** The job stops with a savepoint, from which the changed job resumes. */
  SAVEPOINT = 'savepoint',
  /** The changed job resumes from the last checkpoint. Requires high availability. */
  LAST_STATE = 'last-state',
  /** Refuse: the submission fails while another version of the job runs. Only for jobs on a session cluster. */
  FAIL = 'fail',
}

/** Whether a job runs. */
export enum JobState {
  /** The job runs. */
  RUNNING = 'running',
  /** The job does not run. Its upgrade mode determines how its state is kept. */
  SUSPENDED = 'suspended',
}

/**
 * Who owns the files of a savepoint after a job has started from it.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/savepoints/#claim-mode
 */
export enum SavepointClaimMode {
  /** Flink owns the files, and deletes them when it no longer needs them. */
  CLAIM = 'CLAIM',
  /** The user owns the files. The first checkpoint is a full one, so that the job does not depend on them. */
  NO_CLAIM = 'NO_CLAIM',
  /** The user owns the files, and must keep them as long as the job can depend on them. Up to Flink 1.20. */
  LEGACY = 'LEGACY',
}

/** The savepoint, or retained checkpoint, that a job starts from. */
export interface FlinkSavepoint {
  /** URI of its directory, with the scheme of a file system: `s3://bucket/savepoints/savepoint-1`. */
  readonly path: string;
  /**
   * Whether the job starts if parts of the savepoint belong to none of its operators.
   * @default false
   */
  readonly allowNonRestoredState?: boolean;
  /**
   * Who owns the files afterwards. Requires Flink 1.15 or newer. An error for a standalone application, which always
   * uses NO_CLAIM.
   * @default - the default of Flink, which is NO_CLAIM
   */
  readonly claimMode?: SavepointClaimMode;
}

/** Numbers that trigger an action of the Flink Kubernetes Operator when they change. Other modes ignore them. */
export interface JobNonces {
  /**
   * Triggers a savepoint. `FlinkStateSnapshot` is the newer alternative.
   * @default - none
   */
  readonly savepointTrigger?: number;
  /**
   * Triggers a checkpoint. Requires Flink 1.17 and operator 1.7 or newer. `FlinkStateSnapshot` is the newer
   * alternative.
   * @default - none
   */
  readonly checkpointTrigger?: number;
  /**
   * Restarts the job from `savepoint.path`. Its current state is lost. Requires operator 1.8 or newer.
   * @default - none
   */
  readonly savepointRedeploy?: number;
  /**
   * Resets the metrics of the autoscaler. Requires operator 1.11 or newer.
   * @default - none
   */
  readonly autoscalerReset?: number;
}
