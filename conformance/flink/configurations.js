'use strict';
/*
 * Gives every Flink configuration in a folder of manifests to the checker of its release: the configuration files in ConfigMaps, whose release is the
 * name of a folder above them, the `flinkConfiguration` of FlinkDeployments and FlinkSessionJobs, and files named flink-conf.yaml.
 *
 *   node conformance/flink/configurations.js FOLDER        (or FLINK_MANIFESTS)
 *
 * Prints what is reported, a line each. Only what docs/quality.md lists as right may be.
 */
const fs = require('node:fs');
const path = require('node:path');
const { parseAllDocuments } = require('yaml');
const { askDriver } = require('./answers');
const { FlinkConfiguration } = require('../../lib/configuration/flink-configuration');
const { FlinkVersion } = require('../../lib/configuration/flink-version');

// A FlinkSessionJob has no version of its own.
const NEWEST = '2.3';

/** What is right to report, by the last part of the file's name; docs/quality.md says why. */
const CHECKPOINTS = 'state.checkpoints.dir deprecated execution.checkpointing.dir';
const SAVEPOINTS = 'state.savepoints.dir deprecated execution.checkpointing.savepoint-dir';
const LOCAL_RECOVERY = 'state.backend.local-recovery deprecated execution.checkpointing.local-backup.enabled';
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

/** [{ v, conf }] of one object. */
function configurationsOf({ kind, data = {}, spec = {} }, line) {
  if (kind === 'ConfigMap' && line !== undefined) {
    return Object.entries(data)
      .filter(([name]) => name === 'flink-conf.yaml' || name === 'config.yaml')
      .map(([name, text]) => ({
        v: line,
        conf: FlinkConfiguration.parse(text, FlinkVersion.of(line), { legacyFile: name === 'flink-conf.yaml' }).toMap(),
      }));
  }
  const given = spec.flinkConfiguration ?? spec.template?.spec?.flinkConfiguration;
  const version = spec.flinkVersion ?? spec.template?.spec?.flinkVersion;
  return given === undefined
    ? []
    : [
        {
          v: version === undefined ? NEWEST : version.slice(1).replace('_', '.'),
          conf: Object.fromEntries(flattened(given)),
        },
      ];
}

function legacy(text, v) {
  return { v, conf: FlinkConfiguration.parse(text, FlinkVersion.of(v), { legacyFile: true }).toMap() };
}

function casesIn(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .flatMap((name) => {
      // The operator reads its own file by the dialect of the Flink that it is built on.
      if (path.basename(name) === 'flink-conf.yaml')
        return [{ id: `${name}#0`, ...legacy(fs.readFileSync(path.join(folder, name), 'utf8'), '1.20') }];
      const line = name.split(path.sep).find((part) => /^\d+\.\d+$/.test(part));
      return documentsIn(path.join(folder, name))
        .flatMap((object) => configurationsOf(object, line))
        .map((one, index) => ({ id: `${name}#${index}`, ...one }));
    });
}

function main(folder) {
  if (folder === undefined) {
    console.log(
      'SKIPPED conformance:configurations: no folder of manifests, give it as an argument or as FLINK_MANIFESTS',
    );
    return;
  }
  const cases = casesIn(folder);
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
