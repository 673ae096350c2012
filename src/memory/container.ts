import { type OptionLookup } from './derive';
import { isAtLeast, JOB_MANAGER, type ReleaseLine, TASK_MANAGER } from './options';

/** Options that can be looked up by key. */
interface Options {
  get(key: string): string | undefined;
}

/**
 * Options as they are read by clients that size containers: there, up to 1.20, a heap size of the oldest options is the
 * size of the whole process, instead of the component that the start script sets.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/deployment/memory/mem_migration/
 */
export function containerLookup(options: Options, version: ReleaseLine): OptionLookup {
  if (isAtLeast(version, 2, 0)) {
    return (key) => options.get(key);
  }
  const replaced = new Map<string, string | undefined>();
  for (const {
    process,
    legacyHeap: { size, mebibytes },
  } of [JOB_MANAGER, TASK_MANAGER]) {
    const megabytes = options.get(mebibytes.key);
    const heap = options.get(size.key) ?? (megabytes === undefined ? undefined : `${megabytes}m`);
    if (heap !== undefined) {
      [size.key, mebibytes.key].forEach((key) => replaced.set(key, undefined));
      replaced.set(process.key, options.get(process.key) ?? heap);
    }
  }
  return (key) => (replaced.has(key) ? replaced.get(key) : options.get(key));
}
