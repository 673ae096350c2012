import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { type ClusterConfiguration } from './cluster-configuration';
import { type FlinkClusterOptions, type QueryableStateOptions } from './cluster-options';
import { FlinkConfigMap } from './config-map';
import { FlinkJobManager } from './job-manager';
import { type ComposedRead } from './read-props';
import { podSelectorConfig } from './selector';
import { FlinkTaskManager } from './task-manager';
import { type DeploymentMode } from '../assembly/deployment-mode';
import { type FlinkVersion } from '../configuration/flink-version';
import { mergePodOptions, podOptionsIn } from '../derivation/merge-pod-options';
import { type RestAccess } from '../features/rest-access';
import { type FlinkPodOptions } from '../props/pod-options';
import { type JobManagerOptions, type TaskManagerOptions } from '../props/role-options';
import { type FlinkWarning } from '../props/warning';
import { type Strictness } from '../validation/findings';

/** Properties of every composed cluster. */
export interface FlinkClusterProps extends FlinkClusterOptions, FlinkPodOptions {
  /**
   * How the cluster is deployed.
   * @default DeploymentMode.standalone()
   */
  readonly mode?: DeploymentMode;
  /**
   * Options of the JobManager.
   * @default - one JobManager of 1600 MiB and one core
   */
  readonly jobManager?: JobManagerOptions;
  /**
   * Options of the TaskManagers.
   * @default - two TaskManagers of 1728 MiB, one core and two slots
   */
  readonly taskManager?: TaskManagerOptions;
  /**
   * How the REST endpoint is exposed.
   * @default RestAccess.clusterIp()
   */
  readonly restAccess?: RestAccess;
  /**
   * Exposes the state of running jobs to clients. The image needs the queryable state runtime on its class path.
   * @default - state cannot be queried
   */
  readonly queryableState?: QueryableStateOptions;
}

/** A Flink cluster: its configuration, its JobManager and its TaskManagers. */
export abstract class FlinkCluster extends Construct implements kplus.IPodSelector, kplus.INetworkPolicyPeer {
  /** Name from which all object names and selectors derive. */
  public readonly clusterName: string;
  /** Namespace of the objects of the cluster, if it is known. */
  public readonly namespace?: string;
  /** The Flink release. */
  public readonly version: FlinkVersion;
  /** The configuration. */
  public readonly config: FlinkConfigMap;
  /** The JobManager. */
  public readonly jobManager: FlinkJobManager;
  /** The TaskManagers. */
  public readonly taskManager: FlinkTaskManager;

  constructor(scope: Construct, id: string, props: FlinkClusterProps) {
    super(scope, id);
    const composed = this._read(props);
    const { read } = composed;
    const common = podOptionsIn(read);
    this.config = new FlinkConfigMap(this, 'Config', { version: composed.version, _composed: composed });
    this.clusterName = this.config.clusterName;
    this.namespace = this.config.namespace;
    this.version = this.config.version;
    const { config } = this;
    const { restAccess, queryableState } = read;
    this.jobManager = new FlinkJobManager(this, 'JobManager', {
      config,
      restAccess,
      _composed: mergePodOptions(common, read.jobManager ?? {}),
    });
    this.taskManager = new FlinkTaskManager(this, 'TaskManager', {
      config,
      queryableState,
      _composed: mergePodOptions(common, read.taskManager ?? {}),
    });
    this.node.defaultChild = this.jobManager;
    config._assembly.plan();
  }

  /**
   * Reads the props of this kind of cluster. Called once, before any other member is set.
   * @internal
   */
  protected abstract _read(props: FlinkClusterProps): ComposedRead;

  /** @internal */
  public get _strictness(): Strictness {
    return this.config._assembly.strictness;
  }

  /** Labels that select the pods of both roles. */
  public get selectorLabels(): { [key: string]: string } {
    return this.config._assembly.names.selectorLabels(this.clusterName);
  }

  /** Name of the Service that exposes the REST endpoint. */
  public get restServiceName(): string {
    return this.jobManager.restServiceName;
  }

  /** Port of the REST endpoint on its Services. */
  public get restPort(): number {
    return this.jobManager.restPort;
  }

  /**
   * URL at which the operator's Ingress exposes the web UI, such as `http://flink.example.com/jobs/orders/`.
   * `undefined` in other modes, and if the Ingress template has no host or the namespace is not known.
   */
  public get webUiUrl(): string | undefined {
    return this.config._assembly.webUiUrl;
  }

  /** The effective configuration, as Flink will read it. */
  public get configuration(): ClusterConfiguration {
    return this.config.configuration;
  }

  /** Warnings: valid settings that are probably unintended. */
  public get warnings(): FlinkWarning[] {
    return this.config.warnings;
  }

  /** Returns the REST endpoint as the backend of a `kplus.Ingress`. */
  public toIngressBackend(): kplus.IngressBackend {
    return this.jobManager.toIngressBackend();
  }

  /** Returns a selector of the pods of both roles, for `kplus.NetworkPolicy` and similar constructs. */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    return podSelectorConfig(this.selectorLabels, this.namespace);
  }

  /** Returns the pods of both roles as a peer of network policies. */
  public toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** Returns this construct, so that it can be passed wherever an `IPodSelector` is expected. */
  public toPodSelector(): kplus.IPodSelector | undefined {
    return this;
  }
}
