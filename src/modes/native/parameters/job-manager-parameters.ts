import { KubernetesParameters, MEBIBYTE } from './kubernetes-parameters';
import { Keys } from '../../../configuration/keys';
import { portOf } from '../../shared/ports';
import { type NativeCluster } from '../native-model';
import { OptionValues, type Refused } from '../option-values';

/**
 * What the steps of the JobManager read, by Flink's names.
 *
 * @see https://github.com/apache/flink/blob/master/flink-kubernetes/src/main/java/org/apache/flink/kubernetes/kubeclient/parameters/KubernetesJobManagerParameters.java
 */
export class KubernetesJobManagerParameters extends KubernetesParameters {
  public readonly role = 'jobmanager';

  constructor(cluster: NativeCluster, refused?: Refused) {
    super(cluster, new OptionValues(cluster.options, cluster.version, cluster.native.configFile.dialect, refused));
  }

  public get environment(): { readonly [name: string]: string } {
    return this.variablesBelow('containerized.master.env.');
  }

  public get cpu(): number {
    return this.statedCpu ?? 1;
  }

  public get memory(): number {
    return Math.floor((this.cluster.jobManager.memory?.totalProcess ?? 0) / MEBIBYTE);
  }

  public get restPort(): number {
    return this.values.integer(Keys.REST_PORT) ?? portOf(this.values.options, Keys.REST_PORT);
  }

  /** The port that the REST Service leads to. */
  public get restBindPort(): number {
    return this.values.integer(Keys.REST_BIND_PORT) ?? this.restPort;
  }

  public get rpcPort(): number {
    return this.values.integer(Keys.JOB_MANAGER_RPC_PORT) ?? portOf(this.values.options, Keys.JOB_MANAGER_RPC_PORT);
  }

  public get blobServerPort(): number {
    return this.values.integer(Keys.BLOB_SERVER_PORT) ?? portOf(this.values.options, Keys.BLOB_SERVER_PORT);
  }

  public get exposedType(): string {
    return (
      this.values.constant('kubernetes.rest-service.exposed.type', this.release.exposedTypes) ??
      this.release.exposedType
    );
  }

  public get nodePortAddressType(): string | undefined {
    return this.values.constant('kubernetes.rest-service.exposed.node-port-address-type', ['InternalIP', 'ExternalIP']);
  }

  /** Slots of each TaskManager, which the client computes with. */
  public get taskSlots(): number {
    return this.values.integer(Keys.TASK_SLOTS) ?? 1;
  }

  public get restServiceAnnotations(): { readonly [key: string]: string } {
    return this.values.map('kubernetes.rest-service.annotations');
  }

  public get internalServiceAnnotations(): { readonly [key: string]: string } {
    return this.values.map('kubernetes.internal-service.annotations');
  }

  public get restServiceLabels(): { readonly [key: string]: string } {
    return this.values.map('kubernetes.rest-service.labels');
  }

  public get internalServiceLabels(): { readonly [key: string]: string } {
    return this.values.map('kubernetes.internal-service.labels');
  }

  /** Labels that pods are found by; up to 1.12 those of the user are among them. */
  public override get selectors(): { readonly [key: string]: string } {
    return this.release.selectsUserLabels ? { ...this.userLabels, ...super.selectors } : super.selectors;
  }

  public get ownerReferences(): readonly ReadonlyMap<string, string>[] {
    return this.values.maps('kubernetes.jobmanager.owner.reference');
  }

  public get replicas(): number {
    return this.values.integer('kubernetes.jobmanager.replicas') ?? 1;
  }

  /** Where the image keeps artifacts that the JobManager fetches. */
  public get userArtifactsBaseDir(): string {
    return this.values.text('user.artifacts.base-dir') ?? '/opt/flink/artifacts';
  }

  public get entrypointClass(): string {
    return this.values.text('kubernetes.internal.jobmanager.entrypoint.class') ?? '';
  }

  public get isApplication(): boolean {
    return this.values.text('execution.target') === 'kubernetes-application';
  }

  /** Options of the JVM, those of every process first. */
  public get javaOptions(): string {
    return [this.values.text(Keys.JAVA_OPTS_OLD), this.values.text(Keys.JAVA_OPTS_JOB_MANAGER)]
      .filter(Boolean)
      .join(' ');
  }

  protected get extendedResources(): { readonly [name: string]: string } {
    return {};
  }
}
