import { type OptionLookup } from './derive';
import { isAtLeast, JOB_MANAGER, type ReleaseLine, TASK_MANAGER } from './options';

/** What a lookup can be made of. */
interface Options {
  get(key: string): string | undefined;
}

/**
 * Options as clients read them that size containers: there a heap size of the oldest kind, up to 1.20, means the whole process, and not
 * the part of it that the start script takes it for.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/deployment/memory/mem_migration/
 */
export function containerLookup(options: Options, version: ReleaseLine): OptionLookup {
  if (isAtLeast(version, 2, 0)) {
    return (key) => options.get(key);
  }
  const meant = new Map<string, string | undefined>();
  for (const {
    process,
    legacyHeap: { size, mebibytes },
  } of [JOB_MANAGER, TASK_MANAGER]) {
    const megabytes = options.get(mebibytes.key);
    const heap = options.get(size.key) ?? (megabytes === undefined ? undefined : `${megabytes}m`);
    if (heap !== undefined) {
      [size.key, mebibytes.key].forEach((key) => meant.set(key, undefined));
      meant.set(process.key, options.get(process.key) ?? heap);
    }
  }
  return (key) => (meant.has(key) ? meant.get(key) : options.get(key));
}
