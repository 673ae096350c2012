import { checkOwners, checkSecretVariables, checkTolerations } from './list-option-checks';
import { type NativeCluster } from './native-model';
import { KubernetesJobManagerParameters } from './parameters/job-manager-parameters';
import { MEBIBYTE } from './parameters/kubernetes-parameters';
import { KubernetesTaskManagerParameters } from './parameters/task-manager-parameters';
import { Keys } from '../../configuration/keys';
import { parseImage } from '../../kubernetes/image';
import { isDnsSubdomain, isLabelValue, isQualifiedName } from '../../kubernetes/names';
import { type Role } from '../../model/role';
import {
  INVALID_ANNOTATION_KEY,
  INVALID_LABEL_KEY,
  INVALID_LABEL_VALUE,
  INVALID_OBJECT_NAME,
} from '../../readers/grammar-readers';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { objectNames } from '../shared/names';

type Texts = { readonly [key: string]: string };

/** What Flink's client takes and Kubernetes, or the kubelet, would not: names, labels and tolerations in options. */
export function checkNativeOptions(cluster: NativeCluster, report: Report): void {
  const jobManager = new KubernetesJobManagerParameters(cluster);
  const taskManager = new KubernetesTaskManagerParameters(cluster);
  checkLabels('rest-service.labels', jobManager.restServiceLabels, report);
  checkLabels('internal-service.labels', jobManager.internalServiceLabels, report);
  checkAnnotations('rest-service.annotations', jobManager.restServiceAnnotations, report);
  checkAnnotations('internal-service.annotations', jobManager.internalServiceAnnotations, report);
  for (const [own, parameters] of Object.entries({ jobManager, taskManager })) {
    const { role } = parameters;
    checkLabels(`${role}.labels`, parameters.userLabels, report);
    checkLabels(`${role}.node-selector`, parameters.nodeSelector, report);
    checkAnnotations(`${role}.annotations`, parameters.annotations, report);
    checkTolerations(parameters, report);
    checkCores(role, parameters.statedCpu, report);
    if (parameters.serviceAccount !== objectNames.serviceAccount(cluster.clusterName, own as Role)) {
      checkName(`${role}.service-account`, parameters.serviceAccount, report);
    }
  }
  checkTotal(cluster, taskManager, report);
  checkSecretVariables(jobManager, report);
  checkOwners(jobManager, report);
  checkName('hadoop.conf.config-map.name', cluster.options.get('kubernetes.hadoop.conf.config-map.name'), report);
  const uploads = cluster.options.get('kubernetes.artifacts.local-upload-enabled');
  if (uploads?.toLowerCase() === 'true') {
    report(RULES['FLK-NAT-22'], 'configuration.kubernetes.artifacts.local-upload-enabled', uploads);
  }
  jobManager.imagePullSecrets.forEach((name) => checkName('container.image.pull-secrets', name, report));
  if (jobManager.image !== undefined && parseImage(jobManager.image) === undefined) {
    report(RULES['FLK-IMG-01'], 'configuration.kubernetes.container.image.ref', jobManager.image);
  }
}

/** Whoever states both a total and all parts of it reads the total, and no pod is made of it. */
function checkTotal(
  { options, version, taskManager: { memory } }: NativeCluster,
  parameters: KubernetesTaskManagerParameters,
  report: Report,
): void {
  const { isSizedByParts, memory: pod, processRefusal } = parameters;
  if (
    memory !== undefined &&
    isSizedByParts &&
    processRefusal === undefined &&
    Math.floor(memory.totalProcess / MEBIBYTE) !== pod
  ) {
    const source = options.entry(Keys.TASK_MANAGER_PROCESS_SIZE)?.source ?? 'an older option';
    const facts = { release: version.releaseLine, pod: `${pod}Mi`, source };
    report(
      RULES['FLK-NAT-27'],
      `configuration.${Keys.TASK_MANAGER_PROCESS_SIZE}`,
      `${memory.totalProcess / MEBIBYTE}Mi`,
      facts,
    );
  }
}

function checkLabels(option: string, labels: Texts, report: Report): void {
  for (const [key, value] of Object.entries(labels)) {
    const at = `configuration.kubernetes.${option}`;
    if (!isQualifiedName(key)) {
      report(INVALID_LABEL_KEY, at, key, { hint: '' });
    } else if (!isLabelValue(value)) {
      report(INVALID_LABEL_VALUE, at, value, { length: value.length, hint: '' });
    }
  }
}

function checkAnnotations(option: string, annotations: Texts, report: Report): void {
  for (const key of Object.keys(annotations).filter((name) => !isQualifiedName(name.toLowerCase()))) {
    report(INVALID_ANNOTATION_KEY, `configuration.kubernetes.${option}`, key, { hint: '' });
  }
}

function checkName(option: string, name: string | undefined, report: Report): void {
  if (name !== undefined && !isDnsSubdomain(name)) {
    report(INVALID_OBJECT_NAME, `configuration.kubernetes.${option}`, name, { hint: '' });
  }
}

/** A TaskManager without a positive number would get a core a slot, and a JobManager would get none. */
function checkCores(role: string, cores: number | undefined, report: Report): void {
  if (cores !== undefined && !(cores > 0 && Number.isFinite(cores))) {
    report(RULES['FLK-NAT-21'], `configuration.kubernetes.${role}.cpu.amount`, String(cores));
  }
}
