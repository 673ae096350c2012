import { type Duration } from 'cdk8s';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { type FlinkProblem } from '../props/flink-problem';

/** What the autoscaler watches and how far it goes. */
export interface AutoscalingOptions {
  /**
   * Share of the time that a task should be busy, from 0 to 1.
   * @default 0.7
   */
  readonly utilizationTarget?: number;
  /**
   * Share above which a task is scaled up, from the target to 1; operator 1.11 or newer.
   * @default - the target and 0.3 more
   */
  readonly utilizationMax?: number;
  /**
   * Share below which a task is scaled down, from 0 to the target; operator 1.11 or newer.
   * @default - the target less 0.3
   */
  readonly utilizationMin?: number;
  /**
   * How far the share may be from the target before anything is done; replaced by `utilizationMin` and `utilizationMax`.
   * @default 0.3
   */
  readonly targetUtilizationBoundary?: number;
  /**
   * Time after a change in which nothing else is changed.
   * @default Duration.minutes(5)
   */
  readonly stabilizationInterval?: Duration;
  /**
   * Time over which metrics are averaged; longer than the operator's reconcile interval.
   * @default Duration.minutes(15)
   */
  readonly metricsWindow?: Duration;
  /**
   * Time in which a backlog should be caught up with.
   * @default Duration.minutes(30)
   */
  readonly catchUpDuration?: Duration;
  /**
   * Time that a restart is taken to need.
   * @default Duration.minutes(5)
   */
  readonly restartTime?: Duration;
  /**
   * Time in which scaling down is put together into one step; operator 1.11 or newer.
   * @default Duration.hours(1)
   */
  readonly scaleDownInterval?: Duration;
  /**
   * Most that a task is scaled down at once, from 0 to 1: at 0.6 at least 40 % stay.
   * @default 0.6
   */
  readonly maxScaleDownFactor?: number;
  /**
   * Most that a task is scaled up at once: at 1 it is doubled.
   * @default - no limit
   */
  readonly maxScaleUpFactor?: number;
  /**
   * Least parallelism of a task.
   * @default 1
   */
  readonly minParallelism?: number;
  /**
   * Most parallelism of a task.
   * @default 200
   */
  readonly maxParallelism?: number;
  /**
   * Ids of tasks that are left alone.
   * @default - none
   */
  readonly excludedVertices?: string[];
  /**
   * Times in which nothing is scaled: Quartz expressions, times of day such as `9:30-11:30`, or one of each with `&&` between.
   * @default - none
   */
  readonly excludedPeriods?: string[];
  /**
   * Whether memory is fitted to what the job needs, too.
   * @default false
   */
  readonly memoryTuning?: boolean;
}

/**
 * Lets the Flink Kubernetes Operator fit the parallelism of a job to its load. Other modes have nobody who reads these options.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/autoscaler/
 */
export class Autoscaling implements IFlinkFeature {
  /** The operator scales the job. */
  public static enabled(options: AutoscalingOptions = {}): Autoscaling {
    return new Autoscaling({}, options);
  }

  /** The operator only tells, by metrics, how it would scale the job. */
  public static metricsOnly(options: AutoscalingOptions = {}): Autoscaling {
    return new Autoscaling({ [`${PREFIX}scaling.enabled`]: 'false' }, options);
  }

  private constructor(
    private readonly extent: { readonly [key: string]: string },
    private readonly options: AutoscalingOptions,
  ) {}

  /**
   * Contributes the options.
   *
   * @param _context The cluster that the feature is given to
   */
  public bind(_context: IFlinkContext): FlinkContribution {
    const read = Object.entries(this.options)
      .filter(([, value]) => value !== undefined)
      .map(([property, value]) => readOption(property, value));
    return {
      configuration: Object.assign(
        { [`${PREFIX}enabled`]: 'true' },
        this.extent,
        ...read.map(({ option }) => option),
      ) as object,
      problems: read.flatMap(({ problem }) => problem ?? []),
    };
  }
}

const PREFIX = 'job.autoscaler.';

interface Kind {
  readonly expected: string;
  /** The option's text; nothing where the value is no such thing. */
  text(value: unknown): string | undefined;
}

const number = (expected: string, holds: (value: number) => boolean): Kind => ({
  expected,
  text: (value) => (typeof value === 'number' && Number.isFinite(value) && holds(value) ? String(value) : undefined),
});
const SHARE = number('a number from 0 to 1', (value) => value >= 0 && value <= 1);
const FACTOR = number('a number, at least 0', (value) => value >= 0);
const PARALLELISM = number('a whole number, at least 1', (value) => Number.isInteger(value) && value >= 1);
const FLAG: Kind = {
  expected: 'true or false',
  text: (value) => (typeof value === 'boolean' ? String(value) : undefined),
};
const TEXTS: Kind = {
  expected: 'a list of texts without ;',
  text: (value) =>
    Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() !== '' && !item.includes(';'))
      ? value.join(';')
      : undefined,
};
const DURATION: Kind = { expected: 'a Duration, such as Duration.minutes(5)', text: durationText };

const OPTIONS: { readonly [property in keyof Required<AutoscalingOptions>]: readonly [key: string, kind: Kind] } = {
  utilizationTarget: ['utilization.target', SHARE],
  utilizationMax: ['utilization.max', SHARE],
  utilizationMin: ['utilization.min', SHARE],
  targetUtilizationBoundary: ['target.utilization.boundary', FACTOR],
  stabilizationInterval: ['stabilization.interval', DURATION],
  metricsWindow: ['metrics.window', DURATION],
  catchUpDuration: ['catch-up.duration', DURATION],
  restartTime: ['restart.time', DURATION],
  scaleDownInterval: ['scale-down.interval', DURATION],
  maxScaleDownFactor: ['scale-down.max-factor', SHARE],
  maxScaleUpFactor: ['scale-up.max-factor', FACTOR],
  minParallelism: ['vertex.min-parallelism', PARALLELISM],
  maxParallelism: ['vertex.max-parallelism', PARALLELISM],
  excludedVertices: ['vertex.exclude.ids', TEXTS],
  excludedPeriods: ['excluded.periods', TEXTS],
  memoryTuning: ['memory.tuning.enabled', FLAG],
};

function readOption(
  property: string,
  value: unknown,
): { readonly option?: { readonly [key: string]: string }; readonly problem?: FlinkProblem } {
  if (!Object.hasOwn(OPTIONS, property)) {
    return {
      problem: {
        property: `autoscaling.${property}`,
        rule: 'there is no such property',
        fix: `remove it; known are ${Object.keys(OPTIONS).join(', ')}`,
      },
    };
  }
  const [key, { expected, text }] = OPTIONS[property as keyof AutoscalingOptions];
  const written = text(value);
  return written === undefined
    ? {
        problem: {
          property: `autoscaling.${property}`,
          got: String(value),
          rule: `it must be ${expected}`,
          fix: `give ${expected}`,
        },
      }
    : { option: { [PREFIX + key]: written } };
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** In the largest unit that keeps it whole, as the operator's documents write it. */
function durationText(value: unknown): string | undefined {
  const { toMilliseconds } = (value ?? {}) as { toMilliseconds?: () => unknown };
  const milliseconds = typeof toMilliseconds === 'function' ? toMilliseconds.call(value) : undefined;
  if (typeof milliseconds !== 'number' || !Number.isInteger(milliseconds) || milliseconds < 0) {
    return undefined;
  }
  const [unit, size] = UNITS.find(([, each]) => milliseconds > 0 && milliseconds % each === 0) ?? ['ms', 1];
  return `${milliseconds / size}${unit}`;
}
