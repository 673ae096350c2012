import { type Conf, lookup, release } from './fixtures';
import { jobManagerProcess, taskManagerProcess } from '../../src/memory/derive';
import { type MemoryRefusal, type MemoryRefusalId } from '../../src/memory/refusal';

const T = 'taskmanager.memory';
const J = 'jobmanager.memory';

interface Row {
  readonly id: MemoryRefusalId;
  readonly conf: Conf;
  /** Options that are changed or removed so that Flink starts. */
  readonly neighbour: { readonly [key: string]: string | undefined };
  readonly keys: readonly string[];
  readonly sizes?: { readonly [name: string]: bigint };
  readonly text: string;
  readonly release?: string;
}

const MEBIBYTE = 1024n * 1024n;
const BUFFERS = 'taskmanager.network.numberOfBuffers';
const FINE = { [`${T}.task.heap.size`]: '100m', [`${T}.managed.size`]: '100m' };
const process = (size: string): Conf => ({ [`${T}.process.size`]: size });

const TASK_MANAGER: Row[] = [
  {
    id: 'nothing-configured',
    conf: { [`${T}.task.heap.size`]: '1g' },
    neighbour: { [`${T}.managed.size`]: '1g' },
    keys: [`${T}.process.size`, `${T}.flink.size`, `${T}.task.heap.size`, `${T}.managed.size`],
    text:
      `none of ${T}.process.size, ${T}.flink.size and ${T}.task.heap.size with ${T}.managed.size is set, ` +
      'so there is nothing to derive the memory from',
  },
  {
    id: 'size-unreadable',
    conf: process('2Gi'),
    neighbour: process('2g'),
    keys: [`${T}.process.size`],
    text: `${T}.process.size is "2Gi", which has a unit that Flink does not know`,
  },
  {
    id: 'size-unreadable',
    conf: process('-1g'),
    neighbour: process('1g'),
    keys: [`${T}.process.size`],
    text: `${T}.process.size is "-1g", which does not start with an integer`,
  },
  {
    id: 'size-unreadable',
    conf: process(' '),
    neighbour: process(' 1g '),
    keys: [`${T}.process.size`],
    text: `${T}.process.size is " ", which is empty`,
  },
  {
    id: 'size-unreadable',
    conf: process('8388608t'),
    neighbour: process('8388607t'),
    keys: [`${T}.process.size`],
    text: `${T}.process.size is "8388608t", which is more than 2^63-1 bytes`,
  },
  {
    id: 'size-unreadable',
    conf: { ...process('2g'), 'taskmanager.memory.size': '1.5g' },
    neighbour: { [`${T}.managed.size`]: '300m' },
    keys: ['taskmanager.memory.size'],
    text: 'taskmanager.memory.size is "1.5g", which has a unit that Flink does not know',
  },
  {
    id: 'fraction-unreadable',
    conf: { ...process('2g'), [`${T}.network.fraction`]: '10%' },
    neighbour: { [`${T}.network.fraction`]: '1e-1f' },
    keys: [`${T}.network.fraction`],
    text: `${T}.network.fraction is "10%", which is not a number`,
  },
  {
    id: 'fraction-outside-range',
    conf: { ...process('4g'), [`${T}.managed.fraction`]: '0.99999998' },
    neighbour: { [`${T}.managed.fraction`]: '0.7' },
    keys: [`${T}.managed.fraction`],
    text: `${T}.managed.fraction is 1 as a 32-bit number, outside 0 to 1; 1 itself is not allowed`,
  },
  {
    id: 'fraction-outside-range',
    conf: { ...process('4g'), [`${T}.jvm-overhead.fraction`]: 'NaN' },
    neighbour: { [`${T}.jvm-overhead.fraction`]: '0' },
    keys: [`${T}.jvm-overhead.fraction`],
    text: `${T}.jvm-overhead.fraction is NaN as a 32-bit number, outside 0 to 1; 1 itself is not allowed`,
  },
  {
    id: 'range-inverted',
    conf: { ...process('4g'), [`${T}.network.max`]: '63m' },
    neighbour: { [`${T}.network.max`]: '64m' },
    keys: [`${T}.network.min`, `${T}.network.max`],
    sizes: { minimum: 64n * MEBIBYTE, maximum: 63n * MEBIBYTE },
    text: `${T}.network.min is 64 MiB (67108864 bytes), more than ${T}.network.max, which is 63 MiB (66060288 bytes)`,
  },
  {
    id: 'jvm-exceeds-process',
    conf: process('447m'),
    neighbour: process('982m'),
    keys: [`${T}.process.size`, `${T}.jvm-metaspace.size`, `${T}.jvm-overhead.min`],
    sizes: { 'JVM metaspace': 256n * MEBIBYTE, 'JVM overhead': 192n * MEBIBYTE, 'total process': 447n * MEBIBYTE },
    text:
      'JVM metaspace 256 MiB (268435456 bytes) + JVM overhead 192 MiB (201326592 bytes) = ' +
      '448 MiB (469762048 bytes), more than the total process 447 MiB (468713472 bytes)',
  },
  {
    id: 'flink-exceeds-process',
    conf: { ...process('1535m'), [`${T}.flink.size`]: '1280m', [`${T}.jvm-overhead.min`]: '0' },
    neighbour: process('1536m'),
    keys: [`${T}.process.size`, `${T}.flink.size`, `${T}.jvm-metaspace.size`],
    sizes: { 'total Flink': 1280n * MEBIBYTE, 'JVM metaspace': 256n * MEBIBYTE, 'total process': 1535n * MEBIBYTE },
    text:
      'total Flink 1280 MiB (1342177280 bytes) + JVM metaspace 256 MiB (268435456 bytes) = ' +
      '1536 MiB (1610612736 bytes), more than the total process 1535 MiB (1609564160 bytes)',
  },
  {
    id: 'overhead-outside-range',
    conf: { ...process('1727m'), [`${T}.flink.size`]: '1280m' },
    neighbour: process('1728m'),
    keys: [`${T}.process.size`, `${T}.jvm-overhead.min`, `${T}.jvm-overhead.max`],
    sizes: { 'JVM overhead': 191n * MEBIBYTE, minimum: 192n * MEBIBYTE, maximum: 1024n * MEBIBYTE },
    text:
      `${T}.process.size and the other sizes leave 191 MiB (200278016 bytes) for the JVM overhead, ` +
      'outside 192 MiB (201326592 bytes) to 1 GiB (1073741824 bytes)',
  },
  {
    id: 'parts-exceed-flink',
    conf: process('981m'),
    neighbour: process('982m'),
    keys: [`${T}.process.size`],
    sizes: {
      'framework heap': 128n * MEBIBYTE,
      'framework off-heap': 128n * MEBIBYTE,
      'task off-heap': 0n,
      managed: 223556406n,
      network: 64n * MEBIBYTE,
      'total Flink': 533n * MEBIBYTE,
    },
    text:
      'framework heap 128 MiB (134217728 bytes) + framework off-heap 128 MiB (134217728 bytes) + ' +
      'task off-heap 0 bytes + managed ~213.2 MiB (223556406 bytes) + network 64 MiB (67108864 bytes) = ' +
      '~533.2 MiB (559100726 bytes), more than the total Flink 533 MiB (558891008 bytes)',
  },
  {
    id: 'parts-exceed-flink',
    conf: { [`${T}.task.heap.size`]: '3g', [`${T}.flink.size`]: '2g', [`${T}.managed.size`]: '0' },
    neighbour: { [`${T}.flink.size`]: '4g' },
    keys: [`${T}.flink.size`, `${T}.task.heap.size`, `${T}.managed.size`],
    text:
      'framework heap 128 MiB (134217728 bytes) + framework off-heap 128 MiB (134217728 bytes) + ' +
      'task off-heap 0 bytes + task heap 3 GiB (3221225472 bytes) + managed 0 bytes = 3328 MiB (3489660928 bytes), ' +
      'more than the total Flink 2 GiB (2147483648 bytes)',
  },
  {
    id: 'network-outside-range',
    conf: { ...FINE, [`${T}.flink.size`]: '519m' },
    neighbour: { [`${T}.flink.size`]: '520m' },
    keys: [`${T}.flink.size`, `${T}.network.min`, `${T}.network.max`],
    sizes: { network: 63n * MEBIBYTE, minimum: 64n * MEBIBYTE, maximum: 2n ** 63n - 1n },
    text:
      `${T}.flink.size and the other sizes leave 63 MiB (66060288 bytes) for the network, ` +
      'outside 64 MiB (67108864 bytes) to no limit (9223372036854775807 bytes)',
  },
  {
    id: 'network-outside-range',
    conf: { [`${T}.task.heap.size`]: '100m', ...process('4g') },
    neighbour: { [`${T}.task.heap.size`]: '900m' },
    release: '1.16',
    keys: [`${T}.process.size`, `${T}.network.min`, `${T}.network.max`],
    text:
      `${T}.process.size and the other sizes leave ~1702.23 MiB (1784927985 bytes) for the network, ` +
      'outside 64 MiB (67108864 bytes) to 1 GiB (1073741824 bytes)',
  },
  {
    id: 'network-buffers-differ',
    conf: { ...FINE, [`${T}.flink.size`]: '520m', [BUFFERS]: '2047' },
    neighbour: { [BUFFERS]: '2048' },
    release: '1.20',
    keys: [BUFFERS],
    sizes: { network: 64n * MEBIBYTE, buffers: 67076096n },
    text:
      `${BUFFERS} needs 65504 KiB (67076096 bytes), ` +
      'but the other components leave 64 MiB (67108864 bytes) for the network',
  },
  {
    id: 'buffers-negative',
    conf: { ...process('2g'), [BUFFERS]: '-1' },
    neighbour: { [BUFFERS]: '0' },
    release: '1.20',
    keys: [BUFFERS],
    text: `${BUFFERS} is -1, less than 0`,
  },
  {
    id: 'number-unreadable',
    conf: { ...process('2g'), [BUFFERS]: '2k' },
    neighbour: { 'taskmanager.network.memory.min': '64m' },
    release: '1.20',
    keys: [BUFFERS],
    text: `${BUFFERS} is "2k", which is not an integer of 32 bits`,
  },
  {
    id: 'segment-size-unusable',
    conf: { ...process('2g'), [BUFFERS]: '9', [`${T}.segment-size`]: '2k' },
    neighbour: { [`${T}.segment-size`]: '4k' },
    release: '1.11',
    keys: [`${T}.segment-size`],
    sizes: { segment: 2048n },
    text: `${T}.segment-size is 2 KiB (2048 bytes), which is not a power of two from 4096 bytes to 1 GiB`,
  },
  {
    id: 'segment-size-unusable',
    conf: { ...process('2g'), [BUFFERS]: '0', [`${T}.segment-size`]: '2g' },
    neighbour: { [`${T}.segment-size`]: '1g' },
    release: '1.11',
    keys: [`${T}.segment-size`],
    text: `${T}.segment-size is 2 GiB (2147483648 bytes), which is not a power of two from 4096 bytes to 1 GiB`,
  },
  {
    id: 'legacy-heap-negative',
    conf: { 'taskmanager.heap.mb': '-1' },
    neighbour: { 'taskmanager.heap.mb': '1024' },
    release: '1.20',
    keys: ['taskmanager.heap.mb'],
    text: 'taskmanager.heap.mb is -1, less than 0',
  },
  {
    id: 'cpu-not-positive',
    conf: { ...process('2g'), 'taskmanager.cpu.cores': '-0.0' },
    neighbour: { 'taskmanager.cpu.cores': '1e-9' },
    keys: ['taskmanager.cpu.cores'],
    text: 'taskmanager.cpu.cores is 0, but a TaskManager needs more than 0 CPU cores',
  },
  {
    id: 'cpu-not-positive',
    conf: { ...process('2g'), 'taskmanager.numberOfTaskSlots': '0' },
    neighbour: { 'taskmanager.cpu.cores': '1' },
    keys: ['taskmanager.numberOfTaskSlots'],
    text: 'taskmanager.numberOfTaskSlots is 0, but a TaskManager needs more than 0 CPU cores',
  },
  {
    id: 'number-unreadable',
    conf: { ...process('2g'), 'taskmanager.cpu.cores': '1,5' },
    neighbour: { 'taskmanager.cpu.cores': ' 1.5d' },
    keys: ['taskmanager.cpu.cores'],
    text: 'taskmanager.cpu.cores is "1,5", which is not a number',
  },
  {
    id: 'number-unreadable',
    conf: { ...process('2g'), 'taskmanager.cpu.cores': 'Infinity' },
    neighbour: { 'taskmanager.cpu.cores': '1e300' },
    keys: ['taskmanager.cpu.cores'],
    text: 'taskmanager.cpu.cores is "Infinity", which is not a finite number',
  },
  {
    id: 'number-unreadable',
    conf: { ...process('2g'), 'taskmanager.numberOfTaskSlots': '1.0', 'taskmanager.cpu.cores': '1' },
    neighbour: { 'taskmanager.numberOfTaskSlots': '+1' },
    release: '1.13',
    keys: ['taskmanager.numberOfTaskSlots'],
    text: 'taskmanager.numberOfTaskSlots is "1.0", which is not an integer of 32 bits',
  },
  {
    id: 'too-large',
    conf: { [`${T}.flink.size`]: '8388607t', [`${T}.jvm-metaspace.size`]: '1t' },
    neighbour: { [`${T}.jvm-metaspace.size`]: '1g' },
    keys: [`${T}.flink.size`, `${T}.jvm-metaspace.size`],
    sizes: { 'total Flink': 8388607n * MEBIBYTE * MEBIBYTE, 'JVM metaspace': MEBIBYTE * MEBIBYTE },
    text:
      'total Flink 8388607 TiB (9223370937343148032 bytes) + ' +
      'JVM metaspace 1 TiB (1099511627776 bytes) is more than the 2^63-1 bytes that Flink can count',
  },
  {
    id: 'too-large',
    conf: { [`${T}.flink.size`]: '4194304t', [`${T}.jvm-overhead.fraction`]: '0.9' },
    neighbour: { [`${T}.jvm-overhead.fraction`]: '0.5' },
    keys: [`${T}.jvm-overhead.fraction`],
    sizes: { base: 4194304n * MEBIBYTE * MEBIBYTE + 256n * MEBIBYTE },
    text:
      '~4194304 TiB (4611686018695823360 bytes) times 8.999997615814777 is more than the 2^63-1 bytes that Flink ' +
      'can count',
  },
];

const JOB_MANAGER: Row[] = [
  {
    id: 'nothing-configured',
    conf: {},
    neighbour: { [`${J}.heap.size`]: '1m' },
    keys: [`${J}.process.size`, `${J}.flink.size`, `${J}.heap.size`],
    text:
      `none of ${J}.process.size, ${J}.flink.size and ${J}.heap.size is set, ` +
      'so there is nothing to derive the memory from',
  },
  {
    id: 'nothing-configured',
    conf: { 'jobmanager.heap.size': '1g' },
    neighbour: { [`${J}.heap.size`]: '1g' },
    release: '2.0',
    keys: [`${J}.process.size`, `${J}.flink.size`, `${J}.heap.size`],
    text:
      `none of ${J}.process.size, ${J}.flink.size and ${J}.heap.size is set, ` +
      'so there is nothing to derive the memory from',
  },
  {
    id: 'boolean-unreadable',
    conf: { [`${J}.heap.size`]: '1g', [`${J}.enable-jvm-direct-memory-limit`]: 'yes' },
    neighbour: { [`${J}.enable-jvm-direct-memory-limit`]: 'True' },
    keys: [`${J}.enable-jvm-direct-memory-limit`],
    text: `${J}.enable-jvm-direct-memory-limit is "yes", which is neither true nor false`,
  },
  {
    id: 'off-heap-leaves-no-heap',
    conf: { [`${J}.process.size`]: '576m' },
    neighbour: { [`${J}.process.size`]: '577m' },
    keys: [`${J}.process.size`, `${J}.off-heap.size`],
    sizes: { 'total Flink': 128n * MEBIBYTE, 'off-heap': 128n * MEBIBYTE },
    text:
      'total Flink 128 MiB (134217728 bytes) is not more than off-heap 128 MiB (134217728 bytes), ' +
      'so nothing is left for the heap',
  },
  {
    id: 'off-heap-leaves-no-heap',
    conf: { [`${J}.flink.size`]: '1g', [`${J}.off-heap.size`]: '1g' },
    neighbour: { [`${J}.off-heap.size`]: '1073741823' },
    keys: [`${J}.flink.size`, `${J}.off-heap.size`],
    text:
      'total Flink 1 GiB (1073741824 bytes) is not more than off-heap 1 GiB (1073741824 bytes), ' +
      'so nothing is left for the heap',
  },
  {
    id: 'heap-and-off-heap-differ',
    conf: { [`${J}.flink.size`]: '1152m', [`${J}.heap.size`]: '1g', [`${J}.off-heap.size`]: '127m' },
    neighbour: { [`${J}.off-heap.size`]: '128m' },
    keys: [`${J}.flink.size`, `${J}.heap.size`, `${J}.off-heap.size`],
    sizes: { 'JVM heap': 1024n * MEBIBYTE, 'off-heap': 127n * MEBIBYTE, 'total Flink': 1152n * MEBIBYTE },
    text:
      'JVM heap 1 GiB (1073741824 bytes) + off-heap 127 MiB (133169152 bytes) = 1151 MiB (1206910976 bytes), ' +
      'not the total Flink 1152 MiB (1207959552 bytes)',
  },
  {
    id: 'heap-exceeds-flink',
    conf: { [`${J}.flink.size`]: '1g', [`${J}.heap.size`]: '1025m' },
    neighbour: { [`${J}.heap.size`]: '1024m' },
    keys: [`${J}.heap.size`, `${J}.flink.size`],
    sizes: { 'JVM heap': 1025n * MEBIBYTE, 'total Flink': 1024n * MEBIBYTE },
    text: 'JVM heap 1025 MiB (1074790400 bytes) is more than the total Flink 1 GiB (1073741824 bytes)',
  },
  {
    id: 'legacy-heap-negative',
    conf: { 'jobmanager.heap.mb': '-5' },
    neighbour: { 'jobmanager.heap.size': '1g' },
    release: '1.11',
    keys: ['jobmanager.heap.mb'],
    text: 'jobmanager.heap.mb is -5, less than 0',
  },
  {
    id: 'overhead-outside-range',
    conf: { 'jobmanager.heap.size': '1g', [`${J}.process.size`]: '1599m' },
    neighbour: { [`${J}.process.size`]: '1600m' },
    release: '1.20',
    keys: [`${J}.process.size`, `${J}.jvm-overhead.min`, `${J}.jvm-overhead.max`],
    text:
      `${J}.process.size and the other sizes leave 191 MiB (200278016 bytes) for the JVM overhead, ` +
      'outside 192 MiB (201326592 bytes) to 1 GiB (1073741824 bytes)',
  },
  {
    id: 'flink-exceeds-process',
    conf: { [`${J}.heap.size`]: '1g', [`${J}.process.size`]: '1407m' },
    neighbour: { [`${J}.process.size`]: undefined },
    keys: [`${J}.process.size`, `${J}.heap.size`, `${J}.jvm-metaspace.size`],
    text:
      'total Flink 1152 MiB (1207959552 bytes) + JVM metaspace 256 MiB (268435456 bytes) = ' +
      '1408 MiB (1476395008 bytes), more than the total process 1407 MiB (1475346432 bytes)',
  },
];

function refusal(role: 'tm' | 'jm', conf: Conf, line: string): MemoryRefusal | undefined {
  const derived = (role === 'tm' ? taskManagerProcess : jobManagerProcess)(lookup(conf), release(line));
  return 'refused' in derived ? derived.refused : undefined;
}

function changed(conf: Conf, change: Row['neighbour']): Conf {
  return Object.fromEntries(
    Object.entries({ ...conf, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

const rows = [
  ...TASK_MANAGER.map((row) => ({ ...row, role: 'tm' as const })),
  ...JOB_MANAGER.map((row) => ({ ...row, role: 'jm' as const })),
].map((row) => ({ ...row, given: JSON.stringify(row.conf) }));

test.each(rows)(
  '$id: $given is refused, and its neighbour is accepted',
  ({ id, role, conf, neighbour, keys, sizes, text, release: line = '2.3' }) => {
    const refused = refusal(role, conf, line);
    expect(refused).toMatchObject({ id, keys, text });
    expect(refused?.fix).toMatch(/^[a-z]/);
    if (sizes !== undefined) {
      expect(Object.fromEntries(refused!.sizes.map(({ name, bytes }) => [name, bytes]))).toEqual(sizes);
    }
    expect(refusal(role, changed(conf, neighbour), line)).toBeUndefined();
  },
);

test('every cause has a row', () => {
  const ids: { readonly [id in MemoryRefusalId]: true } = {
    'nothing-configured': true,
    'size-unreadable': true,
    'fraction-unreadable': true,
    'number-unreadable': true,
    'boolean-unreadable': true,
    'range-inverted': true,
    'fraction-outside-range': true,
    'jvm-exceeds-process': true,
    'flink-exceeds-process': true,
    'overhead-outside-range': true,
    'parts-exceed-flink': true,
    'network-outside-range': true,
    'network-buffers-differ': true,
    'buffers-negative': true,
    'segment-size-unusable': true,
    'off-heap-leaves-no-heap': true,
    'heap-and-off-heap-differ': true,
    'heap-exceeds-flink': true,
    'legacy-heap-negative': true,
    'cpu-not-positive': true,
    'too-large': true,
  };
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(Object.keys(ids)));
});

test('a string in a message is escaped and shortened', () => {
  const refused = refusal('tm', process(`2g\u202e${'x'.repeat(200)}`), '2.2');
  expect(refused?.text).toContain('"2g\\u202exxx');
  expect(refused!.text.length).toBeLessThan(200);
});
