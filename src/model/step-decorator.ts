import { type ClusterModel, type RoleModel } from './cluster-model';
import { type FlinkPod } from './flink-pod';
import { type Manifest } from './manifest';
import { type ModeTraits } from './mode-traits';
import { type Role } from './role';
import { type SessionJobModel, type SessionJobResource } from './session-job-model';
import { type OptionEntry } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { type ManifestJson } from '../kubernetes/manifest-json';
import { type Problem, type Report } from '../validation/problem';

/** The input of a step: the cluster as its mode models it, and the role whose pod is decorated. */
export interface StepContext<Cluster extends ClusterModel = ClusterModel> {
  readonly cluster: Cluster;
  readonly role: RoleModel;
}

/**
 * One step from a pod template to the final pod. It has two independent halves, as in Flink: it decorates the pod, and
 * it creates accompanying objects.
 *
 * @see https://github.com/apache/flink/tree/master/flink-kubernetes (package `kubeclient.decorators`)
 */
export interface StepDecorator<Cluster extends ClusterModel = ClusterModel> {
  readonly name: string;
  decorate?(pod: FlinkPod, parameters: StepContext<Cluster>): FlinkPod;
  /** The accompanying objects. Reads options, never pods, so that planning does not need to decorate pods. */
  accompanying?(parameters: StepContext<Cluster>): Manifest[];
}

/** The names that a mode gives to objects. */
export interface ModeNames {
  configMap(clusterName: string): string;
  workload(clusterName: string, role: Role): string;
  /** Name of the Service by which TaskManagers find the JobManager. */
  internalService(clusterName: string): string;
  restService(clusterName: string): string;
  /** Labels that select the pods of a role, or of both. */
  selectorLabels(clusterName: string, role?: Role): { [key: string]: string };
}

/** A deployment mode: how it changes the model, one list of steps per role, and the workloads that run the pods. */
export interface Mode {
  readonly name: 'standalone' | 'native' | 'operator';
  readonly traits: ModeTraits;
  /**
   * Whether the library adds nothing of its own: no defaults, and only the rules of the mode. The only switch for
   * parity with Flink.
   */
  readonly isBare?: boolean;
  /** Whether Flink or the operator configures logging, unless the user does. */
  readonly leavesLogging?: boolean;
  /**
   * Whether Flink's own client sizes containers. It interprets the oldest options for heap sizes as the size of the
   * container.
   */
  readonly sizesContainers?: boolean;
  /** Options that set the image of both roles, unless it is set otherwise. */
  readonly imageOptions?: readonly string[];
  readonly names: ModeNames;
  readonly jobManager: readonly StepDecorator[];
  readonly taskManager: readonly StepDecorator[];
  /** Options that precede all settings: every setting overrides them, but defaults do not. */
  base?(version: FlinkVersion, report: Report): OptionEntry[];
  /**
   * Returns the model for the steps, with the options that the mode adds, sets or removes and everything that derives
   * from them. Reports what the mode rejects.
   */
  configure(cluster: ClusterModel, problems: Problem[]): ClusterModel;
  /** Reports why Flink or the operator would not create the pod of a role, in addition to the problems found so far. */
  checkPreview?(cluster: ClusterModel, role: RoleModel, problems: Problem[]): void;
  /**
   * Returns the final pod of a role as a complete manifest. Requires a cluster without errors; reports what Flink or
   * the operator rejects when it creates the pod.
   */
  preview(
    cluster: ClusterModel,
    role: RoleModel,
    pod: (role: RoleModel) => FlinkPod,
    problems: Problem[],
  ): ManifestJson;
  /** Reports what the mode's own reader of the objects would reject, in addition to the problems found so far. */
  check?(cluster: ClusterModel, pod: (role: RoleModel) => FlinkPod, problems: Problem[]): void;
  /** The resource of a job on a session cluster; absent if a Job submits it. */
  sessionJob?(job: SessionJobModel, cluster: ClusterModel | undefined, problems: Problem[]): SessionJobResource;
  /** URL at which the mode's own Ingress exposes the web UI. */
  webUiUrl?(cluster: ClusterModel): string | undefined;
  /** The objects that run the pods. A pod is decorated only when a body is needed. */
  workloads(cluster: ClusterModel, pod: (role: RoleModel) => FlinkPod): Manifest[];
}
