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

/**
 * What each Flink release can do, as far as manifests and rules depend on it. This table is the only place that compares
 * releases: a new release that changes something is a row here. Which options a release has is in the option catalogue.
 */
export const CAPABILITIES = {
  deletesConfigMapsByLabel: { until: '1.17', source: 'Flink source: cleanup of KubernetesHaServices' },
  electsLeadersInConfigMaps: { since: '1.12', source: 'FLIP-144: native Kubernetes high availability' },
  fetchesArtifacts: { since: '1.19', source: 'FLINK-28915: artifact fetching in application mode' },
  flatRestartStrategyKey: { until: '1.17', source: 'option catalogue: restart-strategy became restart-strategy.type' },
  hasForStBackend: { since: '2.0', source: 'FLIP-427: disaggregated state store' },
  hasWorkingDirectory: { since: '1.15', source: 'FLIP-198: working directory for Flink processes' },
  losesLeadershipForGood: { since: '1.18', until: '1.19', source: 'FLINK-34007: also fixed in 1.18.2' },
  namesKubernetesServices: { since: '1.16', source: 'Flink: HighAvailabilityMode' },
  nestableHighAvailabilityKey: { since: '1.17', source: 'option catalogue: high-availability.type' },
  prestoPluginFindsCredentials: { since: '1.14', source: 'FLINK-23487: credentials of the S3 plugin based on Presto' },
  s3PluginReadsWebIdentity: { since: '1.12', source: 'FLINK-18676: AWS SDK of the S3 plugins' },
  separatesCheckpointStorage: { since: '1.13', source: 'FLIP-142: state backends without checkpoint storage' },
  separatesLocalBackup: { since: '1.20', source: 'FLIP-406: options for checkpoints and recovery' },
  shipsGooglePlugin: { since: '1.15', source: 'FLINK-11838: file system for Google Cloud Storage' },
} as const satisfies { readonly [name: string]: Capability };

export type CapabilityName = keyof typeof CAPABILITIES;

/** Capabilities that started with a release. */
export type NewCapabilityName = {
  [name in CapabilityName]: (typeof CAPABILITIES)[name] extends { readonly since: string } ? name : never;
}[CapabilityName];

/** The first release line with a capability, for messages. */
export function firstRelease(name: NewCapabilityName): string {
  return CAPABILITIES[name].since;
}

/** Whether a release has a capability; a release that is not known yet is treated as the newest one. */
export function isCapable(version: FlinkVersion, name: CapabilityName): boolean {
  const { since, until }: Capability = CAPABILITIES[name];
  return (since === undefined || version._isAtLeast(since)) && !(until !== undefined && version._isAtLeast(until));
}
