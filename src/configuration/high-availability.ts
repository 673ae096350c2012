import { type FlinkOptions } from './flink-options';
import { type FlinkVersion } from './flink-version';
import { Keys } from './keys';

/** Who elects the leading JobManager and remembers its jobs; `custom` is a factory class of the user's. */
export type HighAvailabilityKind = 'none' | 'kubernetes' | 'zookeeper' | 'custom';

/** The services that remember in ConfigMaps; up to 1.15 they have no other name. */
export const KUBERNETES_FACTORY = 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory';

// `standalone` is the name that the oldest releases had for none.
const KINDS: ReadonlyMap<string, HighAvailabilityKind> = new Map([
  ['none', 'none'],
  ['standalone', 'none'],
  ['zookeeper', 'zookeeper'],
  ['kubernetes', 'kubernetes'],
  [KUBERNETES_FACTORY.toLowerCase(), 'kubernetes'],
]);

/** What the effective options choose, whoever stated them: a feature, a typed property or the user's map. */
export function highAvailabilityOf(options: FlinkOptions): HighAvailabilityKind {
  return highAvailabilityKind(highAvailabilityType(options));
}

/** What a value of the option chooses; a blank around it makes it the name of a class. */
export function highAvailabilityKind(type: string | undefined): HighAvailabilityKind {
  return type === undefined ? 'none' : (KINDS.get(type.toLowerCase()) ?? 'custom');
}

/** Whether a standby JobManager can take over; then the leader is known by its pod's address, and not by that of a Service. */
export function isHighlyAvailable(options: FlinkOptions): boolean {
  return highAvailabilityOf(options) !== 'none';
}

/** The value of the option under either of its names. */
export function highAvailabilityType(options: FlinkOptions): string | undefined {
  return options.get(Keys.HIGH_AVAILABILITY_TYPE) ?? options.get(Keys.HIGH_AVAILABILITY);
}

/** The key that chooses: from 1.17 on one that is not the beginning of the other keys, as a tree cannot hold both. */
export function highAvailabilityKey(version: FlinkVersion): string {
  return version._isAtLeast('1.17') ? Keys.HIGH_AVAILABILITY_TYPE : Keys.HIGH_AVAILABILITY;
}

/** How a release calls the services that remember in ConfigMaps. */
export function kubernetesServices(version: FlinkVersion): string {
  return version._isAtLeast('1.16') ? 'kubernetes' : KUBERNETES_FACTORY;
}
