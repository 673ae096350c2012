import { type FactoredTemplates } from './factor-templates';
import { jobOptions, jobSpec, parallelismOf } from './job-spec';
import { type OperatorModel } from './operator-model';
import { optionMap } from './option-map';
import { isInResource, limitFactors, resourceFields } from './resources';
import { sharedImage, sharedPullPolicy } from './shared-image';
import { withoutEmpty } from './without-empty';
import { type ManifestJson } from '../../kubernetes/manifest-json';
import { type RoleModel } from '../../model/cluster-model';
import { Hardening } from '../../props/hardening';
import { CHART_SERVICE_ACCOUNT } from '../shared/chart-access';
import { restServiceOptions } from '../shared/rest-service';

/** The `spec` of a FlinkDeployment. Settings without a field of their own are options. */
export function deploymentSpec(cluster: OperatorModel, templates: FactoredTemplates): ManifestJson {
  const { operator, version, job, jobManager, taskManager } = cluster;
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
    job: job === undefined ? undefined : jobSpec(job, parallelismOf(cluster)),
  });
}

function roleSpec(cluster: OperatorModel, role: RoleModel, podTemplate: ManifestJson | undefined): ManifestJson {
  return withoutEmpty({ replicas: role.stated.replicas, ...resourceFields(cluster, role), podTemplate });
}

/** Old names of options, which operators with an older Flink look for. Flink itself reads both names. */
const OLD_NAMES: ReadonlyMap<string, string> = new Map([
  ['execution.checkpointing.dir', 'state.checkpoints.dir'],
  ['execution.checkpointing.savepoint-dir', 'state.savepoints.dir'],
]);

function flinkConfiguration(cluster: OperatorModel): ManifestJson {
  const isOld = !cluster.release.can('knowsCurrentCheckpointKeys');
  const options = cluster.options.entries
    .filter((entry) => !isInResource(entry))
    .map(({ key, spelt = key, value }) => [isOld ? (OLD_NAMES.get(key) ?? spelt) : spelt, value] as const);
  const ofJob =
    cluster.job === undefined
      ? []
      : jobOptions(cluster.job, cluster.version).map(({ key, value }) => [key, value] as const);
  return optionMap(
    [...options, ...limitFactors(cluster), ...taskManagerServiceAccount(cluster), ...ofJob, ...restService(cluster)],
    cluster.release,
  );
}

/** The ServiceAccount of both roles. If TaskManagers have another one, it is an option. */
function serviceAccount({ jobManager, taskManager, hardening }: OperatorModel): string | undefined {
  return (
    jobManager.serviceAccountName ??
    taskManager.serviceAccountName ??
    (hardening === Hardening.NONE ? undefined : CHART_SERVICE_ACCOUNT)
  );
}

function taskManagerServiceAccount(cluster: OperatorModel): [string, string][] {
  const { serviceAccountName: own } = cluster.taskManager;
  return own === undefined || own === serviceAccount(cluster) ? [] : [['kubernetes.taskmanager.service-account', own]];
}

/** Without the operator's default. */
function restService(cluster: OperatorModel): [string, string][] {
  return restServiceOptions(cluster).filter(
    ([key, value]) => key !== 'kubernetes.rest-service.exposed.type' || value !== 'ClusterIP',
  );
}
