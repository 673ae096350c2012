// Clusters and their parts
export * from './cluster/flink-cluster';
export * from './cluster/session-cluster';
export * from './cluster/application-cluster';
export * from './cluster/blue-green-deployment';
export * from './cluster/session-job';
export type { IFlinkSessionCluster, SessionClusterReferenceOptions } from './cluster/session-cluster-reference';
export * from './cluster/config-map';
export * from './cluster/job-manager';
export * from './cluster/task-manager';
export * from './cluster/cluster-configuration';
export type * from './cluster/cluster-options';
export * from './cluster/deployment-mode';
export * from './cluster/service-account';

// Features: what a cluster can be given
export * from './features/autoscaling';
export * from './features/checkpointing';
export * from './features/file-system';
export * from './features/high-availability';
export * from './features/local-disk';
export * from './features/local-recovery';
export * from './features/logging';
export * from './features/reactive-mode';
export * from './features/rest-access';
export * from './features/restart-strategy';
export * from './features/state-backend';
export * from './features/workload-identity';
export type * from './model/contribution';
export type * from './model/flink-problem';

// Mounts: constructs whose scope is what they mount into
export * from './mounts/hadoop-conf-mount';
export * from './mounts/kerberos-mount';
export * from './mounts/plugin-mount';
export * from './mounts/secret-env';
export * from './mounts/secret-mount';
export * from './mounts/volume-mount';

// Jobs: what a cluster runs
export type * from './jobs/flink-job';
export * from './jobs/job-artifact';
export * from './jobs/application-workload';
export * from './model/job-options';

// Things around a cluster
export * from './satellites/operator-access';
export * from './satellites/state-snapshot';
export * from './model/state-snapshot';

// Values
export * from './configuration/flink-configuration';
export * from './configuration/flink-version';
export * from './kubernetes/image-pull-policy';
export * from './kubernetes/probe';
export * from './kubernetes/rollout-strategy';
export * from './memory/flink-memory';
export * from './model/flink-file';
export * from './model/hardening';
export type * from './model/memory-options';
export type * from './model/native-options';
export * from './model/operator-options';
export type * from './model/blue-green-options';
export type * from './model/pod-options';
export type * from './model/role-options';
export type * from './model/warning';
export type * from './model/web-options';

// The operator's rules, for tools and pipelines
export * from './operator/flink-operator-rules';
export type * from './operator/operator-rules-options';
