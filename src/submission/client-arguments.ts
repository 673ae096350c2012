import { type FlinkVersion } from '../configuration/flink-version';
import { highAvailabilityKey } from '../configuration/high-availability';
import { expandable, literal } from '../kubernetes/expansion';
import { type JobModel } from '../model/job-model';
import { type SessionJobModel } from '../model/session-job-model';
import { option } from '../modes/shared/arguments';

/** Options for every call of Flink's client: it connects to the REST endpoint and does not look for the leader. */
export function clientOptions({ version, options }: SessionJobModel): string[] {
  return [`-D${highAvailabilityKey(version)}=NONE`, ...options.map(({ key, value }) => `-D${key}=${value}`)];
}

/** Whether the SQL client of the Flink distribution runs the script, rather than a jar. */
export function isRunBySqlClient({ artifact: { kind, jar } }: JobModel): boolean {
  return kind === 'sql' && jar === undefined;
}

/** Arguments of `flink run` or of the SQL client: options, the jar or the script, and the arguments of the program. */
export function programArguments({ job, version }: SessionJobModel): string[] {
  const { args, artifact, scriptArgs } = job;
  if (isRunBySqlClient(job)) {
    return ['-f', literal(artifact.script ?? '')];
  }
  const isPython = artifact.kind === 'python';
  return [
    ...runOptions(job, version),
    ...(isPython ? [...args.slice(0, scriptArgs), '--'] : option('--class', job.entryClass)),
    ...(artifact.jar === undefined ? [] : [artifact.jar.replace(/^local:\/\//, '')]),
  ]
    .map(literal)
    .concat(args.slice(isPython ? scriptArgs : 0).map(expandable));
}

function runOptions({ parallelism, savepoint }: JobModel, version: FlinkVersion): string[] {
  return [
    ...option('--parallelism', parallelism === undefined ? undefined : String(parallelism)),
    ...(savepoint?.allowNonRestoredState === true ? ['--allowNonRestoredState'] : []),
    ...option(version._can('namesClaimModeArgument') ? '--claimMode' : '--restoreMode', savepoint?.claimMode),
  ];
}
