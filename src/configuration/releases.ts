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
  acceptsSqlClientOptions: { since: '1.18', source: 'SQL client of Flink 1.18: option -D' },
  fetchesArtifacts: { since: '1.19', source: 'FLINK-28915: artifact fetching in application mode' },
  flatRestartStrategyKey: { until: '1.17', source: 'option catalogue: restart-strategy became restart-strategy.type' },
  hasLegacyClaimMode: { since: '1.15', until: '2.0', source: 'Flink 2.0: release notes' },
  namesClaimModes: { since: '1.15', source: 'FLIP-193: ownership of snapshots' },
  outlivesApplications: { since: '1.15', source: 'FLINK-25715: execution.shutdown-on-application-finish' },
  runsSqlApplications: { since: '2.0', source: 'FLIP-480: SQL scripts in application mode' },
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
export function firstRelease(name: NewCapabilityName): string {
  return CAPABILITIES[name].since;
}
