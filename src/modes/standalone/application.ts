import { type FlinkVersion } from '../../configuration/flink-version';
import { isHighlyAvailable } from '../../configuration/high-availability';
import { isBatch } from '../../configuration/scheduler';
import { expandable } from '../../kubernetes/expansion';
import { type ClusterModel } from '../../model/cluster-model';
import { type JobModel, type WorkloadModel } from '../../model/job-model';
import { USER_LIB } from '../../model/job-paths';

/** How the JobManager runs: as the user says, else as a Job where the job is known to end and nothing has to take it over. */
export function workloadOf(cluster: ClusterModel, job: JobModel): WorkloadModel {
  const isBounded = isBatch(cluster.options);
  return job.workload ?? { kind: isBounded && !isHighlyAvailable(cluster.options) ? 'Job' : 'Deployment' };
}

/**
 * Arguments of `standalone-job`: Flink's own, and behind them the program's. Flink stops reading at the first one that it does not know, so
 * two dashes keep from it what it would know, or take for the beginning of what it knows: `--from` for `--fromSavepoint`. They also end
 * the list of jars, which goes on up to the next option.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/overview/#application-mode
 */
export function applicationArguments(job: JobModel, version: FlinkVersion): string[] {
  const { entryClass, jobId, savepoint, args } = job;
  const jar = namedJar(job, version);
  return [
    ...option('--job-classname', entryClass),
    ...option('--job-id', jobId),
    ...option('--jars', jar),
    ...option('--fromSavepoint', savepoint?.path),
    ...(savepoint?.allowNonRestoredState === true ? ['--allowNonRestoredState'] : []),
    ...(args[0]?.startsWith('-') || (jar !== undefined && args.length > 0) ? ['--'] : []),
    ...args,
  ].map(expandable);
}

function option(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value];
}

/** The jar that Flink is told of; up to 1.18 it can only be found. */
export function namedJar({ artifact: { jar } }: JobModel, version: FlinkVersion): string | undefined {
  return jar === undefined || jar.startsWith(`local://${USER_LIB}/`) || !version._isAtLeast('1.19') ? undefined : jar;
}
