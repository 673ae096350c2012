import { error, FLINK, KUBERNETES, objection, warning, identified } from './rule';

const SERVICES = 'Flink: high availability services';

/** Rules about leader election and what leaders leave to their successors. */
export const HIGH_AVAILABILITY_RULES = identified({
  'FLK-HA-01': error(
    'leader election in ConfigMaps needs to know their namespace, or it looks into one called default',
    'set namespace, on the cluster or on its Chart',
    SERVICES,
  ),
  'FLK-HA-02': error(
    'high availability needs a place for what JobManagers leave to their successors',
    'set {key}, for example to s3://bucket/flink',
    SERVICES,
  ),
  'FLK-HA-03': objection(
    '{where}, so it is lost with the pod and no successor finds it (given by {source})',
    'mount a PersistentVolumeClaim in the JobManager at this path or above it, or use an object store',
    SERVICES,
  ),
  'FLK-HA-04': error(
    'Flink {release} cannot elect a leader in ConfigMaps; that came with 1.12',
    'use HighAvailability.zooKeeper(), or Flink 1.12 or newer',
    SERVICES,
  ),
  'FLK-HA-05': error(
    'Flink {release} knows no such services (given by {source})',
    'write {known}, or the name of a factory class',
    SERVICES,
  ),
  'FLK-HA-06': error('ZooKeeper is found by a list of servers', 'set {key} to host:port,host:port', SERVICES),
  'FLK-HA-07': error('{rule}', '{fix}', SERVICES),
  'FLK-HA-08': warning(
    'a JobManager of Flink 1.18.0 and 1.18.1 that loses its leadership once may never lead again',
    'use Flink 1.19 or newer',
    'FLINK-34007',
  ),
  'FLK-HA-09': warning(
    'with high availability there is no JobManager Service, so no Service leads to the REST endpoint',
    'use RestAccess.clusterIp(), or suppress this with a reason',
    FLINK,
  ),
  'FLK-HA-10': error(
    'it is no directory of a file system (given by {source})',
    'write scheme://bucket/path, or file:///path on a volume',
    SERVICES,
  ),
  'FLK-HA-11': error(
    'ZooKeeper clients of Flink have no such access control',
    'write open, or creator where the clients log in by Kerberos',
    SERVICES,
  ),
  'FLK-HA-12': warning(
    '{replicas} JobManagers, which may be on as many nodes, write to the claim {claim}',
    'make it ReadWriteMany and suppress this, or use an object store',
    KUBERNETES,
  ),
  'FLK-HA-13': error(
    'ZooKeeper has no such nodes',
    'write names with one slash before each, such as /flink/team',
    SERVICES,
  ),
});
