import { isHighlyAvailable } from '../../configuration/high-availability';
import { selectorLabels } from '../../kubernetes/labels';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { type FlinkPod, toPodTemplate } from '../../model/flink-pod';
import { type Manifest } from '../../model/manifest';
import { extraObjects } from '../shared/extra-objects';
import { objectNames } from '../shared/names';
import { objectMetadata } from '../shared/objects';

/** One Deployment per role, and what features want beside them. */
export function workloads(cluster: ClusterModel, pod: (role: RoleModel) => FlinkPod): Manifest[] {
  return [deployment(cluster, cluster.jobManager, pod), deployment(cluster, cluster.taskManager, pod), ...extraObjects(cluster)];
}

function deployment(cluster: ClusterModel, role: RoleModel, pod: (role: RoleModel) => FlinkPod): Manifest {
  const { clusterName } = cluster;
  // Two JobManagers without high availability are two clusters behind one Service, even for the moments of a rolling update.
  const strategy = role.strategy ?? (role.role === 'jobmanager' && !isHighlyAvailable(cluster.options) ? { type: 'Recreate' } : undefined);
  return {
    owner: role.role === 'jobmanager' ? 'jobManager' : 'taskManager',
    id: 'Default',
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: objectNames.workload(clusterName, role.role),
    ...objectMetadata(cluster, role.role),
    fields: ['spec'],
    body: () => ({
      spec: {
        replicas: role.replicas,
        ...(role.revisionHistoryLimit === undefined ? {} : { revisionHistoryLimit: role.revisionHistoryLimit }),
        selector: { matchLabels: selectorLabels(clusterName, role.role) },
        ...(strategy === undefined ? {} : { strategy }),
        template: toPodTemplate(pod(role)),
      },
    }),
  };
}
