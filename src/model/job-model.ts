import { type FlinkSavepoint, type JobNonces, type JobState, type UpgradeMode } from '../props/job-options';

/** A job as plain data, every default decided: all that a mode may look at. */
export interface JobModel {
  readonly artifact: ArtifactModel;
  /** The class with the entry method; absent where the jar's manifest names it. */
  readonly entryClass?: string;
  /** Arguments of the program: those that run a script, and the user's behind them. */
  readonly args: readonly string[];
  /** How many of `args` are not the user's. */
  readonly scriptArgs: number;
  readonly parallelism?: number;
  readonly savepoint?: FlinkSavepoint;
  /** 32 hexadecimal digits; absent where Flink chooses. */
  readonly jobId?: string;
  readonly state: `${JobState}`;
  /** Absent where nothing was said, which a mode decides. */
  readonly upgradeMode?: `${UpgradeMode}`;
  readonly nonces?: JobNonces;
  /** How a standalone JobManager runs the job; absent where nothing was said. */
  readonly workload?: WorkloadModel;
}

/** What is run, and where Flink finds it; volumes and files that bring it into the pods are contributions. */
export interface ArtifactModel {
  /** The factory that made it. */
  readonly kind: 'inImage' | 'hostPath' | 'volume' | 'http' | 'fileSystem' | 'python' | 'sql';
  /** URI of the jar, `local://` for a file in the pods; absent where Flink's own distribution holds what runs a script. */
  readonly jar?: string;
  /** URL of the jar, wherever it is fetched. */
  readonly url?: string;
  /** Path of the script in the pods. */
  readonly script?: string;
  /** The checksum that an init container verifies, after which `jar` is a file in the pods. */
  readonly sha256?: string;
}

export interface WorkloadModel {
  readonly kind: 'Job' | 'Deployment';
  /** Whether GitOps tools are told to replace a Job that has changed. */
  readonly replace?: boolean;
  /** Whether the name of a Job ends with a checksum of its content. */
  readonly hasChecksumInName?: boolean;
  readonly backoffLimit?: number;
}
