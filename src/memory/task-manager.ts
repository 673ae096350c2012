import { multiply, readFraction, rest, sum } from './arithmetic';
import { networkBeside, networkLeft, networkOf, totalKey } from './network';
import { type OptionReader } from './option-reader';
import { TASK_MANAGER } from './options';
import { type Portion, type Portions, type TaskManagerMemory, type TaskManagerParts } from './portion';
import { deriveProcess, jvmAround } from './process-memory';
import { partsExceedFlink } from './total-refusals';

type Fixed = Pick<TaskManagerParts, 'frameworkHeap' | 'frameworkOffHeap' | 'taskOffHeap'>;

/**
 * The memory of a TaskManager.
 *
 * @see `org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils`
 */
export function deriveTaskManager(reader: OptionReader): TaskManagerMemory {
  reader.readLegacyHeap(TASK_MANAGER.legacyHeap);
  return deriveProcess(reader, TASK_MANAGER, { fromFineGrained, fromTotal });
}

/**
 * The memory of a TaskManager that a ResourceManager requests by the sizes of its components, because slots can differ.
 * The memory of its JVM is derived from them.
 *
 * @see `org.apache.flink.runtime.resourcemanager.active.ActiveResourceManagerFactory`
 */
export function sizedByParts(memory: TaskManagerMemory, reader: OptionReader): TaskManagerMemory {
  return { ...memory, ...jvmAround(reader.without(TASK_MANAGER.process), TASK_MANAGER, memory.flink) };
}

function fromFineGrained(reader: OptionReader): TaskManagerParts {
  const taskHeap = reader.find(TASK_MANAGER.taskHeap)!;
  const managed = reader.find(TASK_MANAGER.managed)!;
  const parts = { ...fixedParts(reader), taskHeap, managed };
  const used = sum(parts).bytes;
  const flink = reader.find(TASK_MANAGER.flink);
  if (flink !== undefined) {
    return { flink, ...parts, network: checkedLeft(reader, flink, parts, used) };
  }
  const network = networkBeside(reader, used);
  return { flink: sum({ ...parts, network }), ...parts, network };
}

function fromTotal(reader: OptionReader, flink: Portion): TaskManagerParts {
  const fixed = fixedParts(reader);
  const taskHeap = reader.find(TASK_MANAGER.taskHeap);
  const managed = reader.find(TASK_MANAGER.managed) ?? managedShare(reader, flink);
  if (taskHeap !== undefined) {
    const parts = { ...fixed, taskHeap, managed };
    return { flink, ...parts, network: checkedLeft(reader, flink, parts, sum(parts).bytes) };
  }
  const parts = { ...fixed, managed, network: networkOf(reader, flink.bytes) };
  const used = checkedSum(reader, flink, parts, sum(parts).bytes);
  return { flink, ...parts, taskHeap: rest('flink', flink, used) };
}

function fixedParts(reader: OptionReader): Fixed {
  return {
    frameworkHeap: reader.size(TASK_MANAGER.frameworkHeap),
    frameworkOffHeap: reader.size(TASK_MANAGER.frameworkOffHeap),
    taskOffHeap: reader.size(TASK_MANAGER.taskOffHeap),
  };
}

function managedShare(reader: OptionReader, flink: Portion): Portion {
  const fraction = readFraction(reader, TASK_MANAGER.managedFraction);
  const bytes = multiply(flink.bytes, fraction, TASK_MANAGER.managedFraction);
  return { bytes, origin: { kind: 'fraction', fraction, of: 'flink' } };
}

function checkedLeft(reader: OptionReader, flink: Portion, parts: Portions, used: bigint): Portion {
  return networkLeft(reader, flink, checkedSum(reader, flink, parts, used));
}

function checkedSum(reader: OptionReader, flink: Portion, parts: Portions, used: bigint): bigint {
  return used <= flink.bytes ? used : partsExceedFlink(totalKey(reader), parts, flink);
}
