'use strict';
// The jars of Flink's distributions. They contain the entry point of standalone applications, which is in no Maven
// module.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { distributionOf, lineOf } = require('../flink/artifacts');
const { fetchDistribution, jarsBelow } = require('../flink/resolve');

// Before 1.13, the Python package of Flink contained the distribution, for the Python releases of its time. These are
// the last patch releases that were published.
const WHEELS = { 1.11: '1.11.4', 1.12: '1.12.5' };
const PYTHON_OF_ITS_TIME = [
  '--python-version',
  '3.7',
  '--platform',
  'manylinux1_x86_64',
  '--implementation',
  'cp',
  '--abi',
  'cp37m',
];

function run(command, args) {
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error || status !== 0) throw error ?? new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
}

function fetchWheel(directory, version) {
  fs.mkdirSync(directory, { recursive: true });
  run('python3', [
    '-m',
    'pip',
    '-q',
    'download',
    '--no-deps',
    '--only-binary',
    ':all:',
    ...PYTHON_OF_ITS_TIME,
    '-d',
    directory,
    `apache-flink==${version}`,
  ]);
  for (const wheel of fs.readdirSync(directory).filter((name) => name.endsWith('.whl'))) {
    run('unzip', ['-q', '-o', path.join(directory, wheel), 'pyflink/lib/*', '-d', directory]);
    fs.rmSync(path.join(directory, wheel));
  }
}

/** The jars in the `lib/` of a release, which is fetched once. */
function distributionJars(work, version) {
  const requirement = distributionOf(version);
  // The option catalogue stores distributions there, too; the modules that it fetches from Maven are elsewhere.
  const directory =
    requirement === undefined ? path.join(work, 'wheels', version) : path.join(work, version, 'distribution');
  if (jarsBelow(directory).length === 0) {
    if (requirement === undefined) fetchWheel(directory, WHEELS[lineOf(version)]);
    else fetchDistribution(work, directory, requirement);
  }
  return jarsBelow(directory).filter((jar) => path.basename(path.dirname(jar)) === 'lib');
}

module.exports = { distributionJars };
