import { type Decimal, decimalOf, javaDecimalText, shortestDecimal, truncate } from './java-decimal';
import { javaDoubleText } from './java-double-text';
import { type OptionReader } from './option-reader';
import { isAtLeast, type ReleaseLine, TASK_MANAGER } from './options';
import { cpuNotPositive, numberUnreadable } from './refusals';

// A resource keeps so many places from 1.14 on.
const PLACES = 8;

/** The CPU cores of a TaskManager as configured, and its slots, which belong to the process only from 1.13 on. */
export interface TaskManagerCpu {
  readonly cores: number;
  readonly slots: number | undefined;
}

/** The number of cores that Flink keeps, and the text in which it hands that number on. */
export interface CoresText {
  readonly kept: string;
  readonly argument: string;
}

/**
 * The CPU cores that Flink derives beside the memory, by default one for each slot.
 *
 * @see https://github.com/apache/flink/blob/master/flink-runtime/src/main/java/org/apache/flink/runtime/clusterframework/TaskExecutorProcessUtils.java
 */
export function readCpu(reader: OptionReader): TaskManagerCpu {
  const cores = reader.double(TASK_MANAGER.cpuCores) ?? readSlots(reader);
  if (cores <= 0) {
    cpuNotPositive((reader.isSet(TASK_MANAGER.cpuCores) ? TASK_MANAGER.cpuCores : TASK_MANAGER.slots).key, cores);
  }
  if (!Number.isFinite(cores)) {
    numberUnreadable(TASK_MANAGER.cpuCores.key, String(cores), 'a finite number');
  }
  return { cores, slots: isAtLeast(reader.version, 1, 13) ? readSlots(reader) : undefined };
}

/** The cores in Flink's own spelling, which depends on the release. */
export function coresText(cores: number, version: ReleaseLine): CoresText {
  const kept = isAtLeast(version, 1, 14) ? truncate(shortestDecimal(cores), PLACES) : decimalOf(javaDoubleText(cores));
  return { kept: javaDecimalText(kept), argument: javaDoubleText(toNumber(kept)) };
}

function readSlots(reader: OptionReader): number {
  return Number(reader.integer(TASK_MANAGER.slots) ?? 1n);
}

function toNumber({ unscaled, scale }: Decimal): number {
  return Number(`${unscaled}e${-scale}`);
}
