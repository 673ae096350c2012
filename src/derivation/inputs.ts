import type * as kplus from 'cdk8s-plus-27';
import { type OptionEntry } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { type QueryableStateModel } from '../model/cluster-model';
import { type JobModel } from '../model/job-model';
import { type HadoopModel, type KerberosModel, type SecretEnvModel, type SecretMountModel } from '../model/mounted';
import { type Role } from '../model/role';
import { type FlinkContribution } from '../props/contribution';
import { type FlinkFile } from '../props/flink-file';
import { type Hardening } from '../props/hardening';
import { type JobManagerOptions, type TaskManagerOptions } from '../props/role-options';
import { type FlinkWebOptions } from '../props/web-options';
import { type Part } from '../validation/problem';

/** Input about the whole cluster. */
export interface ClusterInput {
  readonly clusterName: string;
  readonly namespace?: string;
  readonly version: FlinkVersion;
  /** Whether the library adds nothing to the input of the user. */
  readonly isBare?: boolean;
  /** Options with the image of both roles, if the props contain none. */
  readonly imageOptions?: readonly string[];
  /** Whether the oldest options for heap sizes are the size of the whole container. */
  readonly sizesContainers?: boolean;
  /** Options that explicit options override, but defaults do not. */
  readonly base?: readonly OptionEntry[];
  readonly configuration?: unknown;
  readonly allowUnknownOptions?: readonly string[];
  readonly secretConfiguration?: { readonly [key: string]: kplus.SecretValue };
  readonly allowPlainCredentials?: readonly { readonly key: string }[];
  readonly parallelism?: number;
  readonly web?: FlinkWebOptions;
  readonly files?: readonly FlinkFile[];
  readonly jvmOptions?: readonly string[];
  readonly hardening?: Hardening;
  readonly labels?: { readonly [key: string]: string };
  readonly annotations?: { readonly [key: string]: string };
}

/** A contribution of a feature or a mount; each mode renders the parts that only mounts have in its own way. */
export interface Contribution extends FlinkContribution {
  readonly kerberos?: KerberosModel;
  readonly hadoop?: HadoopModel;
  readonly secretMount?: SecretMountModel;
  readonly secretEnv?: SecretEnvModel;
}

/** A contribution, and the feature or the mount that it comes from. */
export interface ContributionInput {
  readonly source: string;
  /** The property with the feature as its value; empty for a mount, which is a construct. */
  readonly property: string;
  readonly part: Part;
  readonly contribution: Contribution;
  /** The role of a mount that is only for one role. */
  readonly role?: Role;
}

/** Input about the JobManager, whose options are read already. */
export interface JobManagerInput {
  readonly options: JobManagerOptions;
}

/** Input about the TaskManagers, whose options are read already. */
export interface TaskManagerInput {
  readonly options: TaskManagerOptions;
  readonly queryableState?: QueryableStateModel;
}

/** Whether the contribution comes from a mount instead of a feature. */
export function isMount({ part }: ContributionInput): boolean {
  return part.startsWith('mount ');
}

/** The contributions to one role: those to the cluster, and those only to this role. */
export function contributionsTo(role: Role, { contributions }: Inputs): readonly ContributionInput[] {
  return contributions.every((input) => input.role === undefined)
    ? contributions
    : contributions.filter((input) => (input.role ?? role) === role);
}

/** Everything from which a ClusterModel is derived. */
export interface Inputs {
  readonly cluster: ClusterInput;
  readonly contributions: readonly ContributionInput[];
  /** The job of an application cluster. */
  readonly job?: JobModel;
  readonly jobManager?: JobManagerInput;
  readonly taskManager?: TaskManagerInput;
}
