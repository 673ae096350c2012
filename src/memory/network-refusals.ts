import { refuse } from './refusal';
import { showSize } from './show-size';

/** Refusals of numbers and sizes of network buffers. */

/** A number of network buffers that differs from the network memory that the other sizes leave. */
export function networkBuffersDiffer(key: string, network: bigint, buffers: bigint): never {
  refuse({
    id: 'network-buffers-differ',
    keys: [key],
    sizes: [
      { name: 'network', bytes: network },
      { name: 'buffers', bytes: buffers },
    ],
    text: `${key} needs ${showSize(buffers)}, but the other components leave ${showSize(network)} for the network`,
    fix: `remove ${key}`,
  });
}

/** A negative number of network buffers. */
export function buffersNegative(key: string, buffers: bigint): never {
  refuse({ id: 'buffers-negative', keys: [key], text: `${key} is ${buffers}, less than 0`, fix: `remove ${key}` });
}

/** A size that is not valid for network buffers. */
export function segmentSizeUnusable(key: string, bytes: bigint): never {
  refuse({
    id: 'segment-size-unusable',
    keys: [key],
    sizes: [{ name: 'segment', bytes }],
    text: `${key} is ${showSize(bytes)}, which is not a power of two from 4096 bytes to 1 GiB`,
    fix: 'write such a size: 32k is the default',
  });
}
