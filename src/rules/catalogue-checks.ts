import { checkTogether } from './whole-map-checks';
import { lookup } from '../configuration/catalogue/lookup';
import { verdict } from '../configuration/catalogue/verdict';
import { type OptionEntry } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { isForOperator, Keys, PORTS } from '../configuration/keys';
import { parseValue } from '../configuration/parsing/parse-value';
import { type ClusterModel } from '../model/cluster-model';
import { type Mode } from '../model/step-decorator';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** Holds every option that somebody stated against what this release of Flink knows; the library's own are held against it by a test. */
export function checkAgainstCatalogue(
  { version, options }: ClusterModel,
  mode: Mode['name'],
  allowed: readonly string[],
  report: Report,
): void {
  const { stated } = options;
  for (const entry of stated) {
    if (isForOperator(entry.key)) {
      if (mode !== 'operator') {
        report(RULES['FLK-OPM-05'], `configuration.${entry.key}`, entry.value, { source: entry.source });
      }
      continue;
    }
    const isAllowed = allowed.some((prefix) => (entry.spelt ?? entry.key).startsWith(prefix));
    // That queryable state is deprecated has a rule of its own.
    const isOwn = entry.source === 'queryableState';
    if (!isOwn && !isAllowed && checkKey(entry, version, report)) {
      checkValue(entry, version, report);
    }
  }
  if (stated.length > 0) {
    checkTogether(stated, options, version, report);
  }
}

/** Whether the key is one that the release reads. */
export function checkKey(
  { key, spelt = key, source }: OptionEntry,
  version: FlinkVersion,
  report: Report,
  property = `configuration.${spelt}`,
): boolean {
  const found = verdict(spelt, version);
  const release = version.releaseLine;
  switch (found.kind) {
    case 'known':
      return true;
    case 'deprecated': {
      const instead = found.replacement === undefined ? 'remove it; it has no successor' : `write ${found.replacement}`;
      report(RULES['FLK-OPT-05'], property, undefined, { release, source, instead });
      return true;
    }
    case 'removed': {
      const instead = found.replacement === undefined ? 'remove it; it has no successor' : `write ${found.replacement}`;
      report(RULES['FLK-OPT-03'], property, undefined, { release, since: found.since, source, instead });
      return false;
    }
    case 'notYet': {
      const instead =
        found.replacement === undefined ? `remove it, or use Flink ${found.since}` : `write ${found.replacement}`;
      report(RULES['FLK-OPT-04'], property, undefined, { release, since: found.since, source, instead });
      return false;
    }
    case 'unknown': {
      const suggestions = found.suggestions.length === 0 ? 'remove it' : `write ${found.suggestions.join(' or ')}`;
      report(version._isUnknown ? RULES['FLK-OPT-02'] : RULES['FLK-OPT-01'], property, undefined, {
        release,
        source,
        suggestions,
      });
      return false;
    }
  }
}

function checkValue({ key, spelt = key, value, source }: OptionEntry, version: FlinkVersion, report: Report): void {
  const facts = hasOwnRule(key) ? undefined : lookup(key, version);
  if (facts === undefined || facts.type === 'String') {
    return;
  }
  const parsed = parseValue(
    facts.type,
    value,
    version,
    version._usesStandardYaml ? 'standard' : 'legacy',
    facts.constants,
  );
  if ('problem' in parsed) {
    report(RULES['FLK-OPT-06'], `configuration.${spelt}`, value, { problem: parsed.problem, type: facts.type, source });
  }
}

/** Options whose values other rules judge, which say more. */
function hasOwnRule(key: string): boolean {
  return key in PORTS || OWN_RULES.some((prefix) => key.startsWith(prefix));
}

const OWN_RULES = [Keys.PARALLELISM, Keys.REST_BIND_PORT, Keys.TASK_SLOTS, 'jobmanager.memory.', 'taskmanager.memory.'];
