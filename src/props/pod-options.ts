import { type Duration } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { type ImagePullPolicy } from '../kubernetes/image-pull-policy';

/** Where heap dumps go when a JVM runs out of memory. */
export interface HeapDumpOptions {
  /**
   * Folder of the dumps.
   * @default '/opt/flink/heap-dumps'
   */
  readonly path?: string;
  /**
   * The volume to keep them on; its `name` is ignored.
   * @default - an emptyDir, which outlives a restart of the container but not the pod
   */
  readonly volume?: kplus.k8s.Volume;
}

/**
 * Options of pods: given to a cluster they hold for both roles, given to a role for that one. Maps and lists of both are joined, the
 * role's entry winning; of single values the role's is taken.
 */
export interface FlinkPodOptions {
  /**
   * The image, with a tag that does not move or a digest.
   * @default - the official image of the last published patch of the version
   */
  readonly image?: string;
  /**
   * A registry, and a path in it, that is put before the image's name: `registry.example.com/mirror`.
   * @default - the image's own
   */
  readonly imageRegistry?: string;
  /**
   * The digest that the image must have: `sha256:…` with 64 hexadecimal digits.
   * @default - the tag alone decides
   */
  readonly imageDigest?: string;
  /**
   * When the kubelet fetches the image.
   * @default ImagePullPolicy.IF_NOT_PRESENT
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * Secrets with the credentials of the registry.
   * @default - none
   */
  readonly imagePullSecrets?: kplus.ISecret[];
  /**
   * Environment variables of the main container with plain values. `$(NAME)` stands for another variable.
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /**
   * Environment variables whose value comes from a Secret, a ConfigMap, a field or a resource.
   * @default - none
   */
  readonly envValues?: { [name: string]: kplus.EnvValue };
  /**
   * Secrets of which every key becomes an environment variable.
   * @default - none
   */
  readonly envFromSecrets?: kplus.ISecret[];
  /**
   * ConfigMaps of which every key becomes an environment variable.
   * @default - none
   */
  readonly envFromConfigMaps?: kplus.IConfigMap[];
  /**
   * Volumes of the pod.
   * @default - those that the library needs
   */
  readonly volumes?: kplus.k8s.Volume[];
  /**
   * Mounts of the main container.
   * @default - those that the library needs
   */
  readonly volumeMounts?: kplus.k8s.VolumeMount[];
  /**
   * Containers that run to their end before Flink starts; they get the cluster's hardening where they do not state their own.
   * @default - none
   */
  readonly initContainers?: kplus.k8s.Container[];
  /**
   * Containers that run beside Flink; they get the cluster's hardening where they do not state their own.
   * @default - none
   */
  readonly sidecars?: kplus.k8s.Container[];
  /**
   * Labels that a node must have.
   * @default - any node
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Taints of nodes that the pods accept.
   * @default - none
   */
  readonly tolerations?: kplus.k8s.Toleration[];
  /**
   * Which nodes and neighbours the pods prefer or need.
   * @default - none
   */
  readonly affinity?: kplus.k8s.Affinity;
  /**
   * How the pods spread over zones and nodes. A constraint without a label selector gets the one of the role's pods.
   * @default - none
   */
  readonly topologySpreadConstraints?: kplus.k8s.TopologySpreadConstraint[];
  /**
   * Name of the PriorityClass, which must exist.
   * @default - the cluster's default class
   */
  readonly priorityClassName?: string;
  /**
   * Name of the RuntimeClass, which must exist.
   * @default - the node's default runtime
   */
  readonly runtimeClassName?: string;
  /**
   * Name of the scheduler.
   * @default - Kubernetes' own
   */
  readonly schedulerName?: string;
  /**
   * The account that the pods run as, existing or made elsewhere in the app.
   * @default - one account per role, without rights unless a feature needs some
   */
  readonly serviceAccount?: kplus.IServiceAccount;
  /**
   * Security settings of the pod, put over those of the hardening.
   * @default - as the hardening says
   */
  readonly podSecurityContext?: kplus.k8s.PodSecurityContext;
  /**
   * Security settings of the main container, put over those of the hardening.
   * @default - as the hardening says
   */
  readonly securityContext?: kplus.k8s.SecurityContext;
  /**
   * Labels of the pods. Those of a Chart do not reach pods, as they would restart them.
   * @default - the selector and the recommended labels
   */
  readonly podLabels?: { [key: string]: string };
  /**
   * Annotations of the pods.
   * @default - the checksum of what the pod reads
   */
  readonly podAnnotations?: { [key: string]: string };
  /**
   * What the kubelet does after the start and before the end of the main container.
   * @default - nothing
   */
  readonly lifecycle?: kplus.k8s.Lifecycle;
  /**
   * Time between the request to end and the kill; Flink needs about ten seconds to go in order.
   * @default Duration.seconds(30)
   */
  readonly terminationGracePeriod?: Duration;
  /**
   * Old ReplicaSets that Kubernetes keeps for a roll-back.
   * @default 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * Lines of the pods' `/etc/hosts`.
   * @default - none
   */
  readonly hostAliases?: kplus.k8s.HostAlias[];
  /**
   * `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`.
   * @default 'ClusterFirst'
   */
  readonly dnsPolicy?: string;
  /**
   * Name servers, search domains and resolver options.
   * @default - as the DNS policy says
   */
  readonly dnsConfig?: kplus.k8s.PodDnsConfig;
  /**
   * Time zone of the JVM and of log lines, by its IANA name: `Europe/Berlin`.
   * @default - the image's, which is UTC
   */
  readonly timeZone?: string;
  /**
   * Keeps a heap dump when a JVM runs out of memory.
   * @default - no dump is written
   */
  readonly heapDumps?: HeapDumpOptions;
  /**
   * The last word on the pod template, in the form that goes on the wire: maps are merged, lists of named items by their names (ports
   * by number, mounts by path), other lists are replaced. The main container is called `jobmanager` or `taskmanager`.
   * @default - the template stays as it is
   */
  readonly podTemplate?: { [key: string]: any };
}
