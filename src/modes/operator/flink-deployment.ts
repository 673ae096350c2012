import { factorTemplates } from './factor-templates';
import { type OperatorModel } from './operator-model';
import { isSaidInResource, limitFactors, resourceFields } from './resources';
import { recommendedLabels } from '../../kubernetes/labels';
import { type Wire } from '../../kubernetes/wire';
import { type RoleModel } from '../../model/cluster-model';
import { type FlinkPod } from '../../model/flink-pod';
import { Hardening } from '../../model/hardening';
import { type Manifest } from '../../model/manifest';
import { CHART_ACCOUNT } from '../shared/chart-access';
import { extraObjects } from '../shared/extra-objects';

/** The one resource that stands for the whole cluster, and what features want beside it. */
export function flinkDeployment(cluster: OperatorModel, pod: (role: RoleModel) => FlinkPod): Manifest[] {
  const isBare = cluster.hardening === Hardening.NONE;
  const deployment: Manifest = {
    owner: 'config',
    standsFor: ['jobManager', 'taskManager'],
    id: 'Default',
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    name: cluster.clusterName,
    labels: isBare ? cluster.labels : { ...cluster.labels, ...recommendedLabels(cluster.clusterName) },
    annotations: cluster.annotations,
    fields: ['spec'],
    body: () => ({ spec: spec(cluster, pod) }),
  };
  return [deployment, ...extraObjects(cluster)];
}

function spec(cluster: OperatorModel, pod: (role: RoleModel) => FlinkPod): Wire {
  const { operator, version, jobManager, taskManager } = cluster;
  const templates = factorTemplates(template(cluster, jobManager, pod), template(cluster, taskManager, pod));
  return withoutEmpty({
    image: sharedImage(cluster),
    imagePullPolicy: sharedPullPolicy(cluster),
    flinkVersion: `v${version.majorVersion}_${version.minorVersion}`,
    serviceAccount: serviceAccount(cluster),
    mode: operator.mode,
    restartNonce: operator.restartNonce,
    ingress: operator.ingress,
    flinkConfiguration: flinkConfiguration(cluster),
    logConfiguration: Object.fromEntries([...cluster.files.values()].map((file) => [file.name, file._text ?? ''])),
    podTemplate: templates.common,
    jobManager: roleSpec(cluster, jobManager, templates.jobManager),
    taskManager: roleSpec(cluster, taskManager, templates.taskManager),
  });
}

function roleSpec(cluster: OperatorModel, role: RoleModel, podTemplate: Wire | undefined): Wire {
  return withoutEmpty({ replicas: role.stated.replicas, ...resourceFields(cluster, role), podTemplate });
}

/** Names by which operators with an older Flink inside look for an option that is called otherwise today; Flink reads both. */
const OLD_NAMES: ReadonlyMap<string, string> = new Map([
  ['execution.checkpointing.dir', 'state.checkpoints.dir'],
  ['execution.checkpointing.savepoint-dir', 'state.savepoints.dir'],
]);

/** Flat texts: every release of the operator reads them, and takes them for the same as nested maps. */
function flinkConfiguration(cluster: OperatorModel): Wire {
  const isOld = !cluster.isAtLeast('1.11');
  const options = cluster.options.entries.filter((entry) => !isSaidInResource(entry))
    .map(({ key, spelt = key, value }) => [isOld ? OLD_NAMES.get(key) ?? spelt : spelt, value] as const);
  return Object.fromEntries([...options, ...limitFactors(cluster), ...accounts(cluster)]) as Wire;
}

/** One account for both roles stands in the field; a second one in Flink's option for it. */
function serviceAccount({ jobManager, taskManager, hardening }: OperatorModel): string | undefined {
  return jobManager.serviceAccountName ?? taskManager.serviceAccountName ?? (hardening === Hardening.NONE ? undefined : CHART_ACCOUNT);
}

function accounts(cluster: OperatorModel): [string, string][] {
  const { taskManager: { serviceAccountName: own } } = cluster;
  return own === undefined || own === serviceAccount(cluster) ? [] : [['kubernetes.taskmanager.service-account', own]];
}

/** One image for both roles stands in the field; two stand in the templates, which Flink reads where the field is empty. */
function sharedImage({ jobManager, taskManager, hardening }: OperatorModel): string | undefined {
  const isStated = jobManager.stated.image || taskManager.stated.image;
  return jobManager.image === taskManager.image && (isStated || hardening !== Hardening.NONE) ? jobManager.image : undefined;
}

function sharedPullPolicy({ jobManager, taskManager }: OperatorModel): string | undefined {
  return jobManager.stated.imagePullPolicy === taskManager.stated.imagePullPolicy ? jobManager.stated.imagePullPolicy : undefined;
}

/** The role's pod as a template; none where it says nothing. */
function template(cluster: OperatorModel, role: RoleModel, pod: (role: RoleModel) => FlinkPod): Wire | undefined {
  const { metadata: { labels, annotations }, spec: podSpec, main } = pod(role);
  const container = withoutEmpty({
    ...main,
    image: cluster.jobManager.image === cluster.taskManager.image ? undefined : role.image,
    imagePullPolicy: sharedPullPolicy(cluster) === undefined ? role.stated.imagePullPolicy : undefined,
  });
  const { containers: beside = [], ...rest } = podSpec as { containers?: Wire[] };
  const needsMain = Object.keys(container).length > 1 || beside.length > 0 || role.override !== undefined;
  const filled = withoutEmpty({
    metadata: withoutEmpty({ labels, annotations }),
    spec: { ...rest, ...(needsMain ? { containers: [container, ...beside] } : {}) },
  });
  return Object.keys(filled).length === 0 ? undefined : filled;
}

/** Without fields that say nothing: absent ones, and maps without entries, which are the same to the operator. */
function withoutEmpty(fields: Wire): Wire {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && !isEmptyMap(value)));
}

function isEmptyMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
