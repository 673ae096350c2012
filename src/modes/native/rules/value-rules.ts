import { type NativeContext } from './native-context';
import { CLIENT } from './sources';
import { externalResources } from '../../../configuration/external-resources';
import { type Problem, reporter, type Report } from '../../../validation/problem';
import { defineRule } from '../../../validation/rule';
import { type NativeCluster } from '../native-model';
import { type OnUnreadable } from '../option-values';
import { KubernetesJobManagerParameters } from '../parameters/job-manager-parameters';
import { KubernetesTaskManagerParameters } from '../parameters/task-manager-parameters';

/** The rule about values that Flink cannot read. It is reported while Flink's own code would read them. */

export const UNREADABLE_VALUE = defineRule({
  id: 'FLK-NAT-03',
  severity: 'error',
  rule: 'Flink cannot read this value: {problem}',
  fix: 'use a value of the type that the option has in the Flink documentation',
  source: CLIENT,
});

/** Returns a listener that reports values that Flink cannot read. */
export function reportingUnreadable(report: Report): OnUnreadable {
  return (key, value, problem) => {
    const facts = { problem: problem.startsWith('item ') ? problem : `it ${problem}` };
    report(UNREADABLE_VALUE, `configuration.${key}`, value, facts);
  };
}

const OF_BOTH_ROLES = [
  'imagePullPolicy',
  'imagePullSecrets',
  'secrets',
  'environmentSecrets',
  'hasHostNetwork',
  'nodeSelector',
  'tolerations',
  'annotations',
  'labels',
  'cpuLimitFactor',
  'memoryLimitFactor',
  'volumeClaims',
  'volumeClaimsAreReadOnly',
] as const;
const OF_JOB_MANAGER = [
  ...OF_BOTH_ROLES,
  'cpu',
  'taskSlots',
  'nodePortAddressType',
  'restPort',
  'rpcPort',
  'exposedType',
  'restServiceAnnotations',
  'restServiceLabels',
  'ownerReferences',
  'replicas',
] as const;
const OF_INTERNAL_SERVICE = ['internalServiceAnnotations', 'internalServiceLabels'] as const;
const OF_TASK_MANAGER = [...OF_BOTH_ROLES, 'isSizedByParts'] as const;

/**
 * Checks the values that the client reads. Without parity, all values have been checked against their types already.
 */
export function checkClientValues({ cluster, jobManager }: NativeContext, problems: Problem[]): void {
  if (cluster.native.isBare) {
    const onUnreadable = reportingUnreadable(reporter(problems, 'cluster'));
    const reading = new KubernetesJobManagerParameters(cluster, onUnreadable);
    readAll(reading, OF_JOB_MANAGER);
    readAll(reading, jobManager.isHighlyAvailable ? [] : OF_INTERNAL_SERVICE);
  }
}

/** Checks the values that the JobManager reads when it creates a TaskManager. */
export function checkRunTimeValues({ cluster }: NativeContext, problems: Problem[]): void {
  if (cluster.native.isBare) {
    const onUnreadable = reportingUnreadable(reporter(problems, 'cluster'));
    readAll(new KubernetesTaskManagerParameters(cluster, onUnreadable), OF_TASK_MANAGER);
  }
}

/** Checks the external resources, such as GPUs, that the client passes to TaskManagers. */
export function checkExternalResources(cluster: NativeCluster, problems: Problem[]): void {
  const { version, options, native } = cluster;
  if (native.isBare && version._can('passesExternalResources')) {
    const reading = { version, dialect: native.configFile.dialect };
    const resources = externalResources((key) => options.get(key), reading);
    if ('problem' in resources) {
      const { key, text, problem } = resources;
      reportingUnreadable(reporter(problems, 'cluster'))(key, text, problem);
    }
  }
}

/** Reading a value reports it if it is not readable. */
function readAll<T extends object>(parameters: T, names: readonly (keyof T)[]): void {
  names.forEach((name) => parameters[name]);
}
