import { type FlinkPolicyRule } from '../../props/contribution';

const ALL = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/**
 * The permissions that the operator's Helm chart grants to the pods of its clusters, as written since operator 1.9.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/operations/rbac/
 */
export const CHART_RULES: readonly FlinkPolicyRule[] = [
  { apiGroups: [''], resources: ['pods', 'configmaps'], verbs: ALL },
  { apiGroups: ['apps'], resources: ['deployments', 'deployments/finalizers'], verbs: ALL },
];

/** The ServiceAccount that the operator's Helm chart creates for the pods of its clusters. */
export const CHART_SERVICE_ACCOUNT = 'flink';
