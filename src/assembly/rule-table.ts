import * as builtInPlugins from '../derivation/built-in-plugins';
import * as autoscaling from '../features/autoscaling-fields';
import * as fileSystems from '../features/file-system-rules';
import * as identities from '../features/identity-readers';
import * as logging from '../features/logging-rules';
import * as reactiveScaling from '../features/reactive-scaling';
import * as checkpointIntervals from '../rules/checkpoint-interval-rules';
import * as checkpoints from '../rules/checkpoint-rules';
import * as highAvailability from '../rules/high-availability-rules';
import * as leaderElection from '../rules/leader-election-rules';
import * as names from '../rules/name-rules';
import * as places from '../rules/place-rules';
import * as rocksDb from '../rules/rocksdb-rules';
import * as state from '../rules/state-rules';
import * as storage from '../rules/storage-rules';
import * as zooKeeper from '../rules/zookeeper-rules';
import { type Rule } from '../validation/rule';
import { RULES } from '../validation/rules';

/** The modules that define rules; every rule that one of them exports is in the table. */
const MODULES: readonly object[] = [
  autoscaling,
  builtInPlugins,
  checkpointIntervals,
  checkpoints,
  fileSystems,
  highAvailability,
  identities,
  leaderElection,
  logging,
  names,
  places,
  reactiveScaling,
  rocksDb,
  state,
  storage,
  zooKeeper,
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
