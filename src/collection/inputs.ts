import { type FlinkVersion } from '../configuration/flink-version';
import { type QueryableStateModel } from '../model/cluster-model';
import { type FlinkContribution } from '../model/contribution';
import { type FlinkFile } from '../model/flink-file';
import { type Hardening } from '../model/hardening';
import { type JobManagerOptions, type TaskManagerOptions } from '../model/role-options';
import { type FlinkWebOptions } from '../model/web-options';
import { type Part } from '../validation/problem';

/** What was said of the cluster as a whole. */
export interface ClusterInput {
  readonly clusterName: string;
  readonly namespace?: string;
  readonly version: FlinkVersion;
  readonly configuration?: unknown;
  readonly allowUnknownOptions?: readonly string[];
  readonly parallelism?: number;
  readonly web?: FlinkWebOptions;
  readonly files?: readonly FlinkFile[];
  readonly jvmOptions?: readonly string[];
  readonly hardening?: Hardening;
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
}

/** What a feature added, and who it was. */
export interface ContributionInput {
  readonly source: string;
  /** The property that the feature was given by. */
  readonly property: string;
  readonly part: Part;
  readonly contribution: FlinkContribution;
}

/** What was said of a role; the options have been read already. */
export interface JobManagerInput {
  readonly options: JobManagerOptions;
}

export interface TaskManagerInput {
  readonly options: TaskManagerOptions;
  readonly queryableState?: QueryableStateModel;
}

/** Everything that a ClusterModel derives from. */
export interface Inputs {
  readonly cluster: ClusterInput;
  readonly contributions: readonly ContributionInput[];
  readonly jobManager?: JobManagerInput;
  readonly taskManager?: TaskManagerInput;
}
