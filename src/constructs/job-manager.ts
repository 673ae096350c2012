import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { type FlinkConfigMap } from './config-map';
import { configOf } from './config-of';
import { readJobManager } from './read-props';
import { ingressBackend, podSelectorConfig } from './selector';
import { isHighlyAvailable } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { type RestAccess } from '../features/rest-access';
import { type FlinkMemory } from '../memory/flink-memory';
import { jobManagerRpcPort, portOf, restBindPort } from '../modes/shared/ports';
import { type JobManagerOptions } from '../props/role-options';

/** Properties of a separately created JobManager. */
export interface FlinkJobManagerProps extends JobManagerOptions {
  /** The configuration of the cluster. */
  readonly config: FlinkConfigMap;
  /**
   * How the REST endpoint is exposed.
   * @default RestAccess.clusterIp()
   */
  readonly restAccess?: RestAccess;
  /** @internal */
  readonly _composed?: JobManagerOptions;
}

/** Ports that a JobManager's container listens on. */
export interface JobManagerPorts {
  /** Remote procedure calls of TaskManagers and standby JobManagers, `jobmanager.rpc.port`. */
  readonly rpc: number;
  /** Large objects such as jars, `blob.server.port`. */
  readonly blobServer: number;
  /** REST endpoint and web UI, `rest.bind-port`. */
  readonly rest: number;
}

/**
 * The JobManager of a cluster: its workload, its Services and its ServiceAccount.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/concepts/flink-architecture/#jobmanager
 */
export class FlinkJobManager extends Construct implements kplus.IPodSelector, kplus.INetworkPolicyPeer {
  /** The configuration of the cluster. */
  public readonly config: FlinkConfigMap;
  /** Name of the workload. */
  public readonly name: string;
  /**
   * Name of the Service by which TaskManagers find the JobManager. With high availability there is no such Service,
   * because TaskManagers connect to the pod of the leader.
   */
  public readonly serviceName: string;

  constructor(scope: Construct, id: string, props: FlinkJobManagerProps) {
    super(scope, id);
    this.config = configOf(this, props);
    const { _assembly: assembly, clusterName } = this.config;
    this.name = assembly.names.workload(clusterName, 'jobManager');
    this.serviceName = assembly.names.internalService(clusterName);
    if (assembly.addRole('jobManager', this)) {
      const options = props._composed ?? readJobManager(props, assembly.collector.report('jobManager'));
      const { restAccess } = props._composed === undefined ? (options as FlinkJobManagerProps) : props;
      assembly.collector.setJobManager({ options });
      if (restAccess !== undefined) {
        assembly.collector.addFeature(restAccess, 'restAccess', 'jobManager');
      }
      assembly.partAdded();
    }
  }

  /** Labels that select its pods. */
  public get selectorLabels(): { [key: string]: string } {
    return this.config._assembly.names.selectorLabels(this.config.clusterName, 'jobManager');
  }

  /** Name of the Service that exposes the REST endpoint: a separate Service, or without it the one in `serviceName`. */
  public get restServiceName(): string {
    const {
      model: { clusterName, options, restService },
      names,
    } = this.config._assembly;
    return restService.type === 'None' && !isHighlyAvailable(options)
      ? this.serviceName
      : names.restService(clusterName);
  }

  /** Port of the REST endpoint on its Services. */
  public get restPort(): number {
    return portOf(this.config._assembly.model.options, Keys.REST_PORT);
  }

  /** How the memory of the process is divided; `undefined` if Flink would reject the configuration. */
  public get memory(): FlinkMemory | undefined {
    return this.config._assembly.model.jobManager.memory;
  }

  /** Ports of its container, for network policies and other rules that apply to pods instead of Services. */
  public get ports(): JobManagerPorts {
    const { options } = this.config._assembly.model;
    return {
      rpc: jobManagerRpcPort(options),
      blobServer: portOf(options, Keys.BLOB_SERVER_PORT),
      rest: restBindPort(options),
    };
  }

  /** Returns its pod as a complete manifest, as it is sent to the API server. Throws if the cluster has errors. */
  public previewPod(): { [key: string]: any } {
    return this.config._assembly.pod('jobManager');
  }

  /** Returns the REST endpoint as the backend of a `kplus.Ingress`. */
  public toIngressBackend(): kplus.IngressBackend {
    return ingressBackend(this.restServiceName, this.restPort);
  }

  /** Returns a selector of its pods, for `kplus.Service`, `kplus.NetworkPolicy` and similar constructs. */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    return podSelectorConfig(this.selectorLabels, this.config.namespace);
  }

  /** Returns its pods as a peer of network policies. */
  public toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** Returns this construct, so that it can be passed wherever an `IPodSelector` is expected. */
  public toPodSelector(): kplus.IPodSelector | undefined {
    return this;
  }
}
