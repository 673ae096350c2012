import { type ClusterInput } from './inputs';
import { currentName, lookup } from '../configuration/catalogue/lookup';
import { flattenConfiguration, MapValue } from '../configuration/flatten';
import { type OptionEntry } from '../configuration/flink-options';
import { type FlinkVersion } from '../configuration/flink-version';
import { Keys } from '../configuration/keys';
import { listOfMapsText, mapText } from '../configuration/map-text';
import { type OptionText, toOptionText } from '../configuration/values';
import { join } from '../readers/reader';
import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';

/** Options that the library derives from the cluster's identity, and what to use instead of stating them. */
const OWNED: { readonly [key: string]: string } = {
  [Keys.HIGH_AVAILABILITY_CLUSTER_ID]: 'set clusterName',
  [Keys.JOB_MANAGER_RPC_ADDRESS]: 'remove it; the address is the JobManager Service',
  [Keys.KUBERNETES_CLUSTER_ID]: 'set clusterName',
  [Keys.KUBERNETES_NAMESPACE]: 'set namespace, on the cluster or on its Chart',
};

/** A map of options, as the user or a feature wrote it, becomes statements; whatever Flink could not read is reported. */
export function statements(
  map: unknown,
  kind: OptionEntry['kind'],
  source: string,
  property: string,
  { version, isBare }: Pick<ClusterInput, 'version' | 'isBare'>,
  report: Report,
): OptionEntry[] {
  const { entries, problems } = flattenConfiguration(map, (key) => lookup(key, version)?.type === 'Map');
  for (const { property: at, problem, detail } of problems) {
    report(
      problem === 'duplicate'
        ? RULES['FLK-CONF-03']
        : problem === 'bad-key'
          ? RULES['FLK-CONF-01']
          : RULES['FLK-CONF-07'],
      join(property, at),
      undefined,
      { detail },
    );
  }
  return entries.flatMap(({ key, value }) => {
    const converted = textOf(value, version);
    if ('problem' in converted) {
      report(RULES['FLK-CONF-07'], join(property, key), value, { detail: converted.problem });
      return [];
    }
    if (isBare) {
      return [{ key, value: converted.text, kind, source }];
    }
    if (Object.hasOwn(OWNED, key)) {
      report(RULES['FLK-CONF-04'], join(property, key), converted.text, { instead: OWNED[key]! });
      return [];
    }
    const current = currentName(key, version);
    return [{ key: current, ...(current === key ? {} : { spelt: key }), value: converted.text, kind, source }];
  });
}

/** Plain objects are values where an option is a map or a list of them. */
function textOf(value: unknown, version: FlinkVersion): OptionText {
  const isList = Array.isArray(value) && value.some((item) => item instanceof MapValue);
  if (!isList && !(value instanceof MapValue)) return toOptionText(value);
  const reading = { version, dialect: version._usesStandardYaml ? 'standard' : 'legacy' } as const;
  if (value instanceof MapValue) return mapText(value.entries, reading);
  const stranger = (value as unknown[]).findIndex((item) => !(item instanceof MapValue));
  if (stranger >= 0) return { problem: `a list of maps with something else at position ${stranger}` };
  return listOfMapsText(
    (value as MapValue[]).map(({ entries }) => entries),
    reading,
  );
}

/** One statement of the library or of a typed prop. */
export function statement(key: string, value: unknown, kind: OptionEntry['kind'], source: string): OptionEntry[] {
  const converted = toOptionText(value);
  return 'text' in converted ? [{ key, value: converted.text, kind, source }] : [];
}
