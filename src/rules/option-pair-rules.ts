import { type ClusterRule, clusterRule, clusterRuleOf } from './cluster-rule';
import { isEntryOfMap } from '../configuration/catalogue/facts';
import { nameClashes } from '../configuration/catalogue/lookup';
import { readingOf } from '../configuration/dialect';
import { externalResources } from '../configuration/external-resources';
import { Keys } from '../configuration/keys';
import { prefixOverlaps } from '../configuration/overlap';
import { isSameValue } from '../configuration/same-value';
import { CONTRADICTING_VALUES } from '../derivation/cluster-options';
import { TASK_MANAGER } from '../memory/options';
import { Sources } from '../validation/rule';
import { show } from '../validation/show';

/** Rules about options that depend on each other. */

const RESOURCES = TASK_MANAGER.externalResources.key;
const LOGIN = [Keys.KERBEROS_KEYTAB, Keys.KERBEROS_PRINCIPAL] as const;

export const KEYTAB_WITHOUT_PRINCIPAL = clusterRule({
  id: 'FLK-KRB-04',
  severity: 'error',
  rule: 'a Kerberos login needs a keytab and a principal, and {missing} is not set',
  fix: 'use a KerberosMount, or set both options',
  source: Sources.FLINK,
  reads: LOGIN,
  find({ cluster: { options } }, report) {
    const missing = LOGIN.filter((key) => options.get(key) === undefined);
    if (missing.length === 1) {
      const present = LOGIN.find((key) => key !== missing[0]);
      report(`configuration.${present}`, undefined, { missing: missing[0]! });
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

export const RESOURCE_WITHOUT_AMOUNT = clusterRule({
  id: 'FLK-OPT-07',
  severity: 'warning',
  rule: 'Flink ignores the resource {name}, because it has no amount above 0',
  fix: 'set {amount}, or remove {name} from the list',
  source: Sources.FLINK,
  reads: [RESOURCES],
  find({ cluster: { options, version } }, report) {
    const read = externalResources((key) => options.get(key), readingOf(version));
    // Another rule reports a value that cannot be read.
    const names = 'problem' in read ? [] : read.listed.filter((name) => !read.resources.has(name));
    for (const name of names) {
      const amount = `external-resource.${name}.amount`;
      report(`configuration.${RESOURCES}`, options.get(RESOURCES), { name, amount });
    }
  },
});

function keysOf(entries: readonly { readonly key: string }[]): string[] {
  return entries.map(({ key }) => key);
}

export const OPTION_PAIR_RULES: readonly ClusterRule[] = [
  KEYTAB_WITHOUT_PRINCIPAL,
  CONTRADICTING_NAMES,
  IGNORED_MAP_ENTRY,
  RESOURCE_WITHOUT_AMOUNT,
];
