'use strict';
// The jars of Flink's distributions, which hold the entry point of standalone applications; Maven has no module with it.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { distributionOf, lineOf } = require('../flink/artifacts');
const { fetchDistribution, jarsBelow } = require('../flink/resolve');

// Before 1.13 the distribution came with the Python package itself, for the Python of its time; the last patch that was published.
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

function fetchWheel(folder, version) {
  fs.mkdirSync(folder, { recursive: true });
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
    folder,
    `apache-flink==${version}`,
  ]);
  for (const wheel of fs.readdirSync(folder).filter((name) => name.endsWith('.whl'))) {
    run('unzip', ['-q', '-o', path.join(folder, wheel), 'pyflink/lib/*', '-d', folder]);
    fs.rmSync(path.join(folder, wheel));
  }
}

/** What a release has in its `lib/`, fetched once. */
function distributionJars(work, version) {
  const requirement = distributionOf(version);
  // The option catalogue keeps them there too, except for those that it takes from Maven.
  const folder =
    requirement === undefined ? path.join(work, 'wheels', version) : path.join(work, version, 'distribution');
  if (jarsBelow(folder).length === 0) {
    if (requirement === undefined) fetchWheel(folder, WHEELS[lineOf(version)]);
    else fetchDistribution(work, folder, requirement);
  }
  return jarsBelow(folder).filter((jar) => path.basename(path.dirname(jar)) === 'lib');
}

module.exports = { distributionJars };
