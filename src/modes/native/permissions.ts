import { type Client } from './client';
import { type ClusterModel } from '../../model/cluster-model';
import { type Role } from '../../model/role';
import { type FlinkPolicyRule } from '../../props/contribution';

/** Permissions of the JobManager to create and delete TaskManagers. */
const TASK_MANAGERS: readonly FlinkPolicyRule[] = [
  { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch', 'create', 'delete'] },
  { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'delete'] },
  // For clusters such as OpenShift, which check owners that block a deletion.
  { apiGroups: ['apps'], resources: ['deployments/finalizers'], verbs: ['update'] },
];
const HOST_NETWORK: readonly FlinkPolicyRule[] = [
  { apiGroups: [''], resources: ['services'], verbs: ['get', 'update'] },
];

/** Adds the permissions that the JobManager needs at run time, and the ServiceAccounts that options name. */
export function withPermissions(cluster: ClusterModel, client: Client): ClusterModel {
  if (client.isBare) {
    return cluster;
  }
  const { jobManager, taskManager } = cluster;
  const network = hasHostNetwork(cluster) ? HOST_NETWORK : [];
  return {
    ...cluster,
    jobManager: {
      ...jobManager,
      serviceAccountName: serviceAccountName(cluster, 'jobManager'),
      rules: [...TASK_MANAGERS, ...network, ...jobManager.rules],
    },
    taskManager: { ...taskManager, serviceAccountName: serviceAccountName(cluster, 'taskManager') },
  };
}

/** Whether an option lets the pods share the network of their nodes. */
export function hasHostNetwork({ options }: ClusterModel): boolean {
  return options.get('kubernetes.hostnetwork.enabled')?.toLowerCase() === 'true';
}

function serviceAccountName({ options, ...cluster }: ClusterModel, role: Role): string | undefined {
  const { serviceAccountName: own, flinkRole } = cluster[role];
  return own ?? options.get(`kubernetes.${flinkRole}.service-account`) ?? options.get('kubernetes.service-account');
}
