import {
  highAvailabilityKey,
  highAvailabilityOf,
  highAvailabilityType,
  KUBERNETES_FACTORY,
} from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { durationIn } from '../configuration/parsing/duration';
import { parseStorageUri } from '../configuration/storage-uri';
import { isPort } from '../kubernetes/names';
import { type ClusterModel } from '../model/cluster-model';
import { type Mode } from '../model/step-decorator';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** What high availability needs, of a cluster that has it. */
export function checkHighAvailability(cluster: ClusterModel, mode: Mode['name'], report: Report): void {
  const { options, namespace, restService } = cluster;
  const kind = highAvailabilityOf(options);
  const storage = options.entry(Keys.HIGH_AVAILABILITY_STORAGE);
  if (storage === undefined || storage.value.trim() === '') {
    report(RULES['FLK-HA-02'], `configuration.${Keys.HIGH_AVAILABILITY_STORAGE}`, undefined, {
      key: Keys.HIGH_AVAILABILITY_STORAGE,
    });
  } else if (parseStorageUri(storage.value) === undefined) {
    report(RULES['FLK-HA-10'], `configuration.${Keys.HIGH_AVAILABILITY_STORAGE}`, storage.value, {
      source: storage.source,
    });
  }
  if (mode === 'standalone' && restService.type === 'None') {
    report(RULES['FLK-HA-09'], 'restAccess');
  }
  switch (kind) {
    case 'kubernetes':
      if (namespace === undefined && mode !== 'operator') {
        report(RULES['FLK-HA-01'], 'namespace');
      }
      return checkElection(cluster, report);
    case 'zookeeper':
      return checkZooKeeper(cluster, report);
    default:
      return checkFactory(cluster, report);
  }
}

function checkElection({ options, version }: ClusterModel, report: Report): void {
  const type = highAvailabilityType(options)!;
  const property = `configuration.${highAvailabilityKey(version)}`;
  if (!version._isAtLeast('1.12')) {
    report(RULES['FLK-HA-04'], property, type, { release: version.releaseLine });
  } else if (!version._isAtLeast('1.16') && type !== KUBERNETES_FACTORY) {
    unknownServices(options.entry(highAvailabilityKey(version))!.source, { options, version }, report);
  }
  if (version.releaseLine === '1.18' && (version._patch ?? 0) <= 1) {
    report(RULES['FLK-HA-08'], 'version', version.version);
  }
  const [lease, renewal, retry] = ELECTION.map(({ key, standard }) =>
    durationIn(options.get(key) ?? standard, version),
  );
  const wrong = (key: string, rule: string, fix: string): void =>
    report(RULES['FLK-HA-07'], `configuration.${key}`, options.get(key), { rule, fix });
  if (lease !== undefined && renewal !== undefined && renewal > lease) {
    wrong(
      Keys.ELECTION_RENEWAL,
      'a leader that renews its lease for longer than it lasts goes on beside its successor',
      `give at most ${Keys.ELECTION_LEASE}, which is 15 s by default`,
    );
  }
  if (renewal !== undefined && retry !== undefined && retry >= renewal) {
    wrong(
      Keys.ELECTION_RETRY,
      'a leader that tries so seldom loses its lease before the second attempt',
      `give less than ${Keys.ELECTION_RENEWAL}, which is 15 s by default`,
    );
  }
}

const ELECTION = [
  { key: Keys.ELECTION_LEASE, standard: '15 s' },
  { key: Keys.ELECTION_RENEWAL, standard: '15 s' },
  { key: Keys.ELECTION_RETRY, standard: '5 s' },
];

/** Parts of a path that no node of ZooKeeper has. */
const NO_NODE = /\/\/|(?:^|\/)\.{1,2}(?:\/|$)|[\0-\x1f]/;

function checkZooKeeper({ options }: ClusterModel, report: Report): void {
  const quorum = options.get(Keys.ZOOKEEPER_QUORUM);
  // A path behind the last server is the root of all others.
  const servers = (quorum ?? '')
    .replace(/\/.*$/, '')
    .split(',')
    .map((server) => server.trim());
  if (!servers.every(isServer)) {
    report(RULES['FLK-HA-06'], `configuration.${Keys.ZOOKEEPER_QUORUM}`, quorum, { key: Keys.ZOOKEEPER_QUORUM });
  }
  const root = options.get(Keys.ZOOKEEPER_ROOT);
  if (root !== undefined && NO_NODE.test(root)) {
    report(RULES['FLK-HA-13'], `configuration.${Keys.ZOOKEEPER_ROOT}`, root);
  }
  const acl = options.get(Keys.ZOOKEEPER_ACL);
  if (acl !== undefined && !['open', 'creator'].includes(acl.toLowerCase())) {
    report(RULES['FLK-HA-11'], `configuration.${Keys.ZOOKEEPER_ACL}`, acl);
  }
}

function isServer(server: string): boolean {
  const [, port] = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?$/.exec(server) ?? [
    '',
    '0',
  ];
  return port === undefined || isPort(Number(port));
}

const CLASS_NAME = /^(?:[A-Za-z_$][\w$]*\.)+[A-Za-z_$][\w$]*$/;

function checkFactory({ options, version }: ClusterModel, report: Report): void {
  const key = highAvailabilityKey(version);
  const entry = options.entry(key)!;
  if (!CLASS_NAME.test(entry.value)) {
    unknownServices(entry.source, { options, version }, report);
  }
}

function unknownServices(
  source: string,
  { options, version }: Pick<ClusterModel, 'options' | 'version'>,
  report: Report,
): void {
  const known = [
    'none',
    'zookeeper',
    ...(version._isAtLeast('1.16') ? ['kubernetes'] : version._isAtLeast('1.12') ? [KUBERNETES_FACTORY] : []),
  ];
  const facts = { release: version.releaseLine, source, known: known.join(', ') };
  report(RULES['FLK-HA-05'], `configuration.${highAvailabilityKey(version)}`, highAvailabilityType(options), facts);
}
