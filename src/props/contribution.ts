import type * as kplus from 'cdk8s-plus-27';
import { type FlinkFile } from './flink-file';
import { type FlinkProblem } from './flink-problem';
import { type FlinkVersion } from '../configuration/flink-version';

/**
 * The cluster that a feature is added to. A feature must not depend on the deployment mode, which is therefore missing.
 */
export interface IFlinkContext {
  /** The cluster's name, from which all object names derive. */
  readonly clusterName: string;
  /** The Flink release. */
  readonly version: FlinkVersion;
  /** The namespace of the cluster's objects, if it is known at synthesis. */
  readonly namespace?: string;
}

/**
 * A feature of a cluster: high availability, logging, a metrics reporter, or your own.
 *
 * A feature only contributes options, files, and parts of pods. Each deployment mode renders them in its own way.
 */
export interface IFlinkFeature {
  /**
   * Returns the contribution of the feature. Called once for each cluster; an exception becomes an error at synthesis.
   *
   * @param context The cluster that the feature is added to
   */
  bind(context: IFlinkContext): FlinkContribution;
}

/** A check of the cluster's effective configuration. */
export interface IFlinkCheck {
  /**
   * Returns the errors in the configuration, one sentence for each.
   *
   * @param configuration Every effective option and its value
   */
  check(configuration: { [key: string]: string }): string[];
}

/** Parts of a pod, in the form of a manifest. */
export interface FlinkPodContribution {
  /**
   * Environment variables of the main container: `{ name, value }` or `{ name, valueFrom }`.
   * @default - none
   */
  readonly env?: { [key: string]: any }[];
  /**
   * Secrets or ConfigMaps whose keys become environment variables: `{ secretRef: { name } }` or
   * `{ configMapRef: { name } }`.
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
   * Containers that run before Flink starts. The default of their image is the image of the role.
   * @default - none
   */
  readonly initContainers?: { [key: string]: any }[];
  /**
   * Containers that run next to Flink.
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

/** A permission in the namespace of the cluster. */
export interface FlinkPolicyRule {
  /** API groups. The core group is the empty string. */
  readonly apiGroups: string[];
  /** Resources, in the plural: `configmaps`. */
  readonly resources: string[];
  /** Verbs: `get`, `list`, … */
  readonly verbs: string[];
}

/** An additional Kubernetes object that a feature needs. */
export interface FlinkManifest {
  /** API version, such as `v1` or `policy/v1`. */
  readonly apiVersion: string;
  /** Kind, such as `Secret`. */
  readonly kind: string;
  /** Name of the object. It should start with the cluster's name, so that two clusters never share it. */
  readonly name: string;
  /** All other top-level fields except for `metadata`: `{ spec: … }`. */
  readonly fields: { [key: string]: any };
  /**
   * Labels of the object.
   * @default - the labels of the cluster
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations of the object.
   * @default - the annotations of the cluster
   */
  readonly annotations?: { [key: string]: string };
}

/** How the REST endpoint of the JobManager is exposed. */
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
   * Address ranges that a load balancer accepts.
   * @default - all
   */
  readonly loadBalancerSourceRanges?: string[];
}

/** Everything that a feature can add to a cluster. */
export interface FlinkContribution {
  /**
   * Flink options of the feature. A different value of the same option elsewhere is an error.
   * @default - none
   */
  readonly configuration?: { [key: string]: any };
  /**
   * Defaults of Flink options, which any other value overrides.
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
   * Templates of claims, one claim for each TaskManager, which is reattached to the pod with the same ordinal:
   * `{ metadata: { name }, spec }`. Mounts refer to their names. The TaskManagers become a StatefulSet, which is only
   * possible in standalone mode.
   * @default - none
   */
  readonly taskManagerVolumeClaims?: { [key: string]: any }[];
  /**
   * Files of Flink's configuration directory.
   * @default - none
   */
  readonly files?: FlinkFile[];
  /**
   * Permissions that both roles need.
   * @default - none
   */
  readonly rules?: FlinkPolicyRule[];
  /**
   * Permissions that the JobManager needs.
   * @default - none
   */
  readonly jobManagerRules?: FlinkPolicyRule[];
  /**
   * Permissions that the TaskManagers need.
   * @default - none
   */
  readonly taskManagerRules?: FlinkPolicyRule[];
  /**
   * Annotations of the ServiceAccounts that the cluster creates for its pods.
   * @default - none
   */
  readonly serviceAccountAnnotations?: { [key: string]: string };
  /**
   * Flink options whose values come from Secrets, like `secretConfiguration` of the cluster.
   * @default - none
   */
  readonly secretConfiguration?: { [key: string]: kplus.SecretValue };
  /**
   * Additional objects.
   * @default - none
   */
  readonly manifests?: FlinkManifest[];
  /**
   * Plugins in the image that must be enabled, without `flink-` and the version: `s3-fs-hadoop`.
   * @default - none
   */
  readonly builtInPlugins?: string[];
  /**
   * Schemes of the file systems that the feature adds, such as `s3`. They suppress the warning that nothing reads these
   * URIs.
   * @default - none
   */
  readonly fileSystemSchemes?: string[];
  /**
   * How the REST endpoint is exposed.
   * @default - `restAccess` of the cluster
   */
  readonly restService?: FlinkRestServiceContribution;
  /**
   * Whether another controller sets the number of TaskManagers, so that their workload has no `replicas`.
   * @default false
   */
  readonly managesTaskManagerReplicas?: boolean;
  /**
   * Checks of the effective configuration.
   * @default - none
   */
  readonly checks?: IFlinkCheck[];
  /**
   * Errors in the properties of the feature itself.
   * @default - none
   */
  readonly problems?: FlinkProblem[];
}
