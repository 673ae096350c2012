import { type FlinkVersion } from './flink-version';

/** Something that Flink does from one release on, or up to another. */
export interface Capability {
  /** The first release that does it, a line or a patch release; absent if all supported ones did. */
  readonly since?: string;
  /** The first release that no longer does it, a line or a patch release; absent if it still does. */
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
  flatHighAvailabilityKey: {
    until: '1.17',
    source: 'option catalogue: high-availability became high-availability.type',
  },
  flatRestartStrategyKey: { until: '1.17', source: 'option catalogue: restart-strategy became restart-strategy.type' },
  hasForStBackend: { since: '2.0', source: 'FLIP-427: disaggregated state store' },
  hasWorkingDirectory: { since: '1.15', source: 'FLIP-198: working directory for Flink processes' },
  losesLeadershipForGood: { since: '1.18', until: '1.18.2', source: 'FLINK-34007' },
  namesKubernetesServices: { since: '1.16', source: 'Flink documentation 1.16: high-availability: kubernetes' },
  prestoPluginReadsEnvironment: { since: '1.14', source: 'FLINK-23487: credentials of the plugin based on Presto' },
  s3HadoopPluginReadsWebIdentity: { since: '1.12', source: 'FLINK-18676: AWS SDK of the S3 plugins' },
  separatesCheckpointStorage: { since: '1.13', source: 'FLIP-142: state backends without checkpoint storage' },
  separatesLocalBackup: { since: '1.20', source: 'FLIP-406: options for checkpoints and recovery' },
  shipsGooglePlugin: { since: '1.15', source: 'FLINK-11838: file system for Google Cloud Storage' },
} as const satisfies { readonly [name: string]: Capability };

export type CapabilityName = keyof typeof CAPABILITIES;

/** Whether a release has a capability; a release that is not known yet is treated as the newest one. */
export function isCapable(version: FlinkVersion, name: CapabilityName): boolean {
  const { since, until }: Capability = CAPABILITIES[name];
  return (since === undefined || isFrom(version, since)) && !(until !== undefined && isFrom(version, until));
}

/** Capabilities that came with a release. */
type NewCapabilityName = {
  [Name in CapabilityName]: 'since' extends keyof (typeof CAPABILITIES)[Name] ? Name : never;
}[CapabilityName];

/** The first release that has a capability, for messages. */
export function firstRelease(name: NewCapabilityName): string {
  return CAPABILITIES[name].since;
}

/** Whether a version is a release or a later one; a line without a patch is its first release. */
function isFrom(version: FlinkVersion, release: string): boolean {
  const [major, minor, patch = '0'] = release.split('.');
  const line = `${major}.${minor}`;
  return version.releaseLine === line ? (version._patch ?? 0) >= Number(patch) : version._isAtLeast(line);
}
