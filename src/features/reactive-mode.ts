import { readOptions } from './read-options';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { type FlinkProblem } from '../props/flink-problem';
import { type Fields, integer } from '../readers/reader';

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
  public static fixedReplicas(): ReactiveMode {
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

const FIELDS: Fields<ReactiveAutoscalerOptions> = {
  minReplicas: integer(1, 10_000),
  maxReplicas: integer(1, 10_000),
  cpuUtilization: integer(1, 1000),
};

function scaled(given: ReactiveAutoscalerOptions, name: string): FlinkContribution {
  const { options, problems } = readOptions<ReactiveAutoscalerOptions>(given, FIELDS, 'reactive', ['maxReplicas']);
  const { minReplicas = 1, maxReplicas = minReplicas, cpuUtilization = 80 } = options;
  const isBelow: FlinkProblem[] =
    maxReplicas >= minReplicas
      ? []
      : [
          {
            property: 'reactive.maxReplicas',
            got: String(maxReplicas),
            rule: `it must be at least minReplicas, which is ${minReplicas}`,
            fix: 'correct one of the two',
          },
        ];
  return {
    problems: [...problems, ...isBelow],
    managesTaskManagerReplicas: true,
    manifests: [
      {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        name,
        fields: {
          spec: {
            scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
            minReplicas,
            maxReplicas,
            metrics: [
              {
                type: 'Resource',
                resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: cpuUtilization } },
              },
            ],
          },
        },
      },
    ],
  };
}
