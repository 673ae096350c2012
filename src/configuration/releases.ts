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
  deprecatesQueryableState: { since: '1.18', source: 'FLINK-32559' },
  fetchesArtifacts: { since: '1.19', source: 'FLINK-28915: artifact fetching in application mode' },
  flatRestartStrategyKey: { until: '1.17', source: 'option catalogue: restart-strategy became restart-strategy.type' },
  namesKubernetesServices: { since: '1.16', source: 'Flink: HighAvailabilityMode' },
  nestableHighAvailabilityKey: { since: '1.17', source: 'option catalogue: high-availability.type' },
  nestableJavaOptionsKey: { since: '1.17', source: 'option catalogue: env.java.opts became env.java.opts.all' },
  readsSessionArguments: { since: '1.16', source: 'jobmanager.sh: before, the first argument was a host name' },
} as const satisfies { readonly [name: string]: Capability };

export type CapabilityName = keyof typeof CAPABILITIES;

/** The first release line with a capability, for messages. */
export function firstRelease(name: CapabilityName): string {
  const { since }: Capability = CAPABILITIES[name];
  return `Flink ${since}`;
}

/** Whether a release has a capability; a release that is not known yet is treated as the newest one. */
export function isCapable(version: FlinkVersion, name: CapabilityName): boolean {
  const { since, until }: Capability = CAPABILITIES[name];
  return (since === undefined || version._isAtLeast(since)) && !(until !== undefined && version._isAtLeast(until));
}
