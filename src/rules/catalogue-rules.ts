import { type ClusterContext, type ClusterRule, clusterRule, sharedAnalysis } from './cluster-rule';
import { isReadElsewhere } from './secret-option-rules';
import { lookup, verdict } from '../configuration/catalogue/lookup';
import { type Verdict } from '../configuration/catalogue/reported';
import { readingOf } from '../configuration/dialect';
import { type OptionEntry } from '../configuration/flink-options';
import { isForOperator, Keys, PORTS } from '../configuration/keys';
import { parseValue } from '../configuration/parsing/parse-value';
import { type Part } from '../validation/problem';

/**
 * Rules that check options against what each release of Flink reads; the library's own options are checked by a test.
 */

const CATALOGUE = 'option catalogue of Flink';

/** An option that the release does not read under this key, or not for long. */
interface UnknownKey {
  readonly part: Part;
  readonly property: string;
  readonly source: string;
  readonly verdict: Verdict;
}

interface Judgement {
  readonly unknown: readonly UnknownKey[];
  /** The options that the release reads. */
  readonly read: readonly OptionEntry[];
}

const judge = sharedAnalysis(({ cluster, inputs }): Judgement => {
  const { options, secretOptions, version } = cluster;
  const { allowUnknownOptions: allowed = [] } = inputs.cluster;
  const unknown: UnknownKey[] = [];
  const read: OptionEntry[] = [];
  for (const entry of options.stated) {
    const { key, spelt = key, source } = entry;
    // A rule about Services reports that queryable state is deprecated.
    const isChecked = source !== 'queryableState' && !isForOperator(key);
    if (isChecked && !allowed.some((prefix) => spelt.startsWith(prefix))) {
      const found = verdict(spelt, version);
      unknown.push(...unlessKnown({ part: 'cluster', property: `configuration.${spelt}`, source, verdict: found }));
      read.push(...(found.kind === 'known' || found.kind === 'deprecated' ? [entry] : []));
    }
  }
  for (const { key, property, part } of secretOptions) {
    if (!isReadElsewhere(key) && options.get(key) === undefined) {
      unknown.push(...unlessKnown({ part, property, source: property, verdict: verdict(key, version) }));
    }
  }
  return { unknown, read };
});

function unlessKnown(option: UnknownKey): UnknownKey[] {
  return option.verdict.kind === 'known' ? [] : [option];
}

type VerdictOf<Kind extends Verdict['kind']> = Extract<Verdict, { readonly kind: Kind }>;

/** The options with this verdict. */
function judgedAs<Kind extends Verdict['kind']>(
  kind: Kind,
  context: ClusterContext,
): (UnknownKey & { readonly verdict: VerdictOf<Kind> })[] {
  return judge(context).unknown.filter(
    (option): option is UnknownKey & { readonly verdict: VerdictOf<Kind> } => option.verdict.kind === kind,
  );
}

export const UNKNOWN_OPTION = clusterRule({
  id: 'FLK-OPT-01',
  severity: 'error',
  rule: 'no release of Flink reads this option (set by {source})',
  fix: '{suggestions}, or add the beginning of its key to allowUnknownOptions',
  source: CATALOGUE,
  find(context, report) {
    const unknown = context.cluster.version._isUnknown ? [] : judgedAs('unknown', context);
    for (const { part, property, source, verdict: found } of unknown) {
      report.on(part)(property, undefined, { source, suggestions: suggestionsOf(found) });
    }
  },
});

export const UNKNOWN_OPTION_OF_UNKNOWN_RELEASE = clusterRule({
  id: 'FLK-OPT-02',
  severity: 'warning',
  rule: 'the newest release that this library knows does not read this option (set by {source})',
  fix: '{suggestions}, or add the beginning of its key to allowUnknownOptions',
  source: CATALOGUE,
  find(context, report) {
    const unknown = context.cluster.version._isUnknown ? judgedAs('unknown', context) : [];
    for (const { part, property, source, verdict: found } of unknown) {
      report.on(part)(property, undefined, { source, suggestions: suggestionsOf(found) });
    }
  },
});

export const REMOVED_OPTION = clusterRule({
  id: 'FLK-OPT-03',
  severity: 'error',
  acceptable: true,
  rule: 'Flink {release} ignores this option (set by {source}), which was removed in {since}',
  fix: 'remove it{instead}',
  source: CATALOGUE,
  find(context, report) {
    const release = context.cluster.version.releaseLine;
    for (const { part, property, source, verdict: found } of judgedAs('removed', context)) {
      report.on(part)(property, undefined, { release, since: found.since, source, instead: insteadOf(found) });
    }
  },
});

export const OPTION_OF_LATER_RELEASE = clusterRule({
  id: 'FLK-OPT-04',
  severity: 'error',
  rule: 'Flink {release} does not know this option (set by {source}), which was added in {since}',
  fix: 'use {instead}',
  source: CATALOGUE,
  find(context, report) {
    const release = context.cluster.version.releaseLine;
    for (const { part, property, source, verdict: found } of judgedAs('notYet', context)) {
      const instead = found.replacement ?? `Flink ${found.since}, or remove the option`;
      report.on(part)(property, undefined, { release, since: found.since, source, instead });
    }
  },
});

export const DEPRECATED_OPTION = clusterRule({
  id: 'FLK-OPT-05',
  severity: 'warning',
  rule: 'Flink {release} deprecates this option, or this name of it (set by {source})',
  fix: 'remove it{instead}',
  source: CATALOGUE,
  find(context, report) {
    const release = context.cluster.version.releaseLine;
    for (const { part, property, source, verdict: found } of judgedAs('deprecated', context)) {
      report.on(part)(property, undefined, { release, source, instead: insteadOf(found) });
    }
  },
});

export const UNREADABLE_VALUE = clusterRule({
  id: 'FLK-OPT-06',
  severity: 'error',
  rule: 'Flink cannot read the value as {type} (set by {source}): {problem}',
  fix: 'write the value in one of these forms',
  source: CATALOGUE,
  find(context, report) {
    const { version } = context.cluster;
    const reading = readingOf(version);
    for (const { key, spelt = key, value, source } of judge(context).read) {
      const { type = 'String', constants } = hasOwnRule(key) ? {} : (lookup(key, version) ?? {});
      const parsed = type === 'String' ? undefined : parseValue(type, value, reading, constants);
      if (parsed !== undefined && 'problem' in parsed) {
        report(`configuration.${spelt}`, value, { problem: parsed.problem, type, source });
      }
    }
  },
});

function suggestionsOf({ suggestions }: VerdictOf<'unknown'>): string {
  return suggestions.length === 0 ? 'remove it' : `write ${suggestions.join(' or ')}`;
}

function insteadOf({ replacement }: VerdictOf<'deprecated' | 'removed'>): string {
  return replacement === undefined ? '; it has no replacement' : ` and set ${replacement}`;
}

/** Options whose values are checked by other rules, with more specific messages. */
function hasOwnRule(key: string): boolean {
  return key in PORTS || OWN_RULES.some((prefix) => key.startsWith(prefix));
}

const OWN_RULES = [Keys.PARALLELISM, Keys.REST_BIND_PORT, Keys.TASK_SLOTS, 'jobmanager.memory.', 'taskmanager.memory.'];

export const CATALOGUE_RULES: readonly ClusterRule[] = [
  UNKNOWN_OPTION,
  UNKNOWN_OPTION_OF_UNKNOWN_RELEASE,
  REMOVED_OPTION,
  OPTION_OF_LATER_RELEASE,
  DEPRECATED_OPTION,
  UNREADABLE_VALUE,
];
