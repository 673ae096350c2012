import { type SizeFault } from './memory-size';
import { type MemoryOption, type ProcessOptions, type RangeOptions } from './options';
import { type Portion, PORTION_NAMES, type PortionName, type Portions } from './portion';
import { type MemoryRefusalId, MemoryRefused, type NamedSize } from './refusal';
import { showSize } from './show-size';
import { show } from '../validation/show';

const SIZE_FAULTS: { readonly [fault in SizeFault]: string } = {
  empty: 'is empty',
  noNumber: 'does not start with a whole number',
  unknownUnit: 'has a unit that Flink does not know',
  tooLarge: 'is more than 2^63-1 bytes',
};
const TOO_LARGE = 'is more than the 2^63-1 bytes that Flink can count';

/** No starting point at all. */
export function nothingConfigured({ process, flink, fineGrained }: ProcessOptions): never {
  const fine = fineGrained.map(({ key }) => key);
  refuse(
    'nothing-configured',
    [process.key, flink.key, ...fine],
    [],
    `none of ${process.key}, ${flink.key} and ${fine.join(' with ')} is set, so there is nothing to derive the memory from`,
    `set ${process.key}, such as to 2g`,
  );
}

/** A size outside Flink's grammar. */
export function sizeUnreadable(key: string, text: string, fault: SizeFault): never {
  refuse(
    'size-unreadable',
    [key],
    [],
    `${key} is ${show(text, key)}, which ${SIZE_FAULTS[fault]}`,
    'write a whole number with one of the units b, k, m, g, t, such as 1536m',
  );
}

/** A fraction outside Java's grammar. */
export function fractionUnreadable(key: string, text: string): never {
  refuse(
    'fraction-unreadable',
    [key],
    [],
    `${key} is ${show(text, key)}, which is no number`,
    'write a fraction, such as 0.1',
  );
}

/** A number outside Java's grammar or range. */
export function numberUnreadable(key: string, text: string, kind: string): never {
  refuse(
    'number-unreadable',
    [key],
    [],
    `${key} is ${show(text, key)}, which is not ${kind}`,
    'write a number, such as 2',
  );
}

/** Neither of the two words. */
export function booleanUnreadable(key: string, text: string): never {
  refuse(
    'boolean-unreadable',
    [key],
    [],
    `${key} is ${show(text, key)}, which is neither true nor false`,
    'write true or false',
  );
}

/** A range whose ends are the wrong way round, also where only one of them is set. */
export function rangeInverted({ min, max }: RangeOptions, least: bigint, most: bigint): never {
  refuse(
    'range-inverted',
    [min.key, max.key],
    [
      { name: 'minimum', bytes: least },
      { name: 'maximum', bytes: most },
    ],
    `${min.key} is ${showSize(least)}, more than ${max.key}, which is ${showSize(most)}`,
    `raise ${max.key} or lower ${min.key}`,
  );
}

/** A fraction that is negative, no number, or 1 and more after rounding. */
export function fractionOutsideRange(key: string, fraction: number): never {
  refuse(
    'fraction-outside-range',
    [key],
    [],
    `${key} is ${fraction} as a 32-bit number, outside 0 to 1; 1 itself is not allowed`,
    'write a fraction of at least 0 and below 1, such as 0.1',
  );
}

/** A process that is too small for its JVM alone. */
export function jvmExceedsProcess(
  options: ProcessOptions,
  process: Portion,
  metaspace: Portion,
  overhead: Portion,
): never {
  refuse(
    'jvm-exceeds-process',
    [options.process.key, options.metaspace.key, options.overhead.min.key],
    named({ metaspace, overhead, process }),
    `${addition({ metaspace, overhead })}, more than the ${list({ process })}`,
    `raise ${options.process.key}, or lower ${options.metaspace.key} or ${options.overhead.min.key}`,
  );
}

/** Two totals that leave less than nothing for the overhead of the JVM. */
export function flinkExceedsProcess(
  options: ProcessOptions,
  process: Portion,
  flink: Portion,
  metaspace: Portion,
): never {
  const flinkKeys = flink.origin.kind === 'configured' ? [flink.origin.key] : options.fineGrained.map(({ key }) => key);
  refuse(
    'flink-exceeds-process',
    [options.process.key, ...flinkKeys, options.metaspace.key],
    named({ flink, metaspace, process }),
    `${addition({ flink, metaspace })}, more than the ${list({ process })}`,
    `leave out ${options.process.key}, or raise it`,
  );
}

/** Two totals that leave an overhead outside its limits. */
export function overheadOutsideRange(
  { process, overhead: { min, max } }: ProcessOptions,
  bytes: bigint,
  least: bigint,
  most: bigint,
): never {
  outsideRange('overhead-outside-range', 'overhead', [process.key, min.key, max.key], [bytes, least, most]);
}

/** Components that leave a network memory outside its limits. */
export function networkOutsideRange(
  flinkKey: string,
  { min, max }: RangeOptions,
  bytes: bigint,
  least: bigint,
  most: bigint,
): never {
  outsideRange('network-outside-range', 'network', [flinkKey, min.key, max.key], [bytes, least, most]);
}

/** Components that do not fit into their total. */
export function partsExceedFlink(totalKey: string, parts: Portions, flink: Portion): never {
  refuse(
    'parts-exceed-flink',
    [totalKey, ...configuredKeys(parts)],
    named({ ...parts, flink }),
    `${addition(parts)}, more than the ${list({ flink })}`,
    `raise ${totalKey} or lower one of the components`,
  );
}

/** A number of network buffers beside sizes that leave another network memory. */
export function networkBuffersDiffer(key: string, network: bigint, buffers: bigint): never {
  refuse(
    'network-buffers-differ',
    [key],
    [
      { name: 'network', bytes: network },
      { name: 'buffers', bytes: buffers },
    ],
    `${key} asks for ${showSize(buffers)}, but the other components leave ${showSize(network)} for the network`,
    `leave out ${key}`,
  );
}

/** A negative number of network buffers. */
export function buffersNegative(key: string, buffers: bigint): never {
  refuse('buffers-negative', [key], [], `${key} is ${buffers}, less than 0`, `leave out ${key}`);
}

/** A size of which no network buffers can be made. */
export function segmentSizeUnusable(key: string, bytes: bigint): never {
  refuse(
    'segment-size-unusable',
    [key],
    [{ name: 'segment', bytes }],
    `${key} is ${showSize(bytes)}, which is not a power of two from 4096 bytes to 1 GiB`,
    'write such a size: 32k is the default',
  );
}

/** A JobManager whose off-heap memory is all there is, or more. */
export function offHeapLeavesNoHeap(
  options: ProcessOptions,
  offHeapKey: string,
  flink: Portion,
  offHeap: Portion,
): never {
  const total = flink.origin.kind === 'rest' ? options.process.key : options.flink.key;
  refuse(
    'off-heap-leaves-no-heap',
    [total, offHeapKey],
    named({ flink, offHeap }),
    `${list({ flink })} is not more than ${list({ offHeap })}, so nothing is left for the heap`,
    `raise ${total} or lower ${offHeapKey}`,
  );
}

/** A JobManager with three sizes of which two would do, and that do not add up. */
export function heapAndOffHeapDiffer(keys: readonly string[], flink: Portion, heap: Portion, offHeap: Portion): never {
  refuse(
    'heap-and-off-heap-differ',
    keys,
    named({ heap, offHeap, flink }),
    `${addition({ heap, offHeap })}, not the ${list({ flink })}`,
    `leave out one of ${keys.join(', ')}`,
  );
}

/** A JobManager whose heap is more than its total. */
export function heapExceedsFlink(flinkKey: string, heapKey: string, flink: Portion, heap: Portion): never {
  refuse(
    'heap-exceeds-flink',
    [heapKey, flinkKey],
    named({ heap, flink }),
    `${list({ heap })} is more than the ${list({ flink })}`,
    `leave out ${heapKey} or ${flinkKey}`,
  );
}

/** A negative heap of the oldest kind. */
export function legacyHeapNegative({ key }: MemoryOption, mebibytes: bigint, { key: newer }: MemoryOption): never {
  refuse('legacy-heap-negative', [key], [], `${key} is ${mebibytes}, less than 0`, `write ${newer} instead`);
}

/** No CPU cores, or no slots to count them by. */
export function cpuNotPositive(key: string, cores: number): never {
  refuse(
    'cpu-not-positive',
    [key],
    [],
    `${key} is ${cores}, but a TaskManager needs more than 0 CPU cores`,
    'write a positive number',
  );
}

/** Components whose sum overflows. */
export function sumTooLarge(parts: Portions): never {
  refuse('too-large', configuredKeys(parts), named(parts), `${list(parts)} ${TOO_LARGE}`, 'write smaller sizes');
}

/** A share that overflows, as the inverse of a fraction close to 1 can make it. */
export function productTooLarge(key: string, bytes: bigint, factor: number): never {
  refuse(
    'too-large',
    [key],
    [{ name: 'base', bytes }],
    `${showSize(bytes)} times ${factor} ${TOO_LARGE}`,
    `lower ${key}`,
  );
}

function outsideRange(
  id: MemoryRefusalId,
  part: 'overhead' | 'network',
  keys: readonly [string, string, string],
  sizes: readonly [bigint, bigint, bigint],
): never {
  const [total, min, max] = keys;
  const [bytes, least, most] = sizes;
  refuse(
    id,
    keys,
    [
      { name: PORTION_NAMES[part], bytes },
      { name: 'minimum', bytes: least },
      { name: 'maximum', bytes: most },
    ],
    `${total} and the sizes beside it leave ${showSize(bytes)} for the ${PORTION_NAMES[part]}, outside ${showSize(least)} to ${showSize(most)}`,
    `leave out one of the sizes, or change ${min} or ${max}`,
  );
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

function refuse(
  id: MemoryRefusalId,
  keys: readonly string[],
  sizes: readonly NamedSize[],
  text: string,
  fix: string,
): never {
  throw new MemoryRefused({ id, keys, sizes, text, fix });
}
