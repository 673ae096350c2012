import { type ClusterRule, clusterRule } from './cluster-rule';
import { isHighlyAvailable } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { firstRelease } from '../configuration/releases';
import { type ClusterModel } from '../model/cluster-model';
import { Sources } from '../validation/rule';

/** Rules about the workload that runs the JobManager of an application, and about what it does when the job ends. */

export const DUPLICATE_JOBS = clusterRule({
  id: 'FLK-JOB-39',
  severity: 'error',
  rule: 'the old Job and the new one would run at the same time',
  fix: 'remove it, or set execution.runtime-mode to BATCH, without high availability',
  source: Sources.LIBRARY,
  modes: ({ choosesWorkload }) => choosesWorkload,
  find({ cluster: { job, options } }, report) {
    if (
      job?.workload?.kind === 'Job' &&
      job.workload.hasChecksumInName === true &&
      (isHighlyAvailable(options) || options.get(Keys.RUNTIME_MODE)?.toUpperCase() !== 'BATCH')
    ) {
      report('workload.appendChecksumToName', true);
    }
  },
});

export const NOT_A_FIELD_OF_JOBS = clusterRule({
  id: 'FLK-JOB-40',
  severity: 'error',
  rule: 'a Job does not have this field',
  fix: 'remove it, or use ApplicationWorkload.deployment()',
  source: Sources.KUBERNETES,
  modes: ({ choosesWorkload }) => choosesWorkload,
  find({ cluster: { job, jobManager } }, report) {
    for (const property of ['strategy', 'revisionHistoryLimit'] as const) {
      if (job?.workload?.kind === 'Job' && jobManager[property] !== undefined) {
        report.on('jobManager')(property);
      }
    }
  },
});

export const WORKLOAD_OF_OTHER_MODE = clusterRule({
  id: 'FLK-JOB-11',
  severity: 'error',
  rule: 'the workload cannot be chosen in {mode} mode',
  fix: 'remove it, or use DeploymentMode.standalone()',
  source: Sources.LIBRARY,
  modes: ({ choosesWorkload }) => !choosesWorkload,
  find({ cluster: { job }, traits }, report) {
    if (job?.workload !== undefined) {
      report('workload', undefined, { mode: traits.name });
    }
  },
});

export const FINISHED_APPLICATION_RESTARTS = clusterRule({
  id: 'FLK-JOB-14',
  severity: 'warning',
  rule:
    'Flink {release} ends the JobManager when the application has finished, ' +
    'and the Deployment starts it again, from the beginning',
  fix: 'use ApplicationWorkload.job() for a bounded job, or Flink {first}',
  source: 'FLINK-25715',
  modes: ({ choosesWorkload }) => choosesWorkload,
  find({ cluster }, report) {
    if (endsWithApplication(cluster)) {
      report('workload', undefined, factsOf(cluster));
    }
  },
});

export const FINISHED_APPLICATION_RESTARTS_IN_MODE = clusterRule({
  id: 'FLK-JOB-47',
  severity: 'warning',
  rule:
    'Flink {release} ends the JobManager when the application has finished, ' +
    'and its Deployment starts it again, from the beginning',
  fix: 'use Flink {first} for a bounded job, or DeploymentMode.standalone() with ApplicationWorkload.job()',
  source: 'FLINK-25715',
  modes: ({ choosesWorkload, upgradesApplications }) => !choosesWorkload && !upgradesApplications,
  find({ cluster }, report) {
    if (endsWithApplication(cluster)) {
      report('mode', undefined, factsOf(cluster));
    }
  },
});

/** Rules about workloads, in the order in which they are checked. */
export const WORKLOAD_RULES: readonly ClusterRule[] = [
  DUPLICATE_JOBS,
  NOT_A_FIELD_OF_JOBS,
  WORKLOAD_OF_OTHER_MODE,
  FINISHED_APPLICATION_RESTARTS,
  FINISHED_APPLICATION_RESTARTS_IN_MODE,
];

/** Whether the JobManager ends when the application has finished, although Kubernetes keeps it running. */
function endsWithApplication({ job, version }: ClusterModel): boolean {
  return job?.workload?.kind !== 'Job' && version._isSupported && !version._can('outlivesApplications');
}

function factsOf({ version }: ClusterModel): { readonly release: string; readonly first: string } {
  return { release: version.releaseLine, first: firstRelease('outlivesApplications') };
}
