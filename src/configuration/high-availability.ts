import { type FlinkOptions, type OptionEntry } from './flink-options';
import { type FlinkVersion } from './flink-version';
import { Keys } from './keys';

/** The service that elects the leading JobManager and stores its jobs; `custom` is a factory class of the user. */
export type HighAvailabilityKind = 'none' | 'kubernetes' | 'zookeeper' | 'custom';

/** The factory of the services that store metadata in ConfigMaps; older releases have no short name for it. */
export const KUBERNETES_FACTORY = 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory';

// The oldest releases used `standalone` instead of `none`.
const KINDS: ReadonlyMap<string, HighAvailabilityKind> = new Map([
  ['none', 'none'],
  ['standalone', 'none'],
  ['zookeeper', 'zookeeper'],
  ['kubernetes', 'kubernetes'],
  [KUBERNETES_FACTORY.toLowerCase(), 'kubernetes'],
]);

/** The service that the effective options select, wherever they come from. */
export function highAvailabilityOf(options: FlinkOptions): HighAvailabilityKind {
  return highAvailabilityKind(highAvailabilityType(options));
}

/** The service that a value of the option selects; a value with a space around it is the name of a class. */
export function highAvailabilityKind(type: string | undefined): HighAvailabilityKind {
  return type === undefined ? 'none' : (KINDS.get(type.toLowerCase()) ?? 'custom');
}

/** Whether a standby JobManager can take over; the leader then has the address of its pod instead of a Service. */
export function isHighlyAvailable(options: FlinkOptions): boolean {
  return highAvailabilityOf(options) !== 'none';
}

/** The statement of the option under either of its keys. */
export function highAvailabilityEntry(options: FlinkOptions): OptionEntry | undefined {
  return options.entry(Keys.HIGH_AVAILABILITY_TYPE) ?? options.entry(Keys.HIGH_AVAILABILITY);
}

/** The value of the option under either of its keys. */
export function highAvailabilityType(options: FlinkOptions): string | undefined {
  return highAvailabilityEntry(options)?.value;
}

/** The key that selects the service; the newer one is not a prefix of other keys, so that YAML can be nested. */
export function highAvailabilityKey(version: FlinkVersion): string {
  return version._can('nestableHighAvailabilityKey') ? Keys.HIGH_AVAILABILITY_TYPE : Keys.HIGH_AVAILABILITY;
}

/** The value that selects the services that store metadata in ConfigMaps. */
export function kubernetesServices(version: FlinkVersion): string {
  return version._can('namesKubernetesServices') ? 'kubernetes' : KUBERNETES_FACTORY;
}
