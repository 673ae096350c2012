import { type Construct } from 'constructs';
import { FlinkCluster, type FlinkClusterProps } from './flink-cluster';
import { type ComposedRead, readSessionCluster } from './read-props';
import { SessionClusterReference } from './session-cluster-reference';
import { type SessionClusterReferenceOptions } from '../assembly/cluster-reference';
import { type IFlinkSessionCluster } from '../props/session-cluster';

/** Properties of a session cluster. */
export interface FlinkSessionClusterProps extends FlinkClusterProps {}

/**
 * A Flink cluster that accepts jobs at any time and runs several of them.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/overview/#session-mode
 */
export class FlinkSessionCluster extends FlinkCluster implements IFlinkSessionCluster {
  /**
   * References a session cluster that this library creates elsewhere.
   *
   * @param scope The scope of the reference
   * @param id The id of the reference
   * @param clusterName The name of the cluster
   * @param options The release of the cluster, and how it is deployed
   */
  public static fromClusterName(
    scope: Construct,
    id: string,
    clusterName: string,
    options: SessionClusterReferenceOptions,
  ): IFlinkSessionCluster {
    return new SessionClusterReference(scope, id, clusterName, options);
  }

  constructor(scope: Construct, id: string, props: FlinkSessionClusterProps) {
    super(scope, id, props);
  }

  /** @internal */
  protected override _read(props: FlinkClusterProps): ComposedRead {
    return readSessionCluster(props, this);
  }
}
