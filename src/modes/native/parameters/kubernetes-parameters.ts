import { type FlinkVersion } from '../../../configuration/flink-version';
import { type NativeRelease, nativeRelease } from '../../../configuration/native-releases';
import { javaDoubleText } from '../../../memory/java-double-text';
import { type ClusterModel } from '../../../model/cluster-model';
import { type FlinkRole } from '../../../model/role';
import { type OptionValues } from '../option-values';

/** The namespace of a client that none is configured for. */
export const DEFAULT_NAMESPACE = 'default';
/** The largest integer in Java, which replaces larger numbers. */
const LARGEST_INTEGER = 2 ** 31 - 1;
export const MEBIBYTE = 1024 * 1024;

/** Parameters of both roles. Every value is read from the options when a step needs it. */
export abstract class KubernetesParameters {
  public abstract readonly role: FlinkRole;
  /** Environment variables of the user, by name. */
  public abstract readonly environment: { readonly [name: string]: string };
  public readonly clusterId: string;
  public readonly version: FlinkVersion;
  public readonly release: NativeRelease;
  protected abstract readonly cpu: number;
  /** Whole MiB. */
  protected abstract readonly memory: number;
  protected abstract readonly extendedResources: { readonly [name: string]: string };

  protected constructor(
    public readonly cluster: ClusterModel,
    protected readonly values: OptionValues,
  ) {
    this.clusterId = cluster.clusterName;
    this.version = cluster.version;
    this.release = nativeRelease(cluster.version);
  }

  public get namespace(): string {
    return this.cluster.namespace ?? DEFAULT_NAMESPACE;
  }

  public get image(): string | undefined {
    return this.values.text('kubernetes.container.image.ref') ?? this.values.text('kubernetes.container.image');
  }

  public get defaultImage(): string {
    const { repository, scala } = this.release.image;
    return `${repository}:${this.version.version}-scala_${scala}`;
  }

  public get imagePullPolicy(): string | undefined {
    return this.values.constant('kubernetes.container.image.pull-policy', ['IfNotPresent', 'Always', 'Never']);
  }

  public get imagePullSecrets(): readonly string[] {
    return this.values.list('kubernetes.container.image.pull-secrets').filter((name) => name.trim() !== '');
  }

  /** Labels of every object and pod. */
  public get commonLabels(): { readonly [key: string]: string } {
    return { app: this.clusterId, type: 'flink-native-kubernetes' };
  }

  /** Mount paths of Secrets by their names. */
  public get secrets(): { readonly [name: string]: string } {
    return this.values.map('kubernetes.secrets');
  }

  /** Environment variables from Secrets: `env`, `secret`, `key`. */
  public get environmentSecrets(): readonly ReadonlyMap<string, string>[] {
    return this.values.maps('kubernetes.env.secretKeyRef');
  }

  /** Mount paths of claims by their names. */
  public get volumeClaims(): { readonly [name: string]: string } {
    return this.values.map('kubernetes.persistent-volume-claims');
  }

  public get volumeClaimsAreReadOnly(): boolean {
    return this.values.boolean('kubernetes.persistent-volume-claim-read-only') ?? false;
  }

  public get flinkConfDir(): string {
    return this.values.text('kubernetes.flink.conf.dir') ?? '/opt/flink/conf';
  }

  public get flinkLogDir(): string | undefined {
    return this.values.text('kubernetes.flink.log.dir');
  }

  public get entryPath(): string {
    return this.values.text('kubernetes.entry.path') ?? this.release.entryPath;
  }

  /** The template of the Java command line, for releases without start scripts. */
  public get startCommandTemplate(): string {
    return this.values.text('kubernetes.container-start-command-template') ?? this.release.startCommand ?? '';
  }

  public get hasHostNetwork(): boolean {
    return this.values.boolean('kubernetes.hostnetwork.enabled') ?? false;
  }

  public get isHighlyAvailable(): boolean {
    return this.values.isHighlyAvailable;
  }

  public get nodeSelector(): { readonly [key: string]: string } {
    return this.values.map(`kubernetes.${this.role}.node-selector`);
  }

  public get tolerations(): readonly ReadonlyMap<string, string>[] {
    return this.values.maps(`kubernetes.${this.role}.tolerations`);
  }

  public get annotations(): { readonly [key: string]: string } {
    return this.values.map(`kubernetes.${this.role}.annotations`);
  }

  /** Labels of the user, which Flink's own labels override. */
  public get userLabels(): { readonly [key: string]: string } {
    return this.values.map(`kubernetes.${this.role}.labels`);
  }

  public get selectors(): { readonly [key: string]: string } {
    return { ...this.commonLabels, component: this.role };
  }

  public get labels(): { readonly [key: string]: string } {
    return { ...this.userLabels, ...this.selectors };
  }

  /** The ServiceAccount in the options, which overrides that in a template. */
  public get serviceAccount(): string | undefined {
    return (
      this.values.text(`kubernetes.${this.role}.service-account`) ?? this.values.text('kubernetes.service-account')
    );
  }

  public get entrypointArguments(): string {
    return this.values.text(`kubernetes.${this.role}.entrypoint.args`) ?? '';
  }

  /** The cores in the option, under either of its names. */
  public get statedCpu(): number | undefined {
    return (
      this.values.double(`kubernetes.${this.role}.cpu.amount`) ?? this.values.double(`kubernetes.${this.role}.cpu`)
    );
  }

  public get cpuLimitFactor(): number {
    return this.values.double(`kubernetes.${this.role}.cpu.limit-factor`) ?? 1;
  }

  public get memoryLimitFactor(): number {
    return this.values.double(`kubernetes.${this.role}.memory.limit-factor`) ?? 1;
  }

  /** The resources of a container, with Flink's arithmetic and Java's notation of numbers. */
  public get resources(): {
    readonly requests: { [name: string]: string };
    readonly limits: { [name: string]: string };
  } {
    const { cpu, memory } = this;
    return {
      requests: { cpu: javaDoubleText(cpu), memory: `${memory}Mi`, ...this.extendedResources },
      limits: {
        cpu: javaDoubleText(cpu * this.cpuLimitFactor),
        memory: `${Math.min(Math.trunc(memory * this.memoryLimitFactor), LARGEST_INTEGER)}Mi`,
        ...this.extendedResources,
      },
    };
  }

  /** Environment variables whose options have a prefix. */
  protected variablesBelow(prefix: string): { readonly [name: string]: string } {
    return this.values.below(prefix);
  }
}
