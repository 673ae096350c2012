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

/** A cluster as plain data, every default decided: all that a mode may look at. */
export interface ClusterModel {
  readonly clusterName: string;
  readonly namespace?: string;
  readonly version: FlinkVersion;
  readonly options: FlinkOptions;
  /** Files of the configuration directory beside Flink's own, by name. */
  readonly files: ReadonlyMap<string, FlinkFile>;
  readonly hardening: Hardening;
  /** Options and variables that may hold credentials in plain text. */
  readonly allowedCredentials: readonly string[];
  /** Labels and annotations of every object. */
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
  readonly restService: FlinkRestServiceContribution;
  /** The Service for queryable state, where it is wanted. */
  readonly queryableState?: QueryableStateModel;
  /** The job of an application cluster; absent in a session cluster. */
  readonly job?: JobModel;
  readonly kerberos?: KerberosModel;
  readonly hadoop?: HadoopModel;
  /** Options that stand on the command line of every process, as their values are in Secrets; by key. */
  readonly secretOptions: readonly SecretOption[];
  readonly jobManager: RoleModel;
  readonly taskManager: RoleModel;
  /** Roles that have a construct; parts made by hand may lack one for a while. */
  readonly present: { readonly jobManager: boolean; readonly taskManager: boolean };
  readonly manifests: readonly FlinkManifest[];
}

export interface QueryableStateModel {
  readonly nodePort?: number;
  readonly annotations?: { readonly [key: string]: string };
}

/** One role of the cluster. */
export interface RoleModel {
  readonly role: Role;
  /** The role as Flink writes it. */
  readonly flinkRole: FlinkRole;
  /** The pod as the user and the features want it, before any step of a mode. */
  readonly template: FlinkPod;
  /** Secrets that `SecretMount`s put into the main container, by path; they are not in the template. */
  readonly secretMounts: readonly SecretMountModel[];
  /** Variables that `SecretEnv`s put into the main container, by name; they are not in the template. */
  readonly secretEnv: readonly SecretEnvModel[];
  /** Empty when no image is known; that is an error by then. */
  readonly image: string;
  readonly replicas: number;
  /** Whether somebody else decides how many pods there are. */
  readonly isScaled: boolean;
  /** How the process divides its memory; absent when Flink would not start it, which is an error by then. */
  readonly memory?: FlinkMemory;
  readonly resources: ManifestJson;
  readonly serviceAccountName?: string;
  /** Annotations of the account, where the cluster makes it. */
  readonly serviceAccountAnnotations: { readonly [key: string]: string };
  readonly rules: readonly FlinkPolicyRule[];
  readonly livenessProbe?: FlinkProbe;
  readonly readinessProbe?: FlinkProbe;
  readonly startupProbe?: FlinkProbe;
  readonly strategy?: ManifestJson;
  /** Claims that each pod has for itself and its successor of the same number; of TaskManagers alone. */
  readonly volumeClaimTemplates: readonly ManifestJson[];
  readonly revisionHistoryLimit?: number;
  /** What the user wants over the hardening, for the pod and for its main container. */
  readonly podSecurityContext?: ManifestJson;
  readonly securityContext?: ManifestJson;
  /** The user's last word on the pod template. */
  readonly override?: ManifestJson;
  /** What was said of fields that have a default above, for modes in which somebody else has the defaults. */
  readonly stated: StatedFields;
}

export type StatedFields = Pick<
  FlinkRoleOptions,
  'cpu' | 'cpuLimitFactor' | 'imagePullPolicy' | 'memoryLimitFactor' | 'replicas'
> & { readonly image: boolean };
