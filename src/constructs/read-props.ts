import { type Construct } from 'constructs';
import { type FlinkApplicationClusterProps } from './application-cluster';
import { type FlinkBlueGreenDeploymentProps } from './blue-green-deployment';
import {
  APPLICATION_FIELDS,
  BLUE_GREEN_FIELDS,
  CLUSTER_FIELDS,
  COMPOSED_FIELDS,
  JOB_MANAGER_BY_HAND,
  type JobManagerByHand,
  TASK_MANAGER_BY_HAND,
  type TaskManagerByHand,
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

const DEFAULT_LOGGING: IFlinkFeature = Logging.levels();

/** Reads the props of a configuration made by hand. */
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

/** Reads the props of a session cluster: those of the whole, and those of each role. */
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

/** Reads the props of an application cluster: those of a session cluster, and its job. */
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

/** Reads the props of a job of two colours, of which `root` is the template. */
export function readBlueGreenDeployment(props: unknown, root: Construct): ComposedRead {
  const problems: Problem[] = [];
  const report = reporter(problems, 'cluster');
  const { ingress, abortGracePeriod, deletionDelay, rescheduleInterval, ...read } =
    readStruct<FlinkBlueGreenDeploymentProps>(props, requiring(BLUE_GREEN_FIELDS, 'version', 'job'), '', report);
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
  const given = job === undefined ? undefined : readJob(job, { version: cluster.version }, report);
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

/** Reads the props of a role that is created by hand. */
export function readJobManager(props: unknown, report: Report): JobManagerByHand {
  return readPart<JobManagerByHand>(props, JOB_MANAGER_BY_HAND, report);
}

export function readTaskManager(props: unknown, report: Report): TaskManagerByHand {
  return readPart<TaskManagerByHand>(props, TASK_MANAGER_BY_HAND, report);
}

function clusterRead(options: Partial<FlinkClusterOptions>, id: string, problems: readonly Problem[]): ClusterRead {
  const { logging, fileSystems = [], features = [] } = options;
  return {
    clusterName: options.clusterName ?? toObjectName(id),
    // A stand-in, so that all other problems are found in the same run.
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
