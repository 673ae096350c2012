import { type ClusterRule, clusterRule } from './cluster-rule';
import { highAvailabilityOf } from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { durationIn } from '../configuration/parsing/duration';
import { type ClusterModel } from '../model/cluster-model';

const SOURCE = 'Flink: high availability services';
const DEFAULTS: { readonly [key: string]: string } = {
  [Keys.ELECTION_LEASE]: '15 s',
  [Keys.ELECTION_RENEWAL]: '15 s',
  [Keys.ELECTION_RETRY]: '5 s',
};

export const RENEWAL_LONGER_THAN_LEASE = clusterRule({
  id: 'FLK-HA-07',
  severity: 'error',
  rule: 'with a renew deadline longer than the lease, a leader can continue when another one is elected',
  fix: 'use at most {key}, which is {standard} by default',
  source: SOURCE,
  find({ cluster }, report) {
    const [lease, renewal] = [Keys.ELECTION_LEASE, Keys.ELECTION_RENEWAL].map((key) => timeOf(key, cluster));
    if (lease !== undefined && renewal !== undefined && renewal > lease) {
      const facts = { key: Keys.ELECTION_LEASE, standard: DEFAULTS[Keys.ELECTION_LEASE]! };
      report(`configuration.${Keys.ELECTION_RENEWAL}`, cluster.options.get(Keys.ELECTION_RENEWAL), facts);
    }
  },
});

export const RETRY_LONGER_THAN_RENEWAL = clusterRule({
  id: 'FLK-HA-14',
  severity: 'error',
  rule: 'a leader with so long a retry period loses its lease before the second attempt to renew it',
  fix: 'use less than {key}, which is {standard} by default',
  source: SOURCE,
  find({ cluster }, report) {
    const [renewal, retry] = [Keys.ELECTION_RENEWAL, Keys.ELECTION_RETRY].map((key) => timeOf(key, cluster));
    if (renewal !== undefined && retry !== undefined && retry >= renewal) {
      const facts = { key: Keys.ELECTION_RENEWAL, standard: DEFAULTS[Keys.ELECTION_RENEWAL]! };
      report(`configuration.${Keys.ELECTION_RETRY}`, cluster.options.get(Keys.ELECTION_RETRY), facts);
    }
  },
});

/** Rules about the times of leader election in ConfigMaps. */
export const LEADER_ELECTION_RULES: readonly ClusterRule[] = [RENEWAL_LONGER_THAN_LEASE, RETRY_LONGER_THAN_RENEWAL];

/** A time of leader election in ConfigMaps; `undefined` with other services, or if it cannot be read. */
function timeOf(key: string, { options, version }: ClusterModel): bigint | undefined {
  return highAvailabilityOf(options) === 'kubernetes'
    ? durationIn(options.get(key) ?? DEFAULTS[key]!, version)
    : undefined;
}
