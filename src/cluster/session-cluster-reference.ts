import { Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { DeploymentMode } from './deployment-mode';
import { FlinkVersion } from '../configuration/flink-version';

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

/** How each mode names the objects that a client needs. */
const NAMES: { readonly [mode: string]: { readonly rest: string; readonly config: (name: string) => string } } = {
  standalone: { rest: '-jobmanager-rest', config: (name) => `${name}-config` },
  native: { rest: '-rest', config: (name) => `flink-config-${name}` },
  operator: { rest: '-rest', config: (name) => `flink-config-${name}` },
};

/** Name of the ConfigMap with a cluster's configuration directory. */
export function configMapNameOf(clusterName: string, mode: DeploymentMode): string {
  return NAMES[mode.name]!.config(clusterName);
}

/**
 * A session cluster known by its name.
 * @internal
 */
export class SessionClusterReference extends Construct implements IFlinkSessionCluster {
  public readonly namespace?: string;
  public readonly version: FlinkVersion;
  public readonly restServiceName: string;
  public readonly restPort: number;
  public readonly mode: DeploymentMode;

  constructor(scope: Construct, id: string, public readonly clusterName: string, options: Partial<SessionClusterReferenceOptions>) {
    super(scope, id);
    this.mode = options.mode ?? DeploymentMode.standalone();
    this.namespace = options.namespace ?? Chart.of(this).namespace;
    this.version = options.version ?? FlinkVersion.V2_2;
    this.restServiceName = `${clusterName}${NAMES[this.mode.name]!.rest}`;
    this.restPort = options.restPort ?? 8081;
  }
}
