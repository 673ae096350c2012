import { Construct } from 'constructs';
import { FlinkApplicationCluster, type FlinkApplicationClusterProps } from './application-cluster';
import { type FlinkClusterProps } from './flink-cluster';
import { type ComposedRead, readBlueGreenDeployment } from './read-props';
import { type FlinkVersion } from '../configuration/flink-version';
import { type BlueGreenOptions } from '../props/blue-green-options';
import { type FlinkWarning } from '../props/warning';

/** Properties of a job that changes by way of a second cluster: those of an application cluster in operator mode, which is the default here. */
export interface FlinkBlueGreenDeploymentProps extends FlinkApplicationClusterProps, BlueGreenOptions {}

/**
 * A job that the Flink Kubernetes Operator, from 1.14 on, changes without a gap: the changed one runs as a second cluster until it is well, and
 * then the first one goes.
 *
 * The operator calls the clusters by the name and `-blue` or `-green`, and asks for a savepoint at each change unless the job is stateless.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-main/docs/custom-resource/overview/
 */
export class FlinkBlueGreenDeployment extends Construct {
  /** Name of the resource: at most 39 characters. */
  public readonly name: string;
  /** The namespace of the resource, where it is known. */
  public readonly namespace?: string;
  /** The Flink release. */
  public readonly version: FlinkVersion;
  /** What either colour is made from, for mounts and previews. Its Services and selectors are those of no colour. */
  public readonly template: FlinkApplicationCluster;

  constructor(scope: Construct, id: string, props: FlinkBlueGreenDeploymentProps) {
    super(scope, id);
    this.template = new BlueGreenTemplate(this, 'Template', props);
    this.name = this.template.clusterName;
    this.namespace = this.template.namespace;
    this.version = this.template.version;
    this.node.defaultChild = this.template;
  }

  /** Where the Ingress offers the web UI of the active colour; `undefined` where the template names no host or the namespace is not known. */
  public get webUiUrl(): string | undefined {
    return this.template.webUiUrl;
  }

  /** What is legal in the resource but seldom meant. */
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
