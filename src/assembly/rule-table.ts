import * as parts from './part-rules';
import * as serviceAccounts from '../derivation/account-annotations';
import * as mountHost from '../derivation/mount-host';
import * as artifactUris from '../jobs/artifact-uris';
import * as readArtifact from '../jobs/read-artifact';
import * as readJob from '../jobs/read-job';
import * as hadoopMount from '../mounts/hadoop-conf-mount';
import * as hadoopFiles from '../mounts/hadoop-files';
import * as kerberosFiles from '../mounts/kerberos-files';
import * as kerberosMount from '../mounts/kerberos-mount';
import * as mountSources from '../mounts/mount-source';
import * as pluginMount from '../mounts/plugin-mount';
import * as variables from '../readers/env-rules';
import * as fragments from '../readers/fragment-readers';
import * as grammars from '../readers/grammar-readers';
import * as podOptions from '../readers/pod-option-fields';
import * as types from '../readers/type-rules';
import * as volumes from '../readers/volume-readers';
import * as artifacts from '../rules/artifact-rules';
import * as jobArguments from '../rules/job-argument-rules';
import * as jobScaling from '../rules/job-scaling-rules';
import * as jobUpgrades from '../rules/job-upgrade-rules';
import * as mounts from '../rules/mount-rules';
import * as names from '../rules/name-rules';
import * as savepoints from '../rules/savepoint-rules';
import * as scripts from '../rules/script-rules';
import * as sessionJobs from '../rules/session-job-rules';
import * as workloads from '../rules/workload-rules';
import { type Rule } from '../validation/rule';
import { RULES } from '../validation/rules';

/** The modules that define rules; every rule that one of them exports is in the table. */
const MODULES: readonly object[] = [
  artifactUris,
  artifacts,
  fragments,
  grammars,
  hadoopFiles,
  hadoopMount,
  jobArguments,
  jobScaling,
  jobUpgrades,
  kerberosFiles,
  kerberosMount,
  mountHost,
  mountSources,
  mounts,
  names,
  parts,
  pluginMount,
  podOptions,
  readArtifact,
  readJob,
  savepoints,
  scripts,
  serviceAccounts,
  sessionJobs,
  types,
  variables,
  volumes,
  workloads,
  RULES,
];

let table: ReadonlyMap<string, Rule> | undefined;

/** Every rule of the library by its id: for `docs/errors.md`, for suppressions and for tests. */
export function ruleTable(): ReadonlyMap<string, Rule> {
  return (table ??= new Map(
    MODULES.flatMap((module) => Object.values(module).filter(isRule))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((rule) => [rule.id, rule]),
  ));
}

/** Whether a suppression may name the rule: warnings, and errors that can be accepted. */
export function isAcceptable(id: string): boolean {
  const rule = ruleTable().get(id);
  return rule !== undefined && (rule.severity === 'warning' || rule.acceptable === true);
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'id' in value && 'severity' in value && 'fix' in value;
}
