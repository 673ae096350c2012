// Fetches the jars of a release into <work>/<version>: the distribution with pip, everything else with Maven.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { distributionOf, lineOf, modulesOf, otherModulesOf } = require('./artifacts');

const OLDEST = '1.11.0';
const GROUP = 'org.apache.flink';
const NO_DEPENDENCIES =
  '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>';
// Modules that use Flink's API without being part of it (the options of connectors are not those of a cluster), and
// libraries.
const NOT_SCANNED = /^(?!flink-)|^flink-(?:shaded|scala|connector)|^flink-(?:csv|json|avro|parquet|orc)/;

function run(command, args) {
  const { error, status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  return { ok: status === 0, output: stdout + stderr };
}

function must(command, args) {
  const { ok, output } = run(command, args);
  if (!ok) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
}

const jarsBelow = (directory) =>
  fs.existsSync(directory)
    ? fs
        .readdirSync(directory, { recursive: true })
        .filter((name) => name.endsWith('.jar'))
        .map((name) => path.join(directory, name))
    : [];

const dependency = ({ name, version, dependencies }) =>
  [
    `<dependency><groupId>${GROUP}</groupId><artifactId>${name}</artifactId><version>${version}</version>`,
    `${dependencies ? '' : NO_DEPENDENCIES}</dependency>`,
  ].join('');

function maven(work, directory, artifacts) {
  fs.mkdirSync(directory, { recursive: true });
  const pom = path.join(directory, 'pom.xml');
  fs.writeFileSync(
    pom,
    `<project><modelVersion>4.0.0</modelVersion>
<groupId>catalogue</groupId><artifactId>jars</artifactId><version>1</version>
<packaging>pom</packaging><dependencies>\n${artifacts.map(dependency).join('\n')}\n</dependencies></project>\n`,
  );
  return run('mvn', [
    '-B',
    '-ntp',
    '-f',
    pom,
    `-Dmaven.repo.local=${path.join(work, 'm2')}`,
    'dependency:copy-dependencies',
    '-DincludeScope=runtime',
    `-DoutputDirectory=${path.join(directory, 'jars')}`,
  ]);
}

/** Names of the Flink artifacts that Maven has not found. */
function missing(output) {
  return new Set(
    [
      ...output.matchAll(/The POM for org\.apache\.flink:([\w.-]+):jar:\S+ is missing/g),
      ...output.matchAll(/Could not find artifact org\.apache\.flink:([\w.-]+):jar/g),
    ].map(([, name]) => name),
  );
}

/** Fetches the artifacts that exist in this version, without their dependencies. @returns the others */
function fetchExact(work, directory, artifacts, version) {
  let wanted = artifacts.map((artifact) => ({ ...artifact, version }));
  for (;;) {
    if (wanted.length === 0) return artifacts;
    const { ok, output } = maven(work, directory, wanted);
    if (ok) return artifacts.filter(({ name }) => !wanted.some((artifact) => artifact.name === name));
    const absent = missing(output);
    if (absent.size === 0) throw new Error(`Maven failed:\n${output}`);
    wanted = wanted.filter(({ name }) => !absent.has(name));
  }
}

/**
 * Fetches an artifact that does not exist in this version: the newest earlier patch release, or the newest earlier
 * release.
 */
function fetchNearest(work, directory, artifact, version) {
  const ranges = [`[${lineOf(version)}.0,${version}]`, `[${OLDEST},${version}]`];
  return ranges.some((range) => maven(work, directory, [{ ...artifact, dependencies: false, version: range }]).ok);
}

function fetchArtifacts(work, root, artifacts, version) {
  const absent = fetchExact(
    work,
    path.join(root, 'exact'),
    artifacts.filter(({ dependencies }) => !dependencies),
    version,
  );
  for (const artifact of artifacts.filter(({ dependencies }) => dependencies)) {
    if (!maven(work, path.join(root, `all-${artifact.name}`), [{ ...artifact, version }]).ok) absent.push(artifact);
  }
  return absent
    .filter((artifact) => !fetchNearest(work, path.join(root, `near-${artifact.name}`), artifact, version))
    .map(({ name }) => name);
}

function fetchDistribution(work, directory, requirement) {
  const python = path.join(work, 'venv', 'bin', 'python');
  if (!fs.existsSync(python)) {
    must('python3', ['-m', 'venv', path.join(work, 'venv')]);
    must(python, ['-m', 'pip', '-q', 'install', 'setuptools<70', 'wheel']);
  }
  fs.mkdirSync(directory, { recursive: true });
  must(python, [
    '-m',
    'pip',
    '-q',
    'download',
    '--no-deps',
    '--no-binary',
    ':all:',
    '--no-build-isolation',
    '-d',
    directory,
    requirement,
  ]);
  for (const archive of fs.readdirSync(directory).filter((name) => name.endsWith('.tar.gz'))) {
    must('tar', ['xzf', path.join(directory, archive), '-C', directory]);
    fs.rmSync(path.join(directory, archive));
  }
}

/** Unpacks the planner, which is a jar inside a jar, because Flink uses a separate class loader for it. */
function unpackPlanner(directory, jars) {
  const loader = jars.find((jar) => path.basename(jar).startsWith('flink-table-planner-loader'));
  if (loader === undefined) return [];
  must('unzip', ['-q', '-o', loader, 'flink-table-planner.jar', '-d', directory]);
  return [path.join(directory, 'flink-table-planner.jar')];
}

/**
 * The jars of a release, fetched once. An existing distribution in <work>/<version>/distribution is used.
 *
 * @returns `scanned`: the jars with Flink's classes; `needed`: their dependencies; `otherVersions`: jars of another
 * version; `absent`: artifacts that were not found
 */
function resolve(work, version) {
  const root = path.join(work, version);
  const done = path.join(root, 'resolved.json');
  if (fs.existsSync(done)) return JSON.parse(fs.readFileSync(done, 'utf8'));
  const distribution = path.join(root, 'distribution');
  const requirement = distributionOf(version);
  if (requirement !== undefined && jarsBelow(distribution).length === 0)
    fetchDistribution(work, distribution, requirement);
  const artifacts =
    requirement === undefined ? [...modulesOf(version), ...otherModulesOf(version)] : otherModulesOf(version);
  const absent = fetchArtifacts(work, root, artifacts, version);
  const byName = new Map([...jarsBelow(distribution), ...jarsBelow(root)].map((jar) => [path.basename(jar), jar]));
  for (const jar of unpackPlanner(root, [...byName.values()])) byName.set(path.basename(jar), jar);
  const all = [...byName].sort(([a], [b]) => (a < b ? -1 : 1));
  const result = {
    scanned: all.filter(([name]) => !NOT_SCANNED.test(name)).map(([, jar]) => jar),
    needed: all.filter(([name]) => NOT_SCANNED.test(name)).map(([, jar]) => jar),
    otherVersions: all
      .map(([name]) => name)
      .filter(
        (name) => !NOT_SCANNED.test(name) && !name.includes(`-${version}.`) && name !== 'flink-table-planner.jar',
      ),
    absent,
  };
  fs.writeFileSync(done, JSON.stringify(result));
  return result;
}

module.exports = { fetchDistribution, jarsBelow, maven, resolve };
