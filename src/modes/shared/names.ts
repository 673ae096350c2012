import { selectorLabels } from '../../kubernetes/labels';
import { type ClusterModel } from '../../model/cluster-model';
import { flinkRole, type Role } from '../../model/role';
import { type ModeNames } from '../../model/step-decorator';

/** Names of objects, as in `docs/decisions/names.md`. Every name contains the name of the cluster. */
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

/** Names of a standalone cluster. */
export const STANDALONE_NAMES: ModeNames = {
  ...objectNames,
  selectorLabels: (clusterName, role) => selectorLabels(clusterName, role && flinkRole(role)),
};

/** Names of a cluster whose objects Flink, or the operator, names. */
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

/** The ServiceAccount of a role: the one of the user or the one that the library creates, if any. */
export function serviceAccountName(cluster: ClusterModel, role: Role): string | undefined {
  const { serviceAccountName: given } = cluster[role];
  const isCreated = given === undefined && createsServiceAccount(cluster, role);
  return isCreated ? objectNames.serviceAccount(cluster.clusterName, role) : given;
}

/** Whether the library creates a ServiceAccount for the role. */
export function createsServiceAccount(cluster: ClusterModel, role: Role): boolean {
  const model = cluster[role];
  return (
    model.serviceAccountName === undefined &&
    (cluster.hardening !== 'NONE' || model.rules.length > 0 || Object.keys(model.serviceAccountAnnotations).length > 0)
  );
}
