import { type FlinkPolicyRule } from '../../props/contribution';

const ALL = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/**
 * What the operator's chart allows the pods of its clusters, since operator 1.9 in these words.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/rbac/
 */
export const CHART_RULES: readonly FlinkPolicyRule[] = [
  { apiGroups: [''], resources: ['pods', 'configmaps'], verbs: ALL },
  { apiGroups: ['apps'], resources: ['deployments', 'deployments/finalizers'], verbs: ALL },
];

/** The account that the operator's chart makes for the pods of its clusters. */
export const CHART_ACCOUNT = 'flink';
