'use strict';

// node compare-memory.js RESULTS: runs conformance/bin/memory over Flink's own answers, one case a line or folded by version, and counts.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { causeOf } = require('./memory/cause.js');

const SHOWN = 20;
const DRIVER = path.join(__dirname, '../bin/memory');

const lines = (text) => text.split('\n').filter((line) => line.trim() !== '');

// One case for each version; a folded line has them under `res`.
function unfold(line) {
  const { res, ...head } = JSON.parse(line);
  return res === undefined ? [head] : res.flatMap(({ v, ...result }) => v.map((version) => ({ ...head, v: version, ...result })));
}

function run(cases) {
  const input = cases.map(({ id, v, role, conf }) => JSON.stringify({ id, v, role, conf })).join('\n');
  const { status, stdout, stderr } = spawnSync(DRIVER, { input: `${input}\n`, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`the driver ended with ${status}: ${stderr}`);
  return lines(stdout).map((line) => JSON.parse(line));
}

// The pairs of `-D key=value` as a map, whichever form they come in.
function dynamicOptions(dyn) {
  return typeof dyn === 'string' ? Object.fromEntries([...dyn.matchAll(/-D (\S+?)=(\S*)/g)].map(([, key, value]) => [key, value])) : dyn;
}

// The fields of an answer that Flink's own has too, every dynamic option a field of its own.
function fields({ dyn, ...rest }) {
  const options = Object.entries(dynamicOptions(dyn) ?? {}).map(([key, value]) => [`-D ${key}`, value]);
  return new Map([...Object.entries(rest), ...options].filter(([name]) => !name.startsWith('bash')).map(([name, value]) => [name, String(value)]));
}

function differentFields(expected, got) {
  const [theirs, ours] = [fields(expected), fields(got)];
  const extra = expected.dyn === undefined ? [] : [...ours.keys()].filter((name) => name.startsWith('-D ') && !theirs.has(name));
  return [...[...theirs.keys()].filter((name) => theirs.get(name) !== ours.get(name)), ...extra]
    .map((name) => `${name}: Flink ${theirs.get(name)}, ours ${ours.get(name)}`);
}

// What differs, in a few words; an empty list when nothing does.
function differences(expected, got) {
  if (got === undefined || got.id !== expected.id || got.v !== expected.v) return ['no answer in this place'];
  if ((expected.ok === undefined) !== (got.ok === undefined)) return [got.ok === undefined ? `refused: ${got.err}` : 'accepted'];
  if (expected.ok === undefined) {
    const cause = Array.isArray(expected.err) ? causeOf(expected.err) : undefined;
    return cause === undefined || got.err.startsWith(`${cause}: `) ? [] : [`Flink's cause is ${cause}, ours ${got.err}`];
  }
  return differentFields(expected.ok, got.ok);
}

function main(file) {
  const cases = lines(fs.readFileSync(file, 'utf8')).flatMap(unfold);
  const answers = run(cases);
  const failed = cases.map((expected, index) => ({ expected, found: differences(expected, answers[index]) })).filter(({ found }) => found.length > 0);
  for (const { expected, found } of failed.slice(0, SHOWN)) {
    console.log(`${expected.id} ${expected.v} ${expected.role} ${JSON.stringify(expected.conf)}\n  ${found.join('\n  ')}`);
  }
  console.log(`${cases.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 && answers.length === cases.length ? 0 : 1;
}

main(process.argv[2]);
