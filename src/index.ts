// Clusters and their parts
export * from './constructs/flink-cluster';
export * from './constructs/session-cluster';
export * from './constructs/application-cluster';
export * from './constructs/blue-green-deployment';
export * from './constructs/session-job';
export type { IFlinkSessionCluster } from './props/session-cluster';
export type { SessionClusterReferenceOptions } from './assembly/cluster-reference';
export * from './constructs/config-map';
export * from './constructs/job-manager';
export * from './constructs/task-manager';
export * from './constructs/cluster-configuration';
export type * from './constructs/cluster-options';
export type { FlinkFeatureOptions } from './constructs/named-features';
export * from './assembly/deployment-mode';
export * from './constructs/flink-warnings';
export * from './constructs/service-account';

// Features of clusters
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
export type * from './props/contribution';
export type * from './props/flink-problem';

// Mounts: constructs whose scope is the cluster or role that they change
export * from './mounts/hadoop-conf-mount';
export * from './mounts/kerberos-mount';
export * from './mounts/plugin-mount';
export * from './mounts/secret-env';
export * from './mounts/secret-mount';
export * from './mounts/volume-mount';

// Jobs of clusters
export type * from './jobs/flink-job';
export * from './jobs/job-artifact';
export * from './jobs/application-workload';
export * from './props/job-options';

// Resources for clusters
export * from './constructs/operator-access';
export * from './constructs/state-snapshot';
export * from './props/state-snapshot';

// Values
export * from './configuration/flink-configuration';
export * from './configuration/flink-version';
export * from './kubernetes/image-pull-policy';
export * from './kubernetes/probe';
export * from './kubernetes/rollout-strategy';
export * from './memory/flink-memory';
export type * from './props/finding-options';
export * from './props/flink-file';
export * from './props/hardening';
export type * from './props/memory-options';
export type * from './props/native-options';
export * from './props/operator-options';
export type * from './props/blue-green-options';
export type * from './props/pod-options';
export type * from './props/role-options';
export type * from './props/warning';
export type * from './props/web-options';

// The operator's rules, for tools and pipelines
export * from './operator-rules/flink-operator-rules';
export * from './operator-rules/operator-stage';
export type * from './operator-rules/operator-rules-options';
