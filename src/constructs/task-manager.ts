import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { type QueryableStateOptions } from './cluster-options';
import { type FlinkConfigMap } from './config-map';
import { configOf } from './config-of';
import { readTaskManager } from './read-props';
import { podSelectorConfig } from './selector';
import { Keys } from '../configuration/keys';
import { type FlinkMemory } from '../memory/flink-memory';
import { portOf } from '../modes/shared/ports';
import { type TaskManagerOptions } from '../props/role-options';

/** Properties of separately created TaskManagers. */
export interface FlinkTaskManagerProps extends TaskManagerOptions {
  /** The configuration of the cluster. */
  readonly config: FlinkConfigMap;
  /**
   * Exposes the state of running jobs to clients. The image needs the queryable state runtime on its class path.
   * @default - state cannot be queried
   */
  readonly queryableState?: QueryableStateOptions;
  /** @internal */
  readonly _composed?: TaskManagerOptions;
}

/** Ports that a TaskManager's container listens on. */
export interface TaskManagerPorts {
  /** Remote procedure calls of the JobManager, `taskmanager.rpc.port`. */
  readonly rpc: number;
  /** Data exchange between TaskManagers, `taskmanager.data.port`. */
  readonly data: number;
  /**
   * Queries of state, `queryable-state.proxy.ports`.
   * @default - state cannot be queried
   */
  readonly queryState?: number;
}

/**
 * The TaskManagers of a cluster: their workload and their ServiceAccount.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/concepts/flink-architecture/#taskmanagers
 */
export class FlinkTaskManager extends Construct implements kplus.IPodSelector, kplus.INetworkPolicyPeer {
  /** The configuration of the cluster. */
  public readonly config: FlinkConfigMap;
  /** Name of the workload. */
  public readonly name: string;

  constructor(scope: Construct, id: string, props: FlinkTaskManagerProps) {
    super(scope, id);
    this.config = configOf(this, props);
    const { _assembly: assembly, clusterName } = this.config;
    this.name = assembly.names.workload(clusterName, 'taskManager');
    if (assembly.addRole('taskManager', this)) {
      const options = props._composed ?? readTaskManager(props, assembly.collector.report('taskManager'));
      const { queryableState } = props._composed === undefined ? (options as FlinkTaskManagerProps) : props;
      assembly.collector.setTaskManager({ options, queryableState });
      assembly.partAdded();
    }
  }

  /** Labels that select their pods. */
  public get selectorLabels(): { [key: string]: string } {
    return this.config._assembly.names.selectorLabels(this.config.clusterName, 'taskManager');
  }

  /** How the memory of each process is divided; `undefined` if Flink would reject the configuration. */
  public get memory(): FlinkMemory | undefined {
    return this.config._assembly.model.taskManager.memory;
  }

  /** Ports of their container, for network policies and other rules that apply to pods instead of Services. */
  public get ports(): TaskManagerPorts {
    const { options, queryableState } = this.config._assembly.model;
    return {
      rpc: portOf(options, Keys.TASK_MANAGER_RPC_PORT),
      data: portOf(options, Keys.TASK_MANAGER_DATA_PORT),
      ...(queryableState === undefined ? {} : { queryState: portOf(options, Keys.QUERYABLE_STATE_PROXY_PORTS) }),
    };
  }

  /**
   * Returns their pod as a complete manifest, as it is sent to the API server. Throws if the cluster has errors.
   *
   * In native mode no file contains this pod, because Flink creates it at run time. The preview is exact except for the
   * attempt and the index in the name, the owner reference, and the addresses that only Kubernetes knows.
   */
  public previewPod(): { [key: string]: any } {
    return this.config._assembly.pod('taskManager');
  }

  /** Returns a selector of their pods, for `kplus.Service`, `kplus.NetworkPolicy` and similar constructs. */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    return podSelectorConfig(this.selectorLabels, this.config.namespace);
  }

  /** Returns their pods as a peer of network policies. */
  public toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** Returns this construct, so that it can be passed wherever an `IPodSelector` is expected. */
  public toPodSelector(): kplus.IPodSelector | undefined {
    return this;
  }
}
