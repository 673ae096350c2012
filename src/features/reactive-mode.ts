import { scaledTaskManagers } from './reactive-scaling';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';

/** Options of a HorizontalPodAutoscaler that scales the TaskManagers. */
export interface ReactiveAutoscalerOptions {
  /**
   * The minimum number of TaskManagers.
   * @default 1
   */
  readonly minReplicas?: number;
  /** The maximum number of TaskManagers. More than the maximum parallelism of the job have no effect. */
  readonly maxReplicas: number;
  /**
   * Target of the CPU usage, in percent of the CPU request of the TaskManagers.
   * @default 80
   */
  readonly cpuUtilization?: number;
}

/**
 * A job that always uses all TaskManagers: more of them make it faster, and fewer do not fail it. The parallelism of
 * the job has no effect.
 *
 * For streaming jobs of standalone application clusters; requires Flink 1.13.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/elastic_scaling/#reactive-mode
 */
export class ReactiveMode implements IFlinkFeature {
  /** Uses the number of TaskManagers that `taskManager.replicas` sets, or that is set later on the Deployment. */
  public static fixedReplicas(): ReactiveMode {
    return new ReactiveMode();
  }

  /**
   * Lets a HorizontalPodAutoscaler set the number of TaskManagers. The Deployment then has no `replicas`, which would
   * reset the number whenever it is applied.
   */
  public static autoscaled(options: ReactiveAutoscalerOptions): ReactiveMode {
    return new ReactiveMode(options);
  }

  private constructor(private readonly autoscaler?: ReactiveAutoscalerOptions) {}

  public bind({ clusterName }: IFlinkContext): FlinkContribution {
    const { autoscaler } = this;
    return {
      configuration: { 'scheduler-mode': 'reactive' },
      // Every change of the number of TaskManagers restarts the job from its last checkpoint.
      defaults: { 'execution.checkpointing.interval': '10s' },
      ...(autoscaler === undefined ? {} : scaledTaskManagers(autoscaler, `${clusterName}-taskmanager`)),
    };
  }
}
