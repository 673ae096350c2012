import { type ClusterContext, type ClusterRule, clusterRule } from './cluster-rule';
import { jobRule } from './job-context';
import { Keys } from '../configuration/keys';

/** Rules about the slots that a job needs and gets. */

const REACTIVE_MODE = 'Flink: reactive mode';

export const MORE_SUBTASKS_THAN_SLOTS = jobRule({
  id: 'FLK-JOB-04',
  severity: 'error',
  rule: '{slots} slots × {replicas} TaskManagers = {total} slots, so the job would wait forever for slots',
  fix: 'increase taskSlots or replicas, or decrease the parallelism',
  source: 'Flink: NoResourceAvailableException',
  find({ job: { parallelism = 0 }, traits, cluster }, report) {
    if (!traits.fixedTaskManagers || cluster === undefined) {
      return;
    }
    const { options, taskManager } = cluster;
    const { replicas } = taskManager;
    const slots = options.integer(Keys.TASK_SLOTS) ?? 0;
    // An adaptive scheduler runs the job with fewer slots.
    const isAdaptive =
      options.get(Keys.SCHEDULER_MODE) !== undefined || options.get(Keys.SCHEDULER)?.toLowerCase() === 'adaptive';
    if (slots > 0 && parallelism > slots * replicas && !isAdaptive) {
      report('job.parallelism', parallelism, { slots, replicas, total: slots * replicas });
    }
  },
});

const SCHEDULER_MODE = `configuration.${Keys.SCHEDULER_MODE}`;

export const REACTIVE_MODE_IMPOSSIBLE = clusterRule({
  id: 'FLK-JOB-21',
  severity: 'error',
  rule: 'Flink supports reactive mode only for standalone applications',
  fix: 'use a FlinkApplicationCluster with DeploymentMode.standalone(), or jobmanager.scheduler: adaptive',
  source: REACTIVE_MODE,
  find(context, report) {
    if (!canBeReactive(context)) {
      report(SCHEDULER_MODE);
    }
  },
});

export const REACTIVE_BATCH_JOB = clusterRule({
  id: 'FLK-JOB-49',
  severity: 'error',
  rule: 'reactive mode only runs streaming jobs',
  fix: 'remove execution.runtime-mode: BATCH',
  source: REACTIVE_MODE,
  find(context, report) {
    if (canBeReactive(context) && context.cluster.options.get(Keys.RUNTIME_MODE)?.toUpperCase() === 'BATCH') {
      report(SCHEDULER_MODE);
    }
  },
});

export const REPLICAS_WITH_AUTOSCALER = clusterRule({
  id: 'FLK-JOB-50',
  severity: 'error',
  rule: 'the autoscaler sets the number of TaskManagers',
  fix: 'remove it, and set minReplicas of ReactiveMode.autoscaled()',
  source: REACTIVE_MODE,
  find({ cluster: { taskManager } }, report) {
    if (taskManager.isScaled && taskManager.stated.replicas !== undefined) {
      report('taskManager.replicas');
    }
  },
});

/** Rules about reactive mode, in the order in which they are checked. */
export const REACTIVE_RULES: readonly ClusterRule[] = [
  REACTIVE_MODE_IMPOSSIBLE,
  REACTIVE_BATCH_JOB,
  REPLICAS_WITH_AUTOSCALER,
];

/** The operator, which can run standalone clusters, too, checks this itself. */
function canBeReactive({ cluster: { job }, traits: { decidesOnReactiveMode } }: ClusterContext): boolean {
  return decidesOnReactiveMode === 'operator' || (decidesOnReactiveMode === 'application' && job !== undefined);
}
