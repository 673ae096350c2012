import { isClassName } from './class-name';
import { type ClusterRule, clusterRule } from './cluster-rule';
import { type OptionEntry } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import {
  highAvailabilityEntry,
  highAvailabilityKind,
  highAvailabilityOf,
  KUBERNETES_FACTORY,
  kubernetesServices,
} from '../configuration/high-availability';
import { Keys } from '../configuration/keys';
import { firstRelease } from '../configuration/releases';
import { parseStorageUri } from '../configuration/storage-uri';
import { type ClusterModel } from '../model/cluster-model';
import { Sources } from '../validation/rule';

const SERVICES = 'Flink: high availability services';
const STORAGE = Keys.HIGH_AVAILABILITY_STORAGE;
/** The last patch of 1.18 in which a JobManager can lose its leadership permanently. */
const LAST_PATCH_WITHOUT_FIX = 1;

export const NO_METADATA_DIRECTORY = clusterRule({
  id: 'FLK-HA-02',
  severity: 'error',
  rule: 'high availability needs a storage directory for JobManager metadata',
  fix: 'set {key}, for example to s3://bucket/flink',
  source: SERVICES,
  find({ cluster: { options } }, report) {
    if ((options.get(STORAGE) ?? '').trim() === '') {
      report(`configuration.${STORAGE}`, undefined, { key: STORAGE });
    }
  },
});

export const INVALID_METADATA_DIRECTORY = clusterRule({
  id: 'FLK-HA-10',
  severity: 'error',
  rule: 'not a directory of a file system (set by {source})',
  fix: 'use scheme://bucket/path, or file:///path on a volume',
  source: SERVICES,
  find({ cluster: { options } }, report) {
    const storage = options.entry(STORAGE);
    if (storage !== undefined && storage.value.trim() !== '' && parseStorageUri(storage.value) === undefined) {
      report(`configuration.${STORAGE}`, storage.value, { source: storage.source });
    }
  },
});

export const NO_REST_SERVICE = clusterRule({
  id: 'FLK-HA-09',
  severity: 'warning',
  rule: 'with high availability there is no JobManager Service, so no Service exposes the REST endpoint',
  fix: 'use RestAccess.clusterIp(), or suppress this with a reason',
  source: Sources.FLINK,
  modes: ({ hasOptionalRestService }) => hasOptionalRestService,
  find({ cluster: { restService } }, report) {
    if (restService.type === 'None') {
      report('restAccess');
    }
  },
});

export const NO_NAMESPACE_FOR_ELECTION = clusterRule({
  id: 'FLK-HA-01',
  severity: 'error',
  rule: 'leader election in ConfigMaps needs the namespace; without it, Flink uses the namespace default',
  fix: 'set namespace, on the cluster or on its Chart',
  source: SERVICES,
  modes: ({ knowsNamespaceAtRunTime }) => !knowsNamespaceAtRunTime,
  find({ cluster }, report) {
    if (usesConfigMaps(cluster) && cluster.namespace === undefined) {
      report('namespace');
    }
  },
});

export const NO_ELECTION_IN_CONFIG_MAPS = clusterRule({
  id: 'FLK-HA-04',
  severity: 'error',
  rule: 'Flink {release} cannot elect a leader in ConfigMaps, which requires Flink {first}',
  fix: 'use HighAvailability.zooKeeper(), or Flink {first} or newer',
  source: SERVICES,
  find({ cluster }, report) {
    const { options, version } = cluster;
    if (usesConfigMaps(cluster) && !version._can('electsLeadersInConfigMaps')) {
      const { key, value } = highAvailabilityEntry(options)!;
      const facts = { release: version.releaseLine, first: firstRelease('electsLeadersInConfigMaps') };
      report(`configuration.${key}`, value, facts);
    }
  },
});

export const UNKNOWN_SERVICES = clusterRule({
  id: 'FLK-HA-05',
  severity: 'error',
  rule: 'not high availability services of Flink {release} (set by {source})',
  fix: 'use {known}, or the class name of a factory',
  source: SERVICES,
  find({ cluster: { options, version } }, report) {
    const entry = highAvailabilityEntry(options)!;
    if (!isKnown(entry, version)) {
      const services = version._can('electsLeadersInConfigMaps') ? [kubernetesServices(version)] : [];
      const known = ['none', 'zookeeper', ...services].join(', ');
      const facts = { release: version.releaseLine, source: entry.source, known };
      report(`configuration.${entry.key}`, entry.value, facts);
    }
  },
});

export const LEADERSHIP_LOST_FOR_GOOD = clusterRule({
  id: 'FLK-HA-08',
  severity: 'warning',
  rule: 'a JobManager of Flink 1.18.0 and 1.18.1 that loses its leadership once may never become leader again',
  fix: 'use Flink 1.19 or newer',
  source: 'FLINK-34007',
  find({ cluster }, report) {
    const { version } = cluster;
    const isFixed = (version._patch ?? 0) > LAST_PATCH_WITHOUT_FIX;
    if (usesConfigMaps(cluster) && version._can('losesLeadershipForGood') && !isFixed) {
      report('version', version.version);
    }
  },
});

/** Rules about high availability; those about the times of leader election and about ZooKeeper have their own files. */
export const HIGH_AVAILABILITY_RULES: readonly ClusterRule[] = [
  NO_METADATA_DIRECTORY,
  INVALID_METADATA_DIRECTORY,
  NO_REST_SERVICE,
  NO_NAMESPACE_FOR_ELECTION,
  NO_ELECTION_IN_CONFIG_MAPS,
  UNKNOWN_SERVICES,
  LEADERSHIP_LOST_FOR_GOOD,
];

function usesConfigMaps({ options }: ClusterModel): boolean {
  return highAvailabilityOf(options) === 'kubernetes';
}

/** Whether a release has services of this name. Another rule reports services that it has under no name. */
function isKnown({ value }: OptionEntry, version: FlinkVersion): boolean {
  switch (highAvailabilityKind(value)) {
    case 'kubernetes':
      return (
        version._can('namesKubernetesServices') ||
        !version._can('electsLeadersInConfigMaps') ||
        value === KUBERNETES_FACTORY
      );
    case 'custom':
      return isClassName(value);
    default:
      return true;
  }
}
