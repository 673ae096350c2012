import { type FlatOptions } from './options';

/** Absent or explicitly null; where a class has a default, only the second is null. */
type Maybe<T> = T | null;

export type Tree = { readonly [name: string]: unknown };
export type TextMap = { readonly [key: string]: Maybe<string> };

export interface JobSpec {
  readonly jarURI: Maybe<string>;
  readonly parallelism: number;
  readonly entryClass: Maybe<string>;
  readonly args: Maybe<readonly Maybe<string>[]>;
  readonly state: Maybe<'running' | 'suspended'>;
  readonly upgradeMode: Maybe<'savepoint' | 'last-state' | 'stateless'>;
  readonly allowNonRestoredState: Maybe<boolean>;
  readonly initialSavepointPath: Maybe<string>;
  readonly savepointTriggerNonce: Maybe<number>;
  readonly checkpointTriggerNonce: Maybe<number>;
  readonly savepointRedeployNonce: Maybe<number>;
  readonly autoscalerResetNonce: Maybe<number>;
}

export interface IngressTlsSpec {
  readonly hosts: Maybe<readonly string[]>;
  readonly secretName: Maybe<string>;
}

export interface IngressSpec {
  readonly template: Maybe<string>;
  readonly className: Maybe<string>;
  readonly annotations: Maybe<TextMap>;
  readonly labels: Maybe<TextMap>;
  readonly tls: Maybe<readonly IngressTlsSpec[]>;
}

export type Quantities = { readonly [resource: string]: string };

export interface RoleSpec {
  readonly resource: Maybe<{
    readonly cpu: Maybe<number>;
    readonly memory: Maybe<string>;
    readonly ephemeralStorage: Maybe<string>;
  }>;
  readonly resources: Maybe<{ readonly requests: Maybe<Quantities>; readonly limits: Maybe<Quantities> }>;
  readonly replicas: Maybe<number>;
  readonly podTemplate: Maybe<Tree>;
}

export interface DeploymentSpec {
  readonly job: Maybe<JobSpec>;
  readonly restartNonce: Maybe<number>;
  readonly flinkConfiguration: Maybe<FlatOptions>;
  readonly image: Maybe<string>;
  readonly imagePullPolicy: Maybe<string>;
  readonly serviceAccount: Maybe<string>;
  readonly flinkVersion: Maybe<string>;
  readonly ingress: Maybe<IngressSpec>;
  readonly podTemplate: Maybe<Tree>;
  readonly jobManager: Maybe<RoleSpec>;
  readonly taskManager: Maybe<RoleSpec>;
  readonly logConfiguration: Maybe<TextMap>;
  readonly mode: Maybe<'native' | 'standalone'>;
}

export interface SessionJobSpec {
  readonly deploymentName: Maybe<string>;
  readonly job: Maybe<JobSpec>;
  readonly restartNonce: Maybe<number>;
  readonly flinkConfiguration: Maybe<FlatOptions>;
}

export interface SnapshotSpec {
  readonly backoffLimit: number;
  readonly jobReference: Maybe<{ readonly kind: Maybe<string>; readonly name: Maybe<string> }>;
  readonly checkpoint: Maybe<Tree>;
  readonly savepoint: Maybe<{
    readonly path: Maybe<string>;
    readonly formatType: Maybe<string>;
    readonly disposeOnDelete: Maybe<boolean>;
    readonly alreadyExists: Maybe<boolean>;
  }>;
}

export interface BlueGreenSpec {
  readonly configuration: Maybe<TextMap>;
  readonly ingress: Maybe<IngressSpec>;
  readonly template: Maybe<{ readonly metadata: Maybe<Tree>; readonly spec: Maybe<DeploymentSpec> }>;
}

/** A resource as the operator's classes hold it. */
export interface ReadResource<S> {
  readonly kind: string;
  readonly name: Maybe<string>;
  readonly namespace: string;
  readonly metadata: Tree;
  readonly spec: Maybe<S>;
  readonly status: Maybe<Tree>;
}

/** By kind. */
export type AnyResource =
  | (ReadResource<DeploymentSpec> & { readonly kind: 'FlinkDeployment' })
  | (ReadResource<SessionJobSpec> & { readonly kind: 'FlinkSessionJob' })
  | (ReadResource<SnapshotSpec> & { readonly kind: 'FlinkStateSnapshot' })
  | (ReadResource<BlueGreenSpec> & { readonly kind: 'FlinkBlueGreenDeployment' });
