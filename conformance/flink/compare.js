'use strict';
/*
 * Runs a driver over a file of Flink's own answers and prints how many agree, with the first that do not.
 *
 *   node conformance/flink/compare.js config-read|config-write|values RESULTS [differences = 20]
 *
 * RESULTS has one case a line with the answer of Flink, a version each (`v`) or folded (`res`: a list of answers with their versions). For
 * config-write it is the output of write-cases.js, read by Flink. Exits with 1 when anything differs.
 */
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const path = require('node:path');

const [driver, file, most = '20'] = process.argv.slice(2);
const ANSWERS = ['map', 'ok', 'err', 'typed', 'flat', 'print', 'printErr', 'flatErr', 'nestedErr', 'nestedOut', 'rewriteDiff', 'toMapDiff'];

function unfold({ res, ...question }) {
  return res === undefined ? [question] : res.flatMap(({ v, ...answer }) => v.map((version) => ({ ...question, v: version, ...answer })));
}

function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, ordered(value[key])]));
}

function ask(cases) {
  const input = cases.map((question) => {
    const asked = { ...question };
    for (const name of driver === 'config-write' ? [...ANSWERS, 'text', 'refused'] : ANSWERS) delete asked[name];
    return JSON.stringify(asked);
  }).join('\n');
  const { stdout, stderr, status } = spawnSync(path.join(__dirname, '../bin', driver), { input: `${input}\n`, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${driver} ended with ${status}: ${stderr}`);
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
}

// Anchors in a list are numbered from the start of the process on, which a case does not know.
const print = (value) => JSON.stringify(ordered(value)).replace(/([&*]id)\d{3}/g, '$1');

/** The two texts that must be equal. */
const COMPARISONS = {
  'config-read': (flink, ours) => ['err' in flink ? 'refused' : print(flink.map), 'err' in ours ? 'refused' : print(ours.map)],
  values: (flink, ours) => ['err' in flink ? 'refused' : print(flink.ok), 'err' in ours ? 'refused' : print(ours.ok)],
  'config-write': (flink, ours) => {
    const read = 'err' in flink ? 'refused' : print(flink.map);
    if ('err' in ours) return read === print(flink.conf) ? ['another text carries it', 'refused'] : ['', ''];
    return ours.text === flink.text ? [read, print(flink.conf)] : [flink.text, ours.text];
  },
};

const cases = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').flatMap((line) => unfold(JSON.parse(line)));
const answers = ask(cases);
const differences = cases.flatMap((question, index) => {
  const [flink, ours] = COMPARISONS[driver](question, answers[index]);
  if (flink === ours && answers[index].id === question.id) return [];
  return [{ question, flink, ours: ours === 'refused' ? `refused: ${answers[index].err}` : ours }];
});
for (const { question, flink, ours } of differences.slice(0, Number(most))) {
  const { id, v, type, conf, text, yaml, legacy } = question;
  console.log(`${id} ${v} ${type ?? ''} ${JSON.stringify(text ?? yaml ?? legacy ?? conf)}\n  flink ${flink}\n  ours  ${ours}`);
}
console.log(`${cases.length - differences.length} passed, ${differences.length} failed`);
process.exitCode = differences.length === 0 ? 0 : 1;
