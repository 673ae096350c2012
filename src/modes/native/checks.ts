import { type NativeCluster } from './native-model';
import { checkNativeOptions } from './option-checks';
import { CLIENT_RULES, CLUSTER_ID_LENGTH } from './rules/client-rules';
import { CLUSTER_RULES, HARDENING_WITHOUT_TEMPLATES, NO_MINIMUM_OF_TASK_MANAGERS } from './rules/cluster-rules';
import { KERBEROS_RULES } from './rules/kerberos-rules';
import { NativeContext } from './rules/native-context';
import { POD_RULES } from './rules/role-rules';
import { RUN_TIME_RULES } from './rules/run-time-rules';
import { checkClientValues, checkExternalResources, checkRunTimeValues } from './rules/value-rules';
import { prefixOverlaps } from '../../configuration/overlap';
import { type ClusterModel, type RoleModel } from '../../model/cluster-model';
import { KEY_IS_PREFIX } from '../../rules/option-rules';
import { type ReportOn, runCheck, runChecks } from '../../validation/check';
import { type Problem, reporter } from '../../validation/problem';

/**
 * Checks a cluster as Flink's client does. Without parity, also checks what the JobManager would reject at run time,
 * and what native mode does not support of the cluster as it was before `configure`.
 */
export function checkNative(cluster: NativeCluster, collected: ClusterModel, problems: Problem[]): void {
  const context = new NativeContext(cluster);
  checkClient(context, problems);
  if (!cluster.native.isBare) {
    checkRunTime(context, problems);
    checkSupport(context, collected, problems);
  }
}

/** With parity, what the JobManager would reject matters only to a preview of a TaskManager. */
export function checkPreview(cluster: ClusterModel, { role }: RoleModel, problems: Problem[]): void {
  const { native } = cluster as NativeCluster;
  if (role === 'taskManager' && native.isBare) {
    checkRunTime(new NativeContext(cluster as NativeCluster), problems);
    const problem = native.taskManagerTemplate?.problem;
    if (problem !== undefined) {
      const property = 'configuration.kubernetes.pod-template-file.taskmanager';
      problems.push({ ...problem, part: 'cluster', property });
    }
  }
}

function checkClient(context: NativeContext, problems: Problem[]): void {
  const { options, native } = context.cluster;
  const reportOn = reportingTo(problems);
  runCheck(CLUSTER_ID_LENGTH, context, reportOn);
  checkClientValues(context, problems);
  runChecks(CLIENT_RULES, context, reportOn);
  checkExternalResources(context.cluster, problems);
  if (native.configFile.dialect === 'standard') {
    for (const { leaf, child } of prefixOverlaps(options.entries.map(({ key }) => key))) {
      reportOn('cluster')(KEY_IS_PREFIX, `configuration.${leaf}`, undefined, { leaf, child });
    }
  }
}

function checkRunTime(context: NativeContext, problems: Problem[]): void {
  checkRunTimeValues(context, problems);
  runChecks(RUN_TIME_RULES, context, reportingTo(problems));
}

function checkSupport(context: NativeContext, collected: ClusterModel, problems: Problem[]): void {
  const reportOn = reportingTo(problems);
  runChecks(CLUSTER_RULES, collected, reportOn);
  checkNativeOptions(context, problems);
  runChecks(KERBEROS_RULES, collected, reportOn);
  runChecks(POD_RULES, { cluster: collected, role: collected.jobManager }, reportOn);
  runCheck(HARDENING_WITHOUT_TEMPLATES, collected, reportOn);
  runChecks(POD_RULES, { cluster: collected, role: collected.taskManager }, reportOn);
  runCheck(NO_MINIMUM_OF_TASK_MANAGERS, collected, reportOn);
}

function reportingTo(problems: Problem[]): ReportOn {
  return (part) => reporter(problems, part);
}
