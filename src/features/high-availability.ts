import { type Duration } from 'cdk8s';
import { namedOptions } from './named-options';
import { readOptions } from './read-options';
import { highAvailabilityKey, kubernetesServices } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { duration } from '../readers/duration-reader';
import { type Fields, integer, nonEmptyString } from '../readers/reader';

/** Options that all kinds of high availability have. */
export interface HighAvailabilityOptions {
  /**
   * Storage directory of JobManager metadata: `s3://bucket/flink`, or `file:///…` on a volume that outlives the pod.
   * ConfigMaps or ZooKeeper contain only references to it. Sets `high-availability.storageDir`.
   */
  readonly storageDir: string;
}

/** Options of leader election in ConfigMaps. */
export interface KubernetesHighAvailabilityOptions extends HighAvailabilityOptions {
  /**
   * Time after which a leader that does not renew its lease is replaced; sets
   * `high-availability.kubernetes.leader-election.lease-duration`.
   * @default Duration.seconds(15)
   */
  readonly leaseDuration?: Duration;
  /**
   * Time after which a leader that cannot renew its lease gives up, at most the lease duration; sets
   * `high-availability.kubernetes.leader-election.renew-deadline`.
   * @default Duration.seconds(15)
   */
  readonly renewDeadline?: Duration;
  /**
   * Time between two attempts to acquire or renew the lease; sets
   * `high-availability.kubernetes.leader-election.retry-period`.
   * @default Duration.seconds(5)
   */
  readonly retryPeriod?: Duration;
}

/** Options of leader election in ZooKeeper. */
export interface ZooKeeperHighAvailabilityOptions extends HighAvailabilityOptions {
  /** The servers as `host:port`, separated by commas; sets `high-availability.zookeeper.quorum`. */
  readonly quorum: string;
  /**
   * Path of all Flink clusters in ZooKeeper. The path of this cluster is its name in it, so clusters with the same name
   * need different roots. Sets `high-availability.zookeeper.path.root`.
   * @default '/flink'
   */
  readonly rootPath?: string;
  /**
   * Port for remote calls to the JobManager; sets `high-availability.jobmanager.port`.
   * @default - the port of `jobmanager.rpc.port`, 6123
   */
  readonly port?: number;
  /**
   * Time after which a JobManager without contact loses its leadership; sets
   * `high-availability.zookeeper.client.session-timeout`.
   * @default Duration.minutes(1)
   */
  readonly sessionTimeout?: Duration;
  /**
   * Time to connect; sets `high-availability.zookeeper.client.connection-timeout`.
   * @default Duration.seconds(15)
   */
  readonly connectionTimeout?: Duration;
  /**
   * Time between two attempts; sets `high-availability.zookeeper.client.retry-wait`.
   * @default Duration.seconds(5)
   */
  readonly retryWait?: Duration;
  /**
   * Number of attempts; sets `high-availability.zookeeper.client.max-retry-attempts`.
   * @default 3
   */
  readonly maxRetryAttempts?: number;
  /**
   * Access control of the nodes, `open` or `creator` (needs Kerberos); sets
   * `high-availability.zookeeper.client.acl`.
   * @default 'open'
   */
  readonly acl?: string;
}

/**
 * Lets another JobManager take over when the leader is lost. Jobs resume from their last checkpoints.
 *
 * The id, addresses, permissions and ports of the cluster follow from it. `jobManager.replicas` above 1 adds standby
 * JobManagers.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/ha/overview/
 */
export class HighAvailability implements IFlinkFeature {
  /** ConfigMaps in the namespace of the cluster, which must be known at synthesis; requires Flink 1.12. */
  public static kubernetes(options: KubernetesHighAvailabilityOptions): HighAvailability {
    return new HighAvailability((context) => kubernetes(options, context));
  }

  /** An existing ZooKeeper ensemble. */
  public static zooKeeper(options: ZooKeeperHighAvailabilityOptions): HighAvailability {
    return new HighAvailability((context) => zooKeeper(options, context));
  }

  /** No high availability: all jobs end if the JobManager is lost. */
  public static none(): HighAvailability {
    return new HighAvailability((context) => none(context));
  }

  private constructor(private readonly contribution: (context: IFlinkContext) => FlinkContribution) {}

  public bind(context: IFlinkContext): FlinkContribution {
    return this.contribution(context);
  }
}

const KUBERNETES_FIELDS: Fields<KubernetesHighAvailabilityOptions> = {
  storageDir: nonEmptyString,
  leaseDuration: duration,
  renewDeadline: duration,
  retryPeriod: duration,
};

const ZOOKEEPER_FIELDS: Fields<ZooKeeperHighAvailabilityOptions> = {
  storageDir: nonEmptyString,
  quorum: nonEmptyString,
  rootPath: nonEmptyString,
  port: integer(1, 65_535),
  sessionTimeout: duration,
  connectionTimeout: duration,
  retryWait: duration,
  maxRetryAttempts: integer(0, 1_000_000),
  acl: nonEmptyString,
};

function kubernetes(given: KubernetesHighAvailabilityOptions, { version }: IFlinkContext): FlinkContribution {
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

function zooKeeper(given: ZooKeeperHighAvailabilityOptions, { version }: IFlinkContext): FlinkContribution {
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

function none({ version }: IFlinkContext): FlinkContribution {
  return { configuration: { [highAvailabilityKey(version)]: 'NONE' } };
}
