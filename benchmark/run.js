'use strict';

/**
 * Compares clusters of this library with the same manifests as hand-written ApiObjects, and with cdk8s-plus.
 *
 *   node benchmark/run.js [--quick] [--clusters=2000]
 *
 * Every run is a separate process. The candidates take turns, and ratios are medians over the rounds, because on a
 * shared machine only measurements at nearly the same time are comparable. Times are the CPU time of the whole process.
 */
const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { mkdtempSync, readFileSync, readdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { writeLiterals } = require('./literals');

const OURS = 'cdk8s-flink';
const FLOOR = 'ApiObject';
const PLUS = 'cdk8s-plus';

const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--clusters='))?.split('=')[1];
const ALL_ROUNDS = quick ? { 1: 3, 100: 3, 2000: 3 } : { 1: 15, 100: 9, 1000: 3, 2000: 7, 5000: 3 };
const ROUNDS = only === undefined ? ALL_ROUNDS : { [only]: ALL_ROUNDS[only] ?? 5 };
const IMPORT_ROUNDS = quick ? 9 : 25;

const directory = mkdtempSync(join(tmpdir(), 'cdk8s-flink-benchmark-'));
try {
  const failed = main();
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(directory, { recursive: true, force: true });
}

function main() {
  const literals = join(directory, 'literals.js');
  writeLiterals(literals, Math.max(...Object.keys(ROUNDS).map(Number)));
  const results = new Map(
    Object.entries(ROUNDS).map(([clusters, rounds]) => [Number(clusters), measure(Number(clusters), rounds, literals)]),
  );
  const rows = [...results].flatMap(([clusters, rounds]) => rowsOf(clusters, rounds));
  if (results.has(1000) && results.has(5000)) {
    rows.push(...[OURS, FLOOR, PLUS].map((candidate) => exponent(candidate, results)));
  }
  rows.push(importRow());
  print(rows);
  return rows.some(({ must, measured }) => must !== undefined && measured > must);
}

/** Runs all candidates once per round; each round starts with another one. */
function measure(clusters, rounds, literals) {
  const candidates = [OURS, FLOOR, PLUS];
  return Array.from({ length: rounds }, (_, round) => {
    const results = {};
    candidates.forEach((__, turn) => {
      const candidate = candidates[(round + turn) % candidates.length];
      progress(`${clusters} clusters, round ${round + 1} of ${rounds}, ${candidate}`);
      const outdir = join(directory, candidate);
      results[candidate] = child('render', candidate, String(clusters), outdir, literals);
      results[candidate].sha = checksum(outdir);
      rmSync(outdir, { recursive: true });
    });
    if (results[OURS].sha !== results[FLOOR].sha) {
      throw new Error(`${OURS} and ${FLOOR} do not write the same bytes`);
    }
    return results;
  });
}

function progress(text) {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r${text.padEnd(60)}\r`);
  }
}

function child(...args) {
  return JSON.parse(
    execFileSync(process.execPath, [join(__dirname, 'child.js'), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
}

function checksum(outdir) {
  const hash = createHash('sha256');
  readdirSync(outdir)
    .sort()
    .forEach((file) => hash.update(file).update(readFileSync(join(outdir, file))));
  return hash.digest('hex');
}

function rowsOf(clusters, rounds) {
  const of = (field, candidate) => median(rounds.map((round) => round[candidate][field]));
  const ratio = (field, a, b) => median(rounds.map((round) => round[a][field] / round[b][field]));
  const name = `${clusters} cluster${clusters === 1 ? '' : 's'}`;
  const gate = clusters === 2000 ? { must: 1.3, goal: 1.15 } : {};
  const memory = clusters === 5000 ? { must: 1.3, goal: 1.15 } : {};
  const costs = (candidate) =>
    [
      `${of('cpu', candidate).toFixed(0)} ms`,
      `${of('peak', candidate).toFixed(0)} MiB`,
      `${((of('work', candidate) / clusters) * 1000).toFixed(0)} µs per cluster`,
    ].join(', ');
  const rows = [
    { what: `${name}: CPU over ${FLOOR}`, measured: ratio('cpu', OURS, FLOOR), unit: '×', ...gate },
    { what: `${name}: CPU over ${PLUS}`, measured: ratio('cpu', OURS, PLUS), unit: '×' },
    { what: `${name}: peak memory over ${FLOOR}`, measured: ratio('peak', OURS, FLOOR), unit: '×', ...memory },
    ...[OURS, FLOOR, PLUS].map((candidate) => ({
      what: `${name}: ${candidate}`,
      text: costs(candidate),
    })),
  ];
  if (clusters === 1) {
    const first = median(rounds.map((round) => round[OURS].work - round[FLOOR].work));
    rows.push({ what: `first use over ${FLOOR}`, measured: first, unit: ' ms' });
    rows.push({
      what: 'constructs per cluster, in addition to its objects',
      text: `${rounds[0][OURS].constructs - rounds[0][FLOOR].constructs + 1}`,
    });
  }
  return rows;
}

function exponent(candidate, results) {
  const work = (clusters) => median(results.get(clusters).map((round) => round[candidate].work));
  return {
    what: `growth exponent 1000 → 5000: ${candidate}`,
    measured: Math.log(work(5000) / work(1000)) / Math.log(5),
    unit: '',
    must: candidate === OURS ? 1.05 : undefined,
  };
}

function importRow() {
  const differences = Array.from({ length: IMPORT_ROUNDS }, (_, round) => {
    progress(`import, round ${round + 1} of ${IMPORT_ROUNDS}`);
    const both = [() => child('import', 'cdk8s'), () => child('import', 'cdk8s', '..')];
    const first = both[round % 2]();
    const second = both[(round + 1) % 2]();
    return round % 2 === 0 ? second.cpu - first.cpu : first.cpu - second.cpu;
  });
  return { what: 'import over cdk8s', measured: median(differences), unit: ' ms', must: 15 };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function print(rows) {
  progress('');
  const shown = (value, unit) =>
    value === undefined ? '' : `${unit === ' ms' ? value.toFixed(1) : value.toFixed(2)}${unit}`;
  const table = [
    ['', 'measured', 'must', 'goal', 'verdict'],
    ...rows.map(({ what, text, measured, unit, must, goal }) => [
      what,
      text ?? shown(measured, unit),
      shown(must, unit),
      shown(goal, unit),
      verdict(measured, must, goal),
    ]),
  ];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  table.forEach((row) =>
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    ),
  );
}

function verdict(measured, must, goal) {
  if (must === undefined) {
    return '';
  }
  if (measured > must) {
    return 'MISSED';
  }
  return goal !== undefined && measured > goal ? 'met, goal missed' : 'met';
}
