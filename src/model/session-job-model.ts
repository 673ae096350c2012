import { type ClusterModel } from './cluster-model';
import { type FlinkPod } from './flink-pod';
import { type JobModel } from './job-model';
import { type OptionEntry } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type Hardening } from '../props/hardening';

/** A job on a session cluster as plain data with all defaults resolved: the only input of a mode. */
export interface SessionJobModel {
  readonly clusterName: string;
  readonly namespace?: string;
  /** Name of the job, unique in its cluster. */
  readonly jobName: string;
  readonly version: FlinkVersion;
  readonly hardening: Hardening;
  readonly rest: { readonly serviceName: string; readonly port: number };
  /** The ConfigMap with the configuration directory of the cluster. */
  readonly configMapName: string;
  readonly job: JobModel;
  /** Options of this job only. */
  readonly options: readonly OptionEntry[];
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
  readonly submission: SubmissionModel;
  /** The cluster when the object is written, if it is created in this app: mounts can be created after the job. */
  readonly cluster: () => ClusterModel | undefined;
}

/** The pod that submits the job, if the operator does not. */
export interface SubmissionModel {
  readonly template: FlinkPod;
  readonly image: string;
  readonly resources: ManifestJson;
  readonly serviceAccountName?: string;
  readonly podSecurityContext?: ManifestJson;
  readonly securityContext?: ManifestJson;
  readonly override?: ManifestJson;
  readonly backoffLimit?: number;
  /** Whether annotations let GitOps tools replace a changed Job. */
  readonly replace: boolean;
}

/** Environment variables of the submission script; no other variable of a Flink pod can have these names. */
export type SubmissionVariable =
  | 'SUBMISSION_REST_ADDRESS'
  | 'SUBMISSION_REST_PORT'
  | 'SUBMISSION_RUN_ID_PREFIX'
  | 'SUBMISSION_CONTENT_HASH'
  | 'SUBMISSION_JOB_STATE'
  | 'SUBMISSION_UPGRADE_MODE'
  | 'SUBMISSION_SAVEPOINT'
  | 'SUBMISSION_CLIENT'
  | 'SUBMISSION_SAVEPOINT_OPTION';

/** The object of a job on a session cluster. */
export interface SessionJobResource {
  readonly apiVersion: string;
  readonly kind: string;
  /** Absent if it consists of the names of the cluster and of the job. */
  readonly name?: string;
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
  readonly spec: () => ManifestJson;
}
