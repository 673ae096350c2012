'use strict';
/*
 * Lets Flink's own client, in every release, deploy random cases to a stub of the Kubernetes API, and compares its
 * requests with the output of the library.
 *
 *   node conformance/native/run.js [SEED = 1] [COUNT = 100] [VERSION…]
 *
 * Fetches Flink with Maven into NATIVE_CONFORMANCE_WORK (about 2 GB for all releases). Requires a JDK 17, Python 3, and
 * `unshare` for a separate mount namespace, so that the client finds its files at the same paths in every run. Prints
 * SKIPPED and succeeds if one of them is missing.
 */
const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { differences } = require('./compare');
const { deployer } = require('./deploy');
const library = require('../../lib');

const RELEASES = '1.11.6 1.12.7 1.13.6 1.14.6 1.15.4 1.16.3 1.17.2 1.18.1 1.19.1 1.20.1 2.0.0 2.1.0 2.2.0 2.3.0'.split(
  ' ',
);
const WORK = process.env.NATIVE_CONFORMANCE_WORK ?? join(tmpdir(), 'native-conformance');
const SHOWN = 20;
const OPENED = ['java.base/java.util', 'java.base/java.lang', 'java.base/java.net', 'java.base/java.io'];

function run(command, args, options = {}) {
  const result = spawnSync('nice', [command, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 31,
    stdio: ['pipe', 'pipe', 'inherit'],
    ...options,
  });
  if (result.status !== 0) throw new Error(`${command} ended with ${result.status ?? result.signal}`);
  return result.stdout;
}

const missing = () =>
  ['mvn', 'javac', 'java', 'python3', 'unshare'].find(
    (command) => spawnSync(command, ['--version']).error !== undefined,
  );

/** Modules of old releases have a Scala version in their names. */
function artifacts(version) {
  const line = version.split('.').slice(0, 2).map(Number);
  const upTo = (minor) => line[0] === 1 && line[1] <= minor;
  return [
    `flink-kubernetes${upTo(14) ? '_2.11' : ''}`,
    `flink-clients${upTo(14) ? '_2.11' : ''}`,
    `flink-runtime${upTo(13) ? '_2.11' : ''}`,
  ];
}

function dependency(group, artifact, version) {
  const coordinates = { groupId: group, artifactId: artifact, version };
  const elements = Object.entries(coordinates).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<dependency>${elements.join('')}</dependency>`;
}

/** The directory with the jars of a release and the compiled program, prepared once. */
function prepared(version) {
  const directory = join(WORK, version);
  if (!existsSync(join(directory, 'classes', 'ClientOracle.class'))) {
    mkdirSync(join(directory, 'classes'), { recursive: true });
    const dependencies = [
      ...artifacts(version).map((artifact) => dependency('org.apache.flink', artifact, version)),
      dependency('org.slf4j', 'slf4j-nop', '1.7.36'),
    ];
    writeFileSync(
      join(directory, 'pom.xml'),
      '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>' +
        '<groupId>oracle</groupId><artifactId>native</artifactId><version>1</version>' +
        `<dependencies>${dependencies.join('')}</dependencies></project>`,
    );
    run('mvn', [
      '-q',
      '-B',
      '-f',
      join(directory, 'pom.xml'),
      'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${join(directory, 'lib')}`,
    ]);
    run('javac', [
      '-nowarn',
      '-proc:none',
      '-d',
      join(directory, 'classes'),
      '-cp',
      join(directory, 'lib', '*'),
      join(__dirname, 'ClientOracle.java'),
    ]);
  }
  return directory;
}

/**
 * Runs the program with a private `/opt` and a private `/etc` without a krb5.conf, so that the machine does not change.
 */
const NAMESPACE = `set -e
mount -t tmpfs tmpfs /opt
mkdir -p /opt/.etc && cp -a /etc/. /opt/.etc/ 2>/dev/null || true
mount --bind /opt/.etc /etc
rm -f /etc/krb5.conf
exec java -Xmx768m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -Duser.language=en -Duser.timezone=UTC -Dfile.encoding=UTF-8 \
  ${OPENED.map((name) => `--add-opens ${name}=ALL-UNNAMED`).join(' ')} -cp "$1/classes:$1/lib/*" ClientOracle "$0"`;

function flinkAnswers(version, cases) {
  const flags = process.getuid() === 0 ? '-m' : '-rm';
  return run('unshare', [flags, 'bash', '-c', NAMESPACE, version, prepared(version)], {
    input: cases,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

const parsed = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function main([seed = '1', count = '100', ...versions]) {
  const tool = missing();
  if (tool !== undefined) {
    console.log(`SKIPPED conformance:native: ${tool} is not installed`);
    return;
  }
  const deploy = deployer(library);
  let [passed, failed] = [0, 0];
  for (const version of versions.length > 0 ? versions : RELEASES) {
    const cases = run('python3', [join(__dirname, 'cases.py'), 'random', version, seed, count]);
    const answers = new Map(parsed(flinkAnswers(version, cases)).map((answer) => [answer.id, answer]));
    const wrong = parsed(cases).flatMap((test) => {
      const found = differences(answers.get(test.id), deploy(test));
      return found.length === 0 ? [] : [`${version} ${test.id} ${JSON.stringify(found.slice(0, 3))}`];
    });
    wrong.slice(0, SHOWN).forEach((line) => console.log(line));
    passed += answers.size - wrong.length;
    failed += wrong.length;
    const rejected = [...answers.values()].filter(({ error }) => error !== undefined).length;
    console.log(`Flink ${version}: ${answers.size - wrong.length}/${answers.size}, ${rejected} of them rejected`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main(process.argv.slice(2));
