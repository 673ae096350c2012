import { type Fields, number } from './reader';
import { size } from './size-reader';
import {
  type JobManagerMemoryOptions,
  type JvmMemoryOptions,
  type TaskManagerMemoryOptions,
} from '../props/memory-options';

const fraction = number('a number of at least 0 and less than 1, such as 0.1', (value) => value >= 0 && value < 1);

const JVM_FIELDS: Fields<JvmMemoryOptions> = {
  flink: size,
  jvmMetaspace: size,
  jvmOverheadMin: size,
  jvmOverheadMax: size,
  jvmOverheadFraction: fraction,
};

export const JOB_MANAGER_MEMORY_FIELDS: Fields<JobManagerMemoryOptions> = { ...JVM_FIELDS, heap: size, offHeap: size };

export const TASK_MANAGER_MEMORY_FIELDS: Fields<TaskManagerMemoryOptions> = {
  ...JVM_FIELDS,
  taskHeap: size,
  taskOffHeap: size,
  frameworkHeap: size,
  frameworkOffHeap: size,
  managed: size,
  managedFraction: fraction,
  networkMin: size,
  networkMax: size,
  networkFraction: fraction,
};
