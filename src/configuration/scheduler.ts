import { type FlinkOptions } from './flink-options';
import { Keys } from './keys';

/**
 * Whether the scheduler runs jobs with the slots that are available, instead of waiting for their whole parallelism.
 */
export function isAdaptive(options: FlinkOptions): boolean {
  return options.get(Keys.SCHEDULER_MODE) !== undefined || options.get(Keys.SCHEDULER)?.toLowerCase() === 'adaptive';
}

/** Whether the options select batch execution for every job. */
export function isBatch(options: FlinkOptions): boolean {
  return options.get(Keys.RUNTIME_MODE)?.toUpperCase() === 'BATCH';
}
