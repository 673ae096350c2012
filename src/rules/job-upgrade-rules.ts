import { type ClusterRule, clusterRule } from './cluster-rule';
import { isHighlyAvailable } from '../configuration/high-availability';
import { type ModeTraits } from '../model/mode-traits';
import { Sources } from '../validation/rule';

/** Rules about changes of a running application: without the operator, no controller suspends or upgrades it. */

const withoutController = ({ upgradesApplications }: ModeTraits): boolean => !upgradesApplications;

export const REFUSED_UPGRADE_OF_APPLICATION = clusterRule({
  id: 'FLK-JOB-41',
  severity: 'error',
  rule: 'only the submission of a job to a session cluster can refuse a change',
  fix: 'use another upgrade mode',
  source: Sources.FLINK,
  find({ cluster: { job } }, report) {
    if (job?.upgradeMode === 'fail') {
      report('job.upgradeMode', job.upgradeMode);
    }
  },
});

export const NONCES_WITHOUT_OPERATOR = clusterRule({
  id: 'FLK-OPM-06',
  severity: 'warning',
  rule: 'only the Flink Kubernetes Operator reacts to these numbers, and it does not manage this cluster',
  fix: 'use DeploymentMode.operator(), or remove it',
  source: 'Flink Kubernetes Operator',
  modes: withoutController,
  find({ cluster: { job } }, report) {
    if (job?.nonces !== undefined) {
      report('job.nonces');
    }
  },
});

export const SUSPENDED_APPLICATION = clusterRule({
  id: 'FLK-JOB-42',
  severity: 'error',
  rule: 'an application cannot be suspended in {mode} mode',
  fix: 'use DeploymentMode.operator(), or a FlinkSessionJob',
  source: Sources.FLINK,
  modes: withoutController,
  find({ cluster: { job }, traits }, report) {
    if (job?.state === 'suspended') {
      report('job.state', job.state, { mode: traits.name });
    }
  },
});

export const SAVEPOINT_UPGRADE_OF_APPLICATION = clusterRule({
  id: 'FLK-JOB-12',
  severity: 'error',
  rule: 'no savepoint is taken when an application changes in {mode} mode',
  fix: 'use DeploymentMode.operator(), or a FlinkSessionJob',
  source: Sources.FLINK,
  modes: withoutController,
  find({ cluster: { job }, traits }, report) {
    if (job?.upgradeMode === 'savepoint') {
      report('job.upgradeMode', job.upgradeMode, { mode: traits.name });
    }
  },
});

export const LAST_STATE_WITHOUT_HIGH_AVAILABILITY = clusterRule({
  id: 'FLK-JOB-43',
  severity: 'error',
  rule: 'without high availability a new JobManager does not find the last checkpoint',
  fix: 'configure high availability',
  source: Sources.FLINK,
  modes: withoutController,
  find({ cluster: { job, options } }, report) {
    if (job?.upgradeMode === 'last-state' && !isHighlyAvailable(options)) {
      report('job.upgradeMode', job.upgradeMode);
    }
  },
});

export const STATELESS_WITH_HIGH_AVAILABILITY = clusterRule({
  id: 'FLK-JOB-44',
  severity: 'error',
  rule: 'with high availability a changed application resumes from its last checkpoint',
  fix: 'write UpgradeMode.LAST_STATE',
  source: Sources.FLINK,
  modes: withoutController,
  find({ cluster: { job, options } }, report) {
    if (job?.upgradeMode === 'stateless' && isHighlyAvailable(options)) {
      report('job.upgradeMode', job.upgradeMode);
    }
  },
});

/** Rules about changes of an application, in the order in which they are checked. */
export const UPGRADE_RULES: readonly ClusterRule[] = [
  REFUSED_UPGRADE_OF_APPLICATION,
  NONCES_WITHOUT_OPERATOR,
  SUSPENDED_APPLICATION,
  SAVEPOINT_UPGRADE_OF_APPLICATION,
  LAST_STATE_WITHOUT_HIGH_AVAILABILITY,
  STATELESS_WITH_HIGH_AVAILABILITY,
];
