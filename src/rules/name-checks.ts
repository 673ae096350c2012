import { RULES } from '../validation/rules';
import { type FlinkVersion } from '../configuration/flink-version';
import { isDns1035Label, isDnsLabel, oddCodePoint, toDns1035Label } from '../kubernetes/names';
import { type ClusterModel } from '../model/cluster-model';
import { type Report } from '../validation/problem';

/** Flink's own limit for a cluster id; names derived from it stay below Kubernetes' 63. */
const MAX_CLUSTER_NAME = 45;
/** The Service for queryable state has a longer suffix than all other objects. */
const MAX_WITH_QUERYABLE_STATE = 39;

/** Pods of a StatefulSet have a label of its name and eleven characters more. */
const MAX_WITH_STATEFUL_SET = 40;

function longestName({ queryableState, taskManager }: ClusterModel): number {
  const isStateful = taskManager.volumeClaimTemplates.length > 0;
  return queryableState !== undefined
    ? MAX_WITH_QUERYABLE_STATE
    : isStateful
      ? MAX_WITH_STATEFUL_SET
      : MAX_CLUSTER_NAME;
}

/** Cluster name, namespace and version. */
export function checkNames(cluster: ClusterModel, report: Report): void {
  checkIdentity(cluster, longestName(cluster), report);
}

/** The same of a cluster that is made elsewhere, whose longest names are not known. */
export function checkReference(cluster: Identity, report: Report): void {
  checkIdentity(cluster, MAX_CLUSTER_NAME, report);
}

interface Identity {
  readonly clusterName: string;
  readonly namespace?: string;
  readonly version: FlinkVersion;
}

function checkIdentity({ clusterName, namespace, version }: Identity, most: number, report: Report): void {
  if (clusterName.length > most) {
    report(RULES['FLK-NAME-02'], 'clusterName', clusterName, {
      length: clusterName.length,
      most,
      suggestion: toDns1035Label(clusterName, most) || 'flink',
    });
  } else if (!isDns1035Label(clusterName)) {
    const odd = oddCodePoint(clusterName);
    report(RULES['FLK-NAME-01'], 'clusterName', clusterName, {
      hint: odd === undefined ? '' : ` (it contains ${odd})`,
      suggestion: toDns1035Label(clusterName, most) || 'flink',
    });
  }
  if (namespace !== undefined && !isDnsLabel(namespace)) {
    report(RULES['FLK-NAME-03'], 'namespace', namespace);
  } else if (namespace?.startsWith('kube-')) {
    report(RULES['FLK-NAME-06'], 'namespace', namespace);
  }
  if (!version._isVersion) {
    report(RULES['FLK-VER-01'], 'version', version.version);
  } else if (!version._isSupported) {
    report(RULES['FLK-VER-02'], 'version', version.version);
  } else if (version._isUnknown) {
    report(RULES['FLK-VER-03'], 'version', version.version);
  }
}
