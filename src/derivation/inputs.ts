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

/** What was said of the cluster as a whole. */
export interface ClusterInput {
  readonly clusterName: string;
  readonly namespace?: string;
  readonly version: FlinkVersion;
  /** Whether nothing of the library's own is put beside what was stated. */
  readonly isBare?: boolean;
  /** Options that name the image of both roles, where none is given otherwise. */
  readonly imageOptions?: readonly string[];
  /** Whether heap sizes of the oldest kind mean the whole container. */
  readonly sizesContainers?: boolean;
  /** Options that are there before anything is stated; they yield to statements, but not to defaults. */
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

/** What a mount adds beyond a feature: things that each mode renders in its own way. */
export interface Contribution extends FlinkContribution {
  readonly kerberos?: KerberosModel;
  readonly hadoop?: HadoopModel;
  readonly secretMount?: SecretMountModel;
  readonly secretEnv?: SecretEnvModel;
}

/** What a feature or a mount added, and who it was. */
export interface ContributionInput {
  readonly source: string;
  /** The property that the feature was given by; empty for a mount, which is a construct of its own. */
  readonly property: string;
  readonly part: Part;
  readonly contribution: Contribution;
  /** The role that a mount is for alone. */
  readonly role?: Role;
}

/** What was said of a role; the options have been read already. */
export interface JobManagerInput {
  readonly options: JobManagerOptions;
}

export interface TaskManagerInput {
  readonly options: TaskManagerOptions;
  readonly queryableState?: QueryableStateModel;
}

/** Whether a construct of its own mounts it, and no feature brings it. */
export function isMount({ part }: ContributionInput): boolean {
  return part.startsWith('mount ');
}

/** What concerns one role: contributions to the cluster, and those to this role alone. */
export function contributionsTo(role: Role, { contributions }: Inputs): readonly ContributionInput[] {
  return contributions.every((input) => input.role === undefined)
    ? contributions
    : contributions.filter((input) => (input.role ?? role) === role);
}

/** Everything that a ClusterModel derives from. */
export interface Inputs {
  readonly cluster: ClusterInput;
  readonly contributions: readonly ContributionInput[];
  /** The job of an application cluster, as it was given. */
  readonly job?: JobModel;
  readonly jobManager?: JobManagerInput;
  readonly taskManager?: TaskManagerInput;
}
