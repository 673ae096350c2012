'use strict';
// Common code of the comparisons: cases from a file, and the answers of a driver in conformance/bin.
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const path = require('node:path');

/** Returns one case per version; a line that groups versions has them and their answers in `res`. */
function unfold({ res, ...question }) {
  return res === undefined
    ? [question]
    : res.flatMap(({ v, ...answer }) => v.map((version) => ({ ...question, v: version, ...answer })));
}

exports.readCases = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => unfold(JSON.parse(line)));

exports.askDriver = (driver, questions) => {
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const { status, stdout, stderr } = spawnSync(path.join(__dirname, '../bin', driver), {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`${driver} ended with ${status}: ${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};

/** Prints the first differences and the counts, and sets the exit code. */
exports.report = ({ total, differences }, most = 20) => {
  for (const difference of differences.slice(0, most)) console.log(difference);
  console.log(`${total - differences.length} passed, ${differences.length} failed`);
  process.exitCode = differences.length === 0 ? 0 : 1;
};
