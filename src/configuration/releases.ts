import { type FlinkVersion } from './flink-version';

/** Something that Flink does from one release on, or up to another. */
export interface Capability {
  /** The first release line that does it; absent if all supported ones did. */
  readonly since?: string;
  /** The first release line that no longer does it; absent if it still does. */
  readonly until?: string;
  /** Where this is written down or can be seen. */
  readonly source: string;
}

/** Seen in what clients of each release send to Kubernetes. */
const RECORDED = 'recorded requests of Flink clients: test/fixtures/native';

/**
 * What each Flink release can do, as far as manifests and rules depend on it. This table is the only place that
 * compares releases: a new release that changes something is a row here. Which options a release has is in the option
 * catalogue.
 */
export const CAPABILITIES = {
  fetchesArtifacts: { since: '1.19', source: 'FLINK-28915: artifact fetching in application mode' },
  flatRestartStrategyKey: { until: '1.17', source: 'option catalogue: restart-strategy became restart-strategy.type' },

  // What Flink does in every mode.
  namesClaimModeArgument: { since: '1.18', source: 'Flink source: --claimMode was --restoreMode' },
  namesClaimModes: { since: '1.15', source: 'FLIP-193: ownership of snapshots' },
  outlivesApplications: { since: '1.15', source: 'FLINK-25715: execution.shutdown-on-application-finish' },
  readsDefaultJavaOptions: { since: '1.19', source: 'option catalogue: env.java.default-opts.all' },
  readsLegacyFile: { until: '2.0', source: 'release notes of Flink 2.0' },
  readsMapEntries: { since: '1.14', source: 'Flink: ConfigurationUtils, prefixes of map options' },
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
export function isCapable(version: FlinkVersion, name: CapabilityName): boolean {
  const { since, until }: Capability = CAPABILITIES[name];
  return (since === undefined || version._isAtLeast(since)) && !(until !== undefined && version._isAtLeast(until));
}

/** Capabilities that came with a release. */
type NewCapabilityName = {
  [Name in CapabilityName]: 'since' extends keyof (typeof CAPABILITIES)[Name] ? Name : never;
}[CapabilityName];

/** The first release that has a capability, for messages. */
export function firstRelease<Name extends NewCapabilityName>(name: Name): (typeof CAPABILITIES)[Name]['since'] {
  return CAPABILITIES[name].since;
}

/** The values of something that differs between releases, oldest first; the first one has no `since`. */
export type ByRelease<Value> = readonly { readonly since?: string; readonly value: Value }[];

/** The value for a release; a release that is not known yet is treated as the newest one. */
export function valueFor<Value>(version: FlinkVersion, rows: ByRelease<Value>): Value {
  const reached = rows.filter(({ since }) => since === undefined || version._isAtLeast(since));
  return reached[reached.length - 1]!.value;
}
