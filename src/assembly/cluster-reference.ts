import { DeploymentMode } from './deployment-mode';
import { findingOptions } from './finding-fields';
import { deploymentMode, flinkVersion } from './value-readers';
import { FlinkVersion } from '../configuration/flink-version';
import { type FlinkFindingOptions } from '../props/finding-options';
import { type IFlinkSessionCluster } from '../props/session-cluster';
import { type Fields, integer, readProperty, readStruct, requiring, string } from '../readers/reader';
import { IDENTITY_RULES } from '../rules/name-rules';
import { runCheck } from '../validation/check';
import { type Problem, reporter } from '../validation/problem';

/** Properties of a session cluster that is created elsewhere. */
export interface SessionClusterReferenceOptions extends FlinkFindingOptions {
  /** The Flink release. */
  readonly version: FlinkVersion;
  /**
   * Namespace of the cluster.
   * @default - the namespace of the Chart
   */
  readonly namespace?: string;
  /**
   * How the cluster is deployed, which decides the names of its objects.
   * @default DeploymentMode.standalone()
   */
  readonly mode?: DeploymentMode;
  /**
   * Port of the REST endpoint on its Services.
   * @default 8081
   */
  readonly restPort?: number;
}

/** The properties of a cluster that is created elsewhere: complete enough to continue after any error in them. */
export interface ClusterReference extends FlinkFindingOptions {
  readonly clusterName: string;
  readonly namespace?: string;
  readonly version: FlinkVersion;
  readonly mode: DeploymentMode;
  readonly restServiceName: string;
  readonly restPort: number;
  readonly problems: readonly Problem[];
}

type ReferenceProps = SessionClusterReferenceOptions & Pick<IFlinkSessionCluster, 'clusterName' | 'restServiceName'>;

const FIELDS: Fields<SessionClusterReferenceOptions> = {
  version: flinkVersion,
  namespace: string,
  mode: deploymentMode,
  restPort: integer(1, 65_535),
  ...findingOptions,
};

/** Reads the arguments of `FlinkSessionCluster.fromClusterName`. */
export function readReference(clusterName: unknown, options: unknown): ClusterReference {
  const problems: Problem[] = [];
  const report = reporter(problems, 'cluster');
  const read = readStruct<SessionClusterReferenceOptions>(options, requiring(FIELDS, 'version'), '', report);
  return complete({ ...read, clusterName: string(clusterName, 'clusterName', report) }, problems);
}

/** Reads the cluster of a job, whichever class implements the interface. */
export function referenceOf(cluster: IFlinkSessionCluster): ClusterReference {
  return (cluster as { readonly _read?: ClusterReference })._read ?? readForeign(cluster);
}

function readForeign(cluster: object): ClusterReference {
  const problems: Problem[] = [];
  const report = reporter(problems, 'cluster');
  const fields: Fields<ReferenceProps> = { ...FIELDS, clusterName: string, restServiceName: string };
  const names = Object.keys(fields);
  const given = Object.fromEntries(names.map((name) => [name, readProperty(cluster, name, name, report)]));
  return complete(readStruct<ReferenceProps>(given, requiring(fields, 'clusterName', 'version'), '', report), problems);
}

function complete(read: Partial<ReferenceProps>, problems: Problem[]): ClusterReference {
  const { clusterName = 'flink', version = FlinkVersion.V2_2, mode = DeploymentMode.standalone() } = read;
  const identity = { clusterName, namespace: read.namespace, version };
  IDENTITY_RULES.forEach((rule) => runCheck(rule, identity, (part) => reporter(problems, part)));
  return {
    ...identity,
    mode,
    restPort: read.restPort ?? 8081,
    restServiceName: read.restServiceName ?? mode._mode.names.restService(clusterName),
    strict: read.strict,
    suppressions: read.suppressions,
    problems,
  };
}
