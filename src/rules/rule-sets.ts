import { APPLICATION_RULES } from './application-rules';
import { CATALOGUE_RULES } from './catalogue-rules';
import { CHECKPOINT_INTERVAL_RULES } from './checkpoint-interval-rules';
import { CHECKPOINT_RULES } from './checkpoint-rules';
import { type Applicability, applies, type ClusterContext, type ClusterRule, runClusterRules } from './cluster-rule';
import { CREDENTIAL_RULES } from './credential-rules';
import { FEATURE_RULES } from './feature-rules';
import { FILE_RULES } from './file-rules';
import { HIGH_AVAILABILITY_RULES } from './high-availability-rules';
import { REACTIVE_RULES } from './job-scaling-rules';
import { LEADER_ELECTION_RULES } from './leader-election-rules';
import { MOUNT_RULES } from './mount-rules';
import { NAME_RULES } from './name-rules';
import { OPTION_RULES } from './option-rules';
import { PORT_RULES } from './port-rules';
import { ROCKSDB_RULES } from './rocksdb-rules';
import { SCALE_RULES } from './scale-rules';
import { SECRET_OPTION_RULES } from './secret-option-rules';
import { SERVICE_RULES } from './service-rules';
import { SPECIAL_OPTION_RULES } from './special-option-rules';
import { STATE_RULES } from './state-rules';
import { STORAGE_RULES } from './storage-rules';
import { TASK_MANAGER_PROBE_RULES, VOLUME_CLAIM_RULES } from './task-manager-rules';
import { TEXT_RULES } from './text-rules';
import { ZOOKEEPER_RULES } from './zookeeper-rules';
import { JOB_MANAGER_PORTS, Keys, TASK_MANAGER_PORTS } from '../configuration/keys';
import { type ReportOn } from '../validation/check';

/** The rules of a topic. A set that does not apply is not loaded. */
export interface RuleSet extends Applicability {
  readonly rules: () => readonly ClusterRule[];
}

/** Prefixes of the options that the rules about special options read. */
const SPECIAL_OPTIONS = [
  Keys.EXTERNAL_RESOURCES,
  Keys.JAVA_DEFAULT_OPTS,
  'job.autoscaler.',
  'kubernetes.',
  'security.kerberos.login.',
];

/** Every set of rules about whole clusters, in the order in which they are checked. */
export const RULE_SETS: readonly RuleSet[] = [
  { rules: () => NAME_RULES },
  { needs: 'options', rules: () => OPTION_RULES },
  { reads: SPECIAL_OPTIONS, rules: () => SPECIAL_OPTION_RULES },
  { reads: [...JOB_MANAGER_PORTS, ...TASK_MANAGER_PORTS], rules: () => PORT_RULES },
  { rules: () => CATALOGUE_RULES },
  { rules: () => SCALE_RULES },
  { needs: 'volumeClaims', rules: () => VOLUME_CLAIM_RULES },
  { needs: 'taskManagerProbes', rules: () => TASK_MANAGER_PROBE_RULES },
  { needs: 'services', rules: () => SERVICE_RULES },
  { rules: () => FILE_RULES },
  { needs: 'featureReports', rules: () => FEATURE_RULES },
  { rules: () => CREDENTIAL_RULES },
  { needs: 'secretOptions', rules: () => SECRET_OPTION_RULES },
  { needs: 'texts', rules: () => TEXT_RULES },
  { needs: 'reactiveMode', rules: () => REACTIVE_RULES },
  { needs: 'job', rules: () => APPLICATION_RULES },
  { needs: 'mounts', rules: () => MOUNT_RULES },
  { needs: 'highAvailability', rules: () => HIGH_AVAILABILITY_RULES },
  { needs: 'highAvailability', rules: () => LEADER_ELECTION_RULES },
  { needs: 'highAvailability', rules: () => ZOOKEEPER_RULES },
  { reads: ['state.', 'execution.checkpointing.', 'dstl.'], rules: () => STATE_RULES },
  { reads: ['state.', 'execution.checkpointing.'], rules: () => CHECKPOINT_RULES },
  { reads: ['state.backend.rocksdb.'], rules: () => ROCKSDB_RULES },
  { reads: ['execution.checkpointing.'], rules: () => CHECKPOINT_INTERVAL_RULES },
  { needs: 'locations', rules: () => STORAGE_RULES },
];

/** Checks a cluster against every rule that does not need pods. */
export function checkClusterRules(context: ClusterContext, reportOn: ReportOn): void {
  for (const set of RULE_SETS) {
    if (applies(set, context)) {
      runClusterRules(set.rules(), context, reportOn);
    }
  }
}
