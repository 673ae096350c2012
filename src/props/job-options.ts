/** What becomes of the state when a job that runs is changed. */
export enum UpgradeMode {
  /** It is lost: the job is cancelled and starts anew. */
  STATELESS = 'stateless',
  /** A savepoint is taken, and the changed job continues from it. */
  SAVEPOINT = 'savepoint',
  /** The changed job continues from the last checkpoint; needs high availability. */
  LAST_STATE = 'last-state',
  /** Nothing: a change of a running job is refused, and somebody has to decide. Jobs of a session cluster only. */
  FAIL = 'fail',
}

/** Whether a job is to run. */
export enum JobState {
  /** It runs. */
  RUNNING = 'running',
  /** It does not; its state is kept as its upgrade mode says. */
  SUSPENDED = 'suspended',
}

/**
 * Who owns the files of a savepoint after a job was started from it.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/savepoints/#claim-mode
 */
export enum SavepointClaimMode {
  /** Flink does, and deletes them when it needs them no longer. */
  CLAIM = 'CLAIM',
  /** The user does; the first checkpoint is a full one, so that the job does not depend on them. */
  NO_CLAIM = 'NO_CLAIM',
  /** The user does, and must keep them as long as the job may depend on them; up to Flink 1.20. */
  LEGACY = 'LEGACY',
}

/** The savepoint, or retained checkpoint, that a job starts from. */
export interface FlinkSavepoint {
  /** Its folder, with the scheme of a file system: `s3://bucket/savepoints/savepoint-1`. */
  readonly path: string;
  /**
   * Whether the job starts although parts of the savepoint belong to no operator of it.
   * @default false
   */
  readonly allowNonRestoredState?: boolean;
  /**
   * Who owns the files afterwards; Flink 1.15 or newer. A standalone application cannot choose, which is an error.
   * @default - Flink's own, which is NO_CLAIM
   */
  readonly claimMode?: SavepointClaimMode;
}

/** Numbers that the Flink Kubernetes Operator acts on when they change, 0 included; other modes have nobody who looks at them. */
export interface JobNonces {
  /**
   * A savepoint is taken; `FlinkStateSnapshot` is the newer way.
   * @default - none
   */
  readonly savepointTrigger?: number;
  /**
   * A checkpoint is taken, by Flink 1.17 or newer and operator 1.7 or newer; `FlinkStateSnapshot` is the newer way.
   * @default - none
   */
  readonly checkpointTrigger?: number;
  /**
   * The job starts anew from `savepoint.path`, and the state that it has is lost; operator 1.8 or newer.
   * @default - none
   */
  readonly savepointRedeploy?: number;
  /**
   * The autoscaler forgets what it has learned; operator 1.11 or newer.
   * @default - none
   */
  readonly autoscalerReset?: number;
}
