import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../model/contribution';
import { type FlinkProblem } from '../model/flink-problem';

/** How a HorizontalPodAutoscaler scales the TaskManagers. */
export interface ReactiveAutoscalerOptions {
  /**
   * The fewest TaskManagers.
   * @default 1
   */
  readonly minReplicas?: number;
  /** The most TaskManagers; beyond the job's maximum parallelism, more of them are of no use. */
  readonly maxReplicas: number;
  /**
   * CPU use, in percent of what TaskManagers request, at which their number is right.
   * @default 80
   */
  readonly cpuUtilization?: number;
}

/**
 * A job that always uses all TaskManagers there are: more of them make it faster, and fewer do not fail it. For streaming jobs of standalone
 * application clusters, from Flink 1.13 on; the parallelism of the job is not read.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/elastic_scaling/#reactive-mode
 */
export class ReactiveMode implements IFlinkFeature {
  /** As many TaskManagers as `taskManager.replicas` says, or whoever changes the Deployment. */
  public static manual(): ReactiveMode {
    return new ReactiveMode();
  }

  /** As many TaskManagers as a HorizontalPodAutoscaler says; the Deployment then has no `replicas` of its own, which would contradict it. */
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
      ...(autoscaler === undefined ? {} : scaled(autoscaler, `${clusterName}-taskmanager`)),
    };
  }
}

function scaled({ minReplicas = 1, maxReplicas, cpuUtilization = 80 }: ReactiveAutoscalerOptions, name: string): FlinkContribution {
  return {
    problems: [
      ...whole('minReplicas', minReplicas, 1, 10_000),
      ...whole('maxReplicas', maxReplicas, Number.isInteger(minReplicas) ? minReplicas : 1, 10_000),
      ...whole('cpuUtilization', cpuUtilization, 1, 1000),
    ],
    scalesTaskManagers: true,
    manifests: [{
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      name,
      fields: {
        spec: {
          scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
          minReplicas,
          maxReplicas,
          metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: cpuUtilization } } }],
        },
      },
    }],
  };
}

function whole(property: string, value: unknown, min: number, max: number): FlinkProblem[] {
  return Number.isInteger(value) && value as number >= min && value as number <= max
    ? []
    : [{ property: `reactive.${property}`, got: String(value), rule: `it must be a whole number from ${min} to ${max}`, fix: 'correct the number' }];
}
