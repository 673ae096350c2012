import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ClusterConfiguration } from './cluster-configuration';
import { type FlinkClusterOptions } from './cluster-options';
import { type ClusterRead, readCluster } from './read-props';
import { Assembly } from '../assembly/assembly';
import { DeploymentMode } from '../assembly/deployment-mode';
import { type FlinkVersion } from '../configuration/flink-version';
import { type FlinkWarning } from '../props/warning';

/** Properties of the configuration of a cluster. */
export interface FlinkConfigMapProps extends FlinkClusterOptions {
  /** @internal */
  readonly _composed?: ClusterRead;
}

/**
 * The configuration of a cluster: the ConfigMap with Flink's configuration directory. Separately created JobManagers
 * and TaskManagers refer to it.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/
 */
export class FlinkConfigMap extends Construct {
  /** Name from which all object names and selectors derive. */
  public readonly clusterName: string;
  /** Namespace of the objects of the cluster, if it is known. */
  public readonly namespace?: string;
  /** The Flink release. */
  public readonly version: FlinkVersion;
  /** Name of the ConfigMap. */
  public readonly name: string;
  /** @internal */
  public readonly _assembly: Assembly;

  constructor(scope: Construct, id: string, props: FlinkConfigMapProps) {
    super(scope, id);
    const composed = composedIn(props);
    const read = composed ?? readCluster(props, id);
    const root = composed?.root ?? this;
    this.clusterName = read.clusterName;
    this.namespace = read.options.namespace ?? Chart.of(this).namespace;
    this.version = read.version;

    const { strict, suppressions } = read.options;
    const mode = read.mode ?? DeploymentMode.standalone();
    this._assembly = new Assembly({
      root,
      config: this,
      namespace: this.namespace,
      mode,
      strictness: { strict, suppressions },
      isComposed: composed !== undefined,
    });
    this.name = this._assembly.names.configMap(this.clusterName);
    const { collector } = this._assembly;
    collector.problems.push(...read.problems);
    const { clusterName, namespace, version } = this;
    const { addsLogging, imageOptions, isBare, sizesContainers } = mode._mode.traits;
    const base = mode._mode.base?.(version, collector.report('cluster'));
    collector.setCluster({
      ...read.options,
      clusterName,
      namespace,
      version,
      imageOptions,
      isBare,
      sizesContainers,
      base,
    });
    collector.setJob(read.job);
    read.features
      .filter(({ isDefault = false }) => addsLogging || !isDefault)
      .forEach(({ feature, property }) => collector.addFeature(feature, property, 'cluster'));
    this._assembly.partAdded();
  }

  /** The effective configuration, as Flink will read it. */
  public get configuration(): ClusterConfiguration {
    return ClusterConfiguration._of(this._assembly);
  }

  /** Warnings: valid settings that are probably unintended. */
  public get warnings(): FlinkWarning[] {
    return this._assembly.findings.warnings;
  }
}

/** The props that a composite has already read. If `props` is a proxy that throws, `readCluster` reports it. */
function composedIn(props: FlinkConfigMapProps): ClusterRead | undefined {
  try {
    return props?._composed;
  } catch {
    return undefined;
  }
}
