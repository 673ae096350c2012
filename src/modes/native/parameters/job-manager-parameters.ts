import { KubernetesParameters, MEBIBYTE } from './kubernetes-parameters';
import { Keys } from '../../../configuration/keys';
import { portOf } from '../../shared/ports';
import { type NativeCluster } from '../native-model';
import { type OnUnreadable, OptionValues } from '../option-values';

/**
 * The parameters of the JobManager's steps, by Flink's names.
 *
 * @see https://github.com/apache/flink/tree/master/flink-kubernetes, package `kubeclient.parameters`
 */
export class KubernetesJobManagerParameters extends KubernetesParameters {
  public readonly role = 'jobmanager';

  constructor(cluster: NativeCluster, onUnreadable?: OnUnreadable) {
    super(cluster, new OptionValues(cluster.options, cluster.version, cluster.native.configFile.dialect, onUnreadable));
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

  /** The target port of the REST Service. */
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

  /** The slots of each TaskManager. */
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

  /** Labels that select the pods; in old releases they include those of the user. */
  public override get selectors(): { readonly [key: string]: string } {
    return this.version._can('selectsUserLabels') ? { ...this.userLabels, ...super.selectors } : super.selectors;
  }

  public get ownerReferences(): readonly ReadonlyMap<string, string>[] {
    return this.values.maps('kubernetes.jobmanager.owner.reference');
  }

  public get replicas(): number {
    return this.values.integer('kubernetes.jobmanager.replicas') ?? 1;
  }

  /** The directory for artifacts that the JobManager fetches. */
  public get userArtifactsBaseDir(): string {
    return this.values.text('user.artifacts.base-dir') ?? '/opt/flink/artifacts';
  }

  public get entrypointClass(): string {
    return this.values.text('kubernetes.internal.jobmanager.entrypoint.class') ?? '';
  }

  public get isApplication(): boolean {
    return this.values.text('execution.target') === 'kubernetes-application';
  }

  /** JVM options: those of all processes, then those of JobManagers. */
  public get javaOptions(): string {
    return [this.values.text(Keys.JAVA_OPTS_OLD), this.values.text(Keys.JAVA_OPTS_JOB_MANAGER)]
      .filter(Boolean)
      .join(' ');
  }

  protected get extendedResources(): { readonly [name: string]: string } {
    return {};
  }
}
