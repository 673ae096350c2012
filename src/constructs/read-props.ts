import { type Construct } from 'constructs';
import { type FlinkApplicationClusterProps } from './application-cluster';
import { type FlinkBlueGreenDeploymentProps } from './blue-green-deployment';
import {
  type FlinkClusterOptions,
  type FlinkSuppression,
  type FlinkPlainCredential,
  type QueryableStateOptions,
} from './cluster-options';
import { type FlinkClusterProps } from './flink-cluster';
import { deploymentMode, flinkVersion } from './value-readers';
import { DeploymentMode } from '../assembly/deployment-mode';
import { isAcceptable } from '../assembly/rule-table';
import { FlinkVersion } from '../configuration/flink-version';
import { type Autoscaling } from '../features/autoscaling';
import { type Checkpointing } from '../features/checkpointing';
import { type FileSystem } from '../features/file-system';
import { type HighAvailability } from '../features/high-availability';
import { type LocalDisk } from '../features/local-disk';
import { type LocalRecovery } from '../features/local-recovery';
import { Logging } from '../features/logging';
import { type ReactiveMode } from '../features/reactive-mode';
import { type RestAccess } from '../features/rest-access';
import { type RestartStrategy } from '../features/restart-strategy';
import { type StateBackend } from '../features/state-backend';
import { type ApplicationWorkload } from '../jobs/application-workload';
import { readJob } from '../jobs/read-job';
import { type JobModel } from '../model/job-model';
import { BLUE_GREEN_WITHOUT_OPERATOR } from '../modes/operator/rules/resource-rules';
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
  unread,
  type Fields,
  boolean,
  instanceLike,
  integer,
  list,
  map,
  nonEmptyString,
  oneOf,
  type Reader,
  readStruct,
  struct,
  string,
} from '../readers/reader';
import { type Problem, type Report, reporter } from '../validation/problem';
import { RULES } from '../validation/rules';

/** What was read of a cluster's props, complete enough to go on whatever was wrong with them. */
export interface ClusterRead {
  readonly root?: Construct;
  readonly clusterName: string;
  readonly version: FlinkVersion;
  readonly mode?: DeploymentMode;
  readonly options: Partial<FlinkClusterOptions>;
  /** Features by the property that they were given by. */
  readonly features: readonly {
    readonly property: string;
    readonly feature: IFlinkFeature;
    readonly isDefault?: boolean;
  }[];
  /** The job of an application cluster, and how it is run. */
  readonly job?: JobModel;
  readonly problems: readonly Problem[];
}

/** What was read of a composed cluster: of the whole, and of each of its parts. */
export interface ComposedRead extends ClusterRead {
  readonly root: Construct;
  readonly read: Partial<FlinkClusterProps>;
}

const feature = instanceLike<IFlinkFeature>('a feature: an object with a method bind', 'bind()');
const SUPPRESSION_FIELDS: Fields<FlinkSuppression> = { id: ruleId, reason: nonEmptyString };
const QUERYABLE_STATE_FIELDS: Fields<QueryableStateOptions> = { nodePort: unread, annotations: objectAnnotations };
const restAccess = instanceLike<RestAccess>('a RestAccess, such as RestAccess.nodePort()', 'bind()');
const queryableState = struct(QUERYABLE_STATE_FIELDS);
/** Features that have a property of their own, in the order in which they are asked. */
const NAMED_FEATURES = [
  'restartStrategy',
  'autoscaling',
  'highAvailability',
  'stateBackend',
  'checkpointing',
  'localRecovery',
  'localDisk',
] as const satisfies readonly (keyof FlinkClusterOptions)[];
const DEFAULT_LOGGING = Logging.levels();

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

const CLUSTER_FIELDS: Fields<FlinkClusterOptions> = {
  version: flinkVersion,
  clusterName: string,
  namespace: string,
  configuration: unread,
  secretConfiguration: map(secretValue),
  allowPlainCredentials: list(
    struct<FlinkPlainCredential>({ key: nonEmptyString, reason: nonEmptyString }, ['key', 'reason']),
  ),
  fileSystems: list(instanceLike<FileSystem>('a FileSystem, such as FileSystem.s3Hadoop()', 'bind()')),
  allowUnknownOptions: list(nonEmptyString),
  parallelism: integer(1, 32_768),
  restartStrategy: instanceLike<RestartStrategy>('a RestartStrategy, such as RestartStrategy.fixedDelay()', 'bind()'),
  autoscaling: instanceLike<Autoscaling>('an Autoscaling, such as Autoscaling.enabled()', 'bind()'),
  highAvailability: instanceLike<HighAvailability>(
    'a HighAvailability, such as HighAvailability.kubernetes(…)',
    'bind()',
  ),
  stateBackend: instanceLike<StateBackend>('a StateBackend, such as StateBackend.rocksDb()', 'bind()'),
  checkpointing: instanceLike<Checkpointing>('a Checkpointing, such as Checkpointing.every(…)', 'bind()'),
  localRecovery: instanceLike<LocalRecovery>('a LocalRecovery, such as LocalRecovery.onVolumeClaims(…)', 'bind()'),
  localDisk: instanceLike<LocalDisk>('a LocalDisk, such as LocalDisk.emptyDir(…)', 'bind()'),
  web: struct<FlinkWebOptions>(WEB_FIELDS),
  features: list(feature),
  logging: instanceLike<Logging>('a Logging, such as Logging.levels()', 'bind()'),
  files: list(flinkFile),
  jvmOptions: list(nonEmptyString),
  hardening: oneOf(Object.values(Hardening)),
  labels: objectLabels,
  annotations: objectAnnotations,
  strict: boolean,
  suppressions: list(struct<FlinkSuppression>(SUPPRESSION_FIELDS, ['id', 'reason'])),
};

const COMPOSED_FIELDS: Fields<FlinkClusterProps> = {
  ...CLUSTER_FIELDS,
  ...POD_OPTION_FIELDS,
  mode: deploymentMode,
  jobManager: struct(JOB_MANAGER_FIELDS),
  taskManager: struct(TASK_MANAGER_FIELDS),
  restAccess,
  queryableState,
};

const APPLICATION_FIELDS: Fields<FlinkApplicationClusterProps> = {
  ...COMPOSED_FIELDS,
  // Read when the release is known, which decides how a script is run.
  job: unread,
  reactive: instanceLike<ReactiveMode>('a ReactiveMode, such as ReactiveMode.manual()', 'bind()'),
  workload: instanceLike<ApplicationWorkload>('an ApplicationWorkload, such as ApplicationWorkload.job()', '_model()'),
};

const BLUE_GREEN_FIELDS: Fields<FlinkApplicationClusterProps & BlueGreenOptions> = {
  ...APPLICATION_FIELDS,
  // Read by the mode, which knows the operator's fields.
  ingress: unread,
  abortGracePeriod: duration,
  deletionDelay: duration,
  rescheduleInterval: duration,
};

/** Reads the props of a configuration made by hand. */
export function readCluster(props: unknown, id: string): ClusterRead {
  const problems: Problem[] = [];
  const options = readStruct<FlinkClusterOptions>(props, CLUSTER_FIELDS, '', reporter(problems, 'cluster'), [
    'version',
  ]);
  return clusterRead(options, id, problems);
}

/** Reads the props of a session cluster: those of the whole, and those of each role. */
export function readSessionCluster(props: unknown, root: Construct): ComposedRead {
  const problems: Problem[] = [];
  const read = readStruct<FlinkClusterProps>(props, COMPOSED_FIELDS, '', reporter(problems, 'cluster'), ['version']);
  return { ...clusterRead(read, root.node.id, problems), root, mode: read.mode, read };
}

/** Reads the props of an application cluster: those of a session cluster, and its job. */
export function readApplicationCluster(props: unknown, root: Construct): ComposedRead {
  const problems: Problem[] = [];
  const read = readStruct<FlinkApplicationClusterProps>(props, APPLICATION_FIELDS, '', reporter(problems, 'cluster'), [
    'version',
    'job',
  ]);
  return applicationRead(read, root, root.node.id, problems);
}

/** Reads the props of a job of two colours, of which `root` is the template. */
export function readBlueGreenDeployment(props: unknown, root: Construct): ComposedRead {
  const problems: Problem[] = [];
  const report = reporter(problems, 'cluster');
  const { ingress, abortGracePeriod, deletionDelay, rescheduleInterval, ...read } =
    readStruct<FlinkBlueGreenDeploymentProps>(props, BLUE_GREEN_FIELDS, '', report, ['version', 'job']);
  const operator = DeploymentMode.operator();
  const { mode = operator } = read;
  if (mode._ofTwoColours === undefined) {
    report(BLUE_GREEN_WITHOUT_OPERATOR, 'mode', mode.name);
  }
  const blueGreen = { ingress, abortGracePeriod, deletionDelay, rescheduleInterval };
  const ofTwo = mode._ofTwoColours?.(blueGreen) ?? operator._ofTwoColours!(blueGreen);
  return applicationRead({ ...read, mode: ofTwo }, root, root.node.scope!.node.id, problems);
}

function applicationRead(
  { job, reactive, workload, ...read }: Partial<FlinkApplicationClusterProps>,
  root: Construct,
  id: string,
  problems: Problem[],
): ComposedRead {
  const report = reporter(problems, 'cluster');
  const cluster = clusterRead(read, id, problems);
  const given = job === undefined ? undefined : readJob(job, 'job', cluster.version, report);
  return {
    ...cluster,
    root,
    mode: read.mode,
    read,
    job: given && { ...given.model, workload: workload?._model('workload', report) },
    features: [
      ...cluster.features,
      reactive === undefined ? [] : { property: 'reactive', feature: reactive },
      given === undefined ? [] : { property: 'job.artifact', feature: given.feature },
    ].flat(),
  };
}

/** Reads the props of a role made by hand. */
export function readJobManager(props: unknown, report: Report): JobManagerOptions & { restAccess?: RestAccess } {
  return readPart<JobManagerOptions & { restAccess?: RestAccess }>(
    props,
    { ...JOB_MANAGER_FIELDS, restAccess },
    report,
  );
}

export function readTaskManager(
  props: unknown,
  report: Report,
): TaskManagerOptions & { queryableState?: QueryableStateOptions } {
  return readPart<TaskManagerOptions & { queryableState?: QueryableStateOptions }>(
    props,
    { ...TASK_MANAGER_FIELDS, queryableState },
    report,
  );
}

function clusterRead(options: Partial<FlinkClusterOptions>, id: string, problems: readonly Problem[]): ClusterRead {
  const logging: IFlinkFeature = options.logging ?? DEFAULT_LOGGING;
  return {
    clusterName: options.clusterName ?? id.toLowerCase().replace(/[^a-z0-9]/g, '-'),
    // A stand-in, so that all other problems are found in the same run.
    version: options.version ?? FlinkVersion.V2_2,
    options,
    features: [
      { property: 'logging', feature: logging, isDefault: options.logging === undefined },
      ...NAMED_FEATURES.filter((property) => options[property] !== undefined).map((property) => ({
        property,
        feature: options[property] as IFlinkFeature,
      })),
      ...(options.fileSystems ?? []).map((item, index) => ({ property: `fileSystems[${index}]`, feature: item })),
      ...(options.features ?? []).map((item, index) => ({ property: `features[${index}]`, feature: item })),
    ],
    problems,
  };
}

/** `config` has been read before, as without it there is nothing to report to. */
function readPart<T extends object>(props: unknown, fields: Fields<T>, report: Report): Partial<T> {
  const { config: _config, ...read } = readStruct<{ config?: unknown }>(
    props,
    { ...fields, config: unread } as Fields<{ config?: unknown }>,
    '',
    report,
  );
  return read as Partial<T>;
}

function ruleId(...[value, property, report]: Parameters<Reader<string>>): string | undefined {
  if (typeof value === 'string' && isAcceptable(value)) {
    return value;
  }
  report(RULES['FLK-TYPE-02'], property, value, {
    expected: 'the id of a rule that can be accepted, such as FLK-SVC-02',
  });
  return undefined;
}
