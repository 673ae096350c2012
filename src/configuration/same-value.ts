import { lookup } from './catalogue/lookup';
import { readingOf } from './dialect';
import { type FlinkVersion } from './flink-version';
import { parseValue } from './parsing/parse-value';

/**
 * Whether two strings are the same value of an option: `1g` and `1024m`, `1 min` and `60 s`, `TRUE` and `true`. Strings
 * that Flink could not read, and those of options that are not in the catalogue, are compared as they are.
 */
export function isSameValue(key: string, one: string, other: string, version: FlinkVersion): boolean {
  if (one === other) return true;
  const facts = lookup(key, version);
  if (facts === undefined) return false;
  const [first, second] = [one, other].map((text) => parseValue(facts.type, text, readingOf(version), facts.constants));
  return 'value' in first! && 'value' in second! && comparable(first.value) === comparable(second.value);
}

/** A bigint has no JSON notation, and the order of a map is irrelevant. */
function comparable(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (typeof item === 'bigint') return `${item}n`;
    return item instanceof Map ? [...item].sort(([a], [b]) => (a < b ? -1 : 1)) : item;
  });
}
