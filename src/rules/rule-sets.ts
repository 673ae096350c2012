import { CHECKPOINT_INTERVAL_RULES } from './checkpoint-interval-rules';
import { CHECKPOINT_RULES } from './checkpoint-rules';
import { type Applicability, applies, type ClusterContext, type ClusterRule, runClusterRules } from './cluster-rule';
import { HIGH_AVAILABILITY_RULES } from './high-availability-rules';
import { LEADER_ELECTION_RULES } from './leader-election-rules';
import { NAME_RULES } from './name-rules';
import { ROCKSDB_RULES } from './rocksdb-rules';
import { STATE_RULES } from './state-rules';
import { STORAGE_RULES } from './storage-rules';
import { ZOOKEEPER_RULES } from './zookeeper-rules';
import { type ReportOn } from '../validation/check';

/** Rules by topic. What a set declares holds for all of its rules: a set that does not apply is not even loaded. */
export interface RuleSet extends Applicability {
  readonly rules: () => readonly ClusterRule[];
}

/** Every set of rules about whole clusters, in the order in which they are checked. */
export const RULE_SETS: readonly RuleSet[] = [
  { rules: () => NAME_RULES },
  { needs: 'highAvailability', rules: () => HIGH_AVAILABILITY_RULES },
  { needs: 'highAvailability', rules: () => LEADER_ELECTION_RULES },
  { needs: 'highAvailability', rules: () => ZOOKEEPER_RULES },
  { reads: ['state.', 'execution.checkpointing.', 'dstl.'], rules: () => STATE_RULES },
  { reads: ['state.', 'execution.checkpointing.'], rules: () => CHECKPOINT_RULES },
  { reads: ['state.backend.rocksdb.'], rules: () => ROCKSDB_RULES },
  { reads: ['execution.checkpointing.'], rules: () => CHECKPOINT_INTERVAL_RULES },
  { rules: () => STORAGE_RULES },
];

/** Checks a cluster against every rule that needs no pod. */
export function checkClusterRules(context: ClusterContext, reportOn: ReportOn): void {
  for (const set of RULE_SETS) {
    if (applies(set, context)) {
      runClusterRules(set.rules(), context, reportOn);
    }
  }
}
