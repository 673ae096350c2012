import { selectorLabels } from '../../kubernetes/labels';
import { type ClusterModel } from '../../model/cluster-model';
import { flinkRole, type Role } from '../../model/role';
import { type ModeNames } from '../../model/step-decorator';

/** Names of objects, by the table of `docs/decisions/names.md`; every one starts with the cluster's name or holds it. */
export const objectNames = {
  configMap: (clusterName: string): string => `${clusterName}-config`,
  workload: (clusterName: string, role: Role): string => `${clusterName}-${flinkRole(role)}`,
  serviceAccount: (clusterName: string, role: Role): string => `${clusterName}-${flinkRole(role)}`,
  internalService: (clusterName: string): string => `${clusterName}-jobmanager`,
  restService: (clusterName: string): string => `${clusterName}-jobmanager-rest`,
  hadoopConfigMap: (clusterName: string): string => `hadoop-config-${clusterName}`,
  kerberosKeytab: (clusterName: string): string => `kerberos-keytab-${clusterName}`,
  kerberosKrb5Conf: (clusterName: string): string => `kerberos-krb5conf-${clusterName}`,
  taskManagerService: (clusterName: string): string => `${clusterName}-taskmanager-hl`,
  queryableStateService: (clusterName: string): string => `${clusterName}-taskmanager-query-state`,
};

/** What constructs say of a standalone cluster. */
export const STANDALONE_NAMES: ModeNames = {
  ...objectNames,
  selectorLabels: (clusterName, role) => selectorLabels(clusterName, role && flinkRole(role)),
};

/** What they say of one whose objects Flink itself names, or the operator after it. */
export const FLINK_NAMES: ModeNames = {
  configMap: (clusterName) => `flink-config-${clusterName}`,
  workload: (clusterName, role) => (role === 'jobManager' ? clusterName : `${clusterName}-${flinkRole(role)}`),
  internalService: (clusterName) => clusterName,
  restService: (clusterName) => `${clusterName}-rest`,
  selectorLabels: (clusterName, role) => ({
    ...STANDALONE_NAMES.selectorLabels(clusterName, role),
    type: 'flink-native-kubernetes',
  }),
};

/** The account a role runs as: the one it was given, else its own; the bare documents have none. */
export function serviceAccountName(cluster: ClusterModel, role: Role): string | undefined {
  const given = cluster[role].serviceAccountName;
  return (
    given ?? (makesServiceAccount(cluster, role) ? objectNames.serviceAccount(cluster.clusterName, role) : undefined)
  );
}

/** Whether the library makes an account for the role. */
export function makesServiceAccount(cluster: ClusterModel, role: Role): boolean {
  const model = cluster[role];
  return (
    model.serviceAccountName === undefined &&
    (cluster.hardening !== 'NONE' || model.rules.length > 0 || Object.keys(model.serviceAccountAnnotations).length > 0)
  );
}
