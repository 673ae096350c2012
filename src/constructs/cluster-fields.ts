import { type FlinkApplicationClusterProps } from './application-cluster';
import { type FlinkClusterOptions, type QueryableStateOptions } from './cluster-options';
import { type FlinkClusterProps } from './flink-cluster';
import { NAMED_FEATURES } from './named-features';
import { findingOptions, plainCredentials } from '../assembly/finding-fields';
import { deploymentMode, flinkVersion } from '../assembly/value-readers';
import { type FileSystem } from '../features/file-system';
import { type ReactiveMode } from '../features/reactive-mode';
import { type RestAccess } from '../features/rest-access';
import { type ApplicationWorkload } from '../jobs/application-workload';
import { type BlueGreenOptions } from '../props/blue-green-options';
import { type IFlinkFeature } from '../props/contribution';
import { Hardening } from '../props/hardening';
import { type JobManagerOptions, type TaskManagerOptions } from '../props/role-options';
import { type FlinkWebOptions } from '../props/web-options';
import { duration } from '../readers/duration-reader';
import { flinkFile } from '../readers/file-reader';
import { objectAnnotations, objectLabels } from '../readers/grammar-readers';
import { secretValue } from '../readers/object-readers';
import { JOB_MANAGER_FIELDS, POD_OPTION_FIELDS, TASK_MANAGER_FIELDS } from '../readers/pod-option-fields';
import {
  boolean,
  type Fields,
  instanceLike,
  integer,
  list,
  map,
  nonEmptyString,
  oneOf,
  string,
  struct,
  unread,
} from '../readers/reader';

const QUERYABLE_STATE_FIELDS: Fields<QueryableStateOptions> = { nodePort: unread, annotations: objectAnnotations };
const restAccess = instanceLike<RestAccess>('a RestAccess, such as RestAccess.nodePort()', 'bind()');
const queryableState = struct(QUERYABLE_STATE_FIELDS);
const feature = instanceLike<IFlinkFeature>('a feature: an object with a method bind', 'bind()');

const WEB_FIELDS: Fields<FlinkWebOptions> = {
  port: integer(1, 65_535),
  urlPrefix: string,
  submit: boolean,
  cancel: boolean,
  rescale: boolean,
  flameGraphs: boolean,
  profiler: boolean,
  accessControlAllowOrigin: nonEmptyString,
  refreshInterval: duration,
  timeout: duration,
};

/** Readers of the props that describe a cluster as a whole. A prop without a reader does not compile. */
export const CLUSTER_FIELDS: Fields<FlinkClusterOptions> = {
  version: flinkVersion,
  clusterName: string,
  namespace: string,
  configuration: unread,
  secretConfiguration: map(secretValue),
  allowPlainCredentials: plainCredentials,
  fileSystems: list(instanceLike<FileSystem>('a FileSystem, such as FileSystem.s3Hadoop()', 'bind()')),
  allowUnknownOptions: list(nonEmptyString),
  parallelism: integer(1, 32_768),
  web: struct<FlinkWebOptions>(WEB_FIELDS),
  features: list(feature),
  files: list(flinkFile),
  jvmOptions: list(nonEmptyString),
  hardening: oneOf(Object.values(Hardening)),
  labels: objectLabels,
  annotations: objectAnnotations,
  ...NAMED_FEATURES,
  ...findingOptions,
};

export const COMPOSED_FIELDS: Fields<FlinkClusterProps> = {
  ...CLUSTER_FIELDS,
  ...POD_OPTION_FIELDS,
  mode: deploymentMode,
  jobManager: struct(JOB_MANAGER_FIELDS),
  taskManager: struct(TASK_MANAGER_FIELDS),
  restAccess,
  queryableState,
};

export const APPLICATION_FIELDS: Fields<FlinkApplicationClusterProps> = {
  ...COMPOSED_FIELDS,
  // Read later, because the release decides how a script is run.
  job: unread,
  reactive: instanceLike<ReactiveMode>('a ReactiveMode, such as ReactiveMode.fixedReplicas()', 'bind()'),
  workload: instanceLike<ApplicationWorkload>('an ApplicationWorkload, such as ApplicationWorkload.job()', '_model()'),
};

export const BLUE_GREEN_FIELDS: Fields<FlinkApplicationClusterProps & BlueGreenOptions> = {
  ...APPLICATION_FIELDS,
  // Read by the mode, because it knows the fields of the operator's resources.
  ingress: unread,
  abortGracePeriod: duration,
  deletionDelay: duration,
  rescheduleInterval: duration,
};

/** Options of a separately created JobManager. */
export type JobManagerPart = JobManagerOptions & { readonly restAccess?: RestAccess };

export const JOB_MANAGER_PART_FIELDS: Fields<JobManagerPart> = { ...JOB_MANAGER_FIELDS, restAccess };

/** Options of separately created TaskManagers. */
export type TaskManagerPart = TaskManagerOptions & { readonly queryableState?: QueryableStateOptions };

export const TASK_MANAGER_PART_FIELDS: Fields<TaskManagerPart> = { ...TASK_MANAGER_FIELDS, queryableState };
