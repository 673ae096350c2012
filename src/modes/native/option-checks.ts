import { type KubernetesParameters } from './parameters/kubernetes-parameters';
import { type NativeContext } from './rules/native-context';
import {
  IMPOSSIBLE_CORES,
  isCompleteVariable,
  LIST_RULES,
  textOf,
  TOTAL_IGNORED,
  UPLOAD_OF_JARS,
} from './rules/option-rules';
import { INVALID_IMAGE } from '../../derivation/image';
import { parseImage } from '../../kubernetes/image';
import { isDnsSubdomain, isLabelValue, isQualifiedName } from '../../kubernetes/names';
import { tolerationProblem } from '../../kubernetes/toleration';
import { type Role, ROLES } from '../../model/role';
import { INVALID_TOLERATION } from '../../readers/fragment-readers';
import {
  INVALID_ANNOTATION_KEY,
  INVALID_LABEL_KEY,
  INVALID_LABEL_VALUE,
  INVALID_OBJECT_NAME,
} from '../../readers/grammar-readers';
import { type ReportOn, runCheck, runChecks } from '../../validation/check';
import { type Problem, reporter, type Report } from '../../validation/problem';
import { objectNames } from '../shared/names';

type Strings = { readonly [key: string]: string };

/**
 * Checks options whose values Flink's client accepts and sends to Kubernetes, which would reject the objects: names,
 * labels, annotations, tolerations and sizes.
 */
export function checkNativeOptions(context: NativeContext, problems: Problem[]): void {
  const reportOn: ReportOn = (part) => reporter(problems, part);
  const report = reportOn('cluster');
  checkServiceMetadata(context, report);
  for (const role of ROLES) {
    checkPodMetadata(context[role], report);
    runCheck(IMPOSSIBLE_CORES, context[role], reportOn);
    checkServiceAccount(context, role, report);
  }
  runChecks([TOTAL_IGNORED, ...LIST_RULES], context, reportOn);
  checkObjectNames(context, report);
  runCheck(UPLOAD_OF_JARS, context, reportOn);
  checkImages(context, report);
}

function checkServiceMetadata({ jobManager }: NativeContext, report: Report): void {
  checkLabels('rest-service.labels', jobManager.restServiceLabels, report);
  checkLabels('internal-service.labels', jobManager.internalServiceLabels, report);
  checkAnnotations('rest-service.annotations', jobManager.restServiceAnnotations, report);
  checkAnnotations('internal-service.annotations', jobManager.internalServiceAnnotations, report);
}

function checkPodMetadata(parameters: KubernetesParameters, report: Report): void {
  const { role, userLabels, nodeSelector, annotations, tolerations } = parameters;
  checkLabels(`${role}.labels`, userLabels, report);
  checkLabels(`${role}.node-selector`, nodeSelector, report);
  checkAnnotations(`${role}.annotations`, annotations, report);
  for (const toleration of tolerations) {
    const problem = tolerationProblem(Object.fromEntries(toleration));
    if (problem !== undefined) {
      report(INVALID_TOLERATION, `configuration.kubernetes.${role}.tolerations`, textOf(toleration), { problem });
    }
  }
}

function checkServiceAccount(context: NativeContext, role: Role, report: Report): void {
  const { role: flinkRole, serviceAccount } = context[role];
  if (serviceAccount !== objectNames.serviceAccount(context.cluster.clusterName, role)) {
    checkName(`${flinkRole}.service-account`, serviceAccount, report);
  }
}

function checkObjectNames({ cluster, jobManager }: NativeContext, report: Report): void {
  for (const variable of jobManager.environmentSecrets.filter(isCompleteVariable)) {
    checkName('env.secretKeyRef', variable.get('secret'), report);
  }
  checkName('hadoop.conf.config-map.name', cluster.options.get('kubernetes.hadoop.conf.config-map.name'), report);
}

function checkImages({ jobManager: { image, imagePullSecrets } }: NativeContext, report: Report): void {
  imagePullSecrets.forEach((name) => checkName('container.image.pull-secrets', name, report));
  if (image !== undefined && parseImage(image) === undefined) {
    report(INVALID_IMAGE, 'configuration.kubernetes.container.image.ref', image);
  }
}

function checkLabels(option: string, labels: Strings, report: Report): void {
  const property = `configuration.kubernetes.${option}`;
  for (const [key, value] of Object.entries(labels)) {
    if (!isQualifiedName(key)) {
      report(INVALID_LABEL_KEY, property, key, { hint: '' });
    } else if (!isLabelValue(value)) {
      report(INVALID_LABEL_VALUE, property, value, { length: value.length, hint: '' });
    }
  }
}

function checkAnnotations(option: string, annotations: Strings, report: Report): void {
  for (const key of Object.keys(annotations).filter((name) => !isQualifiedName(name.toLowerCase()))) {
    report(INVALID_ANNOTATION_KEY, `configuration.kubernetes.${option}`, key, { hint: '' });
  }
}

function checkName(option: string, name: string | undefined, report: Report): void {
  if (name !== undefined && !isDnsSubdomain(name)) {
    report(INVALID_OBJECT_NAME, `configuration.kubernetes.${option}`, name, { hint: '' });
  }
}
