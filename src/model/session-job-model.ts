import { type ClusterModel } from './cluster-model';
import { type FlinkPod } from './flink-pod';
import { type JobModel } from './job-model';
import { type OptionEntry } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type Hardening } from '../props/hardening';

/** A job on a session cluster as plain data, every default decided: all that a mode may look at. */
export interface SessionJobModel {
  readonly clusterName: string;
  readonly namespace?: string;
  /** The job's own name, beside those of the other jobs of the cluster. */
  readonly jobName: string;
  readonly version: FlinkVersion;
  readonly hardening: Hardening;
  readonly rest: { readonly serviceName: string; readonly port: number };
  /** The ConfigMap with the cluster's configuration directory. */
  readonly configMapName: string;
  readonly job: JobModel;
  /** Options of this job alone. */
  readonly options: readonly OptionEntry[];
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
  readonly submission: SubmissionModel;
  /** The cluster as it is when the object is written, where it is made in this app: mounts may come after the job. */
  readonly cluster: () => ClusterModel | undefined;
}

/** The pod that submits, where nobody else does. */
export interface SubmissionModel {
  readonly template: FlinkPod;
  readonly image: string;
  readonly resources: ManifestJson;
  readonly serviceAccountName?: string;
  readonly podSecurityContext?: ManifestJson;
  readonly securityContext?: ManifestJson;
  readonly override?: ManifestJson;
  readonly backoffLimit?: number;
  /** Whether GitOps tools are told to replace the Job when it has changed. */
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

/** The object that stands for a job on a session cluster. */
export interface SessionJobResource {
  readonly apiVersion: string;
  readonly kind: string;
  /** Where it is not that of the cluster and that of the job. */
  readonly name?: string;
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
  readonly spec: () => ManifestJson;
}
