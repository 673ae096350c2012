import { clusterRule, type ClusterRule } from './cluster-rule';
import { isForOperator } from '../configuration/keys';

/** Rules about settings that only the Flink Kubernetes Operator acts on. */

const OPERATOR = 'Flink Kubernetes Operator';

export const OPTION_FOR_OPERATOR = clusterRule({
  id: 'FLK-OPM-05',
  severity: 'warning',
  rule: 'only the Flink Kubernetes Operator reads this option (set by {source}), and this cluster does not use it',
  fix: 'use DeploymentMode.operator(), or remove it',
  source: OPERATOR,
  reads: ['kubernetes.operator.', 'job.autoscaler.'],
  modes: ({ readsOperatorOptions }) => !readsOperatorOptions,
  find({ cluster }, report) {
    for (const { key, value, source } of cluster.options.stated.filter((entry) => isForOperator(entry.key))) {
      report(`configuration.${key}`, value, { source });
    }
  },
});

export const NONCE_FOR_OPERATOR = clusterRule({
  id: 'FLK-OPM-06',
  severity: 'warning',
  rule: 'only the Flink Kubernetes Operator acts on nonces, and this cluster does not use it',
  fix: 'use DeploymentMode.operator(), or remove it',
  source: OPERATOR,
  needs: 'job',
  modes: ({ upgradesApplications }) => !upgradesApplications,
  find({ cluster: { job } }, report) {
    if (job?.nonces !== undefined) {
      report('job.nonces');
    }
  },
});

/** Rules about options. */
export const OPERATOR_OPTION_RULES: readonly ClusterRule[] = [OPTION_FOR_OPERATOR];

/** Rules about jobs. */
export const OPERATOR_JOB_RULES: readonly ClusterRule[] = [NONCE_FOR_OPERATOR];
