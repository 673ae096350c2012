import { type Duration } from 'cdk8s';
import { readOptions } from './read-options';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { duration, pause } from '../readers/duration-reader';
import { type AnyFields, type Fields, integer, number, type Reader } from '../readers/reader';

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
    return new RestartStrategy('fixed-delay', FIXED_DELAY, options);
  }

  /** As many attempts as fit under a rate of failures. */
  public static failureRate(options: FailureRateRestartOptions = {}): RestartStrategy {
    return new RestartStrategy('failure-rate', FAILURE_RATE, options);
  }

  /** Pauses that grow while the job keeps failing. */
  public static exponentialDelay(options: ExponentialDelayRestartOptions = {}): RestartStrategy {
    return new RestartStrategy('exponential-delay', EXPONENTIAL_DELAY, options);
  }

  /** The job fails for good at once. */
  public static none(): RestartStrategy {
    return new RestartStrategy('none', {}, {});
  }

  private constructor(
    private readonly type: string,
    private readonly fields: AnyFields,
    private readonly given: object,
  ) {}

  public bind(context: IFlinkContext): FlinkContribution {
    const { options, problems } = readOptions<{ [property: string]: unknown }>(
      this.given,
      this.fields,
      'restartStrategy',
    );
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    const settings = given.map(([property, value]) => [
      `restart-strategy.${this.type}.${inKebabCase(property)}`,
      value,
    ]);
    const key = context.version._isAtLeast('1.17') ? 'restart-strategy.type' : 'restart-strategy';
    return { configuration: { [key]: this.type, ...(Object.fromEntries(settings) as object) }, problems };
  }
}

// Limits that Flink checks only when the job is submitted, or not at all.
const count = (least: number): Reader<number> => integer(least, 2_147_483_647);

const FIXED_DELAY: Fields<FixedDelayRestartOptions> = { attempts: count(0), delay: pause };

const FAILURE_RATE: Fields<FailureRateRestartOptions> = {
  maxFailuresPerInterval: count(1),
  failureRateInterval: duration,
  delay: pause,
};

const EXPONENTIAL_DELAY: Fields<ExponentialDelayRestartOptions> = {
  initialBackoff: duration,
  maxBackoff: duration,
  backoffMultiplier: number('a number above 1, such as 1.5', (value) => value > 1),
  resetBackoffThreshold: duration,
  jitterFactor: number('a number from 0 to 1, such as 0.1', (value) => value >= 0 && value <= 1),
  attemptsBeforeResetBackoff: count(1),
};

/** Flink's option is named as the property. */
function inKebabCase(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
