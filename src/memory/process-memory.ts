import { readRange, rest, shareBeside, shareOf, sum } from './arithmetic';
import { type OptionReader } from './option-reader';
import { type ProcessOptions } from './options';
import { type Portion, type ProcessMemory } from './portion';
import { overheadOutsideRange } from './range-refusals';
import { flinkExceedsProcess, jvmExceedsProcess, nothingConfigured } from './total-refusals';

/** The division of the total Flink memory in one kind of process. */
export interface Division<P extends { readonly flink: Portion }> {
  /** Derives it from options that set every component that does not follow from others. */
  readonly fromFineGrained: (reader: OptionReader) => P;
  /** Derives it from a total that is set, or that remains of the process. */
  readonly fromTotal: (reader: OptionReader, flink: Portion) => P;
}

/** The memory of a process outside the total Flink memory. */
export type Jvm = Pick<ProcessMemory, 'process' | 'metaspace' | 'overhead'>;

/**
 * The memory of a process, from the first of three starting points that is set.
 *
 * @see `org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils`
 */
export function deriveProcess<P extends { readonly flink: Portion }>(
  reader: OptionReader,
  options: ProcessOptions,
  division: Division<P>,
): P & ProcessMemory {
  if (options.fineGrained.every((option) => reader.isSet(option))) {
    const parts = division.fromFineGrained(reader);
    return Object.assign(parts, jvmAround(reader, options, parts.flink));
  }
  const flink = reader.find(options.flink);
  if (flink !== undefined) {
    const parts = division.fromTotal(reader, flink);
    return Object.assign(parts, jvmAround(reader, options, flink));
  }
  const process = reader.find(options.process) ?? nothingConfigured(options);
  const jvm = jvmWithin(reader, options, process);
  return Object.assign(
    division.fromTotal(reader, rest('process', process, jvm.metaspace.bytes + jvm.overhead.bytes)),
    jvm,
  );
}

function jvmWithin(reader: OptionReader, options: ProcessOptions, process: Portion): Jvm {
  const metaspace = reader.size(options.metaspace);
  const overhead = shareOf('process', process.bytes, readRange(reader, options.overhead));
  if (sum({ metaspace, overhead }).bytes > process.bytes) {
    jvmExceedsProcess(options, process, { metaspace, overhead });
  }
  return { process, metaspace, overhead };
}

/** The memory of a JVM in addition to the total Flink memory; if the process is set too, its rest is the overhead. */
export function jvmAround(reader: OptionReader, options: ProcessOptions, flink: Portion): Jvm {
  const metaspace = reader.size(options.metaspace);
  const used = sum({ flink, metaspace }).bytes;
  const process = reader.find(options.process);
  if (process === undefined) {
    const overhead = shareBeside('process', used, readRange(reader, options.overhead));
    return { process: sum({ flink, metaspace, overhead }), metaspace, overhead };
  }
  if (process.bytes < used) {
    flinkExceedsProcess(options, process, { flink, metaspace });
  }
  const overhead = rest('process', process, used);
  const { least, most } = readRange(reader, options.overhead);
  if (overhead.bytes < least || overhead.bytes > most) {
    overheadOutsideRange(options.process.key, options.overhead, { bytes: overhead.bytes, least, most });
  }
  return { process, metaspace, overhead };
}
