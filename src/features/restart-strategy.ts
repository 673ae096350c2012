import { type Duration } from 'cdk8s';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../model/contribution';
import { type FlinkProblem } from '../model/flink-problem';

/** A fixed number of attempts, with the same pause before each. */
export interface FixedDelayRestartOptions {
  /**
   * Attempts until the job fails for good.
   * @default 1
   */
  readonly attempts?: number;
  /**
   * Pause before each attempt.
   * @default Duration.seconds(1)
   */
  readonly delay?: Duration;
}

/** As many attempts as fit under a rate of failures. */
export interface FailureRateRestartOptions {
  /**
   * Failures within the interval until the job fails for good.
   * @default 1
   */
  readonly maxFailuresPerInterval?: number;
  /**
   * The interval that failures are counted in.
   * @default Duration.minutes(1)
   */
  readonly failureRateInterval?: Duration;
  /**
   * Pause before each attempt.
   * @default Duration.seconds(1)
   */
  readonly delay?: Duration;
}

/** Pauses that grow while the job keeps failing; from Flink 1.13 on. */
export interface ExponentialDelayRestartOptions {
  /**
   * The first pause.
   * @default Duration.seconds(1)
   */
  readonly initialBackoff?: Duration;
  /**
   * The longest pause.
   * @default - five minutes up to Flink 1.18, one minute from 1.19 on
   */
  readonly maxBackoff?: Duration;
  /**
   * What a pause is multiplied by for the next one; above 1.
   * @default - 2 up to Flink 1.18, 1.5 from 1.19 on
   */
  readonly backoffMultiplier?: number;
  /**
   * Time without a failure after which pauses start small again.
   * @default Duration.hours(1)
   */
  readonly resetBackoffThreshold?: Duration;
  /**
   * Random part of each pause, from 0 to 1.
   * @default 0.1
   */
  readonly jitterFactor?: number;
  /**
   * Attempts until the job fails for good; from Flink 1.19 on.
   * @default - no limit
   */
  readonly attemptsBeforeResetBackoff?: number;
}

/**
 * What Flink does with a job that has failed, where the job does not say so itself.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/task_failure_recovery/
 */
export class RestartStrategy implements IFlinkFeature {
  /** A fixed number of attempts. */
  public static fixedDelay(options: FixedDelayRestartOptions = {}): RestartStrategy {
    return new RestartStrategy('fixed-delay', { attempts: options.attempts, delay: options.delay });
  }

  /** As many attempts as fit under a rate of failures. */
  public static failureRate(options: FailureRateRestartOptions = {}): RestartStrategy {
    return new RestartStrategy('failure-rate', {
      'max-failures-per-interval': options.maxFailuresPerInterval, 'failure-rate-interval': options.failureRateInterval, 'delay': options.delay,
    });
  }

  /** Pauses that grow while the job keeps failing. */
  public static exponentialDelay(options: ExponentialDelayRestartOptions = {}): RestartStrategy {
    return new RestartStrategy('exponential-delay', {
      'initial-backoff': options.initialBackoff,
      'max-backoff': options.maxBackoff,
      'backoff-multiplier': options.backoffMultiplier,
      'reset-backoff-threshold': options.resetBackoffThreshold,
      'jitter-factor': options.jitterFactor,
      'attempts-before-reset-backoff': options.attemptsBeforeResetBackoff,
    });
  }

  /** The job fails for good at once. */
  public static none(): RestartStrategy {
    return new RestartStrategy('none', {});
  }

  private constructor(
    private readonly type: string,
    private readonly settings: { readonly [option: string]: number | Duration | undefined },
  ) {}

  public bind(context: IFlinkContext): FlinkContribution {
    const key = context.version._isAtLeast('1.17') ? 'restart-strategy.type' : 'restart-strategy';
    const given = Object.entries(this.settings).filter(([, value]) => value !== undefined);
    const options = given.map(([option, value]) => [`restart-strategy.${this.type}.${option}`, value]);
    return { configuration: { [key]: this.type, ...Object.fromEntries(options) as object }, problems: given.flatMap(problem) };
  }
}

/** Limits that Flink checks only when the job is submitted, or not at all. */
const LIMITS: { readonly [option: string]: { readonly rule: string; readonly holds: (value: unknown) => boolean } } = {
  'attempts': { rule: 'must be a whole number, at least 0', holds: (value) => Number.isInteger(value) && value as number >= 0 },
  'max-failures-per-interval': { rule: 'must be a whole number, at least 1', holds: (value) => Number.isInteger(value) && value as number >= 1 },
  'backoff-multiplier': { rule: 'must be a number above 1', holds: (value) => Number.isFinite(value) && value as number > 1 },
  'jitter-factor': { rule: 'must be a number from 0 to 1', holds: (value) => Number.isFinite(value) && value as number >= 0 && value as number <= 1 },
  'attempts-before-reset-backoff': { rule: 'must be a whole number, at least 1', holds: (value) => Number.isInteger(value) && value as number >= 1 },
};

function problem([option, value]: [string, unknown]): FlinkProblem[] {
  const limit = LIMITS[option];
  return limit === undefined || limit.holds(value)
    ? []
    : [{ property: `restartStrategy.${option}`, got: String(value), rule: `it ${limit.rule}`, fix: 'correct the number, or leave it to Flink' }];
}
