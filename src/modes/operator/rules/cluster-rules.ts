import { firstRelease } from '../../../configuration/releases';
import { ROLES } from '../../../model/role';
import { type FlinkPolicyRule } from '../../../props/contribution';
import { type Check, checkOf } from '../../../validation/check';
import { CHART_RULES, CHART_SERVICE_ACCOUNT } from '../../shared/chart-access';
import { canDisableKerberosStep } from '../kerberos';
import { type OperatorModel } from '../operator-model';

/** Rules about what a cluster sets and the resource of the operator has no field for. */

const OPERATOR = 'Flink Kubernetes Operator';
/** The files that the operator adds to the configuration directory, in addition to Flink's own file. */
const LOG_FILES: readonly string[] = ['log4j-console.properties', 'logback-console.xml'];

const NEW = firstRelease('disablesDecorators');

const operatorRule = checkOf<OperatorModel>();

export const FILES_OF_OPERATOR_READ = operatorRule({
  id: 'FLK-OPM-14',
  severity: 'error',
  acceptable: true,
  rule: 'the operator would read the keytab and krb5.conf in its own pod, and Flink look for a Secret of its own name',
  fix: `use native mode of operator 1.6 or newer and Flink ${NEW} or newer, or suppress this if both find the files`,
  source: OPERATOR,
  find({ kerberos, ...model }, report) {
    if (kerberos !== undefined && !canDisableKerberosStep(model)) {
      report('mode');
    }
  },
});

export const FILE_NOT_ADDED = operatorRule({
  id: 'FLK-OPM-02',
  severity: 'error',
  rule: 'the operator adds only log4j-console.properties and logback-console.xml to the configuration directory',
  fix: 'mount the file from your own ConfigMap, with volumes and volumeMounts',
  source: OPERATOR,
  find({ files }, report) {
    for (const name of files.keys()) {
      if (!LOG_FILES.includes(name)) {
        report(`files.${name}`);
      }
    }
  },
});

export const REST_SERVICE_OF_OPERATOR = operatorRule({
  id: 'FLK-OPM-07',
  severity: 'error',
  rule: 'the operator creates the REST Service and chooses its port and addresses',
  fix: 'use RestAccess.clusterIp(), nodePort(), loadBalancer() or headless() without options, or your own Service',
  source: OPERATOR,
  find({ restService: { type, nodePort, loadBalancerSourceRanges } }, report) {
    if (type === 'None' || nodePort !== undefined || loadBalancerSourceRanges !== undefined) {
      report.on('jobManager')('restAccess', type);
    }
  },
});

export const IDENTITY_WITHOUT_SERVICE_ACCOUNT = operatorRule({
  id: 'FLK-OPM-13',
  severity: 'warning',
  rule: 'operator mode creates no ServiceAccount, which could have the annotation {key}: {value}',
  fix: 'pass the identity to a FlinkOperatorAccess and use its serviceAccount, or annotate your ServiceAccount',
  source: OPERATOR,
  find({ jobManager, taskManager }, report) {
    if (jobManager.serviceAccountName === undefined && taskManager.serviceAccountName === undefined) {
      for (const [key, value] of Object.entries(jobManager.serviceAccountAnnotations)) {
        report.on('jobManager')('serviceAccount', CHART_SERVICE_ACCOUNT, { key, value });
      }
    }
  },
});

export const PERMISSION_NOT_GRANTED = operatorRule({
  id: 'FLK-OPM-08',
  severity: 'warning',
  rule: "the ServiceAccount of the operator's Helm chart does not have this permission, and operator mode adds no Role",
  fix: 'grant the permission to the ServiceAccount, or remove the feature',
  source: OPERATOR,
  find(model, report) {
    for (const role of ROLES) {
      for (const { resources } of model[role].rules.filter((rule) => !isGranted(rule))) {
        report.on(role)('features', resources.join(', '));
      }
    }
  },
});

export const NO_FIELD_OF_DEPLOYMENT = operatorRule({
  id: 'FLK-OPM-03',
  severity: 'warning',
  rule: 'the operator creates the Deployment, and its resource has no such field',
  fix: 'remove it',
  source: OPERATOR,
  find(model, report) {
    for (const role of ROLES) {
      for (const property of ['strategy', 'revisionHistoryLimit'] as const) {
        if (model[role][property] !== undefined) {
          report.on(role)(property);
        }
      }
    }
  },
});

export const NO_QUERYABLE_STATE_SERVICE = operatorRule({
  id: 'FLK-OPM-04',
  severity: 'warning',
  rule: 'the operator creates no Service for queryable state',
  fix: 'create a Service that selects the TaskManagers, or remove it',
  source: OPERATOR,
  find({ queryableState }, report) {
    if (queryableState !== undefined) {
      report.on('taskManager')('queryableState');
    }
  },
});

/** Rules about a cluster in operator mode, in the order in which they are reported. */
export const CLUSTER_RULES: readonly Check<OperatorModel>[] = [
  FILES_OF_OPERATOR_READ,
  FILE_NOT_ADDED,
  REST_SERVICE_OF_OPERATOR,
  IDENTITY_WITHOUT_SERVICE_ACCOUNT,
  PERMISSION_NOT_GRANTED,
  NO_FIELD_OF_DEPLOYMENT,
  NO_QUERYABLE_STATE_SERVICE,
];

/** Whether the Role of the operator's Helm chart has a permission. */
function isGranted({ apiGroups, resources, verbs }: FlinkPolicyRule): boolean {
  return apiGroups.every((group) =>
    CHART_RULES.some(
      (rule) =>
        rule.apiGroups.includes(group) &&
        resources.every((resource) => rule.resources.includes(resource)) &&
        verbs.every((verb) => rule.verbs.includes(verb)),
    ),
  );
}
