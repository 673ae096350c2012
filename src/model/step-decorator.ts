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
 * One step from a pod template to the final pod. As in Flink, it has two independent halves: changes of the pod, and
 * the objects that belong to it.
 *
 * @see https://github.com/apache/flink/tree/master/flink-kubernetes, package `kubeclient.decorators`
 */
export interface StepDecorator<Cluster extends ClusterModel = ClusterModel> {
  readonly name: string;
  decorate?(pod: FlinkPod, parameters: StepContext<Cluster>): FlinkPod;
  /** Reads options, never pods, so that no pod is created for a plan. */
  accompanying?(parameters: StepContext<Cluster>): Manifest[];
}

/** The names of a mode that other objects refer to. */
export interface ModeNames {
  configMap(clusterName: string): string;
  workload(clusterName: string, role: Role): string;
  /** Name of the Service by which TaskManagers find the JobManager. */
  internalService(clusterName: string): string;
  restService(clusterName: string): string;
  /** Labels that select the pods of a role, or of both. */
  selectorLabels(clusterName: string, role?: Role): { [key: string]: string };
}

/**
 * How a cluster is deployed: the mode's changes of the model, the steps of each role, and the workloads of the pods.
 */
export interface Mode {
  /** A label for messages. Code that depends on the mode asks for a trait. */
  readonly name: string;
  readonly traits: ModeTraits;
  readonly names: ModeNames;
  readonly jobManager: readonly StepDecorator[];
  readonly taskManager: readonly StepDecorator[];
  /** Options that are set before any other; every other option overrides them, except for defaults. */
  base?(version: FlinkVersion, report: Report): OptionEntry[];
  /** The model for the steps: options that the mode adds or removes, and what derives from them. Reports errors. */
  configure(cluster: ClusterModel, problems: Problem[]): ClusterModel;
  /** Reports why the pod of a role would not be created, unless this has been reported already. */
  checkPreview?(cluster: ClusterModel, role: RoleModel, problems: Problem[]): void;
  /**
   * The pod of a role as it will run, as a manifest. Only called for a cluster without errors; what Flink or the
   * operator would reject when it creates the pod is reported.
   */
  preview(
    cluster: ClusterModel,
    role: RoleModel,
    pod: (role: RoleModel) => FlinkPod,
    problems: Problem[],
  ): ManifestJson;
  /** Reports what the controller that reads the mode's objects would reject. */
  check?(cluster: ClusterModel, pod: (role: RoleModel) => FlinkPod, problems: Problem[]): void;
  /** The object that represents a job on a session cluster; absent if a Job submits it. */
  sessionJob?(job: SessionJobModel, cluster: ClusterModel | undefined, problems: Problem[]): SessionJobResource;
  /** The URL of the web UI, if the mode creates an Ingress for it. */
  webUiUrl?(cluster: ClusterModel): string | undefined;
  /** The objects that run the pods. A pod is decorated only when the body of its object is requested. */
  workloads(cluster: ClusterModel, pod: (role: RoleModel) => FlinkPod): Manifest[];
}
