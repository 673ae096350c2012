import { type Decimal, decimalOf, javaDecimalText, javaDoubleText, shortestDecimal, truncate } from './java-decimal';
import { type OptionReader } from './option-reader';
import { isAtLeast, TASK_MANAGER } from './options';
import { cpuNotPositive, numberUnreadable } from './refusals';

// A resource keeps so many places from 1.14 on.
const PLACES = 8;

/** The CPU cores and slots of a TaskManager; the texts are those in which Flink keeps the number and hands it on. */
export interface TaskManagerCpu {
  readonly cores: string;
  readonly coresArgument: string;
  /** Part of the process only from 1.13 on. */
  readonly slots?: number;
}

/**
 * The CPU cores that Flink derives beside the memory, by default one for each slot.
 *
 * @see https://github.com/apache/flink/blob/master/flink-runtime/src/main/java/org/apache/flink/runtime/clusterframework/TaskExecutorProcessUtils.java
 */
export function readCpu(reader: OptionReader): TaskManagerCpu {
  const cores = reader.double(TASK_MANAGER.cpuCores) ?? slots(reader);
  const { key, text } = reader.text(TASK_MANAGER.cpuCores) ?? { key: TASK_MANAGER.slots.key, text: '' };
  if (cores <= 0) {
    cpuNotPositive(key, cores);
  }
  if (!Number.isFinite(cores)) {
    numberUnreadable(key, text, 'a finite number');
  }
  const kept = isAtLeast(reader.version, 1, 14) ? truncate(shortestDecimal(cores), PLACES) : decimalOf(javaDoubleText(cores));
  return {
    cores: javaDecimalText(kept),
    coresArgument: javaDoubleText(toNumber(kept)),
    ...isAtLeast(reader.version, 1, 13) && { slots: slots(reader) },
  };
}

function slots(reader: OptionReader): number {
  return Number(reader.integer(TASK_MANAGER.slots) ?? 1n);
}

function toNumber({ unscaled, scale }: Decimal): number {
  return Number(`${unscaled}e${-scale}`);
}
