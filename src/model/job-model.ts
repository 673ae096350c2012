import { type FlinkSavepoint, type JobNonces, type JobState, type UpgradeMode } from '../props/job-options';

/** A job as plain data with all defaults resolved: the only input of a mode. */
export interface JobModel {
  readonly artifact: ArtifactModel;
  /** The class with the entry method; absent if the manifest of the jar names it. */
  readonly entryClass?: string;
  /** Arguments of the program: those that run a script, followed by those of the user. */
  readonly args: readonly string[];
  /** Number of `args` before those of the user. */
  readonly scriptArgs: number;
  readonly parallelism?: number;
  readonly savepoint?: FlinkSavepoint;
  /** 32 hexadecimal digits; absent if Flink chooses the id. */
  readonly jobId?: string;
  readonly state: `${JobState}`;
  /** Absent if it is not set; each mode has its own default. */
  readonly upgradeMode?: `${UpgradeMode}`;
  readonly nonces?: JobNonces;
  /** How Kubernetes runs a standalone JobManager; absent if it is not set. */
  readonly workload?: WorkloadModel;
}

/** The program and where Flink finds it. The volumes and files that provide it in the pods are contributions. */
export interface ArtifactModel {
  /** The factory that created it. */
  readonly kind: 'inImage' | 'hostPath' | 'volume' | 'http' | 'fileSystem' | 'python' | 'sql';
  /**
   * URI of the jar, `local://` for a file in the pods; absent if Flink's distribution contains the program that runs a
   * script.
   */
  readonly jar?: string;
  /** URL of the jar, wherever it is fetched. */
  readonly url?: string;
  /** Path of the script in the pods. */
  readonly script?: string;
  /** The checksum that an init container verifies, after which `jar` is a file in the pods. */
  readonly sha256?: string;
}

/** How Kubernetes runs a standalone JobManager. */
export interface WorkloadModel {
  readonly kind: 'Job' | 'Deployment';
  /** Whether annotations let GitOps tools replace a changed Job. */
  readonly replace?: boolean;
  /** Whether the name of a Job ends with a checksum of its content. */
  readonly hasChecksumInName?: boolean;
  readonly backoffLimit?: number;
}
