import { readRange, rest, shareBeside, shareOf } from './arithmetic';
import { buffersNegative, networkBuffersDiffer, segmentSizeUnusable } from './network-refusals';
import { type OptionReader } from './option-reader';
import { isAtLeast, networkOptions, TASK_MANAGER } from './options';
import { type Portion } from './portion';
import { networkOutsideRange } from './range-refusals';

const SMALLEST_SEGMENT = 4096n;
const SEGMENT_LIMIT = 2n ** 31n;
const POWER_OF_TWO = /^10*$/;

/** The network memory as a share of the total Flink memory. */
export function networkOf(reader: OptionReader, flink: bigint): Portion {
  return fromBuffers(reader) ?? shareOf('flink', flink, readRange(reader, networkOptions(reader.version)));
}

/** The network memory in addition to components whose sizes are set. */
export function networkBeside(reader: OptionReader, others: bigint): Portion {
  return fromBuffers(reader) ?? shareBeside('flink', others, readRange(reader, networkOptions(reader.version)));
}

/** The network memory that remains if the total and all other components are set. */
export function networkLeft(reader: OptionReader, flink: Portion, others: bigint): Portion {
  const network = rest('flink', flink, others);
  const buffers = fromBuffers(reader);
  if (buffers !== undefined) {
    return buffers.bytes === network.bytes
      ? network
      : networkBuffersDiffer(TASK_MANAGER.buffers.key, network.bytes, buffers.bytes);
  }
  const { least, most, options } = readRange(reader, networkOptions(reader.version));
  return network.bytes >= least && network.bytes <= most
    ? network
    : networkOutsideRange(totalKey(reader), options, { bytes: network.bytes, least, most });
}

/** The option that determines the total Flink memory. */
export function totalKey(reader: OptionReader): string {
  return (reader.isSet(TASK_MANAGER.flink) ? TASK_MANAGER.flink : TASK_MANAGER.process).key;
}

/** Up to 1.20, a number of buffers replaces the range if no part of the range is set. */
function fromBuffers(reader: OptionReader): Portion | undefined {
  if (isAtLeast(reader.version, 2, 0) || !reader.isSet(TASK_MANAGER.buffers)) {
    return undefined;
  }
  const { min, max, fraction } = networkOptions(reader.version);
  const buffers = [min, max, fraction].some((option) => reader.isSet(option))
    ? undefined
    : reader.integer(TASK_MANAGER.buffers);
  return buffers === undefined
    ? undefined
    : { bytes: bufferBytes(reader, buffers), origin: { kind: 'buffers', key: TASK_MANAGER.buffers.key } };
}

function bufferBytes(reader: OptionReader, buffers: bigint): bigint {
  const segment = reader.size(TASK_MANAGER.segment).bytes;
  if (segment < SMALLEST_SEGMENT || segment >= SEGMENT_LIMIT || !POWER_OF_TWO.test(segment.toString(2))) {
    segmentSizeUnusable(TASK_MANAGER.segment.key, segment);
  }
  return buffers >= 0n ? buffers * segment : buffersNegative(TASK_MANAGER.buffers.key, buffers);
}
