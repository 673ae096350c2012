'use strict';
/*
 * Keeps a choice of recorded cases and Flink's answers for the tests: of the cases made by hand every third one, another third in every release, and
 * eight random ones.
 *
 *   node conformance/native/fixtures.js FOLDER      FOLDER: <version>.cases.jsonl and <version>.results.jsonl
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
  const [random, made] = [
    cases.filter(({ id }) => id.startsWith('rnd-')),
    cases.filter(({ id }) => !id.startsWith('rnd-')),
  ];
  return [...made.filter((_, index) => (index + offset) % 3 === 0), ...random.slice(0, RANDOM)];
}

function answer({ requests: _, afterDeployError: __, error, taskManagerError, ...result }) {
  return error === undefined
    ? { ...result, ...(taskManagerError && { taskManagerError: true }) }
    : { id: result.id, flinkVersion: result.flinkVersion, error: true };
}

const [folder] = process.argv.slice(2);
readdirSync(folder)
  .filter((name) => name.endsWith('.cases.jsonl'))
  .sort()
  .forEach((name, index) => {
    const version = name.replace('.cases.jsonl', '');
    const answers = new Map(
      lines(join(folder, `${version}.results.jsonl`)).map((result) => [result.id, answer(result)]),
    );
    const text = chosen(lines(join(folder, name)), index)
      .map((test) => JSON.stringify([test, answers.get(test.id)]))
      .join('\n');
    writeFileSync(join(TARGET, `${version}.jsonl.gz`), gzipSync(text, { level: 9 }));
  });
