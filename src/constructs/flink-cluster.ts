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

/** Properties that every composed cluster has. */
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
   * How the REST endpoint is offered to others.
   * @default RestAccess.clusterIp()
   */
  readonly restAccess?: RestAccess;
  /**
   * Offers the state of running jobs to clients; the image needs the queryable state runtime on its class path.
   * @default - state cannot be queried
   */
  readonly queryableState?: QueryableStateOptions;
}

/** A Flink cluster composed of its parts. */
export abstract class FlinkCluster extends Construct implements kplus.IPodSelector, kplus.INetworkPolicyPeer {
  /** The name that all object names and selectors derive from. */
  public readonly clusterName: string;
  /** The namespace of the cluster's objects, where it is known. */
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
   * Reads the props of the kind of cluster; called once, before anything else is there.
   * @internal
   */
  protected abstract _read(props: FlinkClusterProps): ComposedRead;

  /** @internal */
  public get _strictness(): Strictness {
    return this.config._assembly.strictness;
  }

  /** Labels by which the pods of both roles are selected. */
  public get selectorLabels(): { [key: string]: string } {
    return this.config._assembly.names.selectorLabels(this.clusterName);
  }

  /** Name of the Service that offers the REST endpoint. */
  public get restServiceName(): string {
    return this.jobManager.restServiceName;
  }

  /** Port of the REST endpoint on the Services. */
  public get restPort(): number {
    return this.jobManager.restPort;
  }

  /**
   * Where the operator's Ingress offers the web UI: `http://flink.example.com/jobs/orders/`. `undefined` in other modes, and where the template
   * names no host or the namespace is not known.
   */
  public get webUiUrl(): string | undefined {
    return this.config._assembly.webUiUrl;
  }

  /** The configuration as Flink will read it. */
  public get configuration(): ClusterConfiguration {
    return this.config.configuration;
  }

  /** Warnings: valid settings that are probably unintended. */
  public get warnings(): FlinkWarning[] {
    return this.config.warnings;
  }

  /** The REST endpoint as the backend of a `kplus.Ingress`. */
  public toIngressBackend(): kplus.IngressBackend {
    return this.jobManager.toIngressBackend();
  }

  /** The pods of both roles, for `kplus.NetworkPolicy` and others. */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    return podSelectorConfig(this.selectorLabels, this.namespace);
  }

  /** The pods of both roles as a peer of network policies. */
  public toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** Itself. */
  public toPodSelector(): kplus.IPodSelector | undefined {
    return this;
  }
}
