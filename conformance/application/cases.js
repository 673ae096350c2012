'use strict';
// Random jobs for one release, and the arguments of the JobManager that the library renders for them.
const { App, Chart, Testing } = require('cdk8s');
const { compareLines, lineOf } = require('../flink/artifacts');
const { random } = require('../flink/random');
const { ApplicationWorkload, FlinkApplicationCluster, FlinkVersion, JobArtifact } = require('../../lib');

const USER_LIB = 'local:///opt/flink/usrlib/job.jar';
const CLASSES = [undefined, 'com.example.Main', 'Main', 'com.example.Main$Inner', 'a.Ünicode', '$proxy'];
const SAVEPOINTS = [
  's3://bucket/savepoints/savepoint-1',
  'hdfs:///savepoints/savepoint-5fb6f1',
  'hdfs://name:8020/a,b/c=d',
  's3://b/-s',
];
// Every option of the entry point, prefixes of them, and characters with a meaning for shells, parsers or Kubernetes.
// Without `--D`, which old parsers read as a value and new parsers as an option.
const ARGUMENTS = [
  '-j',
  '--job-classname',
  '-jid',
  '--job-id',
  '-s',
  '--fromSavepoint',
  '--from',
  '-n',
  '--allowNonRestoredState',
  '--allow',
  '-c',
  '--configDir',
  '-D',
  '-Da=b',
  '-Djobmanager.rpc.port=1',
  'jobmanager.memory.process.size=2g',
  '-Djobmanager.memory.process.size=2g',
  'c',
  '--c',
  '-configDir',
  'D',
  '-c=x',
  '-conf',
  '-h',
  '--host',
  '-r',
  '-rm',
  '--webui-port',
  '-x',
  '--executionMode',
  '--jars',
  '-claimMode',
  '-',
  '--',
  '---',
  '',
  ' ',
  'a b',
  'x',
  '7',
  '-7',
  'key=value',
  '--key=value',
  'a,b',
  '$HOME',
  '$$',
  '$$$',
  '$(not a name',
  '$(not a name)',
  '$$(',
  '$()',
  '`id`',
  '"',
  "'",
  '\\',
  '*',
  '#',
  '!',
  'ü',
  '\u{1F980}',
  'a\nb',
  '\t',
  '%s',
  '{}',
  '&',
  ';',
  '|',
];
const HIGH_AVAILABILITY = {
  'high-availability.zookeeper.quorum': 'zk:2181',
  'high-availability.storageDir': 's3://b/ha',
};
const POD_IP = '10.1.2.3';

function randomJob(r, fetches) {
  const job = {
    entryClass: r.pick(CLASSES),
    jar:
      fetches && r.chance(0.5)
        ? r.pick(['local:///opt/app/job.jar', 'https://repo.example.com/job-1.0.jar'])
        : USER_LIB,
    args: r.chance(0.2) ? undefined : Array.from({ length: r.int(0, 5) }, () => r.pick(ARGUMENTS)),
    jobId: r.chance(0.5) ? Array.from({ length: 32 }, () => r.int(0, 15).toString(16)).join('') : undefined,
    savepoint: r.chance(0.5)
      ? { path: r.pick(SAVEPOINTS), allowNonRestoredState: r.pick([undefined, true, false]) }
      : undefined,
  };
  return { job, isHighlyAvailable: r.chance(0.3) };
}

/** An argument as the process in the container receives it: with references to variables replaced, and `$$` as `$`. */
const expanded = (text) => text.replace(/\$\$|\$\(POD_IP\)/g, (found) => (found === '$$' ? '$' : POD_IP));

function started(version, { job: { jar, ...job }, isHighlyAvailable }) {
  const chart = new Chart(new App(), 'chart');
  new FlinkApplicationCluster(chart, 'Flink', {
    version: FlinkVersion.of(version),
    image: `flink:${version}`,
    workload: ApplicationWorkload.deployment(),
    job: { ...job, artifact: jar.startsWith('http') ? JobArtifact.http(jar) : JobArtifact.inImage(jar) },
    configuration: isHighlyAvailable
      ? {
          [compareLines(lineOf(version), '1.17') < 0 ? 'high-availability' : 'high-availability.type']: 'zookeeper',
          ...HIGH_AVAILABILITY,
        }
      : {},
  });
  const manifests = Testing.synth(chart);
  const [[file, text]] = Object.entries(manifests.find(({ kind }) => kind === 'ConfigMap').data).filter(([name]) =>
    name.endsWith('.yaml'),
  );
  const [command, ...args] = manifests
    .find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'flink-jobmanager')
    .spec.template.spec.containers[0].args.map(expanded);
  if (command !== 'standalone-job') throw new Error(`${command} is not an application`);
  return { file, text, args };
}

/** The arguments of a job that the library rejects, as they would be without the library. */
function unchecked(version, { job: { entryClass, args = [] } }) {
  return {
    file: compareLines(lineOf(version), '1.19') < 0 ? 'flink-conf.yaml' : 'config.yaml',
    text: '',
    args: [...(entryClass ? ['--job-classname', entryClass] : []), '--', ...args],
  };
}

/**
 * Returns COUNT jobs, each with `file`, `text` and `args` as the container receives them, and with `refused` if the
 * library reports that Flink does not start it.
 */
function cases(seed, count, version) {
  const r = random(seed);
  const fetches = compareLines(lineOf(version), '1.19') >= 0;
  return Array.from({ length: count }, (_, index) => {
    const asked = randomJob(r, fetches);
    try {
      return { id: `${version}-${index}`, asked, ...started(version, asked) };
    } catch ({ message }) {
      if (!/FLK-JOB-(?:22|51)/.test(message)) throw new Error(`${JSON.stringify(asked)}: ${message}`);
      return { id: `${version}-${index}`, asked, refused: message, ...unchecked(version, asked) };
    }
  });
}

module.exports = { cases, POD_IP, USER_LIB };
