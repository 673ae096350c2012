import { type Duration } from 'cdk8s';
import { readOptions } from './read-options';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { duration, pause } from '../readers/duration-reader';
import { type AnyFields, type Fields, integer, number, type Reader } from '../readers/reader';

/** Options of a fixed number of attempts, with the same delay before each. */
export interface FixedDelayRestartOptions {
  /**
   * Number of attempts until the job fails permanently.
   * @default 1
   */
  readonly attempts?: number;
  /**
   * Delay before each attempt.
   * @default Duration.seconds(1)
   */
  readonly delay?: Duration;
}

/** Options of attempts up to a rate of failures. */
export interface FailureRateRestartOptions {
  /**
   * Number of failures in the interval until the job fails permanently.
   * @default 1
   */
  readonly maxFailuresPerInterval?: number;
  /**
   * The interval in which failures are counted.
   * @default Duration.minutes(1)
   */
  readonly failureRateInterval?: Duration;
  /**
   * Delay before each attempt.
   * @default Duration.seconds(1)
   */
  readonly delay?: Duration;
}

/** Options of delays that grow while the job keeps failing; requires Flink 1.13. */
export interface ExponentialDelayRestartOptions {
  /**
   * The first delay.
   * @default Duration.seconds(1)
   */
  readonly initialBackoff?: Duration;
  /**
   * The longest delay.
   * @default - five minutes up to Flink 1.18, one minute from 1.19 on
   */
  readonly maxBackoff?: Duration;
  /**
   * Factor from one delay to the next; above 1.
   * @default - 2 up to Flink 1.18, 1.5 from 1.19 on
   */
  readonly backoffMultiplier?: number;
  /**
   * Time without a failure after which the next delay is the first one again.
   * @default Duration.hours(1)
   */
  readonly resetBackoffThreshold?: Duration;
  /**
   * Random fraction of each delay, from 0 to 1.
   * @default 0.1
   */
  readonly jitterFactor?: number;
  /**
   * Number of attempts until the job fails permanently; requires Flink 1.19.
   * @default - no limit
   */
  readonly attemptsBeforeResetBackoff?: number;
}

/**
 * How Flink restarts a failed job. A job can set another strategy.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/task_failure_recovery/
 */
export class RestartStrategy implements IFlinkFeature {
  /** A fixed number of attempts. */
  public static fixedDelay(options: FixedDelayRestartOptions = {}): RestartStrategy {
    return new RestartStrategy('fixed-delay', FIXED_DELAY, options);
  }

  /** Attempts up to a rate of failures. */
  public static failureRate(options: FailureRateRestartOptions = {}): RestartStrategy {
    return new RestartStrategy('failure-rate', FAILURE_RATE, options);
  }

  /** Delays that grow while the job keeps failing; requires Flink 1.13. */
  public static exponentialDelay(options: ExponentialDelayRestartOptions = {}): RestartStrategy {
    return new RestartStrategy('exponential-delay', EXPONENTIAL_DELAY, options);
  }

  /** No attempts: the first failure is permanent. */
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
    const key = context.version._can('flatRestartStrategyKey') ? 'restart-strategy' : 'restart-strategy.type';
    return { configuration: { [key]: this.type, ...(Object.fromEntries(settings) as object) }, problems };
  }
}

// Flink checks these limits only when the job is submitted, or not at all.
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

/** The last part of the option has the name of the property. */
function inKebabCase(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
