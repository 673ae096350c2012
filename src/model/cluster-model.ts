import { type FlinkPod } from './flink-pod';
import { type JobModel } from './job-model';
import {
  type HadoopModel,
  type KerberosModel,
  type SecretEnvModel,
  type SecretMountModel,
  type SecretOption,
} from './mounted';
import { type FlinkRole, type Role } from './role';
import { type FlinkOptions } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type FlinkProbe } from '../kubernetes/probe';
import { type FlinkMemory } from '../memory/flink-memory';
import { type FlinkManifest, type FlinkPolicyRule, type FlinkRestServiceContribution } from '../props/contribution';
import { type FlinkFile } from '../props/flink-file';
import { type Hardening } from '../props/hardening';
import { type FlinkRoleOptions } from '../props/role-options';

/** A cluster as plain data with all defaults resolved: the only input of a mode. */
export interface ClusterModel {
  readonly clusterName: string;
  readonly namespace?: string;
  readonly version: FlinkVersion;
  readonly options: FlinkOptions;
  /** Files of the configuration directory in addition to Flink's own, by name. */
  readonly files: ReadonlyMap<string, FlinkFile>;
  readonly hardening: Hardening;
  /** Options and environment variables that can contain credentials in plain text. */
  readonly allowedCredentials: readonly string[];
  /** Labels and annotations of every object. */
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
  readonly restService: FlinkRestServiceContribution;
  /** The Service for queryable state; absent if state cannot be queried. */
  readonly queryableState?: QueryableStateModel;
  /** The job of an application cluster; absent in a session cluster. */
  readonly job?: JobModel;
  readonly kerberos?: KerberosModel;
  readonly hadoop?: HadoopModel;
  /** Options on the command line of every process, because their values are in Secrets; sorted by key. */
  readonly secretOptions: readonly SecretOption[];
  readonly jobManager: RoleModel;
  readonly taskManager: RoleModel;
  /** Roles that have a construct; with separately created parts, one can be missing at first. */
  readonly present: { readonly jobManager: boolean; readonly taskManager: boolean };
  readonly manifests: readonly FlinkManifest[];
}

/** The Service for queryable state. */
export interface QueryableStateModel {
  readonly nodePort?: number;
  readonly annotations?: { readonly [key: string]: string };
}

/** A role of the cluster. */
export interface RoleModel {
  readonly role: Role;
  /** The role as Flink writes it. */
  readonly flinkRole: FlinkRole;
  /** The pod as the user and the features define it, before any step of a mode. */
  readonly template: FlinkPod;
  /** Secrets that each `SecretMount` mounts into the main container, sorted by path; not part of the template. */
  readonly secretMounts: readonly SecretMountModel[];
  /** Variables that each `SecretEnv` adds to the main container, sorted by name; not part of the template. */
  readonly secretEnv: readonly SecretEnvModel[];
  /** Empty if no image is known, which has been reported as an error. */
  readonly image: string;
  readonly replicas: number;
  /** Whether an autoscaler decides on the number of pods. */
  readonly isScaled: boolean;
  /** How the process divides its memory; absent if Flink would not start it, which has been reported as an error. */
  readonly memory?: FlinkMemory;
  readonly resources: ManifestJson;
  readonly serviceAccountName?: string;
  /** Annotations of the ServiceAccount, if the cluster creates it. */
  readonly serviceAccountAnnotations: { readonly [key: string]: string };
  readonly rules: readonly FlinkPolicyRule[];
  readonly livenessProbe?: FlinkProbe;
  readonly readinessProbe?: FlinkProbe;
  readonly startupProbe?: FlinkProbe;
  readonly strategy?: ManifestJson;
  /** Claims of each pod, reattached to the pod with the same ordinal; TaskManagers only. */
  readonly volumeClaimTemplates: readonly ManifestJson[];
  readonly revisionHistoryLimit?: number;
  /** Security contexts of the user, which override the hardening: of the pod and of its main container. */
  readonly podSecurityContext?: ManifestJson;
  readonly securityContext?: ManifestJson;
  /** The pod template of the user, which overrides everything else. */
  readonly override?: ManifestJson;
  /**
   * The settings of the user for fields with a default above, for modes in which the operator applies its own defaults.
   */
  readonly stated: StatedFields;
}

/** Settings of the user without defaults. */
export type StatedFields = Pick<
  FlinkRoleOptions,
  'cpu' | 'cpuLimitFactor' | 'imagePullPolicy' | 'memoryLimitFactor' | 'replicas'
> & { readonly image: boolean };
