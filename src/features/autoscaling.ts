import { type Duration } from 'cdk8s';
import { AUTOSCALING_FIELDS } from './autoscaling-fields';
import { readOptions } from './read-options';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';

/** Options of the autoscaler: the load that it aims at, and its limits. */
export interface AutoscalingOptions {
  /**
   * Target fraction of time in which a task is busy, from 0 to 1.
   * @default 0.7
   */
  readonly utilizationTarget?: number;
  /**
   * Fraction above which a task is scaled up, from the target to 1; requires operator 1.11.
   * @default - the target plus 0.3
   */
  readonly utilizationMax?: number;
  /**
   * Fraction below which a task is scaled down, from 0 to the target; requires operator 1.11.
   * @default - the target minus 0.3
   */
  readonly utilizationMin?: number;
  /**
   * Difference to the target up to which a task is not scaled. `utilizationMin` and `utilizationMax` replace it.
   * @default 0.3
   */
  readonly targetUtilizationBoundary?: number;
  /**
   * Time after a change in which nothing else is changed.
   * @default Duration.minutes(5)
   */
  readonly stabilizationInterval?: Duration;
  /**
   * Time over which metrics are averaged; longer than the reconcile interval of the operator.
   * @default Duration.minutes(15)
   */
  readonly metricsWindow?: Duration;
  /**
   * Time in which a backlog should be processed.
   * @default Duration.minutes(30)
   */
  readonly catchUpDuration?: Duration;
  /**
   * Expected time of a restart.
   * @default Duration.minutes(5)
   */
  readonly restartTime?: Duration;
  /**
   * Time in which several scale-downs are combined into one; requires operator 1.11.
   * @default Duration.hours(1)
   */
  readonly scaleDownInterval?: Duration;
  /**
   * Maximum fraction by which a task is scaled down in one step, from 0 to 1: with 0.6, at least 40 % remain.
   * @default 0.6
   */
  readonly maxScaleDownFactor?: number;
  /**
   * Maximum factor by which a task is scaled up in one step: with 1, it is doubled.
   * @default - no limit
   */
  readonly maxScaleUpFactor?: number;
  /**
   * Minimum parallelism of a task.
   * @default 1
   */
  readonly minParallelism?: number;
  /**
   * Maximum parallelism of a task.
   * @default 200
   */
  readonly maxParallelism?: number;
  /**
   * Ids of tasks that are not scaled.
   * @default - no tasks
   */
  readonly excludedVertices?: string[];
  /**
   * Times in which nothing is scaled: Quartz expressions, times of day such as `9:30-11:30`, or one of each, joined by
   * `&&`.
   * @default - no times
   */
  readonly excludedPeriods?: string[];
  /**
   * Also adjusts the memory to the needs of the job.
   * @default false
   */
  readonly memoryTuning?: boolean;
}

/**
 * Lets the Flink Kubernetes Operator adjust the parallelism of a job to its load. Requires operator mode: nothing reads
 * these options in other modes.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/autoscaler/
 */
export class Autoscaling implements IFlinkFeature {
  /** The operator scales the job. */
  public static enabled(options: AutoscalingOptions = {}): Autoscaling {
    return new Autoscaling({}, options);
  }

  /** The operator only publishes metrics about how it would scale the job. */
  public static metricsOnly(options: AutoscalingOptions = {}): Autoscaling {
    return new Autoscaling({ [`${PREFIX}scaling.enabled`]: 'false' }, options);
  }

  private constructor(
    private readonly switches: { readonly [key: string]: string },
    private readonly options: AutoscalingOptions,
  ) {}

  /**
   * Contributes the options.
   *
   * @param _context The cluster that has the feature
   */
  public bind(_context: IFlinkContext): FlinkContribution {
    const { options, problems } = readOptions(this.options, AUTOSCALING_FIELDS, 'autoscaling');
    const settings = (Object.keys(KEYS) as (keyof AutoscalingOptions)[])
      .filter((property) => options[property] !== undefined)
      .map((property) => [PREFIX + KEYS[property], textOf(options[property]!)]);
    const configuration = {
      [`${PREFIX}enabled`]: 'true',
      ...this.switches,
      ...(Object.fromEntries(settings) as object),
    };
    return { configuration, problems };
  }
}

const PREFIX = 'job.autoscaler.';

/** The option of each property, without the prefix. */
const KEYS: { readonly [property in keyof Required<AutoscalingOptions>]: string } = {
  utilizationTarget: 'utilization.target',
  utilizationMax: 'utilization.max',
  utilizationMin: 'utilization.min',
  targetUtilizationBoundary: 'target.utilization.boundary',
  stabilizationInterval: 'stabilization.interval',
  metricsWindow: 'metrics.window',
  catchUpDuration: 'catch-up.duration',
  restartTime: 'restart.time',
  scaleDownInterval: 'scale-down.interval',
  maxScaleDownFactor: 'scale-down.max-factor',
  maxScaleUpFactor: 'scale-up.max-factor',
  minParallelism: 'vertex.min-parallelism',
  maxParallelism: 'vertex.max-parallelism',
  excludedVertices: 'vertex.exclude.ids',
  excludedPeriods: 'excluded.periods',
  memoryTuning: 'memory.tuning.enabled',
};

function textOf(value: number | boolean | string[] | Duration): string {
  if (Array.isArray(value)) {
    return value.join(';');
  }
  return typeof value === 'object' ? durationText(value) : String(value);
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** A duration in the largest unit in which it is an integer, as in the documentation of the operator. */
function durationText(value: Duration): string {
  const milliseconds = value.toMilliseconds();
  const [unit, size] = UNITS.find(([, each]) => milliseconds > 0 && milliseconds % each === 0) ?? ['ms', 1];
  return `${milliseconds / size}${unit}`;
}
