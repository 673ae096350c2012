import { hash } from 'node:crypto';
import { isHighlyAvailable } from '../../configuration/high-availability';
import { selectorLabels } from '../../kubernetes/labels';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { type FlinkPod, toPodTemplate } from '../../model/flink-pod';
import { type WorkloadModel } from '../../model/job-model';
import { type Manifest } from '../../model/manifest';
import { extraObjects } from '../shared/extra-objects';
import { objectNames } from '../shared/names';
import { objectMetadata } from '../shared/objects';
import { REPLACED } from '../shared/replaced';

/** One workload per role, and the objects that features add. */
export function workloads(cluster: ClusterModel, pod: (role: RoleModel) => FlinkPod): Manifest[] {
  const { jobManager, taskManager } = cluster;
  const workload = cluster.job?.workload;
  return [
    workload?.kind === 'Job'
      ? job(cluster, jobManager, workload, () => pod(jobManager))
      : deployment(cluster, jobManager, () => pod(jobManager)),
    taskManager.volumeClaimTemplates.length > 0
      ? statefulSet(cluster, taskManager, () => pod(taskManager))
      : deployment(cluster, taskManager, () => pod(taskManager)),
    ...extraObjects(cluster),
  ];
}

function deployment(cluster: ClusterModel, role: RoleModel, pod: () => FlinkPod): Manifest {
  // Without high availability, two JobManagers during a rolling update would be two clusters with one Service.
  const strategy =
    role.strategy ??
    (role.role === 'jobManager' && !isHighlyAvailable(cluster.options) ? { type: 'Recreate' } : undefined);
  return {
    ...workloadOf(cluster, role),
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    body: () => ({
      spec: {
        ...replicated(cluster, role),
        ...(strategy === undefined ? {} : { strategy }),
        template: toPodTemplate(pod()),
      },
    }),
  };
}

/** Pods that keep their volumes. TaskManagers do not wait for each other, so their pods start in parallel. */
function statefulSet(cluster: ClusterModel, role: RoleModel, pod: () => FlinkPod): Manifest {
  return {
    ...workloadOf(cluster, role),
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    body: () => ({
      spec: {
        ...replicated(cluster, role),
        serviceName: objectNames.taskManagerService(cluster.clusterName),
        podManagementPolicy: 'Parallel',
        template: toPodTemplate(pod()),
        volumeClaimTemplates: role.volumeClaimTemplates,
      },
    }),
  };
}

function replicated(
  { clusterName }: ClusterModel,
  { flinkRole, replicas, isScaled, revisionHistoryLimit }: RoleModel,
): ManifestJson {
  const spec: ManifestJson = {};
  if (!isScaled) {
    spec.replicas = replicas;
  }
  if (revisionHistoryLimit !== undefined) {
    spec.revisionHistoryLimit = revisionHistoryLimit;
  }
  spec.selector = { matchLabels: selectorLabels(clusterName, flinkRole) };
  return spec;
}

/** The highest number of restarts: with high availability, each new JobManager resumes where the last one stopped. */
const NO_LIMIT = 2_147_483_647;

function job(cluster: ClusterModel, role: RoleModel, workload: WorkloadModel, pod: () => FlinkPod): Manifest {
  const { hasChecksumInName = false, replace = !hasChecksumInName } = workload;
  const { name, annotations, ...common } = workloadOf(cluster, role);
  const hasStandbys = isHighlyAvailable(cluster.options);
  const backoffLimit = workload.backoffLimit ?? (hasStandbys ? NO_LIMIT : undefined);
  const spec = (): ManifestJson => ({
    ...(backoffLimit === undefined ? {} : { backoffLimit }),
    ...(hasStandbys ? { parallelism: role.replicas } : {}),
    template: restartedOnFailure(toPodTemplate(pod())),
  });
  return {
    ...common,
    apiVersion: 'batch/v1',
    kind: 'Job',
    name: hasChecksumInName ? `${name}-${hash('sha256', JSON.stringify(spec())).slice(0, 6)}` : name,
    annotations: { ...(replace ? REPLACED : {}), ...annotations },
    body: () => ({ spec: spec() }),
  };
}

function restartedOnFailure(template: ManifestJson): ManifestJson {
  return { ...template, spec: { restartPolicy: 'OnFailure', ...(template.spec as ManifestJson) } };
}

function workloadOf(
  cluster: ClusterModel,
  { role, flinkRole }: RoleModel,
): Omit<Manifest, 'apiVersion' | 'kind' | 'body'> {
  return {
    owner: role,
    id: 'Default',
    name: objectNames.workload(cluster.clusterName, role),
    ...objectMetadata(cluster, flinkRole),
    fields: ['spec'],
  };
}
