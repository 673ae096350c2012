import { type NativeCluster } from './native-model';
import { KubernetesJobManagerParameters } from './parameters/job-manager-parameters';
import { manifestOf } from './pod-template';
import { releaseOf } from './release';
import { dropUnknownFields } from './template-fields';
import { recommendedLabels } from '../../kubernetes/labels';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { type FlinkPod } from '../../model/flink-pod';
import { type Manifest } from '../../model/manifest';
import { extraObjects } from '../shared/extra-objects';

/** The JobManager's Deployment; TaskManagers are made by Flink. */
export function workloads(cluster: ClusterModel, pod: (role: RoleModel) => FlinkPod): Manifest[] {
  return [deployment(cluster as NativeCluster, pod), ...extraObjects(cluster)];
}

/** A pod as the JobManager's workload, or the JobManager, makes it. */
export function preview(cluster: ClusterModel, role: RoleModel, pod: (role: RoleModel) => FlinkPod): ManifestJson {
  const { kind = 'Pod' } =
    role.role === 'taskManager' ? ((cluster as NativeCluster).native.taskManagerTemplate ?? {}) : {};
  const { keepsUnknownFields, sendsEmptyMaps } = releaseOf(cluster.version);
  const manifest = { apiVersion: 'v1', kind, ...manifestOf(pod(role), sendsEmptyMaps) };
  return role.role === 'taskManager' && !keepsUnknownFields ? dropUnknownFields(manifest, cluster.version) : manifest;
}

function deployment(cluster: NativeCluster, pod: (role: RoleModel) => FlinkPod): Manifest {
  const parameters = new KubernetesJobManagerParameters(cluster);
  const { clusterId, replicas, selectors, release, ownerReferences } = parameters;
  const { isBare } = cluster.native;
  const annotations = release.annotatesDeployment ? parameters.annotations : {};
  const { strategy = parameters.isHighlyAvailable || isBare ? undefined : { type: 'Recreate' }, revisionHistoryLimit } =
    cluster.jobManager;
  return {
    owner: 'jobManager',
    id: 'Deployment',
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: clusterId,
    labels: isBare
      ? parameters.labels
      : { ...cluster.labels, ...recommendedLabels(clusterId, 'jobmanager'), ...parameters.labels },
    annotations: isBare ? annotations : { ...cluster.annotations, ...annotations },
    ...(isBare ? { namespace: { name: undefined } } : {}),
    ownerReferences: ownerReferences.map((owner) => ({ ...release.defaultOwner, ...ownerReference(owner) })),
    sendsEmptyAnnotations: isBare && release.annotatesDeployment && release.sendsEmptyMaps,
    fields: ['spec'],
    body: () => ({
      spec: {
        replicas,
        ...(revisionHistoryLimit === undefined ? {} : { revisionHistoryLimit }),
        selector: { matchLabels: selectors },
        ...(strategy === undefined ? {} : { strategy }),
        template: manifestOf(pod(cluster.jobManager), release.sendsEmptyMaps),
      },
    }),
  };
}

const TEXTS = ['apiVersion', 'kind', 'name', 'uid'];
const FLAGS = ['controller', 'blockOwnerDeletion'];

function ownerReference(given: ReadonlyMap<string, string>): ManifestJson {
  return Object.fromEntries([
    ...TEXTS.filter((field) => given.has(field)).map((field) => [field, given.get(field)]),
    ...FLAGS.filter((field) => given.has(field)).map((field) => [field, given.get(field)!.toLowerCase() === 'true']),
  ]);
}
