import { type FlinkOptions, type OptionEntry } from './flink-options';
import { type FlinkVersion } from './flink-version';
import { Keys } from './keys';

/** The services that elect the leading JobManager and store metadata; `custom` is a factory class of the user. */
export type HighAvailabilityKind = 'none' | 'kubernetes' | 'zookeeper' | 'custom';

/** The factory of the services that store metadata in ConfigMaps; up to 1.15 it is the only name of them. */
export const KUBERNETES_FACTORY = 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory';

// The oldest releases use `standalone` for none.
const KINDS: ReadonlyMap<string, HighAvailabilityKind> = new Map([
  ['none', 'none'],
  ['standalone', 'none'],
  ['zookeeper', 'zookeeper'],
  ['kubernetes', 'kubernetes'],
  [KUBERNETES_FACTORY.toLowerCase(), 'kubernetes'],
]);

/** The kind that the effective options select, whether a feature, a typed property or the user's map sets them. */
export function highAvailabilityOf(options: FlinkOptions): HighAvailabilityKind {
  return highAvailabilityKind(highAvailabilityType(options));
}

/** The kind that a value of the option selects; a value with a space around it is read as the name of a class. */
export function highAvailabilityKind(type: string | undefined): HighAvailabilityKind {
  return type === undefined ? 'none' : (KINDS.get(type.toLowerCase()) ?? 'custom');
}

/** Whether a standby JobManager can take over; then the address of the leader is that of its pod, not of a Service. */
export function isHighlyAvailable(options: FlinkOptions): boolean {
  return highAvailabilityOf(options) !== 'none';
}

/** The statement of the option under either of its names. */
export function highAvailabilityEntry(options: FlinkOptions): OptionEntry | undefined {
  return options.entry(Keys.HIGH_AVAILABILITY_TYPE) ?? options.entry(Keys.HIGH_AVAILABILITY);
}

/** The value of the option under either of its names. */
export function highAvailabilityType(options: FlinkOptions): string | undefined {
  return highAvailabilityEntry(options)?.value;
}

/** The name of the option in a release. The older name is a prefix of other keys, which a tree of options cannot have. */
export function highAvailabilityKey(version: FlinkVersion): string {
  return version._can('flatHighAvailabilityKey') ? Keys.HIGH_AVAILABILITY : Keys.HIGH_AVAILABILITY_TYPE;
}

/** The value of the option in a release for metadata in ConfigMaps. */
export function kubernetesServices(version: FlinkVersion): string {
  return version._can('namesKubernetesServices') ? 'kubernetes' : KUBERNETES_FACTORY;
}
