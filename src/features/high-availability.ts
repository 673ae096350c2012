import { type Duration } from 'cdk8s';
import { namedOptions } from './named-options';
import { readOptions } from './read-options';
import { highAvailabilityKey, kubernetesServices } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { type FlinkContribution, type IFlinkContext, type IFlinkFeature } from '../props/contribution';
import { duration } from '../readers/duration-reader';
import { type Fields, integer, nonEmptyString } from '../readers/reader';

/** What all kinds of high availability have in common. */
export interface HighAvailabilityOptions {
  /**
   * Where JobManagers keep what their successors need, `high-availability.storageDir`: `s3://bucket/flink`, or `file:///…` on a volume
   * that outlives the pod. The ConfigMaps or ZooKeeper hold only pointers into it.
   */
  readonly storageDir: string;
}

/** Leader election in ConfigMaps. */
export interface KubernetesHighAvailabilityOptions extends HighAvailabilityOptions {
  /**
   * Time after which a leader that says nothing has lost, `high-availability.kubernetes.leader-election.lease-duration`.
   * @default Duration.seconds(15)
   */
  readonly leaseDuration?: Duration;
  /**
   * Time after which a leader that cannot renew its lease gives up, at most the lease's, `….renew-deadline`.
   * @default Duration.seconds(15)
   */
  readonly renewDeadline?: Duration;
  /**
   * Pause between two attempts to take or renew the lease, `….retry-period`.
   * @default Duration.seconds(5)
   */
  readonly retryPeriod?: Duration;
}

/** Leader election in ZooKeeper. */
export interface ZooKeeperHighAvailabilityOptions extends HighAvailabilityOptions {
  /** The servers as `host:port`, separated by commas. */
  readonly quorum: string;
  /**
   * Path of all Flink clusters in ZooKeeper, `high-availability.zookeeper.path.root`; the cluster's own is its name below it, so clusters
   * of one name need different roots.
   * @default '/flink'
   */
  readonly rootPath?: string;
  /**
   * Port of the JobManager's remote calls, `high-availability.jobmanager.port`.
   * @default - that of `jobmanager.rpc.port`, 6123
   */
  readonly port?: number;
  /**
   * Time after which a JobManager that says nothing has lost, `high-availability.zookeeper.client.session-timeout`.
   * @default Duration.minutes(1)
   */
  readonly sessionTimeout?: Duration;
  /**
   * Time to connect, `high-availability.zookeeper.client.connection-timeout`.
   * @default Duration.seconds(15)
   */
  readonly connectionTimeout?: Duration;
  /**
   * Pause between two attempts, `high-availability.zookeeper.client.retry-wait`.
   * @default Duration.seconds(5)
   */
  readonly retryWait?: Duration;
  /**
   * Attempts before giving up, `high-availability.zookeeper.client.max-retry-attempts`.
   * @default 3
   */
  readonly maxRetryAttempts?: number;
  /**
   * Who may read and write the nodes, `open` or `creator` (needs Kerberos), `high-availability.zookeeper.client.acl`.
   * @default 'open'
   */
  readonly acl?: string;
}

/**
 * Lets another JobManager go on with the jobs when one is lost, from where their last checkpoints are.
 *
 * The cluster's id, addresses, rights and ports follow from it; `jobManager.replicas` above 1 adds JobManagers that stand by.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/ha/overview/
 */
export class HighAvailability implements IFlinkFeature {
  /** ConfigMaps of the cluster's namespace, which must be known at synthesis; from Flink 1.12 on. */
  public static kubernetes(options: KubernetesHighAvailabilityOptions): HighAvailability {
    return new HighAvailability((context) => kubernetes(options, context));
  }

  /** A ZooKeeper ensemble that exists. */
  public static zooKeeper(options: ZooKeeperHighAvailabilityOptions): HighAvailability {
    return new HighAvailability((context) => zooKeeper(options, context));
  }

  /** One JobManager whose loss ends every job. */
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

/** What high availability in ConfigMaps contributes. */
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

/** What high availability in ZooKeeper contributes. */
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

/** One JobManager, said aloud. */
function none({ version }: IFlinkContext): FlinkContribution {
  return { configuration: { [highAvailabilityKey(version)]: 'NONE' } };
}
