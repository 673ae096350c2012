'use strict';
/*
 * Asks real Flink, every release of the catalogue, what it makes of memory options, configuration files and option values, and compares with the library.
 *
 *   node conformance/flink/run.js [SEED = 2] [COUNT = 400] [VERSION…]
 *
 * COUNT random cases of each kind go to each release that can be asked, beside the fixed ones. Fetches Flink with Maven into FLINK_CATALOGUE_WORK
 * (about 1.5 GB for all releases) and needs a JDK; says so and ends well where one of the two is missing.
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

/** What is compared: the cases of one release, who answers them, and how the driver's answers are judged. */
const SUBJECTS = [
  {
    name: 'memory',
    oracle: 'MemoryOracle',
    cases: (...range) => [...edgeCases(range[2]), ...randomMemoryCases(...range)],
    judge: compareMemory,
  },
  {
    name: 'config-read',
    oracle: 'DialectOracle',
    cases: dialectCases,
    judge: (answers) => compare('config-read', answers),
  },
  {
    name: 'config-write',
    oracle: 'DialectOracle',
    cases: writeCases,
    judge: (answers) => compare('config-write', answers),
  },
  { name: 'values', oracle: 'ValueOracle', cases: valueCases, judge: (answers) => compare('values', answers) },
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
    const counts = SUBJECTS.map(({ name, oracle, cases, judge }) => {
      const { total, differences } = judge(ask(oracle, version, cases(Number(seed), Number(count), [version])));
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
