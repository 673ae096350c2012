// Fetches the jars of one release into <work>/<version>: the distribution with pip, everything else with Maven.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { besideOf, distributionOf, lineOf, modulesOf } = require('./artifacts');

const OLDEST = '1.11.0';
const GROUP = 'org.apache.flink';
const NO_DEPENDENCIES =
  '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>';
// Written against Flink's API instead of being part of it (connectors bring their options along), or libraries that came along.
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

const jarsBelow = (folder) =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.jar'))
        .map((name) => path.join(folder, name))
    : [];

const dependency = ({ name, version, dependencies }) =>
  `<dependency><groupId>${GROUP}</groupId><artifactId>${name}</artifactId><version>${version}</version>${dependencies ? '' : NO_DEPENDENCIES}</dependency>`;

function maven(work, folder, artifacts) {
  fs.mkdirSync(folder, { recursive: true });
  const pom = path.join(folder, 'pom.xml');
  fs.writeFileSync(
    pom,
    `<project><modelVersion>4.0.0</modelVersion><groupId>catalogue</groupId><artifactId>jars</artifactId><version>1</version>
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
    `-DoutputDirectory=${path.join(folder, 'jars')}`,
  ]);
}

/** Names of Flink artifacts that Maven says it does not find. */
function missing(output) {
  return new Set(
    [
      ...output.matchAll(/The POM for org\.apache\.flink:([\w.-]+):jar:\S+ is missing/g),
      ...output.matchAll(/Could not find artifact org\.apache\.flink:([\w.-]+):jar/g),
    ].map(([, name]) => name),
  );
}

/** Those that exist at this version, without what they depend on. @returns the others */
function fetchExact(work, folder, artifacts, version) {
  let wanted = artifacts.map((artifact) => ({ ...artifact, version }));
  for (;;) {
    if (wanted.length === 0) return artifacts;
    const { ok, output } = maven(work, folder, wanted);
    if (ok) return artifacts.filter(({ name }) => !wanted.some((other) => other.name === name));
    const gone = missing(output);
    if (gone.size === 0) throw new Error(`Maven failed:\n${output}`);
    wanted = wanted.filter(({ name }) => !gone.has(name));
  }
}

/** One that does not exist at this version: the newest earlier patch, else of the newest earlier release. */
function fetchNearest(work, folder, artifact, version) {
  const ranges = [`[${lineOf(version)}.0,${version}]`, `[${OLDEST},${version}]`];
  return ranges.some((range) => maven(work, folder, [{ ...artifact, dependencies: false, version: range }]).ok);
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

function fetchDistribution(work, folder, requirement) {
  const python = path.join(work, 'venv', 'bin', 'python');
  if (!fs.existsSync(python)) {
    must('python3', ['-m', 'venv', path.join(work, 'venv')]);
    must(python, ['-m', 'pip', '-q', 'install', 'setuptools<70', 'wheel']);
  }
  fs.mkdirSync(folder, { recursive: true });
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
    folder,
    requirement,
  ]);
  for (const archive of fs.readdirSync(folder).filter((name) => name.endsWith('.tar.gz'))) {
    must('tar', ['xzf', path.join(folder, archive), '-C', folder]);
    fs.rmSync(path.join(folder, archive));
  }
}

/** The planner is a jar inside a jar, to be loaded by a class loader of its own. */
function unpackPlanner(folder, jars) {
  const loader = jars.find((jar) => path.basename(jar).startsWith('flink-table-planner-loader'));
  if (loader === undefined) return [];
  must('unzip', ['-q', '-o', loader, 'flink-table-planner.jar', '-d', folder]);
  return [path.join(folder, 'flink-table-planner.jar')];
}

/**
 * The jars of a release, fetched once. A distribution that lies in <work>/<version>/distribution is used as it is.
 *
 * @returns `scanned`: the jars with Flink's classes; `needed`: what those need to load; `otherVersions`, `absent`: what is not as asked
 */
function resolve(work, version) {
  const root = path.join(work, version);
  const done = path.join(root, 'resolved.json');
  if (fs.existsSync(done)) return JSON.parse(fs.readFileSync(done, 'utf8'));
  const distribution = path.join(root, 'distribution');
  const requirement = distributionOf(version);
  if (requirement !== undefined && jarsBelow(distribution).length === 0)
    fetchDistribution(work, distribution, requirement);
  const artifacts = requirement === undefined ? [...modulesOf(version), ...besideOf(version)] : besideOf(version);
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
