import { type Construct } from 'constructs';
import { FlinkCluster, type FlinkClusterProps } from './flink-cluster';
import { type ComposedRead, readSessionCluster } from './read-props';

/** Properties of a session cluster. */
export interface FlinkSessionClusterProps extends FlinkClusterProps {}

/**
 * A Flink cluster that waits for jobs and runs many of them.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/overview/#session-mode
 */
export class FlinkSessionCluster extends FlinkCluster {
  constructor(scope: Construct, id: string, props: FlinkSessionClusterProps) {
    super(scope, id, props);
  }

  /** @internal */
  protected override _read(props: FlinkClusterProps): ComposedRead {
    return readSessionCluster(props, this);
  }
}
