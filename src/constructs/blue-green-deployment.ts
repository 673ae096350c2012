import { Construct } from 'constructs';
import { FlinkApplicationCluster, type FlinkApplicationClusterProps } from './application-cluster';
import { type FlinkClusterProps } from './flink-cluster';
import { type ComposedRead, readBlueGreenDeployment } from './read-props';
import { type FlinkVersion } from '../configuration/flink-version';
import { type BlueGreenOptions } from '../props/blue-green-options';
import { type FlinkWarning } from '../props/warning';

/**
 * Properties of a blue/green deployment: those of an application cluster in operator mode, which is the default mode
 * here.
 */
export interface FlinkBlueGreenDeploymentProps extends FlinkApplicationClusterProps, BlueGreenOptions {}

/**
 * A blue/green deployment: an upgrade starts a second cluster, switches over once it is healthy, and then deletes the
 * first one.
 *
 * Requires the Flink Kubernetes Operator 1.14 or newer. The operator names the clusters after the resource, with the
 * suffix `-blue` or `-green`. It takes a savepoint for each upgrade unless the job is stateless.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-main/docs/custom-resource/overview/
 */
export class FlinkBlueGreenDeployment extends Construct {
  /** Name of the resource: at most 39 characters. */
  public readonly name: string;
  /** Namespace of the resource, if it is known. */
  public readonly namespace?: string;
  /** The Flink release. */
  public readonly version: FlinkVersion;
  /**
   * The application cluster that both clusters are created from, for mounts and previews. The names of its Services and
   * its selectors have no suffix.
   */
  public readonly template: FlinkApplicationCluster;

  constructor(scope: Construct, id: string, props: FlinkBlueGreenDeploymentProps) {
    super(scope, id);
    this.template = new BlueGreenTemplate(this, 'Template', props);
    this.name = this.template.clusterName;
    this.namespace = this.template.namespace;
    this.version = this.template.version;
    this.node.defaultChild = this.template;
  }

  /**
   * URL at which the Ingress exposes the web UI of the active cluster; `undefined` if the Ingress template has no host
   * or the namespace is not known.
   */
  public get webUiUrl(): string | undefined {
    return this.template.webUiUrl;
  }

  /** Warnings: valid settings that are probably unintended. */
  public get warnings(): FlinkWarning[] {
    return this.template.warnings;
  }
}

class BlueGreenTemplate extends FlinkApplicationCluster {
  /** @internal */
  protected override _read(props: FlinkClusterProps): ComposedRead {
    return readBlueGreenDeployment(props, this);
  }
}
