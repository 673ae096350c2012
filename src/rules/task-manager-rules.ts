import { type ClusterRule, clusterRule } from './cluster-rule';
import { Sources } from '../validation/rule';

/** Rules about properties of TaskManagers that exclude each other or the mode. */

export const VOLUMES_WITHOUT_STATEFUL_SET = clusterRule({
  id: 'FLK-STATE-03',
  severity: 'error',
  rule: 'pods of TaskManagers have no stable ordinal in {mode} mode, so a replacement cannot reattach the volume',
  fix: 'use DeploymentMode.standalone(), or LocalRecovery.podStorage()',
  source: 'Flink: local recovery',
  modes: ({ keepsTaskManagerVolumes }) => !keepsTaskManagerVolumes,
  find({ traits: { name: mode } }, report) {
    report.on('taskManager')('localRecovery', undefined, { mode });
  },
});

export const STRATEGY_WITH_VOLUMES = clusterRule({
  id: 'FLK-STATE-04',
  severity: 'error',
  rule: 'volumes for local recovery need a StatefulSet, which replaces its pods one by one',
  fix: 'remove the strategy',
  source: Sources.KUBERNETES,
  modes: ({ keepsTaskManagerVolumes }) => keepsTaskManagerVolumes,
  find({ cluster: { taskManager } }, report) {
    if (taskManager.strategy !== undefined) {
      report.on('taskManager')('strategy', taskManager.strategy.type);
    }
  },
});

/** Rules about clusters with volumes for local recovery. */
export const VOLUME_CLAIM_RULES: readonly ClusterRule[] = [VOLUMES_WITHOUT_STATEFUL_SET, STRATEGY_WITH_VOLUMES];

export const PROBE_WITHOUT_REST_ENDPOINT = clusterRule({
  id: 'FLK-POD-12',
  severity: 'error',
  rule: 'a TaskManager has no REST endpoint, which this probe requests',
  fix: 'use FlinkProbe.tcpSocket() or FlinkProbe.exec()',
  source: Sources.FLINK,
  find({ cluster: { taskManager } }, report) {
    for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
      if (taskManager[probe]?._asksRest) {
        report.on('taskManager')(probe);
      }
    }
  },
});

/** Rules about clusters whose TaskManagers have probes. */
export const TASK_MANAGER_PROBE_RULES: readonly ClusterRule[] = [PROBE_WITHOUT_REST_ENDPOINT];
