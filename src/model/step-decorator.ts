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

/** What a step sees: the cluster, as its mode models it, and the role whose pod is being decorated. */
export interface StepContext<Cluster extends ClusterModel = ClusterModel> {
  readonly cluster: Cluster;
  readonly role: RoleModel;
}

/**
 * One step from a pod template to what runs, with two independent halves as in Flink: the pod, and the objects that go with it.
 *
 * @see https://github.com/apache/flink/tree/master/flink-kubernetes/src/main/java/org/apache/flink/kubernetes/kubeclient/decorators
 */
export interface StepDecorator<Cluster extends ClusterModel = ClusterModel> {
  readonly name: string;
  decorate?(pod: FlinkPod, parameters: StepContext<Cluster>): FlinkPod;
  /** Reads options, never pods, so that a plan costs no pod. */
  accompanying?(parameters: StepContext<Cluster>): Manifest[];
}

/** How a mode calls what others refer to. */
export interface ModeNames {
  configMap(clusterName: string): string;
  workload(clusterName: string, role: Role): string;
  /** The Service by which TaskManagers find the JobManager. */
  internalService(clusterName: string): string;
  restService(clusterName: string): string;
  /** Labels that select the pods of a role, or of both. */
  selectorLabels(clusterName: string, role?: Role): { [key: string]: string };
}

/** How a cluster is deployed: what the mode makes of the model, one list of steps per role, and the workloads around the pods. */
export interface Mode {
  readonly name: 'standalone' | 'native' | 'operator';
  readonly traits: ModeTraits;
  /** Whether the library adds nothing of its own: no defaults, no rules but those of the mode. The one switch of parity with Flink. */
  readonly isBare?: boolean;
  /** Whether logging is somebody else's, unless it was asked for. */
  readonly leavesLogging?: boolean;
  /** Whether containers are sized by Flink's own client, to which heap sizes of the oldest kind mean the whole container. */
  readonly sizesContainers?: boolean;
  /** Options that name the image of both roles, where none is given otherwise. */
  readonly imageOptions?: readonly string[];
  readonly names: ModeNames;
  readonly jobManager: readonly StepDecorator[];
  readonly taskManager: readonly StepDecorator[];
  /** Options that are there before anything is stated; they yield to every statement, but not to a default. */
  base?(version: FlinkVersion, report: Report): OptionEntry[];
  /** The model as the steps see it: options that the mode adds, sets or takes away, and whatever derives from them; what it refuses is reported. */
  configure(cluster: ClusterModel, problems: Problem[]): ClusterModel;
  /** Why whoever makes a role's pod would make none, beside what is told already. */
  checkPreview?(cluster: ClusterModel, role: RoleModel, problems: Problem[]): void;
  /**
   * The pod of a role as it runs in the end, as a manifest of its own. It is asked only of a cluster without errors; what others refuse
   * when they make the pod is reported.
   */
  preview(
    cluster: ClusterModel,
    role: RoleModel,
    pod: (role: RoleModel) => FlinkPod,
    problems: Problem[],
  ): ManifestJson;
  /** What the mode's own reader of the objects would refuse, beside what is told already. */
  check?(cluster: ClusterModel, pod: (role: RoleModel) => FlinkPod, problems: Problem[]): void;
  /** The object that stands for a job on a session cluster; absent where a Job submits it. */
  sessionJob?(job: SessionJobModel, cluster: ClusterModel | undefined, problems: Problem[]): SessionJobResource;
  /** Where the mode's own Ingress offers the web UI. */
  webUiUrl?(cluster: ClusterModel): string | undefined;
  /** The objects that run the pods; a pod is decorated only when a body is asked for. */
  workloads(cluster: ClusterModel, pod: (role: RoleModel) => FlinkPod): Manifest[];
}
