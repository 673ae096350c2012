'use strict';
// Real Flink in each release: its jars from Maven, and the oracles that call its classes.
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { modulesOf } = require('./artifacts');
const { jarsBelow, maven } = require('./resolve');

const WORK = path.resolve(process.env.FLINK_CATALOGUE_WORK ?? path.join(os.tmpdir(), 'flink-catalogue'));
const ORACLES = path.join(__dirname, 'oracle');
const CATALOGUE = path.join(__dirname, '..', '..', 'src', 'data', 'option-catalogue.ts');

/** The releases of the option catalogue, oldest first. */
const RELEASES = /RELEASES: string = '(.*)'/.exec(fs.readFileSync(CATALOGUE, 'utf8'))[1].split(' ');

/** The jars of the runtime of a release and its dependencies, fetched once. */
function runtimeJars(version) {
  const directory = path.join(WORK, version, 'runtime');
  const done = path.join(directory, 'fetched');
  if (!fs.existsSync(done)) {
    const runtime = modulesOf(version).find(({ name }) => /^flink-runtime(?:_|$)/.test(name));
    const { ok, output } = maven(WORK, directory, [{ ...runtime, version }]);
    if (!ok) throw new Error(`Maven did not fetch ${runtime.name} ${version}:\n${output}`);
    fs.writeFileSync(done, '');
  }
  return jarsBelow(directory);
}

/**
 * Compiles the oracles, including those in other directories. They use reflection, so one class file works with all
 * releases.
 */
function compileOracles(...directories) {
  const classes = path.join(WORK, 'oracles');
  const sources = [ORACLES, ...directories].flatMap((directory) =>
    fs
      .readdirSync(directory)
      .filter((name) => name.endsWith('.java'))
      .map((name) => path.join(directory, name)),
  );
  fs.mkdirSync(classes, { recursive: true });
  execFileSync('javac', ['--release', '11', '-Xlint:-options', '-d', classes, ...sources], { stdio: 'inherit' });
  return classes;
}

/** @returns the cases with `ok`, `map` or `err` */
function ask(classPath, oracle, cases) {
  const input = cases.map((question) => `${JSON.stringify(question)}\n`).join('');
  const { status, stdout, stderr } = spawnSync(
    'java',
    ['-Xmx700m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', classPath.join(path.delimiter), oracle],
    { input, encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  if (status !== 0) throw new Error(`${oracle} ended with ${status}:\n${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** @returns a function (oracle, version, cases) → the same cases with `ok`, `map` or `err` */
function connect() {
  const classes = compileOracles();
  return (oracle, version, cases) => ask([classes, ...runtimeJars(version)], oracle, cases);
}

module.exports = { ask, compileOracles, connect, RELEASES, WORK };
