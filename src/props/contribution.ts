import type * as kplus from 'cdk8s-plus-27';
import { type FlinkFile } from './flink-file';
import { type FlinkProblem } from './flink-problem';
import { type FlinkVersion } from '../configuration/flink-version';

/**
 * What a feature may know of the cluster it is given to; the deployment mode is not among it.
 */
export interface IFlinkContext {
  /** The cluster's name, from which all object names derive. */
  readonly clusterName: string;
  /** The Flink release. */
  readonly version: FlinkVersion;
  /** The namespace of the cluster's objects, where it is known at synthesis. */
  readonly namespace?: string;
}

/**
 * Something a cluster can be given: high availability, logging, a metrics reporter, or a few lines of your own.
 *
 * A feature only contributes options, files and pod parts; each deployment mode renders them its own way.
 */
export interface IFlinkFeature {
  /**
   * Called once, when the feature is given to a cluster. An exception in it becomes an error of the synthesis.
   *
   * @param context The cluster that the feature is given to
   */
  bind(context: IFlinkContext): FlinkContribution;
}

/** A check over the cluster's effective configuration. */
export interface IFlinkCheck {
  /**
   * What is wrong with the configuration, a sentence each; none when all is well.
   *
   * @param configuration Every effective option and its value
   */
  check(configuration: { [key: string]: string }): string[];
}

/** Parts of a pod, in the form that goes on the wire. */
export interface FlinkPodContribution {
  /**
   * Environment variables of the main container, as Kubernetes writes them: `{ name, value }` or `{ name, valueFrom }`.
   * @default - none
   */
  readonly env?: { [key: string]: any }[];
  /**
   * Whole Secrets or ConfigMaps as environment: `{ secretRef: { name } }` or `{ configMapRef: { name } }`.
   * @default - none
   */
  readonly envFrom?: { [key: string]: any }[];
  /**
   * Volumes of the pod.
   * @default - none
   */
  readonly volumes?: { [key: string]: any }[];
  /**
   * Mounts of the main container.
   * @default - none
   */
  readonly volumeMounts?: { [key: string]: any }[];
  /**
   * Ports of the main container: `{ name, containerPort }`.
   * @default - none
   */
  readonly ports?: { [key: string]: any }[];
  /**
   * Containers that run before Flink starts; one that names no image gets the role's.
   * @default - none
   */
  readonly initContainers?: { [key: string]: any }[];
  /**
   * Containers that run beside Flink.
   * @default - none
   */
  readonly containers?: { [key: string]: any }[];
  /**
   * Labels of the pod.
   * @default - none
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations of the pod.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** A right in the namespace of the cluster. */
export interface FlinkPolicyRule {
  /** API groups; the core group is the empty text. */
  readonly apiGroups: string[];
  /** Resources, in the plural: `configmaps`. */
  readonly resources: string[];
  /** Verbs: `get`, `list`, … */
  readonly verbs: string[];
}

/** A further Kubernetes object that a feature needs beside the cluster. */
export interface FlinkManifest {
  /** API version, such as `v1` or `policy/v1`. */
  readonly apiVersion: string;
  /** Kind, such as `Secret`. */
  readonly kind: string;
  /** Name of the object; start it with the cluster's name, so that two clusters never share it. */
  readonly name: string;
  /** All top-level fields but `metadata`: `{ spec: … }`. */
  readonly fields: { [key: string]: any };
  /**
   * Labels of the object.
   * @default - the cluster's
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations of the object.
   * @default - the cluster's
   */
  readonly annotations?: { [key: string]: string };
}

/** How the REST endpoint of the JobManager is offered to others. */
export interface FlinkRestServiceContribution {
  /** `ClusterIP`, `NodePort`, `LoadBalancer`, `Headless` or `None`. */
  readonly type: string;
  /**
   * Annotations of the Service.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Port on every node.
   * @default - Kubernetes chooses one
   */
  readonly nodePort?: number;
  /**
   * Address ranges that a load balancer lets in.
   * @default - all
   */
  readonly loadBalancerSourceRanges?: string[];
}

/** Everything that a feature adds to a cluster; all of it is optional. */
export interface FlinkContribution {
  /**
   * Flink options that the feature states; another statement of the same option with a different value is an error.
   * @default - none
   */
  readonly configuration?: { [key: string]: any };
  /**
   * Flink options that yield to anything stated explicitly.
   * @default - none
   */
  readonly defaults?: { [key: string]: any };
  /**
   * Parts of every pod.
   * @default - none
   */
  readonly pods?: FlinkPodContribution;
  /**
   * Parts of the JobManager's pods.
   * @default - none
   */
  readonly jobManager?: FlinkPodContribution;
  /**
   * Parts of the TaskManagers' pods.
   * @default - none
   */
  readonly taskManager?: FlinkPodContribution;
  /**
   * Volumes that each TaskManager has for itself and finds again, as templates of claims: `{ metadata: { name }, spec }`. Mounts refer to
   * their names. They make the TaskManagers a StatefulSet; in standalone mode alone.
   * @default - none
   */
  readonly taskManagerVolumeClaims?: { [key: string]: any }[];
  /**
   * Files of Flink's configuration directory.
   * @default - none
   */
  readonly files?: FlinkFile[];
  /**
   * Rights that both roles need.
   * @default - none
   */
  readonly rules?: FlinkPolicyRule[];
  /**
   * Rights that the JobManager needs.
   * @default - none
   */
  readonly jobManagerRules?: FlinkPolicyRule[];
  /**
   * Rights that the TaskManagers need.
   * @default - none
   */
  readonly taskManagerRules?: FlinkPolicyRule[];
  /**
   * Annotations of the accounts that the cluster makes for its pods.
   * @default - none
   */
  readonly serviceAccountAnnotations?: { [key: string]: string };
  /**
   * Flink options whose values come from Secrets, as those of `secretConfiguration` do.
   * @default - none
   */
  readonly secretConfiguration?: { [key: string]: kplus.SecretValue };
  /**
   * Further objects.
   * @default - none
   */
  readonly manifests?: FlinkManifest[];
  /**
   * Plugins that the image holds and does not switch on, without `flink-` and the version: `s3-fs-hadoop`.
   * @default - none
   */
  readonly builtInPlugins?: string[];
  /**
   * Schemes of the file systems that the feature brings, such as `s3`, so that no warning says that nothing reads them.
   * @default - none
   */
  readonly fileSystemSchemes?: string[];
  /**
   * How the REST endpoint is offered.
   * @default - as the cluster's `restAccess` says
   */
  readonly restService?: FlinkRestServiceContribution;
  /**
   * Another controller sets the number of TaskManagers, so their workload has no `replicas`.
   * @default false
   */
  readonly managesTaskManagerReplicas?: boolean;
  /**
   * Checks over the effective configuration.
   * @default - none
   */
  readonly checks?: IFlinkCheck[];
  /**
   * What the feature found wrong with its own properties.
   * @default - none
   */
  readonly problems?: FlinkProblem[];
}
