'use strict';
/*
 * Selects recorded cases and Flink's answers for the tests: every third one of the designed cases, a different third
 * per release, and eight random cases.
 *
 *   node conformance/native/fixtures.js DIRECTORY      DIRECTORY: <version>.cases.jsonl and <version>.results.jsonl
 */
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { gzipSync } = require('node:zlib');

const RANDOM = 8;
const TARGET = join(__dirname, '../../test/fixtures/native');
const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function chosen(cases, offset) {
  const [random, designed] = [
    cases.filter(({ id }) => id.startsWith('rnd-')),
    cases.filter(({ id }) => !id.startsWith('rnd-')),
  ];
  return [...designed.filter((_, index) => (index + offset) % 3 === 0), ...random.slice(0, RANDOM)];
}

function answer({ requests: _, afterDeployError: __, error, taskManagerError, ...result }) {
  return error === undefined
    ? { ...result, ...(taskManagerError && { taskManagerError: true }) }
    : { id: result.id, flinkVersion: result.flinkVersion, error: true };
}

const [directory] = process.argv.slice(2);
readdirSync(directory)
  .filter((name) => name.endsWith('.cases.jsonl'))
  .sort()
  .forEach((name, index) => {
    const version = name.replace('.cases.jsonl', '');
    const answers = new Map(
      lines(join(directory, `${version}.results.jsonl`)).map((result) => [result.id, answer(result)]),
    );
    const text = chosen(lines(join(directory, name)), index)
      .map((test) => JSON.stringify([test, answers.get(test.id)]))
      .join('\n');
    writeFileSync(join(TARGET, `${version}.jsonl.gz`), gzipSync(text, { level: 9 }));
  });
