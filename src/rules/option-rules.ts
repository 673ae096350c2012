import { type ClusterRule, clusterRule, clusterRuleOf } from './cluster-rule';
import { isEntryOfMap } from '../configuration/catalogue/facts';
import { nameClashes } from '../configuration/catalogue/lookup';
import { dialectOf } from '../configuration/dialect';
import { SCRIPT_KEYS, SCRIPT_PREFIX } from '../configuration/keys';
import { prefixOverlaps } from '../configuration/overlap';
import { isSameValue } from '../configuration/same-value';
import { isScriptKey, scriptHazard } from '../configuration/script-keys';
import { CONTRADICTING_VALUES } from '../derivation/cluster-options';
import { Sources } from '../validation/rule';
import { show } from '../validation/show';

/** Rules about all options: whether the configuration file and the start scripts pass them to Flink unchanged. */

const VARIABLE = /\$\{[A-Za-z_]/;

export const UNREPRESENTABLE_VALUE = clusterRule({
  id: 'FLK-CONF-02',
  severity: 'error',
  rule: '{file} cannot represent this option (set by {source}): {reason}',
  fix: 'change the value',
  source: 'Flink configuration readers',
  find({ cluster: { options, version } }, report) {
    const dialect = dialectOf(version);
    for (const { key, value, source } of options.stated) {
      const reason = dialect.refusal(key, value);
      if (reason !== undefined) {
        report(`configuration.${key}`, value, { reason, source, file: version.configFileName });
      }
    }
  },
});

export const SHELL_SYNTAX = clusterRule({
  id: 'FLK-CONF-09',
  severity: 'error',
  rule: 'start scripts pass this value (set by {source}) through a shell, and it contains {hazard}',
  fix: 'use plain arguments separated by single spaces',
  source: 'start scripts of the distribution',
  reads: [SCRIPT_PREFIX, ...SCRIPT_KEYS],
  find({ cluster: { options } }, report) {
    for (const { key, value, source } of options.stated) {
      const hazard = isScriptKey(key) ? scriptHazard(value) : undefined;
      if (hazard !== undefined) {
        report(`configuration.${key}`, value, { hazard, source });
      }
    }
  },
});

export const UNEXPANDED_VARIABLE = clusterRule({
  id: 'FLK-CONF-11',
  severity: 'warning',
  rule: 'Flink does not replace variables in its configuration file (set by {source})',
  fix: 'write the value itself',
  source: Sources.FLINK,
  find({ cluster: { options } }, report) {
    for (const { key, value, source } of options.stated) {
      if (VARIABLE.test(value)) {
        report(`configuration.${key}`, value, { source });
      }
    }
  },
});

export const KEY_IS_PREFIX = clusterRule({
  id: 'FLK-CONF-06',
  severity: 'error',
  rule: '{leaf} has a value and is also a prefix of {child}, so config.yaml cannot be rewritten in nested form',
  fix: 'use the current name of {leaf}, or remove one of the two',
  source: 'FLINK-29372',
  find({ cluster: { options, version } }, report) {
    const overlaps = version._usesStandardYaml ? prefixOverlaps(options.entries.map(({ key }) => key)) : [];
    for (const { leaf, child } of overlaps) {
      report(`configuration.${leaf}`, undefined, { leaf, child });
    }
  },
});

export const IGNORED_MAP_ENTRY = clusterRule({
  id: 'FLK-CONF-13',
  severity: 'error',
  rule: '{leaf} is set as a whole map, so Flink ignores this entry of it',
  fix: 'write the entry into {leaf}',
  source: Sources.FLINK,
  find({ cluster: { options, version } }, report) {
    // In a config.yaml, every overlap is an error.
    const overlaps = version._usesStandardYaml ? [] : prefixOverlaps(keysOf(options.stated));
    for (const { leaf, child } of overlaps) {
      if (isEntryOfMap(child, leaf, version)) {
        report(`configuration.${child}`, undefined, { leaf });
      }
    }
  },
});

/** Flink reads one of the names of an option and ignores the others. */
const CONTRADICTING_NAMES = clusterRuleOf(CONTRADICTING_VALUES, {
  find({ cluster: { options, version } }, report) {
    for (const { option, names } of nameClashes(keysOf(options.stated), version)) {
      const [first, ...others] = names.map((name) => options.entry(name)!);
      for (const other of others.filter(({ value }) => !isSameValue(option, first!.value, value, version))) {
        report(`configuration.${other.key}`, other.value, {
          first: `${first!.key}, another name of ${option} (set by ${first!.source}),`,
          firstValue: show(first!.value, first!.key),
          second: other.source,
        });
      }
    }
  },
});

function keysOf(entries: readonly { readonly key: string }[]): string[] {
  return entries.map(({ key }) => key);
}

export const OPTION_RULES: readonly ClusterRule[] = [
  UNREPRESENTABLE_VALUE,
  SHELL_SYNTAX,
  UNEXPANDED_VARIABLE,
  KEY_IS_PREFIX,
  IGNORED_MAP_ENTRY,
  CONTRADICTING_NAMES,
];
