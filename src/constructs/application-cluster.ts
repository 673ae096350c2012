import { type Construct } from 'constructs';
import { FlinkCluster, type FlinkClusterProps } from './flink-cluster';
import { type ComposedRead, readApplicationCluster } from './read-props';
import { type ReactiveMode } from '../features/reactive-mode';
import { type ApplicationWorkload } from '../jobs/application-workload';
import { type FlinkJob } from '../jobs/flink-job';

/** Properties of an application cluster. */
export interface FlinkApplicationClusterProps extends FlinkClusterProps {
  /** The job that the cluster is for. */
  readonly job: FlinkJob;
  /**
   * How Kubernetes runs the JobManager; in standalone mode alone.
   * @default - a Deployment; a Job where `execution.runtime-mode` is `BATCH` and there is no high availability
   */
  readonly workload?: ApplicationWorkload;
  /**
   * Makes the job use all TaskManagers there are.
   * @default - the job uses as many slots as its parallelism
   */
  readonly reactive?: ReactiveMode;
}

/**
 * A Flink cluster that exists for one job, starts it by itself and ends with it; in older releases of Flink it was called a per-job cluster.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/overview/#application-mode
 */
export class FlinkApplicationCluster extends FlinkCluster {
  constructor(scope: Construct, id: string, props: FlinkApplicationClusterProps) {
    super(scope, id, props);
  }

  /** @internal */
  protected override _read(props: FlinkClusterProps): ComposedRead {
    return readApplicationCluster(props, this);
  }
}
