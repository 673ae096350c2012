import { type FlinkVersion } from '../../configuration/flink-version';
import { isHighlyAvailable } from '../../configuration/high-availability';
import { isBatch } from '../../configuration/scheduler';
import { expandable } from '../../kubernetes/expansion';
import { type ClusterModel } from '../../model/cluster-model';
import { type JobModel, type WorkloadModel } from '../../model/job-model';
import { USER_LIB } from '../../model/job-paths';
import { option } from '../shared/arguments';

/** How Kubernetes runs the JobManager: by default as a Job if the job is bounded and has no high availability. */
export function workloadOf(cluster: ClusterModel, job: JobModel): WorkloadModel {
  const isBounded = isBatch(cluster.options);
  return job.workload ?? { kind: isBounded && !isHighlyAvailable(cluster.options) ? 'Job' : 'Deployment' };
}

/**
 * Arguments of `standalone-job`: those of Flink, then those of the program. Flink stops at the first argument that it
 * does not know. Two dashes keep it from reading arguments of the program as its own, such as `--from` as the beginning
 * of `--fromSavepoint`. They also end the list of jars, which extends to the next option.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/overview/
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

/** The jar that is passed to Flink; older releases only find jars on the class path. */
export function namedJar({ artifact: { jar } }: JobModel, version: FlinkVersion): string | undefined {
  const isPassed = version._can('fetchesArtifacts') && jar?.startsWith(`local://${USER_LIB}/`) === false;
  return isPassed ? jar : undefined;
}
