import { type ReleaseLine } from '../memory/options';

export type { ReleaseLine } from '../memory/options';

/** A behaviour of Flink that started with one release, or ended with another one. */
export interface Capability {
  /** The first release line with the behaviour; absent if all supported ones have it. */
  readonly since?: string;
  /** The first release line without the behaviour; absent if the newest one has it. */
  readonly until?: string;
  /** The document, issue or source in which this can be seen. */
  readonly source: string;
}

/** Seen in what clients of each release send to Kubernetes. */
const RECORDED = 'recorded requests of Flink clients: test/fixtures/native';

/**
 * What each Flink release can do, as far as manifests and rules depend on it. Only this file compares releases: a new
 * release that changes something is a row here. The option catalogue contains the options of each release.
 */
export const CAPABILITIES = {
  acceptsSqlClientOptions: { since: '1.18', source: 'SQL client of Flink 1.18: option -D' },
  countsDurationsIn96Bits: { since: '2.0', source: 'Flink: TimeUtils' },
  deletesConfigMapsByLabel: { until: '1.17', source: 'Flink source: cleanup of KubernetesHaServices' },
  deprecatesQueryableState: { since: '1.18', source: 'FLINK-32559' },
  electsLeadersInConfigMaps: { since: '1.12', source: 'FLIP-144: native Kubernetes high availability' },
  fetchesArtifacts: { since: '1.19', source: 'FLINK-28915: artifact fetching in application mode' },
  flatRestartStrategyKey: { until: '1.17', source: 'option catalogue: restart-strategy became restart-strategy.type' },
  hasForStBackend: { since: '2.0', source: 'FLIP-427: disaggregated state store' },
  hasLegacyClaimMode: { since: '1.15', until: '2.0', source: 'Flink 2.0: release notes' },
  hasWorkingDirectory: { since: '1.15', source: 'FLIP-198: working directory for Flink processes' },
  isolatesAkka: { since: '1.14', source: 'FLINK-18783: Akka in a class loader of its own, with Netty not relocated' },
  losesLeadershipForGood: { since: '1.18', until: '1.19', source: 'FLINK-34007: also fixed in 1.18.2' },
  namesClaimModes: { since: '1.15', source: 'FLIP-193: ownership of snapshots' },
  namesKubernetesServices: { since: '1.16', source: 'Flink: HighAvailabilityMode' },
  needsSunNetUtil: { until: '2.1', source: 'module options in the configuration file of the image' },
  nestableHighAvailabilityKey: { since: '1.17', source: 'option catalogue: high-availability.type' },
  nestableJavaOptionsKey: { since: '1.17', source: 'option catalogue: env.java.opts became env.java.opts.all' },
  outlivesApplications: { since: '1.15', source: 'FLINK-25715: execution.shutdown-on-application-finish' },
  prestoPluginFindsCredentials: { since: '1.14', source: 'FLINK-23487: credentials of the S3 plugin based on Presto' },
  readsIsoDurations: { since: '2.1', source: 'Flink: TimeUtils' },
  readsLegacyFile: { until: '2.0', source: 'release notes of Flink 2.0' },
  readsMapEntries: { since: '1.14', source: 'Flink: ConfigurationUtils, prefixes of map options' },
  readsMinutesAsM: { since: '1.15', source: 'Flink: TimeUtils' },
  readsSessionArguments: { since: '1.16', source: 'jobmanager.sh: before, the first argument was a host name' },
  readsStandardYaml: { since: '1.19', source: 'FLIP-366: config.yaml' },
  readsYamlMapsInLists: { since: '2.0', source: 'Flink: ConfigurationUtils' },
  runsOnJava17: { since: '1.18', source: 'Flink documentation: Java compatibility' },
  runsSqlApplications: { since: '2.0', source: 'FLIP-480: SQL scripts in application mode' },
  s3PluginReadsWebIdentity: { since: '1.12', source: 'FLINK-18676: AWS SDK of the S3 plugins' },
  separatesCheckpointStorage: { since: '1.13', source: 'FLIP-142: state backends without checkpoint storage' },
  separatesLocalBackup: { since: '1.20', source: 'FLIP-406: options for checkpoints and recovery' },
  shipsGooglePlugin: { since: '1.15', source: 'FLINK-11838: file system for Google Cloud Storage' },
  takesCheckpointsOnRequest: { since: '1.17', source: 'FLINK-27101: checkpoints by the REST API' },
  takesHostArgument: { until: '2.0', source: 'FLINK-38795: the JobManager of Flink 2.0 has no option --host' },
  usesPekko: { since: '1.18', source: 'FLINK-32468' },

  // What Flink does in every mode.
  namesClaimModeArgument: { since: '1.18', source: 'Flink source: --claimMode was --restoreMode' },
  readsDefaultJavaOptions: { since: '1.19', source: 'option catalogue: env.java.default-opts.all' },
  sendsJobFilesToLeader: { since: '2.2', source: 'FLINK-38109: blob server of the leading JobManager' },

  // What Flink's client and the JobManager do in native mode.
  annotatesDeployment: { since: '1.14', source: RECORDED },
  checksTemplateKind: { since: '1.16', until: '1.18', source: RECORDED },
  checksTemplateNamespace: { until: '1.18', source: RECORDED },
  disablesDecorators: { since: '1.17', source: 'option catalogue: kubernetes.decorator.hadoop-conf-mount.enabled' },
  keepsMinimumOfTaskManagers: { since: '1.19', source: 'option catalogue: slotmanager.number-of-slots.min' },
  keepsUnknownPodFields: { since: '1.16', source: RECORDED },
  knowsNewerPodFields: { since: '1.14', source: RECORDED },
  mountsKerberosFiles: { since: '1.12', source: RECORDED },
  mountsSecrets: { since: '1.12', source: 'option catalogue: kubernetes.secrets and kubernetes.env.secretKeyRef' },
  namesTaskManagerServiceAccount: { since: '1.12', source: 'option catalogue: kubernetes.taskmanager.service-account' },
  omitsEmptyLists: { since: '2.0', source: RECORDED },
  passesEntrypointArguments: { since: '1.16', source: 'option catalogue: kubernetes.jobmanager.entrypoint.args' },
  passesExternalResources: { since: '1.13', source: RECORDED },
  passesJavaHome: { since: '2.0', source: RECORDED },
  passesNodeName: { since: '1.16', source: RECORDED },
  readsConsoleLogFiles: { since: '1.12', source: 'entry point of the official image' },
  readsNullContainers: { since: '1.16', until: '1.18', source: RECORDED },
  readsPodTemplates: { since: '1.13', source: 'option catalogue: kubernetes.pod-template-file' },
  renamesKrb5Conf: { since: '1.14', source: RECORDED },
  requiresKeytabForPrincipal: { since: '1.16', source: RECORDED },
  requiresTemplateSpec: { until: '1.15', source: RECORDED },
  selectsUserLabels: { until: '1.13', source: RECORDED },
  setsDeprecatedServiceAccount: { since: '1.13', source: RECORDED },
  setsHostNetwork: { since: '1.15', source: 'option catalogue: kubernetes.hostnetwork.enabled' },
  setsJobManagerReplicas: { since: '1.14', source: 'option catalogue: kubernetes.jobmanager.replicas' },
  setsLimitFactors: { since: '1.15', source: 'option catalogue: kubernetes.jobmanager.cpu.limit-factor' },
  writesEmptyMaps: { until: '1.18', source: RECORDED },
  writesNamespaces: { until: '1.16', source: RECORDED },
} as const satisfies { readonly [name: string]: Capability };

export type CapabilityName = keyof typeof CAPABILITIES;

/** Whether a release has a capability; a release that is not known yet is treated as the newest one. */
export function isCapable(release: ReleaseLine, name: CapabilityName): boolean {
  const { since, until }: Capability = CAPABILITIES[name];
  return (since === undefined || isAtLeast(release, since)) && !(until !== undefined && isAtLeast(release, until));
}

/** Capabilities that started with a release. */
export type NewCapabilityName = {
  [name in CapabilityName]: (typeof CAPABILITIES)[name] extends { readonly since: string } ? name : never;
}[CapabilityName];

/** The first release line with a capability, for messages. */
export function firstRelease<Name extends NewCapabilityName>(name: Name): (typeof CAPABILITIES)[Name]['since'] {
  return CAPABILITIES[name].since;
}

/** Release lines in numbers. Of hundreds of questions per cluster, nearly all are about the same few lines. */
const LINES = new Map<string, ReleaseLine>();

/** A release line such as `1.20` in numbers. */
export function lineNumbers(line: string): ReleaseLine {
  const known = LINES.get(line);
  if (known !== undefined) {
    return known;
  }
  const [majorVersion, minorVersion] = line.split('.').map(Number) as [number, number];
  const numbers = { majorVersion, minorVersion };
  LINES.set(line, numbers);
  return numbers;
}

/** Whether a release belongs to this release line or to a later one. */
export function isAtLeast({ majorVersion, minorVersion }: ReleaseLine, line: string): boolean {
  const other = lineNumbers(line);
  return (
    majorVersion > other.majorVersion || (majorVersion === other.majorVersion && minorVersion >= other.minorVersion)
  );
}

/** The values of something that differs between releases, oldest first; the first one has no `since`. */
export type ByRelease<Value> = readonly { readonly since?: string; readonly value: Value }[];

/** The value for a release; a release that is not known yet is treated as the newest one. */
export function valueFor<Value>(release: ReleaseLine, rows: ByRelease<Value>): Value {
  const reached = rows.filter(({ since }) => since === undefined || isAtLeast(release, since));
  return reached[reached.length - 1]!.value;
}
