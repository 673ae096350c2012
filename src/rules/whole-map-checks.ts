import { isEntryOfMap } from '../configuration/catalogue/facts';
import { nameClashes } from '../configuration/catalogue/lookup';
import { externalResources } from '../configuration/external-resources';
import { type FlinkOptions, type OptionEntry } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { prefixOverlaps } from '../configuration/overlap';
import { isSameValue } from '../configuration/same-value';
import { TASK_MANAGER } from '../memory/options';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';
import { show } from '../validation/show';

/** What only shows when options are seen beside each other: two names of one option, entries that a whole map hides, resources without an amount. */
export function checkTogether(
  stated: readonly OptionEntry[],
  options: FlinkOptions,
  version: FlinkVersion,
  report: Report,
): void {
  if (stated.length > 1) checkEachOther(new Map(stated.map((entry) => [entry.key, entry])), version, report);
  if (stated.some(({ key }) => key === TASK_MANAGER.externalResources.key)) checkResources(options, version, report);
}

function checkEachOther(byKey: ReadonlyMap<string, OptionEntry>, version: FlinkVersion, report: Report): void {
  for (const {
    option,
    names: [first, ...others],
  } of nameClashes(byKey.keys(), version)) {
    others.forEach((other) => checkNames(option, byKey.get(first!)!, byKey.get(other)!, version, report));
  }
  // In a config.yaml, any overlap is an error.
  for (const { leaf, child } of version._usesStandardYaml ? [] : prefixOverlaps(byKey.keys())) {
    if (isEntryOfMap(child, leaf, version)) report(RULES['FLK-CONF-13'], `configuration.${child}`, undefined, { leaf });
  }
}

/** Flink reads one of the names and ignores the other. */
function checkNames(
  option: string,
  first: OptionEntry,
  second: OptionEntry,
  version: FlinkVersion,
  report: Report,
): void {
  if (isSameValue(option, first.value, second.value, version)) return;
  report(RULES['FLK-CONF-05'], `configuration.${second.key}`, second.value, {
    first: `${first.key}, another name of ${option} (given by ${first.source}),`,
    firstValue: show(first.value, first.key),
    second: second.source,
  });
}

function checkResources(options: FlinkOptions, version: FlinkVersion, report: Report): void {
  const { key } = TASK_MANAGER.externalResources;
  const read = externalResources((name) => options.get(name), {
    version,
    dialect: version._usesStandardYaml ? 'standard' : 'legacy',
  });
  // What cannot be read has a rule of its own.
  if ('problem' in read) return;
  const without = read.listed.filter((name) => !read.resources.has(name));
  for (const name of without) {
    report(RULES['FLK-OPT-07'], `configuration.${key}`, options.get(key), {
      name,
      amount: `external-resource.${name}.amount`,
    });
  }
}
