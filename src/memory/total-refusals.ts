import { type ProcessOptions } from './options';
import { type Portion, PORTION_NAMES, type PortionName, type Portions } from './portion';
import { type NamedSize, refuse } from './refusal';
import { showSize } from './show-size';

/** Refusals of components that do not fit into their total. */

/** A process for which neither a total nor all components are set. */
export function nothingConfigured({ process, flink, fineGrained }: ProcessOptions): never {
  const fine = fineGrained.map(({ key }) => key);
  const unset = `none of ${process.key}, ${flink.key} and ${fine.join(' with ')} is set`;
  refuse({
    id: 'nothing-configured',
    keys: [process.key, flink.key, ...fine],
    text: `${unset}, so there is nothing to derive the memory from`,
    fix: `set ${process.key}, such as to 2g`,
  });
}

/** A process that is too small even for its JVM. */
export function jvmExceedsProcess(
  options: ProcessOptions,
  process: Portion,
  jvm: { readonly metaspace: Portion; readonly overhead: Portion },
): never {
  const keys = [options.process.key, options.metaspace.key, options.overhead.min.key];
  refuse({
    id: 'jvm-exceeds-process',
    keys,
    sizes: named({ ...jvm, process }),
    text: `${addition(jvm)}, more than the ${list({ process })}`,
    fix: `raise ${keys[0]}, or lower ${keys[1]} or ${keys[2]}`,
  });
}

/** Two totals that leave less than nothing for the overhead of the JVM. */
export function flinkExceedsProcess(
  options: ProcessOptions,
  process: Portion,
  parts: { readonly flink: Portion; readonly metaspace: Portion },
): never {
  const { origin } = parts.flink;
  const flinkKeys = origin.kind === 'configured' ? [origin.key] : options.fineGrained.map(({ key }) => key);
  refuse({
    id: 'flink-exceeds-process',
    keys: [options.process.key, ...flinkKeys, options.metaspace.key],
    sizes: named({ ...parts, process }),
    text: `${addition(parts)}, more than the ${list({ process })}`,
    fix: `remove ${options.process.key}, or raise it`,
  });
}

/** Components that do not fit into their total. */
export function partsExceedFlink(totalKey: string, parts: Portions, flink: Portion): never {
  refuse({
    id: 'parts-exceed-flink',
    keys: [totalKey, ...configuredKeys(parts)],
    sizes: named({ ...parts, flink }),
    text: `${addition(parts)}, more than the ${list({ flink })}`,
    fix: `raise ${totalKey} or lower one of the components`,
  });
}

/** A JobManager whose off-heap memory leaves nothing for the heap. */
export function offHeapLeavesNoHeap(
  options: ProcessOptions,
  offHeapKey: string,
  flink: Portion,
  offHeap: Portion,
): never {
  const total = flink.origin.kind === 'rest' ? options.process.key : options.flink.key;
  refuse({
    id: 'off-heap-leaves-no-heap',
    keys: [total, offHeapKey],
    sizes: named({ flink, offHeap }),
    text: `${list({ flink })} is not more than ${list({ offHeap })}, so nothing is left for the heap`,
    fix: `raise ${total} or lower ${offHeapKey}`,
  });
}

/** A JobManager with three sizes, of which two determine the third, that do not add up. */
export function heapAndOffHeapDiffer(keys: readonly string[], flink: Portion, heap: Portion, offHeap: Portion): never {
  refuse({
    id: 'heap-and-off-heap-differ',
    keys,
    sizes: named({ heap, offHeap, flink }),
    text: `${addition({ heap, offHeap })}, not the ${list({ flink })}`,
    fix: `remove one of ${keys.join(', ')}`,
  });
}

/** A JobManager whose heap is larger than its total. */
export function heapExceedsFlink(flinkKey: string, heapKey: string, flink: Portion, heap: Portion): never {
  refuse({
    id: 'heap-exceeds-flink',
    keys: [heapKey, flinkKey],
    sizes: named({ heap, flink }),
    text: `${list({ heap })} is more than the ${list({ flink })}`,
    fix: `remove ${heapKey} or ${flinkKey}`,
  });
}

const TOO_LARGE = 'is more than the 2^63-1 bytes that Flink can count';

/** Components whose sum overflows. */
export function sumTooLarge(parts: Portions): never {
  refuse({
    id: 'too-large',
    keys: configuredKeys(parts),
    sizes: named(parts),
    text: `${list(parts)} ${TOO_LARGE}`,
    fix: 'write smaller sizes',
  });
}

/** A share that overflows, which the inverse of a fraction close to 1 can cause. */
export function productTooLarge(key: string, bytes: bigint, factor: number): never {
  refuse({
    id: 'too-large',
    keys: [key],
    sizes: [{ name: 'base', bytes }],
    text: `${showSize(bytes)} times ${factor} ${TOO_LARGE}`,
    fix: `lower ${key}`,
  });
}

function configuredKeys(parts: Portions): string[] {
  return Object.values(parts).flatMap(({ origin }) => (origin.kind === 'configured' ? [origin.key] : []));
}

function named(parts: Portions): NamedSize[] {
  return Object.entries(parts).map(([part, { bytes }]) => ({ name: PORTION_NAMES[part as PortionName], bytes }));
}

function list(parts: Portions): string {
  return named(parts)
    .map(({ name, bytes }) => `${name} ${showSize(bytes)}`)
    .join(' + ');
}

function addition(parts: Portions): string {
  return `${list(parts)} = ${showSize(Object.values(parts).reduce((sum, { bytes }) => sum + bytes, 0n))}`;
}
