'use strict';
/*
 * Checks every Flink configuration in a directory of manifests with the checker of its release: the configuration files
 * in ConfigMaps, whose release is the name of a parent directory, the `flinkConfiguration` of FlinkDeployments and
 * FlinkSessionJobs, and files named flink-conf.yaml.
 *
 *   node conformance/flink/configurations.js DIRECTORY        (or FLINK_MANIFESTS)
 *
 * Prints each finding on a line. Only the findings that docs/quality.md lists as correct are allowed.
 */
const fs = require('node:fs');
const path = require('node:path');
const { parseAllDocuments } = require('yaml');
const { askDriver } = require('./answers');
const { FlinkConfiguration } = require('../../lib/configuration/flink-configuration');
const { FlinkVersion } = require('../../lib/configuration/flink-version');

// A FlinkSessionJob has no version.
const NEWEST = '2.3';

const CHECKPOINTS = 'state.checkpoints.dir deprecated execution.checkpointing.dir';
const SAVEPOINTS = 'state.savepoints.dir deprecated execution.checkpointing.savepoint-dir';
const LOCAL_RECOVERY = 'state.backend.local-recovery deprecated execution.checkpointing.local-backup.enabled';
/** Correct findings by the end of the file name; docs/quality.md has the reasons. */
const EXPECTED = {
  '1.20/snippet-local-recovery-enabled-taskmanager-statefulset.yaml': [LOCAL_RECOVERY],
  '2.2/snippet-local-recovery-enabled-taskmanager-statefulset.yaml': [LOCAL_RECOVERY],
  'autoscaling/autoscaling.yaml': [CHECKPOINTS, SAVEPOINTS],
  'basic-checkpoint-ha.yaml': [CHECKPOINTS, SAVEPOINTS],
  'basic-reactive.yaml': [CHECKPOINTS, SAVEPOINTS],
  'flink-tls-example/basic-secure.yaml': ['security.ssl.enabled removed security.ssl.internal.enabled'],
  'snapshot/job-from-savepoint.yaml': [CHECKPOINTS, SAVEPOINTS],
};
const isExpected = (id, line) =>
  Object.entries(EXPECTED).some(([name, lines]) => id.split('#')[0].endsWith(name) && lines.includes(line));

function documentsIn(file) {
  return parseAllDocuments(fs.readFileSync(file, 'utf8'), { logLevel: 'error' })
    .map((document) => document.toJS())
    .filter(Boolean);
}

function flattened(map, prefix = '') {
  return Object.entries(map).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? flattened(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, Array.isArray(value) ? value.join(';') : String(value)]],
  );
}

/** The configurations in an object: `[{ v, conf }]`. */
function configurationsOf({ kind, data = {}, spec = {} }, line) {
  if (kind === 'ConfigMap' && line !== undefined) {
    return Object.entries(data)
      .filter(([name]) => name === 'flink-conf.yaml' || name === 'config.yaml')
      .map(([name, text]) => ({
        v: line,
        conf: FlinkConfiguration.parse(text, FlinkVersion.of(line), { legacyFile: name === 'flink-conf.yaml' }).toMap(),
      }));
  }
  const configuration = spec.flinkConfiguration ?? spec.template?.spec?.flinkConfiguration;
  const version = spec.flinkVersion ?? spec.template?.spec?.flinkVersion;
  return configuration === undefined
    ? []
    : [
        {
          v: version === undefined ? NEWEST : version.slice(1).replace('_', '.'),
          conf: Object.fromEntries(flattened(configuration)),
        },
      ];
}

function legacy(text, v) {
  return { v, conf: FlinkConfiguration.parse(text, FlinkVersion.of(v), { legacyFile: true }).toMap() };
}

function casesIn(directory) {
  return fs
    .readdirSync(directory, { recursive: true })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .flatMap((name) => {
      // The operator reads its own file in the dialect of its Flink dependency.
      if (path.basename(name) === 'flink-conf.yaml')
        return [{ id: `${name}#0`, ...legacy(fs.readFileSync(path.join(directory, name), 'utf8'), '1.20') }];
      const line = name.split(path.sep).find((part) => /^\d+\.\d+$/.test(part));
      return documentsIn(path.join(directory, name))
        .flatMap((object) => configurationsOf(object, line))
        .map((configuration, index) => ({ id: `${name}#${index}`, ...configuration }));
    });
}

function main(directory) {
  if (directory === undefined) {
    console.log('SKIPPED conformance:configurations: no directory of manifests, in an argument or in FLINK_MANIFESTS');
    return;
  }
  const cases = casesIn(directory);
  const reported = askDriver('options', cases).flatMap(({ id, v, problems, err }) =>
    err === undefined
      ? problems.map(({ key, verdict, replacement }) => ({
          id,
          v,
          line: [key, verdict, replacement].filter(Boolean).join(' '),
        }))
      : [{ id, v, line: err }],
  );
  const unexpected = reported.filter(({ id, line }) => !isExpected(id, line));
  for (const { id, v, line } of reported) console.log(`${id} (Flink ${v}): ${line}`);
  const failing = new Set(unexpected.map(({ id }) => id)).size;
  console.log(`${cases.length - failing} passed, ${failing} failed`);
  process.exitCode = failing === 0 && cases.length > 0 ? 0 : 1;
}

main(process.argv[2] ?? process.env.FLINK_MANIFESTS);
