import { type ClusterRule, clusterRule } from './cluster-rule';
import { type FlinkOptions } from '../configuration/flink-options';
import { isHighlyAvailable } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { isAdaptive } from '../configuration/scheduler';
import { Sources } from '../validation/rule';

/** Rules about the number of JobManagers, TaskManagers and slots. */

/** The default of Flink. */
const DEFAULT_SLOTS = 1;
/** More slots than this in one JVM are probably unintended. */
const MANY_SLOTS = 128;

export const SEVERAL_JOB_MANAGERS = clusterRule({
  id: 'FLK-REP-01',
  severity: 'error',
  rule: 'several JobManagers without high availability are several clusters behind one Service',
  fix: 'use one, or configure high availability',
  source: 'Flink: standby JobManagers',
  find({ cluster: { jobManager, options } }, report) {
    if (jobManager.replicas > 1 && !isHighlyAvailable(options)) {
      report.on('jobManager')('replicas', jobManager.replicas);
    }
  },
});

export const ROLLING_JOB_MANAGERS = clusterRule({
  id: 'FLK-REP-02',
  severity: 'error',
  rule: 'during a rolling update two JobManagers run, which are two clusters without high availability',
  fix: 'use RolloutStrategy.recreate(), or configure high availability',
  source: 'Flink: standby JobManagers',
  find({ cluster: { jobManager, options } }, report) {
    if (jobManager.strategy?.type === 'RollingUpdate' && !isHighlyAvailable(options)) {
      report.on('jobManager')('strategy', 'RollingUpdate');
    }
  },
});

export const INVALID_SLOTS = clusterRule({
  id: 'FLK-REP-03',
  severity: 'error',
  rule: 'expected an integer of at least 1 as the number of slots',
  fix: 'use a number such as 2',
  source: Sources.FLINK,
  find({ cluster: { options } }, report) {
    if (slotsOf(options) === undefined) {
      report.on('taskManager')('taskSlots', options.get(Keys.TASK_SLOTS));
    }
  },
});

export const MANY_SLOTS_IN_ONE_PROCESS = clusterRule({
  id: 'FLK-REP-04',
  severity: 'warning',
  rule: 'all these slots share one JVM',
  fix: 'use more TaskManagers with fewer slots',
  source: Sources.LIBRARY,
  find({ cluster: { options } }, report) {
    const slots = slotsOf(options);
    if (slots !== undefined && slots > MANY_SLOTS) {
      report.on('taskManager')('taskSlots', slots);
    }
  },
});

export const INVALID_PARALLELISM = clusterRule({
  id: 'FLK-REP-06',
  severity: 'error',
  rule: 'expected an integer of at least 1 as the parallelism',
  fix: 'use a number such as 2',
  source: Sources.FLINK,
  reads: [Keys.PARALLELISM],
  find({ cluster: { options } }, report) {
    const parallelism = options.get(Keys.PARALLELISM);
    if (parallelism !== undefined && positive(options.integer(Keys.PARALLELISM)) === undefined) {
      report(`configuration.${Keys.PARALLELISM}`, parallelism);
    }
  },
});

export const TOO_FEW_SLOTS = clusterRule({
  id: 'FLK-REP-05',
  severity: 'warning',
  rule: '{slots} slots × {replicas} TaskManagers = {total} slots, so a job of default parallelism would wait forever',
  fix: 'raise taskSlots or replicas, or lower the parallelism',
  source: 'Flink: NoResourceAvailableException',
  reads: [Keys.PARALLELISM],
  modes: ({ fixedTaskManagers }) => fixedTaskManagers,
  find({ cluster: { job, options, taskManager } }, report) {
    const { replicas } = taskManager;
    const parallelism = options.integer(Keys.PARALLELISM);
    const slots = slotsOf(options);
    if (parallelism === undefined || slots === undefined || job?.parallelism !== undefined) {
      return;
    }
    if (parallelism > slots * replicas && !isAdaptive(options)) {
      const facts = { slots, replicas, total: slots * replicas };
      report(`configuration.${Keys.PARALLELISM}`, parallelism, facts);
    }
  },
});

/** The slots of a TaskManager, unless their number is invalid. */
function slotsOf(options: FlinkOptions): number | undefined {
  return options.get(Keys.TASK_SLOTS) === undefined ? DEFAULT_SLOTS : positive(options.integer(Keys.TASK_SLOTS));
}

function positive(number: number | undefined): number | undefined {
  return number !== undefined && number >= 1 ? number : undefined;
}

export const SCALE_RULES: readonly ClusterRule[] = [
  SEVERAL_JOB_MANAGERS,
  ROLLING_JOB_MANAGERS,
  INVALID_SLOTS,
  MANY_SLOTS_IN_ONE_PROCESS,
  INVALID_PARALLELISM,
  TOO_FEW_SLOTS,
];
