import { type NativeCluster } from './native-model';
import { KubernetesJobManagerParameters } from './parameters/job-manager-parameters';
import { manifestOf } from './pod-template';
import { dropUnknownFields } from './template-fields';
import { recommendedLabels } from '../../kubernetes/labels';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { type FlinkPod } from '../../model/flink-pod';
import { type Manifest } from '../../model/manifest';
import { extraObjects } from '../shared/extra-objects';

/** The Deployment of the JobManager; Flink creates the TaskManagers. */
export function workloads(cluster: ClusterModel, pod: (role: RoleModel) => FlinkPod): Manifest[] {
  return [deployment(cluster as NativeCluster, pod), ...extraObjects(cluster)];
}

/** A pod as the Deployment or, for a TaskManager, the JobManager creates it. */
export function preview(cluster: ClusterModel, role: RoleModel, pod: (role: RoleModel) => FlinkPod): ManifestJson {
  const { version } = cluster;
  const manifest = manifestOf(pod(role), version._can('writesEmptyMaps'));
  if (role.role === 'jobManager') {
    return { apiVersion: 'v1', kind: 'Pod', ...manifest };
  }
  const { kind = 'Pod' } = (cluster as NativeCluster).native.taskManagerTemplate ?? {};
  const read = { apiVersion: 'v1', kind, ...manifest };
  return version._can('keepsUnknownPodFields') ? read : dropUnknownFields(read, version);
}

function deployment(cluster: NativeCluster, pod: (role: RoleModel) => FlinkPod): Manifest {
  const { isBare } = cluster.native;
  const { jobManager, version } = cluster;
  const parameters = new KubernetesJobManagerParameters(cluster);
  return {
    owner: 'jobManager',
    id: 'Deployment',
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: parameters.clusterId,
    ...metadata(cluster, parameters),
    ownerReferences: parameters.ownerReferences.map((owner) => ({
      ...parameters.release.defaultOwner,
      ...ownerReference(owner),
    })),
    sendsEmptyAnnotations: isBare && version._can('annotatesDeployment') && version._can('writesEmptyMaps'),
    fields: ['spec'],
    body: () => ({ spec: deploymentSpec(cluster, parameters, pod(jobManager)) }),
  };
}

function metadata(
  cluster: NativeCluster,
  { annotations, clusterId, labels }: KubernetesJobManagerParameters,
): Pick<Manifest, 'labels' | 'annotations' | 'namespace'> {
  const own = cluster.version._can('annotatesDeployment') ? annotations : {};
  return cluster.native.isBare
    ? { labels, annotations: own, namespace: { name: undefined } }
    : {
        labels: { ...cluster.labels, ...recommendedLabels(clusterId, 'jobmanager'), ...labels },
        annotations: { ...cluster.annotations, ...own },
      };
}

function deploymentSpec(
  { native, jobManager, version }: NativeCluster,
  { isHighlyAvailable, replicas, selectors }: KubernetesJobManagerParameters,
  pod: FlinkPod,
): ManifestJson {
  const usual = isHighlyAvailable || native.isBare ? undefined : { type: 'Recreate' };
  const { strategy = usual, revisionHistoryLimit } = jobManager;
  return {
    replicas,
    ...(revisionHistoryLimit === undefined ? {} : { revisionHistoryLimit }),
    selector: { matchLabels: selectors },
    ...(strategy === undefined ? {} : { strategy }),
    template: manifestOf(pod, version._can('writesEmptyMaps')),
  };
}

const STRINGS = ['apiVersion', 'kind', 'name', 'uid'];
const FLAGS = ['controller', 'blockOwnerDeletion'];

function ownerReference(fields: ReadonlyMap<string, string>): ManifestJson {
  return Object.fromEntries([
    ...STRINGS.filter((field) => fields.has(field)).map((field) => [field, fields.get(field)]),
    ...FLAGS.filter((field) => fields.has(field)).map((field) => [field, fields.get(field)!.toLowerCase() === 'true']),
  ]);
}
