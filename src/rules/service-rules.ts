import { isIP } from 'node:net';
import { type ClusterRule, clusterRule } from './cluster-rule';
import { firstRelease } from '../configuration/releases';
import { isNodePort } from '../kubernetes/names';
import { Sources } from '../validation/rule';

/** Rules about the Services of the REST endpoint and of queryable state. */

export const SECOND_REST_SERVICE = clusterRule({
  id: 'FLK-SVC-05',
  severity: 'error',
  rule: 'another property or feature already exposes the REST endpoint',
  fix: 'keep one of restAccess and the features that expose it',
  source: Sources.LIBRARY,
  find({ inputs: { contributions } }, report) {
    const second = contributions.filter(({ contribution }) => contribution.restService !== undefined)[1];
    if (second !== undefined) {
      report.on(second.part)(second.property);
    }
  },
});

export const EXPOSED_REST_ENDPOINT = clusterRule({
  id: 'FLK-SVC-02',
  severity: 'warning',
  rule: 'the REST endpoint is unauthenticated: anyone who can reach it can run code in the cluster',
  fix: 'use RestAccess.clusterIp() behind an authenticating proxy, or suppress this rule with a reason',
  source: 'Flink security page',
  find({ cluster: { restService } }, report) {
    if (restService.type === 'NodePort' || restService.type === 'LoadBalancer') {
      report.on('jobManager')('restAccess', restService.type);
    }
  },
});

export const INVALID_NODE_PORT = clusterRule({
  id: 'FLK-SVC-01',
  severity: 'error',
  rule: 'not a valid node port',
  fix: 'use an integer from 30000 to 32767',
  source: Sources.KUBERNETES,
  find({ cluster: { restService, queryableState } }, report) {
    if (isInvalidNodePort(restService.nodePort)) {
      report.on('jobManager')('restAccess.nodePort', restService.nodePort);
    }
    if (isInvalidNodePort(queryableState?.nodePort)) {
      report.on('taskManager')('queryableState.nodePort', queryableState!.nodePort);
    }
  },
});

export const INVALID_ADDRESS_RANGE = clusterRule({
  id: 'FLK-SVC-04',
  severity: 'error',
  rule: 'not a valid address range',
  fix: 'use CIDR notation, such as 10.0.0.0/8',
  source: Sources.KUBERNETES,
  find({ cluster: { restService } }, report) {
    for (const range of restService.loadBalancerSourceRanges ?? []) {
      if (!isAddressRange(range)) {
        report.on('jobManager')('restAccess.sourceRanges', range);
      }
    }
  },
});

export const DEPRECATED_QUERYABLE_STATE = clusterRule({
  id: 'FLK-SVC-03',
  severity: 'warning',
  rule: 'queryable state is deprecated since Flink {since} (version {version})',
  fix: 'write the state to a sink that can be queried',
  source: 'FLINK-32559',
  find({ cluster: { queryableState, version } }, report) {
    if (queryableState !== undefined && version._can('deprecatesQueryableState')) {
      const since = firstRelease('deprecatesQueryableState');
      report.on('taskManager')('queryableState', undefined, { since, version: version.releaseLine });
    }
  },
});

function isInvalidNodePort(nodePort: unknown): boolean {
  return nodePort !== undefined && !isNodePort(nodePort);
}

/** Whether a string is an IP address with the length of a prefix. */
function isAddressRange(range: string): boolean {
  const [address, length, ...rest] = range.split('/') as [string, ...string[]];
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)]!;
  return rest.length === 0 && /^(?:0|[1-9]\d{0,2})$/.test(length ?? '') && Number(length) <= bits;
}

export const SERVICE_RULES: readonly ClusterRule[] = [
  SECOND_REST_SERVICE,
  EXPOSED_REST_ENDPOINT,
  INVALID_NODE_PORT,
  INVALID_ADDRESS_RANGE,
  DEPRECATED_QUERYABLE_STATE,
];
