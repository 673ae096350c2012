'use strict';
/*
 * Lets real Flink, in every release of the catalogue, evaluate memory options, configuration files and option values,
 * and compares its answers with those of the library.
 *
 *   node conformance/flink/run.js [SEED = 2] [COUNT = 400] [VERSION…]
 *
 * Each release evaluates COUNT random cases of each kind that it supports, in addition to the fixed cases. Fetches
 * Flink with Maven into FLINK_CATALOGUE_WORK (about 1.5 GB for all releases). Requires a JDK; prints SKIPPED and
 * succeeds if Maven or the JDK is missing.
 */
const { spawnSync } = require('node:child_process');
const { compare } = require('./compare');
const { dialectCases } = require('./dialect-cases');
const { connect, RELEASES } = require('./flink');
const { compareMemory } = require('./memory/compare');
const { edgeCases } = require('./memory/edge-cases');
const { randomMemoryCases } = require('./memory/random-cases');
const { valueCases } = require('./value-cases');
const { writeCases } = require('./write-cases');

const SHOWN = 20;

/**
 * The comparisons: the cases of a release, the oracle that answers them, and the comparison with the answers of the
 * driver.
 */
const SUBJECTS = [
  {
    name: 'memory',
    oracle: 'MemoryOracle',
    cases: (...range) => [...edgeCases(range[2]), ...randomMemoryCases(...range)],
    compareAnswers: compareMemory,
  },
  {
    name: 'config-read',
    oracle: 'DialectOracle',
    cases: dialectCases,
    compareAnswers: (answers) => compare('config-read', answers),
  },
  {
    name: 'config-write',
    oracle: 'DialectOracle',
    cases: writeCases,
    compareAnswers: (answers) => compare('config-write', answers),
  },
  { name: 'values', oracle: 'ValueOracle', cases: valueCases, compareAnswers: (answers) => compare('values', answers) },
];

function missing() {
  return ['mvn', 'javac', 'java'].find((command) => spawnSync(command, ['-version']).error !== undefined);
}

function main([seed = '2', count = '400', ...versions]) {
  const tool = missing();
  if (tool !== undefined) {
    console.log(`SKIPPED conformance:flink: ${tool} is not installed`);
    return;
  }
  const ask = connect();
  let [passed, failed] = [0, 0];
  for (const version of versions.length > 0 ? versions : RELEASES) {
    const counts = SUBJECTS.map(({ name, oracle, cases, compareAnswers }) => {
      const answers = ask(oracle, version, cases(Number(seed), Number(count), [version]));
      const { total, differences } = compareAnswers(answers);
      for (const difference of differences.slice(0, SHOWN)) console.log(difference);
      passed += total - differences.length;
      failed += differences.length;
      return `${name} ${total - differences.length}/${total}`;
    });
    console.log(`Flink ${version}: ${counts.join(', ')}`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main(process.argv.slice(2));
