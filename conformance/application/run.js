'use strict';
/*
 * Lets the entry point of Flink's standalone applications, in every release, read the arguments and the configuration
 * that the library renders for random jobs, and checks that it would run the intended job.
 *
 *   node conformance/application/run.js [SEED = 1] [COUNT = 300] [VERSION…]
 *
 * Fetches Flink's distributions with pip into FLINK_CATALOGUE_WORK (about 4 GB for all releases). Requires a JDK and
 * unzip; prints SKIPPED and succeeds if one of them is missing.
 */
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { cases } = require('./cases');
const { differences } = require('./compare');
const { distributionJars } = require('./distribution');
const { ask, compileOracles, RELEASES, WORK } = require('../flink/flink');

const SHOWN = 20;

function main([seed = '1', count = '300', ...versions]) {
  const tool = ['python3', 'javac', 'java', 'unzip'].find(
    (command) => spawnSync(command, ['-version']).error !== undefined,
  );
  if (tool !== undefined) {
    console.log(`SKIPPED conformance:application: ${tool} is not installed`);
    return;
  }
  const classes = compileOracles(__dirname);
  let [passed, failed] = [0, 0];
  for (const version of versions.length > 0 ? versions : RELEASES) {
    const answers = ask(
      [classes, ...distributionJars(WORK, version)],
      'ApplicationOracle',
      cases(Number(seed), Number(count), version),
    );
    const wrong = answers.flatMap((answer) => {
      const found = differences(version, answer);
      return found.length === 0 ? [] : [`${answer.id} ${JSON.stringify(answer.args)}: ${found.join('; ')}`];
    });
    wrong.slice(0, SHOWN).forEach((line) => console.log(line));
    passed += answers.length - wrong.length;
    failed += wrong.length;
    const rejected = answers.filter(({ refused }) => refused !== undefined).length;
    console.log(`Flink ${version}: ${answers.length - wrong.length}/${answers.length}, ${rejected} of them rejected`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main(process.argv.slice(2));
