import { statement } from './statements';
import { type OptionEntry } from '../configuration/flink-options';
import { type JobManagerMemoryOptions, type TaskManagerMemoryOptions } from '../props/memory-options';
import { type FlinkWebOptions } from '../props/web-options';

/** The option of each property; omitting one does not compile. */
type OptionKeys<T> = { readonly [property in keyof Required<T>]: string };

const WEB: OptionKeys<FlinkWebOptions> = {
  port: 'rest.port',
  urlPrefix: 'rest.url-prefix',
  submit: 'web.submit.enable',
  cancel: 'web.cancel.enable',
  rescale: 'web.rescale.enable',
  flameGraphs: 'rest.flamegraph.enabled',
  profiler: 'rest.profiling.enabled',
  accessControlAllowOrigin: 'web.access-control-allow-origin',
  refreshInterval: 'web.refresh-interval',
  timeout: 'web.timeout',
};

const JOB_MANAGER: OptionKeys<JobManagerMemoryOptions> = {
  flink: 'jobmanager.memory.flink.size',
  heap: 'jobmanager.memory.heap.size',
  offHeap: 'jobmanager.memory.off-heap.size',
  jvmMetaspace: 'jobmanager.memory.jvm-metaspace.size',
  jvmOverheadMin: 'jobmanager.memory.jvm-overhead.min',
  jvmOverheadMax: 'jobmanager.memory.jvm-overhead.max',
  jvmOverheadFraction: 'jobmanager.memory.jvm-overhead.fraction',
};

const TASK_MANAGER: OptionKeys<TaskManagerMemoryOptions> = {
  flink: 'taskmanager.memory.flink.size',
  taskHeap: 'taskmanager.memory.task.heap.size',
  taskOffHeap: 'taskmanager.memory.task.off-heap.size',
  frameworkHeap: 'taskmanager.memory.framework.heap.size',
  frameworkOffHeap: 'taskmanager.memory.framework.off-heap.size',
  managed: 'taskmanager.memory.managed.size',
  managedFraction: 'taskmanager.memory.managed.fraction',
  networkMin: 'taskmanager.memory.network.min',
  networkMax: 'taskmanager.memory.network.max',
  networkFraction: 'taskmanager.memory.network.fraction',
  jvmMetaspace: 'taskmanager.memory.jvm-metaspace.size',
  jvmOverheadMin: 'taskmanager.memory.jvm-overhead.min',
  jvmOverheadMax: 'taskmanager.memory.jvm-overhead.max',
  jvmOverheadFraction: 'taskmanager.memory.jvm-overhead.fraction',
};

/** The options that `web` sets. */
export function webStatements(options: FlinkWebOptions | undefined): OptionEntry[] {
  return options === undefined ? [] : statementsOf(options, WEB, 'web');
}

/** The options that the memory options of the JobManager set. */
export function jobManagerMemoryStatements(options: JobManagerMemoryOptions | undefined): OptionEntry[] {
  return options === undefined ? [] : statementsOf(options, JOB_MANAGER, 'jobManager.memoryOptions');
}

/** The options that the memory options of the TaskManagers set. */
export function taskManagerMemoryStatements(options: TaskManagerMemoryOptions | undefined): OptionEntry[] {
  return options === undefined ? [] : statementsOf(options, TASK_MANAGER, 'taskManager.memoryOptions');
}

function statementsOf<T extends object>(options: T, keys: OptionKeys<T>, source: string): OptionEntry[] {
  return (Object.keys(keys) as (keyof T & string)[]).flatMap((property) =>
    options[property] === undefined
      ? []
      : statement(keys[property], options[property], 'explicit', `${source}.${property}`),
  );
}
