import { type ClusterRule } from './cluster-rule';
import { type FlinkVersion } from '../configuration/flink-version';
import { isDns1035Label, isDnsLabel, oddCodePoint, toDns1035Label } from '../kubernetes/names';
import { type ClusterModel } from '../model/cluster-model';
import { type Check, checkIn, checkOf } from '../validation/check';
import { Sources } from '../validation/rule';

/** The identity of a cluster, which can be created in this app or elsewhere. */
export interface ClusterIdentity {
  readonly clusterName: string;
  readonly namespace?: string;
  readonly version: FlinkVersion;
  /** Maximum length with which every derived object name is valid. */
  readonly longestName?: number;
}

/** Flink's limit for a cluster id; names derived from it are shorter than the 63 characters of Kubernetes. */
const LONGEST_NAME = 45;
/** The Service for queryable state has a longer suffix than all other objects. */
const LONGEST_WITH_QUERYABLE_STATE = 39;
/** Pods of a StatefulSet have a label with its name and eleven further characters. */
const LONGEST_WITH_STATEFUL_SET = 40;

const identityRule = checkOf<ClusterIdentity>();

export const INVALID_CLUSTER_NAME = identityRule({
  id: 'FLK-NAME-01',
  severity: 'error',
  rule: 'the name must start with a letter, contain only a-z, 0-9 and "-", and not end with "-"{hint}',
  fix: 'write {suggestion}',
  source: `${Sources.KUBERNETES}: Service names`,
  find({ clusterName, longestName = LONGEST_NAME }, report) {
    if (clusterName.length <= longestName && !isDns1035Label(clusterName)) {
      const odd = oddCodePoint(clusterName);
      const hint = odd === undefined ? '' : ` (it contains ${odd})`;
      report('clusterName', clusterName, { hint, suggestion: suggested(clusterName, longestName) });
    }
  },
});

export const CLUSTER_NAME_TOO_LONG = identityRule({
  id: 'FLK-NAME-02',
  severity: 'error',
  rule: 'the name has {length} characters; derived object names need at most {most}',
  fix: 'write {suggestion}',
  source: 'Flink: kubernetes.cluster-id',
  find({ clusterName, longestName: most = LONGEST_NAME }, report) {
    if (clusterName.length > most) {
      const facts = { length: clusterName.length, most, suggestion: suggested(clusterName, most) };
      report('clusterName', clusterName, facts);
    }
  },
});

export const INVALID_NAMESPACE = identityRule({
  id: 'FLK-NAME-03',
  severity: 'error',
  rule: 'not a valid namespace',
  fix: 'use at most 63 of a-z, 0-9 and "-"',
  source: Sources.KUBERNETES,
  find({ namespace }, report) {
    if (namespace !== undefined && !isDnsLabel(namespace)) {
      report('namespace', namespace);
    }
  },
});

export const RESERVED_NAMESPACE = identityRule({
  id: 'FLK-NAME-06',
  severity: 'warning',
  rule: 'namespaces that start with kube- are reserved for Kubernetes',
  fix: 'use another namespace',
  source: 'KSV-0037',
  find({ namespace }, report) {
    if (namespace?.startsWith('kube-') && isDnsLabel(namespace)) {
      report('namespace', namespace);
    }
  },
});

export const INVALID_VERSION = identityRule({
  id: 'FLK-VER-01',
  severity: 'error',
  rule: 'not a valid version',
  fix: 'write FlinkVersion.V1_20 or FlinkVersion.of("1.20.4")',
  source: Sources.LIBRARY,
  find({ version }, report) {
    if (!version._isVersion) {
      report('version', version.version);
    }
  },
});

export const UNSUPPORTED_VERSION = identityRule({
  id: 'FLK-VER-02',
  severity: 'error',
  rule: 'releases before 1.11 have another memory model and another image',
  fix: 'use Flink 1.11 or newer',
  source: Sources.LIBRARY,
  find({ version }, report) {
    if (version._isVersion && !version._isSupported) {
      report('version', version.version);
    }
  },
});

export const UNKNOWN_VERSION = identityRule({
  id: 'FLK-VER-03',
  severity: 'warning',
  rule: 'this library does not know the release and treats it as the latest one that it knows',
  fix: 'check the result, or upgrade the library',
  source: Sources.LIBRARY,
  find({ version }, report) {
    if (version._isSupported && version._isUnknown) {
      report('version', version.version);
    }
  },
});

/** Rules about the identity of a cluster, also for clusters that are created elsewhere. */
export const IDENTITY_RULES: readonly Check<ClusterIdentity>[] = [
  INVALID_CLUSTER_NAME,
  CLUSTER_NAME_TOO_LONG,
  INVALID_NAMESPACE,
  RESERVED_NAMESPACE,
  INVALID_VERSION,
  UNSUPPORTED_VERSION,
  UNKNOWN_VERSION,
];

/** The same rules for a cluster of this app, whose objects are known. */
export const NAME_RULES: readonly ClusterRule[] = IDENTITY_RULES.map((rule) =>
  checkIn(rule, ({ cluster }) => ({ ...cluster, longestName: longestNameOf(cluster) })),
);

function longestNameOf({ queryableState, taskManager }: ClusterModel): number {
  if (queryableState !== undefined) {
    return LONGEST_WITH_QUERYABLE_STATE;
  }
  return taskManager.volumeClaimTemplates.length > 0 ? LONGEST_WITH_STATEFUL_SET : LONGEST_NAME;
}

function suggested(clusterName: string, longest: number): string {
  return toDns1035Label(clusterName, longest) || 'flink';
}
