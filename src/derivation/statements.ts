import { type ClusterInput } from './inputs';
import { currentName, lookup } from '../configuration/catalogue/lookup';
import { readingOf } from '../configuration/dialect';
import { type FlatProblem, flattenConfiguration, MapValue } from '../configuration/flatten';
import { type OptionEntry, type OptionOrigin } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { Keys } from '../configuration/keys';
import { listOfMapsText, mapText } from '../configuration/map-text';
import { type OptionText, toOptionText } from '../configuration/values';
import { join } from '../readers/reader';
import { type Report } from '../validation/problem';
import { defineRule, type Rule, Sources } from '../validation/rule';

export const INVALID_KEY = defineRule({
  id: 'FLK-CONF-01',
  severity: 'error',
  rule: 'not a valid option key: {detail}',
  fix: 'use letters, digits, ".", "-" and "_", starting with a letter',
  source: Sources.FLINK,
});

export const OPTION_SET_TWICE = defineRule({
  id: 'FLK-CONF-03',
  severity: 'error',
  rule: 'the option is set twice: {detail}',
  fix: 'keep one of the two notations',
  source: Sources.FLINK,
});

export const OPTION_OF_LIBRARY = defineRule({
  id: 'FLK-CONF-04',
  severity: 'error',
  rule: 'the library derives this option from the properties of the cluster',
  fix: 'remove it{instead}',
  source: Sources.LIBRARY,
});

export const INVALID_VALUE = defineRule({
  id: 'FLK-CONF-07',
  severity: 'error',
  rule: 'not a valid value of an option: {detail}',
  fix: 'use a string, a finite number, a boolean, a list of those, a Size, a Duration, or a map of options or entries',
  source: Sources.LIBRARY,
});

/** Options that the library derives from the identity of the cluster, and the continuation of the fix. */
const OWNED: { readonly [key: string]: string } = {
  [Keys.HIGH_AVAILABILITY_CLUSTER_ID]: ' and set clusterName',
  [Keys.JOB_MANAGER_RPC_ADDRESS]: '; the address is the JobManager Service',
  [Keys.KUBERNETES_CLUSTER_ID]: ' and set clusterName',
  [Keys.KUBERNETES_NAMESPACE]: ' and set namespace, on the cluster or on its Chart',
};

/** Where the options of a map come from. */
export interface StatementOrigin extends OptionOrigin {
  /** The property that contains the map, for messages about it. */
  readonly property: string;
}

/** The options in a map of the user or of a feature. Everything that Flink could not read is reported. */
export function statements(
  map: unknown,
  { kind, source, property }: StatementOrigin,
  { version, isBare }: Pick<ClusterInput, 'version' | 'isBare'>,
  report: Report,
): OptionEntry[] {
  const { entries, problems } = flattenConfiguration(map, (key) => lookup(key, version)?.type === 'Map');
  for (const { property: at, problem, detail } of problems) {
    report(ruleOf(problem), join(property, at), undefined, { detail });
  }
  return entries.flatMap(({ key, value }) => {
    const converted = textOf(value, version);
    if ('problem' in converted) {
      report(INVALID_VALUE, join(property, key), value, { detail: converted.problem });
      return [];
    }
    if (isBare) {
      return [{ key, value: converted.text, kind, source }];
    }
    if (Object.hasOwn(OWNED, key)) {
      report(OPTION_OF_LIBRARY, join(property, key), converted.text, { instead: OWNED[key]! });
      return [];
    }
    const current = currentName(key, version);
    return [{ key: current, ...(current === key ? {} : { spelt: key }), value: converted.text, kind, source }];
  });
}

function ruleOf(problem: FlatProblem['problem']): Rule<'detail'> {
  switch (problem) {
    case 'duplicate':
      return OPTION_SET_TWICE;
    case 'bad-key':
      return INVALID_KEY;
    default:
      return INVALID_VALUE;
  }
}

/** Plain objects are values if the option is a map or a list of maps. */
function textOf(value: unknown, version: FlinkVersion): OptionText {
  const isList = Array.isArray(value) && value.some((item) => item instanceof MapValue);
  if (!isList && !(value instanceof MapValue)) return toOptionText(value);
  const reading = readingOf(version);
  if (value instanceof MapValue) return mapText(value.entries, reading);
  const other = (value as unknown[]).findIndex((item) => !(item instanceof MapValue));
  if (other >= 0) return { problem: `a list of maps with something else at position ${other}` };
  return listOfMapsText(
    (value as MapValue[]).map(({ entries }) => entries),
    reading,
  );
}

/** The option that the library or a typed property sets; none if the value is invalid. */
export function statement(key: string, value: unknown, kind: OptionEntry['kind'], source: string): OptionEntry[] {
  const converted = toOptionText(value);
  return 'text' in converted ? [{ key, value: converted.text, kind, source }] : [];
}
