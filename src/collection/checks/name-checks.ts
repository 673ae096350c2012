import { isDns1035Label, isDnsLabel, oddCodePoint, toDns1035Label } from '../../kubernetes/names';
import { type ClusterModel } from '../../model/cluster-model';
import { type Report } from '../../validation/problem';

/** Flink's own limit for a cluster id; all derived names stay below Kubernetes' 63 with it. */
export const MAX_CLUSTER_NAME = 45;

/** Cluster name, namespace and version. */
export function checkNames({ clusterName, namespace, version }: ClusterModel, report: Report): void {
  if (clusterName.length > MAX_CLUSTER_NAME) {
    report('FLK-NAME-02', 'clusterName', clusterName, { length: clusterName.length, suggestion: toDns1035Label(clusterName, MAX_CLUSTER_NAME) });
  } else if (!isDns1035Label(clusterName)) {
    const odd = oddCodePoint(clusterName);
    report('FLK-NAME-01', 'clusterName', clusterName, {
      hint: odd === undefined ? '' : ` (it contains ${odd})`, suggestion: toDns1035Label(clusterName, MAX_CLUSTER_NAME) || 'flink',
    });
  }
  if (namespace !== undefined && !isDnsLabel(namespace)) {
    report('FLK-NAME-03', 'namespace', namespace);
  } else if (namespace?.startsWith('kube-')) {
    report('FLK-NAME-06', 'namespace', namespace);
  }
  if (!version._isVersion) {
    report('FLK-VER-01', 'version', version.version);
  } else if (!version._isSupported) {
    report('FLK-VER-02', 'version', version.version);
  } else if (version._isNewerThanKnown) {
    report('FLK-VER-03', 'version', version.version);
  }
}
