import { type Construct } from 'constructs';
import { FlinkCluster, type FlinkClusterProps } from './flink-cluster';
import { type ComposedRead, readApplicationCluster } from './read-props';
import { type ReactiveMode } from '../features/reactive-mode';
import { type ApplicationWorkload } from '../jobs/application-workload';
import { type FlinkJob } from '../jobs/flink-job';

/** Properties of an application cluster. */
export interface FlinkApplicationClusterProps extends FlinkClusterProps {
  /** The job that the cluster runs. */
  readonly job: FlinkJob;
  /**
   * How Kubernetes runs the JobManager: as a Job or as a Deployment. Standalone mode only.
   * @default - a Deployment; a Job if `execution.runtime-mode` is `BATCH` and high availability is disabled
   */
  readonly workload?: ApplicationWorkload;
  /**
   * Makes the job use all available TaskManagers.
   * @default - the job uses as many slots as its parallelism
   */
  readonly reactive?: ReactiveMode;
}

/**
 * A Flink cluster that runs one job: it starts the job and ends with it. Older releases of Flink called this a per-job
 * cluster.
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
