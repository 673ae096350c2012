import { type Report } from '../validation/problem';
import { defineRule, Sources } from '../validation/rule';

/** Rules that every reader can report: about the types of values and the names of properties. */

export const MISSING_PROPERTY = defineRule({
  id: 'FLK-TYPE-01',
  severity: 'error',
  rule: 'this property is required',
  fix: 'set it',
  source: Sources.LIBRARY,
});

export const WRONG_TYPE = defineRule({
  id: 'FLK-TYPE-02',
  severity: 'error',
  rule: 'expected {expected}',
  fix: 'write {example}',
  source: Sources.LIBRARY,
});

export const UNKNOWN_PROPERTY = defineRule({
  id: 'FLK-TYPE-03',
  severity: 'error',
  rule: 'not a known property',
  fix: 'use {alternative}',
  source: Sources.LIBRARY,
});

export const UNREADABLE_VALUE = defineRule({
  id: 'FLK-TYPE-04',
  severity: 'error',
  rule: 'the value cannot be read: {reason}',
  fix: 'use plain data',
  source: Sources.LIBRARY,
});

export const NOT_JSON = defineRule({
  id: 'FLK-TYPE-05',
  severity: 'error',
  rule: 'a manifest cannot contain {what}',
  fix: 'use strings, finite numbers, booleans, or lists and maps of them',
  source: Sources.LIBRARY,
});

export const UNSAFE_KEY = defineRule({
  id: 'FLK-TYPE-06',
  severity: 'error',
  rule: 'not a safe key in JavaScript objects',
  fix: 'use another key',
  source: Sources.LIBRARY,
});

/** What values have to be, with an example, for {@link wrongType}. */
export const Types = {
  MAP: 'a map, such as { key: value }',
  OBJECT: 'an object with named properties, such as { property: value }',
  STRING: 'a string, such as one in quotes',
} as const;

/** Reports a value of another type; `expected` ends with an example: "a Size, such as Size.mebibytes(1600)". */
export function wrongType(expected: string, value: unknown, property: string, report: Report): undefined {
  const [type, example = type] = expected.split(', such as ') as [string, string?];
  report(WRONG_TYPE, property, value, { expected: type, example });
  return undefined;
}
