'use strict';
/*
 * Random memory configurations, one JSON object per line: {id, v, role, conf}.
 *
 *   node conformance/flink/memory/random-cases.js SEED COUNT [versions]
 */
const { random } = require('../random');

const M = 2 ** 20;
const G = 2 ** 30;
const T = 'taskmanager.memory.';
const J = 'jobmanager.memory.';
const UNITS = [
  ['m', M],
  ['mb', M],
  [' mb', M],
  ['M', M],
  ['MB', M],
  [' MebiBytes', M],
  ['k', 1024],
  ['kb', 1024],
  ['', 1],
  ['b', 1],
  [' bytes', 1],
  ['kibibytes', 1024],
];
const RESOURCES = ['gpu', 'fpga', 'a', 'b', 'Aa', 'BB', 'tpu-v4', 'nic_0', 'disk'];

let r;

/** Formats a size in a random notation. */
function formatted(bytes) {
  if (bytes % G === 0 && r.chance(0.5)) return `${bytes / G}${r.pick(['g', 'gb', ' gb', 'G', 'gibibytes'])}`;
  const exact = UNITS.filter(([, unit]) => bytes % unit === 0);
  const [unit, factor] = r.chance(0.7) ? exact[0] : r.pick(exact);
  return `${bytes / factor}${unit}`;
}

// A size between two numbers of MiB, which is not always a multiple of a MiB.
const size = (low, high) => formatted(r.chance(0.8) ? r.int(low, high) * M : r.int(low * M, high * M));
const fraction = () =>
  r.pick([
    '0.0',
    '0.05',
    '0.1',
    '0.15',
    '0.2',
    '0.25',
    '0.3',
    '0.333',
    '0.4',
    '0.5',
    '0.7',
    '0.9',
    '1e-1',
    '.3',
    String(r.int(1, 99) / 100),
  ]);

function putter(conf) {
  return (key, make, share) => {
    if (r.chance(share)) conf[key] = make();
  };
}

function taskManagerTotals(conf) {
  const kind = r.int(0, 9);
  if (kind <= 3) {
    conf[`${T}process.size`] = size(700, r.pick([1400, 4000, 20000, 70000]));
  } else if (kind <= 6) {
    conf[`${T}flink.size`] = size(350, r.pick([1000, 4000, 20000]));
  } else if (kind === 7) {
    const flink = r.int(500, 4000);
    conf[`${T}flink.size`] = formatted(flink * M);
    conf[`${T}process.size`] = formatted((flink + r.int(200, 1400)) * M);
  } else {
    conf[`${T}task.heap.size`] = size(1, 2000);
    conf[`${T}managed.size`] = size(0, 2000);
    if (r.chance(0.5)) conf[`${T}flink.size`] = size(500, 6000);
    if (r.chance(0.3)) conf[`${T}process.size`] = size(900, 7000);
  }
  return kind <= 7;
}

function resources(conf) {
  const names = Array.from({ length: r.pick([1, 1, 2, 3, 5, 16]) }, (_, index) =>
    index < 3 ? r.pick(RESOURCES) : `r${index}`,
  );
  conf['external-resources'] = r.pick([
    names.join(';'),
    names.join(';'),
    `${names[0]};none`,
    'none',
    'NONE',
    '',
    `[${names.join(', ')}]`,
    ` ${names.join(' ; ')} `,
  ]);
  for (const name of names) {
    if (r.chance(0.85))
      conf[`external-resource.${name}.amount`] = r.pick([
        '1',
        '2',
        '8',
        '16',
        '0',
        '-1',
        '9223372036854775807',
        '+3',
        'x',
        '1.5',
        '',
      ]);
  }
}

function taskManager() {
  const conf = {};
  const put = putter(conf);
  if (taskManagerTotals(conf)) {
    put(`${T}task.heap.size`, () => size(1, 1200), 0.15);
    put(`${T}managed.size`, () => size(0, 900), 0.2);
  }
  for (const part of ['managed', 'network', 'jvm-overhead']) put(`${T}${part}.fraction`, fraction, 0.2);
  put(`${T}network.min`, () => size(0, 200), 0.15);
  put(`${T}network.max`, () => size(50, 3000), 0.15);
  put(`${T}jvm-overhead.min`, () => size(0, 400), 0.15);
  put(`${T}jvm-overhead.max`, () => size(100, 2000), 0.15);
  put(`${T}framework.heap.size`, () => size(0, 300), 0.1);
  put(`${T}framework.off-heap.size`, () => size(0, 300), 0.1);
  put(`${T}task.off-heap.size`, () => size(0, 300), 0.2);
  put(`${T}jvm-metaspace.size`, () => size(32, 700), 0.2);
  put('taskmanager.numberOfTaskSlots', () => String(r.int(1, 8)), 0.2);
  put('taskmanager.cpu.cores', () => r.pick(['1', '0.5', '2.0', '4', '1.75', '3.']), 0.15);
  if (r.chance(0.15)) resources(conf);
  return conf;
}

function jobManager() {
  const conf = {};
  const put = putter(conf);
  const kind = r.int(0, 6);
  if (kind <= 2) {
    conf[`${J}process.size`] = size(350, r.pick([1000, 4000, 40000]));
  } else if (kind <= 4) {
    conf[`${J}flink.size`] = size(100, r.pick([600, 4000, 20000]));
  } else if (kind === 5) {
    conf[`${J}heap.size`] = size(64, 4000);
    if (r.chance(0.4)) conf[`${J}flink.size`] = size(100, 4000);
  } else {
    const flink = r.int(200, 3000);
    conf[`${J}flink.size`] = formatted(flink * M);
    conf[`${J}process.size`] = formatted((flink + r.int(200, 1500)) * M);
  }
  put(`${J}heap.size`, () => size(64, 1500), 0.12);
  put(`${J}off-heap.size`, () => size(0, 400), 0.25);
  put(`${J}jvm-metaspace.size`, () => size(32, 500), 0.2);
  put(`${J}jvm-overhead.fraction`, fraction, 0.2);
  put(`${J}jvm-overhead.min`, () => size(0, 400), 0.15);
  put(`${J}jvm-overhead.max`, () => size(100, 2000), 0.15);
  put(`${J}enable-jvm-direct-memory-limit`, () => r.pick(['true', 'false', 'TRUE']), 0.15);
  return conf;
}

function randomCase() {
  return r.chance(0.66) ? { role: 'tm', conf: taskManager() } : { role: 'jm', conf: jobManager() };
}

exports.randomMemoryCases = (seed, count, versions) => {
  r = random(seed);
  const cases = Array.from({ length: count }, (_, n) => ({ id: `m${seed}-${n}`, ...randomCase() }));
  return cases.flatMap((entry) => versions.map((v) => ({ ...entry, v })));
};

if (require.main === module) {
  const [seed, count, versions = '1.13.6,1.17.2,1.20.5,2.2.1'] = process.argv.slice(2);
  for (const entry of exports.randomMemoryCases(Number(seed), Number(count), versions.split(',')))
    console.log(JSON.stringify(entry));
}
