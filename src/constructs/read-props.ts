import { type Construct } from 'constructs';
import { type FlinkApplicationClusterProps } from './application-cluster';
import { type FlinkBlueGreenDeploymentProps } from './blue-green-deployment';
import {
  APPLICATION_FIELDS,
  BLUE_GREEN_FIELDS,
  CLUSTER_FIELDS,
  COMPOSED_FIELDS,
  JOB_MANAGER_PART_FIELDS,
  type JobManagerPart,
  TASK_MANAGER_PART_FIELDS,
  type TaskManagerPart,
} from './cluster-fields';
import { type FlinkClusterOptions } from './cluster-options';
import { type FlinkClusterProps } from './flink-cluster';
import { namedFeatures } from './named-features';
import { DeploymentMode } from '../assembly/deployment-mode';
import { FlinkVersion } from '../configuration/flink-version';
import { Logging } from '../features/logging';
import { readJob } from '../jobs/read-job';
import { toObjectName } from '../kubernetes/names';
import { type JobModel } from '../model/job-model';
import { BLUE_GREEN_WITHOUT_OPERATOR } from '../modes/operator/rules/resource-rules';
import { type IFlinkFeature } from '../props/contribution';
import { type Fields, readStruct, requiring, unread } from '../readers/reader';
import { type Problem, type Report, reporter } from '../validation/problem';

/** The props of a cluster as they were read: complete enough to continue after any error in them. */
export interface ClusterRead {
  readonly root?: Construct;
  readonly clusterName: string;
  readonly version: FlinkVersion;
  readonly mode?: DeploymentMode;
  readonly options: Partial<FlinkClusterOptions>;
  /** Features with the property that sets them. */
  readonly features: readonly {
    readonly property: string;
    readonly feature: IFlinkFeature;
    readonly isDefault?: boolean;
  }[];
  /** The job of an application cluster, and how Kubernetes runs it. */
  readonly job?: JobModel;
  readonly problems: readonly Problem[];
}

/** The props of a composed cluster as they were read: of the cluster as a whole, and of each part. */
export interface ComposedRead extends ClusterRead {
  readonly root: Construct;
  readonly read: Partial<FlinkClusterProps>;
}

const DEFAULT_LOGGING: IFlinkFeature = Logging.levels();

/** Reads the props of a separately created configuration. */
export function readCluster(props: unknown, id: string): ClusterRead {
  const problems: Problem[] = [];
  const options = readStruct<FlinkClusterOptions>(
    props,
    requiring(CLUSTER_FIELDS, 'version'),
    '',
    reporter(problems, 'cluster'),
  );
  return clusterRead(options, id, problems);
}

/** Reads the props of a session cluster: of the cluster as a whole, and of each role. */
export function readSessionCluster(props: unknown, root: Construct): ComposedRead {
  const problems: Problem[] = [];
  const read = readStruct<FlinkClusterProps>(
    props,
    requiring(COMPOSED_FIELDS, 'version'),
    '',
    reporter(problems, 'cluster'),
  );
  return { ...clusterRead(read, root.node.id, problems), root, mode: read.mode, read };
}

/** Reads the props of an application cluster: those of a session cluster and its job. */
export function readApplicationCluster(props: unknown, root: Construct): ComposedRead {
  const problems: Problem[] = [];
  const read = readStruct<FlinkApplicationClusterProps>(
    props,
    requiring(APPLICATION_FIELDS, 'version', 'job'),
    '',
    reporter(problems, 'cluster'),
  );
  return applicationRead(read, root, root.node.id, problems);
}

/** Reads the props of a blue/green deployment whose template is `root`. */
export function readBlueGreenDeployment(props: unknown, root: Construct): ComposedRead {
  const problems: Problem[] = [];
  const report = reporter(problems, 'cluster');
  const { ingress, abortGracePeriod, deletionDelay, rescheduleInterval, ...read } =
    readStruct<FlinkBlueGreenDeploymentProps>(props, requiring(BLUE_GREEN_FIELDS, 'version', 'job'), '', report);
  const operator = DeploymentMode.operator();
  const { mode = operator } = read;
  if (mode._blueGreen === undefined) {
    report(BLUE_GREEN_WITHOUT_OPERATOR, 'mode', mode.name);
  }
  const options = { ingress, abortGracePeriod, deletionDelay, rescheduleInterval };
  const blueGreenMode = mode._blueGreen?.(options) ?? operator._blueGreen!(options);
  return applicationRead({ ...read, mode: blueGreenMode }, root, root.node.scope!.node.id, problems);
}

function applicationRead(
  { job, reactive, workload, ...read }: Partial<FlinkApplicationClusterProps>,
  root: Construct,
  id: string,
  problems: Problem[],
): ComposedRead {
  const report = reporter(problems, 'cluster');
  const cluster = clusterRead(read, id, problems);
  const jobRead = job === undefined ? undefined : readJob(job, { version: cluster.version }, report);
  return {
    ...cluster,
    root,
    mode: read.mode,
    read,
    job: jobRead && { ...jobRead.model, workload: workload?._model('workload', report) },
    features: [
      ...cluster.features,
      reactive === undefined ? [] : { property: 'reactive', feature: reactive },
      jobRead === undefined ? [] : { property: 'job.artifact', feature: jobRead.feature },
    ].flat(),
  };
}

/** Reads the props of a separately created JobManager. */
export function readJobManager(props: unknown, report: Report): JobManagerPart {
  return readPart<JobManagerPart>(props, JOB_MANAGER_PART_FIELDS, report);
}

/** Reads the props of separately created TaskManagers. */
export function readTaskManager(props: unknown, report: Report): TaskManagerPart {
  return readPart<TaskManagerPart>(props, TASK_MANAGER_PART_FIELDS, report);
}

function clusterRead(options: Partial<FlinkClusterOptions>, id: string, problems: readonly Problem[]): ClusterRead {
  const { logging, fileSystems = [], features = [] } = options;
  return {
    clusterName: options.clusterName ?? toObjectName(id),
    // A placeholder, so that all other problems are found in the same run.
    version: options.version ?? FlinkVersion.V2_2,
    options,
    features: [
      ...(logging === undefined ? [{ property: 'logging', feature: DEFAULT_LOGGING, isDefault: true }] : []),
      ...namedFeatures(options),
      ...fileSystems.map((feature, index) => ({ property: `fileSystems[${index}]`, feature })),
      ...features.map((feature, index) => ({ property: `features[${index}]`, feature })),
    ],
    problems,
  };
}

/** Reads the props of a part except for `config`, which `configOf` has read: without it, nothing can be reported. */
function readPart<T extends object>(props: unknown, fields: Fields<T>, report: Report): Partial<T> {
  const { config: _config, ...read } = readStruct<{ config?: unknown }>(
    props,
    { ...fields, config: unread } as Fields<{ config?: unknown }>,
    '',
    report,
  );
  return read as Partial<T>;
}
