'use strict';

// node edge-cases.js [versions] > cases.jsonl: the cases for which test/fixtures/memory/edge.jsonl contains Flink's
// answers.
const T = 'taskmanager.memory.';
const J = 'jobmanager.memory.';
const LONG = '9223372036854775807';
const HUGE = '8000000000000000000';

const cases = [];
const add = (tag, role, conf) => cases.push({ tag, role, conf });
const tm = (tag, conf) => add(tag, 'tm', conf);
const jm = (tag, conf) => add(tag, 'jm', conf);

// Starting points, which determine the other components in different ways.
const TM_BASES = [
  {},
  { [`${T}process.size`]: '2g' },
  { [`${T}flink.size`]: '1g' },
  { [`${T}task.heap.size`]: '300m', [`${T}managed.size`]: '300m' },
  { [`${T}task.heap.size`]: '300m', [`${T}managed.size`]: '300m', [`${T}flink.size`]: '1g' },
  { [`${T}task.heap.size`]: '300m', [`${T}flink.size`]: '1g' },
  { [`${T}task.heap.size`]: '500m', [`${T}process.size`]: '2g' },
  { [`${T}process.size`]: '2g', [`${T}flink.size`]: '1g' },
  { [`${T}process.size`]: '1g', [`${T}flink.size`]: '1g' },
  { [`${T}process.size`]: '400m' },
];
const JM_BASES = [
  {},
  { [`${J}process.size`]: '2g' },
  { [`${J}flink.size`]: '1g' },
  { [`${J}heap.size`]: '1g' },
  { [`${J}heap.size`]: '1g', [`${J}flink.size`]: '2g' },
  { [`${J}process.size`]: '2g', [`${J}flink.size`]: '1g' },
  { [`${J}process.size`]: '1g', [`${J}flink.size`]: '1g' },
  { [`${J}process.size`]: '400m' },
  { [`${J}heap.size`]: '1g', [`${J}flink.size`]: '512m' },
];
const OVERHEAD_FAULTS = (prefix) => [
  { [`${prefix}jvm-overhead.fraction`]: '1' },
  { [`${prefix}jvm-overhead.fraction`]: 'x' },
  { [`${prefix}jvm-overhead.min`]: '2t' },
  { [`${prefix}jvm-overhead.min`]: 'x' },
  { [`${prefix}jvm-overhead.max`]: '1' },
  { [`${prefix}jvm-overhead.min`]: '2t', [`${prefix}jvm-overhead.max`]: '3t' },
  { [`${prefix}jvm-metaspace.size`]: '9t' },
  { [`${prefix}jvm-metaspace.size`]: 'x' },
];
const TM_FAULTS = [
  { [`${T}network.min`]: '2t' },
  { [`${T}network.max`]: '1' },
  { [`${T}network.fraction`]: '1' },
  { [`${T}network.min`]: '2t', [`${T}network.max`]: '3t' },
  { [`${T}network.max`]: 'x' },
  { [`${T}managed.fraction`]: '1' },
  { [`${T}managed.size`]: 'x' },
  { [`${T}task.heap.size`]: 'x' },
  { [`${T}task.off-heap.size`]: '9t' },
  { [`${T}framework.heap.size`]: 'x' },
  { [`${T}framework.off-heap.size`]: 'x' },
  { 'taskmanager.cpu.cores': '0' },
  { 'taskmanager.numberOfTaskSlots': 'x' },
  { [`${T}process.size`]: 'x' },
  { [`${T}flink.size`]: 'x' },
  ...OVERHEAD_FAULTS(T),
];
const JM_FAULTS = [
  { [`${J}off-heap.size`]: '9t' },
  { [`${J}off-heap.size`]: 'x' },
  { [`${J}heap.size`]: 'x' },
  { [`${J}enable-jvm-direct-memory-limit`]: 'x' },
  { [`${J}process.size`]: 'x' },
  { [`${J}flink.size`]: 'x' },
  ...OVERHEAD_FAULTS(J),
];

// A single fault, or two faults, which shows the one that Flink reports first. A fixture contains only some of the
// combinations.
const STEP = 7;
const NEXT = 5;
function faults(role, bases, list) {
  bases.forEach((base, row) =>
    list.forEach((fault, column) => {
      const turn = (column + row * 3) % STEP;
      if (turn === 0) add('fault', role, { ...base, ...fault });
      if (turn === 3 || turn === 5)
        add('fault', role, { ...base, ...list[(column * NEXT + row + 1) % list.length], ...fault });
    }),
  );
}

for (const size of [
  '447m',
  '448m',
  '981m',
  '982m',
  '1024m',
  '1728m',
  '2048m',
  '4096m',
  '8192m',
  '16384m',
  '1t',
  '3333333333b',
])
  tm('golden', { [`${T}process.size`]: size });
for (const size of ['576m', '577m', '1024m', '1600m', '2048m', '4096m', '20g'])
  jm('golden', { [`${J}process.size`]: size });
tm('arguments', { [`${T}process.size`]: '1728m' });
tm('arguments', {
  [`${T}process.size`]: '4g',
  'taskmanager.numberOfTaskSlots': '100',
  [`${T}task.off-heap.size`]: '1g',
});
jm('arguments', { [`${J}process.size`]: '1600m' });
jm('arguments', { [`${J}process.size`]: '1600m', [`${J}enable-jvm-direct-memory-limit`]: 'TRUE' });
jm('arguments', { [`${J}process.size`]: '1600m', [`${J}enable-jvm-direct-memory-limit`]: 'fal\u017fe' });
jm('arguments', { [`${J}process.size`]: '1600m', [`${J}enable-jvm-direct-memory-limit`]: ' true' });
for (const cores of [
  '1',
  '100',
  '1e7',
  '1e-4',
  '1e-9',
  '0.123456789',
  '12345678',
  '1e22',
  '0x1p1',
  ' 2.50 ',
  'NaN',
  '1e400',
  '1e-400',
  '-1',
  '3d',
  '3L',
]) {
  tm('cpu', { [`${T}process.size`]: '2g', 'taskmanager.cpu.cores': cores });
}
for (const slots of ['0', '-1', '+3', '٣', '2147483648', '1 ', '']) {
  tm('cpu', { [`${T}process.size`]: '2g', 'taskmanager.numberOfTaskSlots': slots });
  tm('cpu', { [`${T}process.size`]: '2g', 'taskmanager.numberOfTaskSlots': slots, 'taskmanager.cpu.cores': '1' });
}
for (const text of [
  '1\u212a',
  '1\u0130',
  '\u00011m\u0001',
  '1\u0001m',
  '1\u00a0m',
  '\u00a01m',
  '1\u0000',
  '٣m',
  `${'0'.repeat(29)}1m`,
  '9007199254740992k',
  '8589934592g',
  '1.5g',
  '2Gi',
  '',
  ' ',
  '+1g',
  '1 2 m',
  '1 MeBiBytes',
]) {
  tm('size', { [`${T}process.size`]: '2g', [`${T}task.off-heap.size`]: text });
}
for (const text of [
  '0.99999997',
  '0.99999998',
  '1e-46',
  '-0.0',
  '0x1.fffffep-1',
  '0x1.ffffffp-1',
  '0xp1',
  '0x1',
  '.5',
  '5.e-1',
  '.',
  '1e',
  '0.1d',
  '0.1ff',
  'NaN',
  'nan',
  '-Infinity',
  '\t0.2\u0001',
  '\u00a00.2',
  '0.10000000521540641784667968750',
  '0.1000000052154064178466796875000000000000000001',
  '0.1000000052154064178466796874',
  '1e-999999999999',
  '1e99999999999',
  '0e99999999999',
  '0X1P-3f',
  '0,1',
  '10%',
  '',
]) {
  tm('fraction', {
    [`${T}task.heap.size`]: '8t',
    [`${T}managed.size`]: '20t',
    [`${T}network.min`]: '0',
    [`${T}network.fraction`]: text,
  });
}
for (const buffers of ['2048', '0', '-1', '2147483647', '2147483648', 'x']) {
  tm('buffers', { [`${T}process.size`]: '2g', 'taskmanager.network.numberOfBuffers': buffers });
  tm('buffers', {
    [`${T}flink.size`]: '520m',
    [`${T}task.heap.size`]: '100m',
    [`${T}managed.size`]: '100m',
    'taskmanager.network.numberOfBuffers': buffers,
  });
}
for (const segment of ['4k', '4095', '48k', '1073741824', '2g', 'x']) {
  tm('buffers', {
    [`${T}task.heap.size`]: '100m',
    [`${T}managed.size`]: '100m',
    'taskmanager.network.numberOfBuffers': '2048',
    [`${T}segment-size`]: segment,
  });
}
tm('buffers', {
  [`${T}process.size`]: '2g',
  'taskmanager.network.numberOfBuffers': 'x',
  'taskmanager.network.memory.min': '64m',
});
for (const [name, value] of [
  ['size', '1g'],
  ['size', 'x'],
  ['size', '0'],
  ['mb', '1024'],
  ['mb', '-5'],
  ['mb', 'x'],
  ['mb', '٣٣٣'],
]) {
  for (const base of [
    {},
    { [`${T}process.size`]: '2g' },
    { [`${T}flink.size`]: '1g' },
    { [`${T}task.heap.size`]: '300m', [`${T}managed.size`]: 'x' },
    { 'taskmanager.heap.mb': '700' },
  ]) {
    tm('legacy', { ...base, [`taskmanager.heap.${name}`]: value });
  }
  for (const base of [{}, { [`${J}process.size`]: '2g' }, { [`${J}heap.size`]: '1g' }, { [`${J}flink.size`]: '1152m' }])
    jm('legacy', { ...base, [`jobmanager.heap.${name}`]: value });
}
for (const conf of [
  { [`${T}process.size`]: '2g', 'taskmanager.memory.size': '300m' },
  { [`${T}process.size`]: '2g', 'taskmanager.memory.size': 'x', [`${T}managed.size`]: '400m' },
  { [`${T}process.size`]: '2g', 'taskmanager.memory.size': 'x' },
  { [`${T}task.heap.size`]: '1g', 'taskmanager.memory.size': '1g' },
  { [`${T}process.size`]: '2g', 'taskmanager.network.memory.fraction': '0.2' },
  { [`${T}process.size`]: '2g', 'taskmanager.network.memory.min': '300m' },
  { [`${T}process.size`]: '2g', 'taskmanager.network.memory.max': '70m' },
  { [`${T}process.size`]: '2g', 'taskmanager.memory.fraction': 'x' },
])
  tm('alias', conf);
for (const name of ['process', 'flink', 'task.heap', 'managed', 'task.off-heap', 'jvm-metaspace']) {
  for (const base of [TM_BASES[2], TM_BASES[3], { [`${T}flink.size`]: LONG }, { [`${T}process.size`]: LONG }])
    tm('overflow', { ...base, [`${T}${name}.size`]: name === 'managed' ? HUGE : LONG });
}
for (const name of ['process', 'flink', 'heap', 'off-heap', 'jvm-metaspace']) {
  for (const base of [JM_BASES[2], JM_BASES[3], { [`${J}flink.size`]: LONG, [`${J}process.size`]: LONG }])
    jm('overflow', { ...base, [`${J}${name}.size`]: LONG });
}
tm('overflow', {
  [`${T}task.heap.size`]: LONG,
  [`${T}managed.size`]: '0',
  [`${T}framework.heap.size`]: '0',
  [`${T}framework.off-heap.size`]: '0',
  'taskmanager.cpu.cores': 'x',
});
tm('overflow', { [`${T}flink.size`]: '9223372035512598527', [`${T}network.max`]: '1g', 'taskmanager.cpu.cores': '0' });
tm('overflow', { [`${T}flink.size`]: '9223372035512598528', [`${T}network.max`]: '1g', 'taskmanager.cpu.cores': '0' });
jm('both', { [`${J}heap.size`]: '1g', [`${J}flink.size`]: '1152m', [`${J}off-heap.size`]: '128m' });
jm('both', { [`${J}heap.size`]: '1g', [`${J}flink.size`]: '1152m', [`${J}off-heap.size`]: '127m' });
jm('both', { [`${J}heap.size`]: '1152m', [`${J}flink.size`]: '1152m' });
for (const size of ['127m', '128m', '134217729']) jm('both', { [`${J}flink.size`]: size });
for (const size of ['1727m', '1728m', '2560m', '2561m'])
  tm('both', { [`${T}process.size`]: size, [`${T}flink.size`]: '1280m' });
for (const size of ['64m', '67108863', '63m'])
  tm('both', {
    [`${T}task.heap.size`]: '100m',
    [`${T}managed.size`]: '100m',
    [`${T}flink.size`]: '520m',
    [`${T}network.min`]: size,
    [`${T}network.max`]: '64m',
  });
faults('tm', TM_BASES, TM_FAULTS);
faults('jm', JM_BASES, JM_FAULTS);

tm('resources', {
  [`${T}process.size`]: '2g',
  'external-resources': 'gpu;fpga',
  'external-resource.gpu.amount': '2',
  'external-resource.fpga.amount': '1',
});
for (const list of [
  'none',
  'NONE',
  'gpu',
  'gpu;none',
  '',
  ' gpu ',
  '[gpu, fpga]',
  '"gpu"',
  'fpga;gpu;fpga',
  'Aa;BB;C',
  Array.from({ length: 14 }, (_, n) => `r${n}`).join(';'),
]) {
  tm('resources', {
    [`${T}process.size`]: '2g',
    'external-resources': list,
    ...Object.fromEntries(
      ['gpu', 'fpga', 'none', 'Aa', 'BB', 'C', 'r3', 'r11', 'r13'].map((name) => [
        `external-resource.${name}.amount`,
        '3',
      ]),
    ),
  });
}
for (const amount of ['0', '-1', '9223372036854775807', '9223372036854775808', 'x', '', ' 1', '+1']) {
  tm('resources', { [`${T}process.size`]: '2g', 'external-resources': 'gpu', 'external-resource.gpu.amount': amount });
}
tm('resources', { [`${T}process.size`]: '2g', 'external-resources': "'gpu", 'taskmanager.cpu.cores': '0' });
tm('resources', {
  [`${T}process.size`]: '2g',
  'external-resources': 'gpu',
  'external-resource.gpu.amount': 'x',
  'taskmanager.cpu.cores': '0',
});
tm('resources', { [`${T}process.size`]: '1', 'external-resources': 'gpu', 'external-resource.gpu.amount': 'x' });
tm('resources', { [`${T}process.size`]: '2g', 'external-resource.gpu.amount': 'x' });

exports.edgeCases = (versions) =>
  cases.flatMap((entry, index) => versions.map((v) => ({ id: `edge-${index}`, v, ...entry })));

if (require.main === module) {
  for (const entry of exports.edgeCases((process.argv[2] ?? '2.2.1').split(','))) console.log(JSON.stringify(entry));
}
