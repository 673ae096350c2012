import { blueGreenSpec } from './blue-green-spec';
import { deploymentSpec } from './deployment-spec';
import { type FactoredTemplates, factorTemplates } from './factor-templates';
import { type OperatorModel } from './operator-model';
import { podTemplate } from './pod-template';
import { recommendedLabels } from '../../kubernetes/labels';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type RoleModel } from '../../model/cluster-model';
import { type FlinkPod } from '../../model/flink-pod';
import { type Manifest } from '../../model/manifest';
import { Hardening } from '../../props/hardening';
import { extraObjects } from '../shared/extra-objects';

const API_VERSION = 'flink.apache.org/v1beta1';

/** The resource of the whole cluster, and the objects that features add. */
export function flinkDeployment(cluster: OperatorModel, pod: (role: RoleModel) => FlinkPod): Manifest[] {
  const isBare = cluster.hardening === Hardening.NONE;
  const deployment: Manifest = {
    owner: 'config',
    standsFor: ['jobManager', 'taskManager'],
    id: 'Default',
    apiVersion: API_VERSION,
    kind: kindOf(cluster),
    name: cluster.clusterName,
    labels: isBare ? cluster.labels : { ...cluster.labels, ...recommendedLabels(cluster.clusterName) },
    annotations: cluster.annotations,
    fields: ['spec'],
    body: () => ({ spec: specOf(cluster, templates(cluster, pod)) }),
  };
  return [deployment, ...extraObjects(cluster)];
}

/** The resource for the rules of the operator; without pod templates if no pods are passed. */
export function resourceOf(cluster: OperatorModel, pod?: (role: RoleModel) => FlinkPod): ManifestJson {
  const { clusterName: name, namespace } = cluster;
  return {
    apiVersion: API_VERSION,
    kind: kindOf(cluster),
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    spec: specOf(cluster, pod === undefined ? {} : templates(cluster, pod)),
  };
}

/** The `spec` of the FlinkDeployment: of the resource itself, or of those that a blue/green deployment creates. */
export function deployedSpec(cluster: OperatorModel, pod: (role: RoleModel) => FlinkPod): ManifestJson {
  return deploymentSpec(cluster, templates(cluster, pod));
}

function kindOf({ blueGreen }: OperatorModel): string {
  return blueGreen === undefined ? 'FlinkDeployment' : 'FlinkBlueGreenDeployment';
}

function specOf(cluster: OperatorModel, factored: FactoredTemplates): ManifestJson {
  const spec = deploymentSpec(cluster, factored);
  return cluster.blueGreen === undefined ? spec : blueGreenSpec(cluster.blueGreen, spec);
}

function templates(cluster: OperatorModel, pod: (role: RoleModel) => FlinkPod): FactoredTemplates {
  const [jobManager, taskManager] = [cluster.jobManager, cluster.taskManager].map((role) =>
    podTemplate(cluster, role, pod(role)),
  );
  return factorTemplates(jobManager, taskManager);
}
