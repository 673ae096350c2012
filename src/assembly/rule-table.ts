import * as parts from './part-rules';
import * as serviceAccounts from '../derivation/account-annotations';
import * as builtInPlugins from '../derivation/built-in-plugins';
import * as clusterModel from '../derivation/cluster-model';
import * as clusterOptions from '../derivation/cluster-options';
import * as collector from '../derivation/collector';
import * as images from '../derivation/image';
import * as mountHost from '../derivation/mount-host';
import * as roleMemory from '../derivation/role-memory';
import * as statements from '../derivation/statements';
import * as registry from '../emission/registry';
import * as autoscaling from '../features/autoscaling-fields';
import * as fileSystems from '../features/file-system-rules';
import * as identities from '../features/identity-readers';
import * as logging from '../features/logging-rules';
import * as reactiveScaling from '../features/reactive-scaling';
import * as artifactUris from '../jobs/artifact-uris';
import * as readArtifact from '../jobs/read-artifact';
import * as readJob from '../jobs/read-job';
import * as nativeApplication from '../modes/native/rules/application-rules';
import * as nativeClientFiles from '../modes/native/rules/client-file-rules';
import * as nativeClient from '../modes/native/rules/client-rules';
import * as nativeCluster from '../modes/native/rules/cluster-rules';
import * as nativeKerberos from '../modes/native/rules/kerberos-rules';
import * as nativeOptions from '../modes/native/rules/option-rules';
import * as nativeRoles from '../modes/native/rules/role-rules';
import * as nativeRunTime from '../modes/native/rules/run-time-rules';
import * as nativeTemplates from '../modes/native/rules/template-rules';
import * as nativeValues from '../modes/native/rules/value-rules';
import * as operatorMode from '../modes/operator/rules/cluster-rules';
import * as operatorResources from '../modes/operator/rules/resource-rules';
import * as hadoopMount from '../mounts/hadoop-conf-mount';
import * as hadoopFiles from '../mounts/hadoop-files';
import * as kerberosFiles from '../mounts/kerberos-files';
import * as kerberosMount from '../mounts/kerberos-mount';
import * as mountSources from '../mounts/mount-source';
import * as pluginMount from '../mounts/plugin-mount';
import * as operatorReading from '../operator-rules/reading/reading-rules';
import * as operatorAutoscaler from '../operator-rules/rules/autoscaler-rules';
import * as operatorBlueGreen from '../operator-rules/rules/blue-green-rules';
import * as operatorChange from '../operator-rules/rules/change-rules';
import * as operatorClusterOption from '../operator-rules/rules/cluster-option-rules';
import * as operatorCluster from '../operator-rules/rules/cluster-rules';
import * as operatorFlinkVersion from '../operator-rules/rules/flink-version-rules';
import * as operatorIngress from '../operator-rules/rules/ingress-rules';
import * as operatorJar from '../operator-rules/rules/jar-rules';
import * as operatorJob from '../operator-rules/rules/job-rules';
import * as operatorObject from '../operator-rules/rules/object-rules';
import * as operatorOwnOption from '../operator-rules/rules/operator-option-rules';
import * as operatorQuantity from '../operator-rules/rules/quantity-rules';
import * as operatorRole from '../operator-rules/rules/role-rules';
import * as operatorSessionJar from '../operator-rules/rules/session-jar-rules';
import * as operatorSessionJob from '../operator-rules/rules/session-job-rules';
import * as operatorSnapshot from '../operator-rules/rules/snapshot-rules';
import * as operatorUnreadableOption from '../operator-rules/rules/unreadable-option-rules';
import * as variables from '../readers/env-rules';
import * as fileReader from '../readers/file-reader';
import * as fragments from '../readers/fragment-readers';
import * as grammars from '../readers/grammar-readers';
import * as objectReaders from '../readers/object-readers';
import * as podOptions from '../readers/pod-option-fields';
import * as types from '../readers/type-rules';
import * as volumes from '../readers/volume-readers';
import * as artifacts from '../rules/artifact-rules';
import * as catalogue from '../rules/catalogue-rules';
import * as checkpointIntervals from '../rules/checkpoint-interval-rules';
import * as checkpoints from '../rules/checkpoint-rules';
import * as credentials from '../rules/credential-rules';
import * as features from '../rules/feature-rules';
import * as files from '../rules/file-rules';
import * as highAvailability from '../rules/high-availability-rules';
import * as jobArguments from '../rules/job-argument-rules';
import * as jobScaling from '../rules/job-scaling-rules';
import * as jobUpgrades from '../rules/job-upgrade-rules';
import * as leaderElection from '../rules/leader-election-rules';
import * as mounts from '../rules/mount-rules';
import * as names from '../rules/name-rules';
import * as options from '../rules/option-rules';
import * as places from '../rules/place-rules';
import * as containers from '../rules/pods/container-rules';
import * as environment from '../rules/pods/environment-rules';
import * as podFields from '../rules/pods/field-rules';
import * as podPorts from '../rules/pods/port-rules';
import * as resources from '../rules/pods/resource-rules';
import * as restricted from '../rules/pods/restricted-rules';
import * as podVolumes from '../rules/pods/volume-rules';
import * as ports from '../rules/port-rules';
import * as rocksDb from '../rules/rocksdb-rules';
import * as savepoints from '../rules/savepoint-rules';
import * as scale from '../rules/scale-rules';
import * as scripts from '../rules/script-rules';
import * as secretOptions from '../rules/secret-option-rules';
import * as services from '../rules/service-rules';
import * as sessionJobs from '../rules/session-job-rules';
import * as specialOptions from '../rules/special-option-rules';
import * as state from '../rules/state-rules';
import * as storage from '../rules/storage-rules';
import * as taskManagers from '../rules/task-manager-rules';
import * as texts from '../rules/text-rules';
import * as workloads from '../rules/workload-rules';
import * as zooKeeper from '../rules/zookeeper-rules';
import { type Rule } from '../validation/rule';

/** The modules that define rules; every rule that one of them exports is in the table. */
const MODULES: readonly object[] = [
  podVolumes,
  containers,
  environment,
  podFields,
  podPorts,
  resources,
  restricted,
  volumes,
  operatorReading,
  operatorAutoscaler,
  operatorBlueGreen,
  operatorChange,
  operatorClusterOption,
  operatorCluster,
  operatorFlinkVersion,
  operatorIngress,
  operatorJar,
  operatorJob,
  operatorObject,
  operatorOwnOption,
  operatorQuantity,
  operatorRole,
  operatorSessionJar,
  operatorSessionJob,
  operatorSnapshot,
  operatorUnreadableOption,
  catalogue,
  clusterModel,
  clusterOptions,
  collector,
  credentials,
  features,
  fileReader,
  files,
  kerberosFiles,
  names,
  objectReaders,
  options,
  ports,
  roleMemory,
  scale,
  secretOptions,
  services,
  specialOptions,
  statements,
  taskManagers,
  texts,
  variables,
  artifactUris,
  artifacts,
  fragments,
  grammars,
  hadoopFiles,
  hadoopMount,
  jobArguments,
  jobScaling,
  jobUpgrades,
  kerberosMount,
  mountHost,
  mountSources,
  mounts,
  parts,
  pluginMount,
  podOptions,
  readArtifact,
  readJob,
  savepoints,
  scripts,
  serviceAccounts,
  sessionJobs,
  types,
  workloads,
  autoscaling,
  builtInPlugins,
  checkpointIntervals,
  checkpoints,
  fileSystems,
  highAvailability,
  identities,
  leaderElection,
  logging,
  places,
  reactiveScaling,
  rocksDb,
  state,
  storage,
  zooKeeper,
  nativeApplication,
  nativeClient,
  nativeClientFiles,
  nativeCluster,
  nativeKerberos,
  nativeOptions,
  nativeRoles,
  nativeRunTime,
  nativeTemplates,
  nativeValues,
  operatorMode,
  operatorResources,
  registry,
  images,
];

let table: ReadonlyMap<string, Rule> | undefined;

/** Every rule of the library by id: for `docs/errors.md`, for suppressions and for tests. */
export function ruleTable(): ReadonlyMap<string, Rule> {
  return (table ??= new Map(
    MODULES.flatMap((module) => Object.values(module).filter(isRule))
      .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
      .map((rule) => [rule.id, rule]),
  ));
}

/** Whether the rule can be suppressed: a warning, or an error that can be accepted. */
export function isAcceptable(id: string): boolean {
  const rule = ruleTable().get(id);
  return rule !== undefined && (rule.severity === 'warning' || rule.acceptable === true);
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'id' in value && 'severity' in value && 'fix' in value;
}
