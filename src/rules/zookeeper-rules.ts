import { type ClusterRule, clusterRule } from './cluster-rule';
import { type FlinkOptions } from '../configuration/flink-options';
import { highAvailabilityOf } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { isPort } from '../kubernetes/names';

const SOURCE = 'Flink: high availability services';
const SERVER = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?$/;
/** Parts of a path that no ZooKeeper node has. */
const NO_NODE = /\/\/|(?:^|\/)\.{1,2}(?:\/|$)|[\0-\x1f]/;

export const INVALID_QUORUM = clusterRule({
  id: 'FLK-HA-06',
  severity: 'error',
  rule: 'expected a list of ZooKeeper servers',
  fix: 'set {key} to host:port,host:port',
  source: SOURCE,
  find({ cluster: { options } }, report) {
    const quorum = options.get(Keys.ZOOKEEPER_QUORUM);
    // A path after the last server is the root of all other paths.
    const servers = (quorum ?? '').replace(/\/.*$/, '').split(',');
    if (usesZooKeeper(options) && !servers.every((server) => isServer(server.trim()))) {
      report(`configuration.${Keys.ZOOKEEPER_QUORUM}`, quorum, { key: Keys.ZOOKEEPER_QUORUM });
    }
  },
});

export const INVALID_ZOOKEEPER_ROOT = clusterRule({
  id: 'FLK-HA-13',
  severity: 'error',
  rule: 'not a path of ZooKeeper nodes',
  fix: 'use names with one slash before each, such as /flink/team',
  source: SOURCE,
  find({ cluster: { options } }, report) {
    const root = options.get(Keys.ZOOKEEPER_ROOT);
    if (usesZooKeeper(options) && root !== undefined && NO_NODE.test(root)) {
      report(`configuration.${Keys.ZOOKEEPER_ROOT}`, root);
    }
  },
});

export const UNKNOWN_ZOOKEEPER_ACL = clusterRule({
  id: 'FLK-HA-11',
  severity: 'error',
  rule: "not an access control mode of Flink's ZooKeeper client",
  fix: 'use open, or creator if the client logs in with Kerberos',
  source: SOURCE,
  find({ cluster: { options } }, report) {
    const acl = options.get(Keys.ZOOKEEPER_ACL);
    if (usesZooKeeper(options) && acl !== undefined && !['open', 'creator'].includes(acl.toLowerCase())) {
      report(`configuration.${Keys.ZOOKEEPER_ACL}`, acl);
    }
  },
});

/** Rules about high availability with ZooKeeper. */
export const ZOOKEEPER_RULES: readonly ClusterRule[] = [INVALID_QUORUM, INVALID_ZOOKEEPER_ROOT, UNKNOWN_ZOOKEEPER_ACL];

function usesZooKeeper(options: FlinkOptions): boolean {
  return highAvailabilityOf(options) === 'zookeeper';
}

function isServer(server: string): boolean {
  const match = SERVER.exec(server);
  return match !== null && (match[1] === undefined || isPort(Number(match[1])));
}
