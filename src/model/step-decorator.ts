import { type ClusterModel, type RoleModel } from './cluster-model';
import { type FlinkPod } from './flink-pod';
import { type Manifest } from './manifest';
import { type OptionEntry } from '../configuration/flink-options';

/** What a step sees: the cluster and the role whose pod is being decorated. */
export interface Parameters {
  readonly cluster: ClusterModel;
  readonly role: RoleModel;
}

/**
 * One step from a pod template to what runs, with two independent halves as in Flink: the pod, and the objects that go with it.
 *
 * @see https://github.com/apache/flink/tree/master/flink-kubernetes/src/main/java/org/apache/flink/kubernetes/kubeclient/decorators
 */
export interface StepDecorator {
  readonly name: string;
  decorate?(pod: FlinkPod, parameters: Parameters): FlinkPod;
  /** Reads options, never pods, so that a plan costs no pod. */
  accompanying?(parameters: Parameters): Manifest[];
}

/** How a cluster is deployed: options that the mode owns, one list of steps per role, and the workloads around the pods. */
export interface Mode {
  readonly name: 'standalone' | 'native' | 'operator';
  readonly jobManager: readonly StepDecorator[];
  readonly taskManager: readonly StepDecorator[];
  /** The options that the mode adds; they are put behind what is there, by the rules of precedence. */
  configure(cluster: ClusterModel): OptionEntry[];
  /** The objects that run the pods; a pod is decorated only when a body is asked for. */
  workloads(cluster: ClusterModel, pod: (role: RoleModel) => FlinkPod): Manifest[];
}
