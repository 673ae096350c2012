import { type Duration } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { type ImagePullPolicy } from '../kubernetes/image-pull-policy';

/** Options of heap dumps. */
export interface HeapDumpOptions {
  /**
   * Directory of the dumps.
   * @default '/opt/flink/heap-dumps'
   */
  readonly path?: string;
  /**
   * The volume for the dumps. Its `name` is ignored.
   * @default - an emptyDir, which is kept when the container restarts, but not when the pod is replaced
   */
  readonly volume?: kplus.k8s.Volume;
}

/**
 * Options of pods. Options of a cluster apply to both roles, and options of a role override them: maps and lists are
 * merged, and single values are replaced.
 */
export interface FlinkPodOptions {
  /**
   * The image, with an immutable tag or a digest.
   * @default - the official image of the latest known patch release of the version
   */
  readonly image?: string;
  /**
   * A registry, with or without a path, which prefixes the name of the image: `registry.example.com/mirror`.
   * @default - the registry of the image
   */
  readonly imageRegistry?: string;
  /**
   * Digest of the image: `sha256:…` with 64 hexadecimal digits.
   * @default - none; the tag selects the image
   */
  readonly imageDigest?: string;
  /**
   * When the kubelet pulls the image.
   * @default ImagePullPolicy.IF_NOT_PRESENT
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * Secrets with the credentials of the registry.
   * @default - none
   */
  readonly imagePullSecrets?: kplus.ISecret[];
  /**
   * Environment variables of the main container with plain values. `$(NAME)` refers to another variable.
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /**
   * Environment variables whose value comes from a Secret, a ConfigMap, a field or a resource.
   * @default - none
   */
  readonly envValues?: { [name: string]: kplus.EnvValue };
  /**
   * Secrets whose keys become environment variables.
   * @default - none
   */
  readonly envFromSecrets?: kplus.ISecret[];
  /**
   * ConfigMaps whose keys become environment variables.
   * @default - none
   */
  readonly envFromConfigMaps?: kplus.IConfigMap[];
  /**
   * Volumes of the pod, in addition to those of the library.
   * @default - none
   */
  readonly volumes?: kplus.k8s.Volume[];
  /**
   * Volume mounts of the main container, in addition to those of the library.
   * @default - none
   */
  readonly volumeMounts?: kplus.k8s.VolumeMount[];
  /**
   * Containers that run to completion before Flink starts. Security settings that they do not set are those of the
   * cluster's hardening.
   * @default - none
   */
  readonly initContainers?: kplus.k8s.Container[];
  /**
   * Containers that run next to Flink. Security settings that they do not set are those of the cluster's hardening.
   * @default - none
   */
  readonly sidecars?: kplus.k8s.Container[];
  /**
   * Required labels of nodes.
   * @default - any node
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Taints of nodes that the pods tolerate.
   * @default - none
   */
  readonly tolerations?: kplus.k8s.Toleration[];
  /**
   * Required or preferred nodes, and affinity to other pods.
   * @default - none
   */
  readonly affinity?: kplus.k8s.Affinity;
  /**
   * How the pods are distributed over zones and nodes. The default of the label selector of a constraint selects the
   * pods of the role.
   * @default - none
   */
  readonly topologySpreadConstraints?: kplus.k8s.TopologySpreadConstraint[];
  /**
   * Name of an existing PriorityClass.
   * @default - the default class of the Kubernetes cluster
   */
  readonly priorityClassName?: string;
  /**
   * Name of an existing RuntimeClass.
   * @default - the node's default runtime
   */
  readonly runtimeClassName?: string;
  /**
   * Name of the scheduler.
   * @default - the default scheduler
   */
  readonly schedulerName?: string;
  /**
   * The ServiceAccount of the pods, which exists already or is created elsewhere in the app.
   * @default - one ServiceAccount per role, which only has the permissions that features need
   */
  readonly serviceAccount?: kplus.IServiceAccount;
  /**
   * Security settings of the pod, which override those of the hardening.
   * @default - the settings of the hardening
   */
  readonly podSecurityContext?: kplus.k8s.PodSecurityContext;
  /**
   * Security settings of the main container, which override those of the hardening.
   * @default - the settings of the hardening
   */
  readonly securityContext?: kplus.k8s.SecurityContext;
  /**
   * Labels of the pods, in addition to the selector and the recommended labels. Labels of a Chart are not set on pods,
   * because a change would restart them.
   * @default - none
   */
  readonly podLabels?: { [key: string]: string };
  /**
   * Annotations of the pods, in addition to checksums of the files that they read.
   * @default - none
   */
  readonly podAnnotations?: { [key: string]: string };
  /**
   * Hooks that the kubelet runs after the start and before the end of the main container.
   * @default - none
   */
  readonly lifecycle?: kplus.k8s.Lifecycle;
  /**
   * Time between SIGTERM and SIGKILL. Flink needs about ten seconds to shut down cleanly.
   * @default Duration.seconds(30)
   */
  readonly terminationGracePeriod?: Duration;
  /**
   * Number of old ReplicaSets that are kept for a rollback.
   * @default 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * Entries in `/etc/hosts` of the pods.
   * @default - none
   */
  readonly hostAliases?: kplus.k8s.HostAlias[];
  /**
   * DNS policy: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`.
   * @default 'ClusterFirst'
   */
  readonly dnsPolicy?: string;
  /**
   * Name servers, search domains and resolver options.
   * @default - set by the DNS policy
   */
  readonly dnsConfig?: kplus.k8s.PodDnsConfig;
  /**
   * IANA name of the time zone of the JVM and of log messages: `Europe/Berlin`.
   * @default - the time zone of the image, which is UTC
   */
  readonly timeZone?: string;
  /**
   * Writes a heap dump when a JVM runs out of memory.
   * @default - disabled
   */
  readonly heapDumps?: HeapDumpOptions;
  /**
   * Overrides fields of the pod template, in the form of a manifest. Maps are merged, lists of named items are merged
   * by name (ports by number, mounts by path), and other lists are replaced. The main container is called `jobmanager`
   * or `taskmanager`.
   * @default - no changes
   */
  readonly podTemplate?: { [key: string]: any };
}
