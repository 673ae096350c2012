import { error, FLINK, LIBRARY, warning, identified } from './rule';

/** Rules about properties, parts, features and scale. */
export const LIBRARY_RULES = identified({
  'FLK-FEAT-01': error(
    '{method} threw an exception: {reason}',
    'correct the feature; findings are returned, not thrown',
    LIBRARY,
  ),
  'FLK-FEAT-03': error('a check of this feature failed: {finding}', 'follow the finding', LIBRARY),
  'FLK-FEAT-04': error('{rule}', '{fix}', LIBRARY),
  'FLK-REP-01': error(
    'several JobManagers without high availability are several clusters behind one Service',
    'use one, or configure high availability',
    'Flink: standby JobManagers',
  ),
  'FLK-REP-02': error(
    'a rolling update runs two JobManagers for a while, which are two clusters without high availability',
    'use RolloutStrategy.recreate(), or configure high availability',
    'Flink: standby JobManagers',
  ),
  'FLK-REP-03': error('a TaskManager needs a whole number of slots, at least 1', 'give a number such as 2', FLINK),
  'FLK-REP-04': warning('so many slots share one JVM', 'use more TaskManagers with fewer slots', LIBRARY),
  'FLK-REP-05': warning(
    '{slots} slots × {replicas} TaskManagers = {total} slots, so a job of default parallelism would wait for ever',
    'raise taskSlots or replicas, or lower the parallelism',
    'Flink: NoResourceAvailableException',
  ),
  'FLK-REP-06': error('parallelism is a whole number, at least 1', 'give a number such as 2', FLINK),
});
