import { CLIENT } from './sources';
import { nativeRelease } from '../../../configuration/native-releases';
import { firstRelease } from '../../../configuration/releases';
import { type ClusterModel } from '../../../model/cluster-model';
import { Hardening } from '../../../props/hardening';
import { type Check, checkOf } from '../../../validation/check';
import { Sources } from '../../../validation/rule';
import { HTTP_TYPES } from '../../shared/rest-service';

/** Rules about what a cluster sets and native mode, or a release in native mode, does not support. */

const OWNER_REFERENCE = 'kubernetes.jobmanager.owner.reference';

const clusterRule = checkOf<ClusterModel>();

export const UNKNOWN_NAMESPACE = clusterRule({
  id: 'FLK-NAT-07',
  severity: 'error',
  rule: 'TaskManagers connect to the JobManager at {clusterName}.NAMESPACE, so the namespace must be known',
  fix: 'set namespace, on the cluster or on its Chart',
  source: CLIENT,
  find({ clusterName, namespace }, report) {
    if (namespace === undefined) {
      report('namespace', undefined, { clusterName });
    }
  },
});

export const OWNER_IN_MANIFESTS = clusterRule({
  id: 'FLK-NAT-08',
  severity: 'warning',
  rule: 'the cluster is garbage-collected with its owner, and a uid names one live object, so it cannot be kept in Git',
  fix: 'remove it, and delete the cluster with the tool that applies its manifests',
  source: Sources.KUBERNETES,
  find({ options }, report) {
    if (options.get(OWNER_REFERENCE) !== undefined) {
      report(`configuration.${OWNER_REFERENCE}`);
    }
  },
});

export const FILE_NOT_ADDED = clusterRule({
  id: 'FLK-NAT-09',
  severity: 'error',
  rule: 'Flink {release} adds only its logging files to the configuration directory of TaskManagers',
  fix: 'mount the file from your own ConfigMap, with volumes and volumeMounts',
  source: CLIENT,
  find({ files, version }, report) {
    for (const name of files.keys()) {
      if (!isLoggingFile(name, version)) {
        report(`files.${name}`, undefined, { release: version.releaseLine });
      }
    }
  },
});

export const UNSUPPORTED_REST_ACCESS = clusterRule({
  id: 'FLK-NAT-10',
  severity: 'error',
  rule: 'Flink {release} always creates a REST Service, and does not support this type',
  fix: 'use RestAccess.clusterIp()',
  source: CLIENT,
  find({ restService, version }, report) {
    const type = HTTP_TYPES[restService.type];
    if (type === undefined || !nativeRelease(version).exposedTypes.includes(type)) {
      report.on('jobManager')('restAccess', restService.type, { release: version.releaseLine });
    }
  },
});

export const NO_QUERYABLE_STATE_SERVICE = clusterRule({
  id: 'FLK-NAT-11',
  severity: 'error',
  rule: 'Flink creates no Service for queryable state in native mode',
  fix: 'use DeploymentMode.standalone(), or create a Service that selects the TaskManagers',
  source: CLIENT,
  find({ queryableState }, report) {
    if (queryableState !== undefined) {
      report.on('taskManager')('queryableState');
    }
  },
});

export const NO_MINIMUM_OF_TASK_MANAGERS = clusterRule({
  id: 'FLK-NAT-12',
  severity: 'warning',
  rule: 'Flink {release} creates only as many TaskManagers as jobs need',
  fix: `remove it, or use Flink ${firstRelease('keepsMinimumOfTaskManagers')} or newer, which keeps a minimum`,
  source: CLIENT,
  find({ taskManager: { stated }, version }, report) {
    if (stated.replicas !== undefined && !version._can('keepsMinimumOfTaskManagers')) {
      report.on('taskManager')('replicas', stated.replicas, { release: version.releaseLine });
    }
  },
});

export const HARDENING_WITHOUT_TEMPLATES = clusterRule({
  id: 'FLK-NAT-18',
  severity: 'error',
  rule: 'the hardening needs a pod template, which Flink {release} does not support',
  fix: 'set hardening to Hardening.NONE, or use DeploymentMode.standalone()',
  source: CLIENT,
  find({ hardening, version }, report) {
    if (hardening !== Hardening.NONE && !version._can('readsPodTemplates')) {
      report('hardening', hardening, { release: version.releaseLine });
    }
  },
});

export const SECCOMP_PROFILE_DROPPED = clusterRule({
  id: 'FLK-NAT-19',
  severity: 'warning',
  rule: 'Flink {release} drops seccompProfile of TaskManagers, so a namespace that enforces restricted rejects them',
  fix: `use Flink ${firstRelease('knowsNewerPodFields')} or newer, or a namespace that enforces baseline`,
  source: CLIENT,
  find({ hardening, version }, report) {
    const isDropped = version._can('readsPodTemplates') && !version._can('knowsNewerPodFields');
    if (isDropped && hardening !== Hardening.NONE) {
      report.on('taskManager')('hardening', hardening, { release: version.releaseLine });
    }
  },
});

/** What a release does not support, as far as it does not depend on the options. */
export const CLUSTER_RULES: readonly Check<ClusterModel>[] = [
  UNKNOWN_NAMESPACE,
  OWNER_IN_MANIFESTS,
  FILE_NOT_ADDED,
  UNSUPPORTED_REST_ACCESS,
  NO_QUERYABLE_STATE_SERVICE,
  SECCOMP_PROFILE_DROPPED,
];

function isLoggingFile(name: string, version: ClusterModel['version']): boolean {
  const isRenamed = !version._can('readsConsoleLogFiles') && /^(?:log4j|logback)-console\./.test(name);
  return isRenamed || nativeRelease(version).logFiles.includes(name);
}
