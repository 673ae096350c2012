import { type KubernetesHighAvailabilityOptions, type ZooKeeperHighAvailabilityOptions } from './high-availability';
import { namedOptions } from './named-options';
import { readOptions } from './read-options';
import { highAvailabilityKey, kubernetesServices } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { type FlinkContribution, type IFlinkContext } from '../model/contribution';
import { duration } from '../validation/duration-reader';
import { type Fields, integer, nonEmptyText } from '../validation/readers';

const KUBERNETES_FIELDS: Fields<KubernetesHighAvailabilityOptions> = {
  storageDir: nonEmptyText,
  leaseDuration: duration,
  renewDeadline: duration,
  retryPeriod: duration,
};

const ZOOKEEPER_FIELDS: Fields<ZooKeeperHighAvailabilityOptions> = {
  storageDir: nonEmptyText,
  quorum: nonEmptyText,
  rootPath: nonEmptyText,
  port: integer(1, 65_535),
  sessionTimeout: duration,
  connectionTimeout: duration,
  retryWait: duration,
  maxRetryAttempts: integer(0, 1_000_000),
  acl: nonEmptyText,
};

/** What high availability in ConfigMaps contributes. */
export function kubernetes(given: KubernetesHighAvailabilityOptions, { version }: IFlinkContext): FlinkContribution {
  const { options, problems } = readOptions(given, KUBERNETES_FIELDS, 'highAvailability', ['storageDir']);
  const configuration = namedOptions(version, {
    [highAvailabilityKey(version)]: kubernetesServices(version),
    [Keys.HIGH_AVAILABILITY_STORAGE]: options.storageDir,
    [Keys.ELECTION_LEASE]: options.leaseDuration,
    [Keys.ELECTION_RENEWAL]: options.renewDeadline,
    [Keys.ELECTION_RETRY]: options.retryPeriod,
  });
  return { configuration, problems };
}

/** What high availability in ZooKeeper contributes. */
export function zooKeeper(given: ZooKeeperHighAvailabilityOptions, { version }: IFlinkContext): FlinkContribution {
  const { options, problems } = readOptions(given, ZOOKEEPER_FIELDS, 'highAvailability', ['quorum', 'storageDir']);
  const client = 'high-availability.zookeeper.client';
  const configuration = namedOptions(version, {
    [highAvailabilityKey(version)]: 'zookeeper',
    [Keys.HIGH_AVAILABILITY_STORAGE]: options.storageDir,
    [Keys.ZOOKEEPER_QUORUM]: options.quorum,
    [Keys.HIGH_AVAILABILITY_PORT]: options.port,
    [Keys.ZOOKEEPER_ROOT]: options.rootPath,
    [`${client}.session-timeout`]: options.sessionTimeout,
    [`${client}.connection-timeout`]: options.connectionTimeout,
    [`${client}.retry-wait`]: options.retryWait,
    [`${client}.max-retry-attempts`]: options.maxRetryAttempts,
    [Keys.ZOOKEEPER_ACL]: options.acl,
  });
  return { configuration, problems };
}

/** One JobManager, said aloud. */
export function none({ version }: IFlinkContext): FlinkContribution {
  return { configuration: { [highAvailabilityKey(version)]: 'NONE' } };
}
