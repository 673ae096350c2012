import { Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { deploymentMode, flinkVersion } from './value-readers';
import { DeploymentMode } from '../assembly/deployment-mode';
import { FlinkVersion } from '../configuration/flink-version';
import { type Fields, integer, readProperty, readStruct, string } from '../readers/reader';
import { IDENTITY_RULES } from '../rules/name-rules';
import { runCheck } from '../validation/check';
import { message, type Problem, reporter, severity } from '../validation/problem';

/** A session cluster that jobs can be submitted to, made in this app or elsewhere. */
export interface IFlinkSessionCluster extends IConstruct {
  /** The name that all object names and selectors derive from. */
  readonly clusterName: string;
  /** The namespace of the cluster's objects, where it is known. */
  readonly namespace?: string;
  /** The Flink release. */
  readonly version: FlinkVersion;
  /** Name of the Service that offers the REST endpoint. */
  readonly restServiceName: string;
  /** Port of the REST endpoint on the Services. */
  readonly restPort: number;
}

/** What is to be known of a session cluster that is made elsewhere. */
export interface SessionClusterReferenceOptions {
  /** The Flink release. */
  readonly version: FlinkVersion;
  /**
   * The namespace of the cluster.
   * @default - the Chart's
   */
  readonly namespace?: string;
  /**
   * How the cluster is deployed, which decides the names of its objects.
   * @default DeploymentMode.standalone()
   */
  readonly mode?: DeploymentMode;
  /**
   * Port of the REST endpoint on the Services.
   * @default 8081
   */
  readonly restPort?: number;
}

/** What was read of a cluster that is made elsewhere, complete enough to go on whatever was wrong with it. */
export interface ReferenceRead {
  readonly clusterName: string;
  readonly namespace?: string;
  readonly version: FlinkVersion;
  readonly mode: DeploymentMode;
  readonly restServiceName: string;
  readonly restPort: number;
  readonly problems: readonly Problem[];
}

type Given = SessionClusterReferenceOptions & Pick<IFlinkSessionCluster, 'clusterName' | 'restServiceName'>;

const FIELDS: Fields<SessionClusterReferenceOptions> = {
  version: flinkVersion,
  namespace: string,
  mode: deploymentMode,
  restPort: integer(1, 65_535),
};

function readReference(clusterName: unknown, options: unknown): ReferenceRead {
  const problems: Problem[] = [];
  const report = reporter(problems, 'cluster');
  const read = readStruct<SessionClusterReferenceOptions>(options, FIELDS, '', report, ['version']);
  return complete({ ...read, clusterName: string(clusterName, 'clusterName', report) }, problems);
}

/** Reads a cluster that was given to a job, whoever made the object. */
export function referenceOf(cluster: IFlinkSessionCluster): ReferenceRead {
  return (cluster as Partial<SessionClusterReference>)._read ?? readForeign(cluster);
}

function readForeign(cluster: object): ReferenceRead {
  const problems: Problem[] = [];
  const fields: Fields<Given> = { ...FIELDS, clusterName: string, restServiceName: string };
  const given = Object.fromEntries(
    Object.keys(fields).map((name) => [name, readProperty(cluster, name, name, reporter(problems, 'cluster'))]),
  );
  return complete(
    readStruct<Given>(given, fields, '', reporter(problems, 'cluster'), ['clusterName', 'version']),
    problems,
  );
}

function complete(read: Partial<Given>, problems: Problem[]): ReferenceRead {
  const {
    clusterName = 'flink',
    namespace,
    version = FlinkVersion.V2_2,
    mode = DeploymentMode.standalone(),
    restPort = 8081,
  } = read;
  const identity = { clusterName, namespace, version };
  IDENTITY_RULES.forEach((rule) => runCheck(rule, identity, (part) => reporter(problems, part)));
  return {
    clusterName,
    namespace,
    version,
    mode,
    restPort,
    restServiceName: read.restServiceName ?? mode._mode.names.restService(clusterName),
    problems,
  };
}

/**
 * A session cluster known by its name.
 * @internal
 */
export class SessionClusterReference extends Construct implements IFlinkSessionCluster {
  public readonly clusterName: string;
  public readonly namespace?: string;
  public readonly version: FlinkVersion;
  public readonly restServiceName: string;
  public readonly restPort: number;
  /** @internal */
  public readonly _read: ReferenceRead;

  constructor(scope: Construct, id: string, clusterName: string, options: Partial<SessionClusterReferenceOptions>) {
    super(scope, id);
    const read = readReference(clusterName, options);
    this._read = { ...read, namespace: read.namespace ?? Chart.of(this).namespace };
    this.clusterName = read.clusterName;
    this.namespace = this._read.namespace;
    this.version = read.version;
    this.restServiceName = read.restServiceName;
    this.restPort = read.restPort;
    this.node.addValidation({
      validate: () => read.problems.filter((problem) => severity(problem) === 'error').map(message),
    });
  }
}
