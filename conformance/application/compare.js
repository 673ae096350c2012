'use strict';
// Whether Flink starts the intended job.
const { compareLines, lineOf } = require('../flink/artifacts');
const { POD_IP, USER_LIB } = require('./cases');

const JOB_ID = '$internal.pipeline.job-id';

const renamed = (version, release, before, after) => (compareLines(lineOf(version), release) < 0 ? before : after);

/** The options that a job sets, with their keys in the release. */
function expectedOptions(version, { job: { jobId, savepoint }, isHighlyAvailable }) {
  return {
    [JOB_ID]: jobId,
    [renamed(version, '1.20', 'execution.savepoint.path', 'execution.state-recovery.path')]: savepoint?.path,
    [renamed(
      version,
      '1.20',
      'execution.savepoint.ignore-unclaimed-state',
      'execution.state-recovery.ignore-unclaimed-state',
    )]: String(savepoint?.allowNonRestoredState === true),
    'jobmanager.rpc.address': isHighlyAvailable ? POD_IP : 'flink-jobmanager',
    'jobmanager.rpc.port': '6123',
    'high-availability.cluster-id': isHighlyAvailable ? 'flink' : undefined,
    'execution.shutdown-on-application-finish': compareLines(lineOf(version), '1.15') < 0 ? undefined : 'false',
  };
}

/** Whether the start script and the entry point size the JobManager differently. */
function isMissized({ memory, configuration }) {
  return Object.keys(memory).some((key) => key.startsWith('jobmanager.memory.') && memory[key] !== configuration[key]);
}

/** Differences between the intended job and the job that Flink starts, as strings. */
function differences(version, { asked, refused, ok, err }) {
  if (refused !== undefined)
    return ok === undefined || isMissized(ok) ? [] : [`Flink accepts a job that we reject: ${refused}`];
  if (ok === undefined) return [`Flink rejects the job: ${JSON.stringify(err)}`];
  if (isMissized(ok)) return ['the start script and the entry point size the JobManager differently'];
  const { job } = asked;
  const options = Object.entries(expectedOptions(version, asked));
  const expected = {
    entryClass: job.entryClass ?? null,
    jars: job.jar === USER_LIB ? null : [job.jar],
    args: job.args ?? [],
    ...Object.fromEntries(options.map(([key, value]) => [key, value ?? null])),
  };
  const found = { ...ok, ...Object.fromEntries(options.map(([key]) => [key, ok.configuration[key] ?? null])) };
  return Object.keys(expected)
    .filter((key) => JSON.stringify(found[key]) !== JSON.stringify(expected[key]))
    .map((key) => `${key}: ${JSON.stringify(found[key])} instead of ${JSON.stringify(expected[key])}`);
}

module.exports = { differences };
