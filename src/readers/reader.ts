import { MISSING_PROPERTY, Types, UNKNOWN_PROPERTY, UNREADABLE_VALUE, UNSAFE_KEY, wrongType } from './type-rules';
import { type Report } from '../validation/problem';
import { nearest } from '../validation/suggest';

/** Reads a property that a caller of any language has set. Reports an invalid value, and returns `undefined` for it. */
export type Reader<T> = (value: unknown, property: string, report: Report) => T | undefined;

const REQUIRED = Symbol('required');

/** A reader for every property of a struct: a missing one does not compile. */
export type Fields<T> = { readonly [K in keyof Required<T>]: Reader<NonNullable<T[K]>> } & {
  readonly [REQUIRED]?: readonly string[];
};

/** The fields of a struct that is one of several. */
export type AnyFields = Fields<{ [property: string]: unknown }>;

/** The same fields, of which these are required: a struct without one of them is reported. */
export function requiring<T extends object>(fields: Fields<T>, ...names: readonly (keyof T & string)[]): Fields<T> {
  return { ...fields, [REQUIRED]: names };
}

/**
 * Reads a struct property by property into a plain copy. Unknown properties, getters that throw and wrong types are
 * reported, never thrown.
 */
export function readStruct<T extends object>(
  value: unknown,
  fields: Fields<T>,
  property: string,
  report: Report,
): { [K in keyof T]?: T[K] } {
  const result: { [K in keyof T]?: T[K] } = {};
  if (value !== undefined && !isObject(value)) {
    wrongType(Types.OBJECT, value, property || 'props', report);
    return result;
  }
  const given = (value ?? {}) as object;
  for (const name of keysOf(given, property, report)) {
    const at = join(property, name);
    const read = Object.hasOwn(fields, name) ? (fields[name as keyof T] as Reader<T[keyof T]>) : undefined;
    if (read === undefined) {
      report(UNKNOWN_PROPERTY, at, undefined, { alternative: alternativeTo(name, Object.keys(fields)) });
      continue;
    }
    const raw = readProperty(given, name, at, report);
    if (raw !== undefined) {
      result[name as keyof T] = guarded(read, raw, at, report);
    }
  }
  for (const name of fields[REQUIRED] ?? []) {
    if (!(name in result)) {
      report(MISSING_PROPERTY, join(property, name));
    }
  }
  return result;
}

function isObject(value: unknown): boolean {
  try {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    // A revoked proxy.
    return false;
  }
}

/** A struct as the value of a property; `undefined` if a required property of it is missing. */
export function struct<T extends object>(fields: Fields<T>, required: readonly (keyof T & string)[] = []): Reader<T> {
  const all = requiring(fields, ...required);
  return (value, property, report) => {
    const read = readStruct<T>(value, all, property, report);
    return isObject(value) && required.every((name) => read[name] !== undefined) ? (read as T) : undefined;
  };
}

/** Leaves a value unread, for a property that is read later, when more is known. */
export function unread<T>(value: unknown): T {
  return value as T;
}

export const string: Reader<string> = (value, property, report) =>
  typeof value === 'string' ? value : wrongType(Types.STRING, value, property, report);

export const nonEmptyString: Reader<string> = (value, property, report) =>
  typeof value === 'string' && value.trim() !== ''
    ? value
    : wrongType('a string that is not empty, such as "x"', value, property, report);

export const boolean: Reader<boolean> = (value, property, report) =>
  typeof value === 'boolean' ? value : wrongType('a boolean, such as true or false', value, property, report);

/** An integer between two bounds, both allowed. */
export function integer(min: number, max: number): Reader<number> {
  return (value, property, report) => {
    const isNumber = typeof value === 'number' && !Number.isNaN(value);
    if (isNumber && Number.isInteger(value) && value >= min && value <= max) {
      // A negative zero would be written as -0.
      return value + 0;
    }
    const example = Math.min(max, Math.max(min, isNumber ? Math.round(value) : 1));
    return wrongType(`an integer from ${min} to ${max}, such as ${example}`, value, property, report);
  };
}

/** A finite number that passes a test; `expected` is as in {@link wrongType}. */
export function number(expected: string, accepts: (value: number) => boolean): Reader<number> {
  return (value, property, report) =>
    typeof value === 'number' && Number.isFinite(value) && accepts(value)
      ? value
      : wrongType(expected, value, property, report);
}

/** One of the values of an enum. */
export function oneOf<T extends string>(values: readonly T[]): Reader<T> {
  return (value, property, report) => {
    if (values.includes(value as T)) {
      return value as T;
    }
    const example = (typeof value === 'string' ? nearest(value, values, 1)[0] : undefined) ?? values[0];
    return wrongType(`one of ${values.join(', ')}, such as ${example}`, value, property, report);
  };
}

/**
 * An object with these members (`name`, `bind()`). Classes are not compared, because instances of another copy of a
 * class are valid, too; `expected` is as in {@link wrongType}.
 */
export function instanceLike<T>(expected: string, ...members: string[]): Reader<T> {
  const wanted = members.map((member) => ({ name: member.replace('()', ''), isMethod: member.endsWith('()') }));
  return (value, property, report) =>
    typeof value === 'object' && value !== null && wanted.every((member) => canRead(value, member))
      ? (value as T)
      : wrongType(expected, value, property, report);
}

/** An array, read item by item. Invalid items are reported with their index, and left out. */
export function list<T>(item: Reader<T>): Reader<T[]> {
  return (value, property, report) => {
    if (!Array.isArray(value)) {
      return wrongType('a list, such as […]', value, property, report);
    }
    const result: T[] = [];
    for (let index = 0; index < value.length; index++) {
      const at = `${property}[${index}]`;
      const read = item(readProperty(value, String(index), at, report), at, report);
      if (read !== undefined) {
        result.push(read);
      }
    }
    return result;
  };
}

/** An object used as a map, read entry by entry. `undefined` is an invalid value, because it would be lost silently. */
export function map<T>(item: Reader<T>): Reader<{ [key: string]: T }> {
  return (value, property, report) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return wrongType(Types.MAP, value, property, report);
    }
    const result: { [key: string]: T } = {};
    for (const key of keysOf(value, property, report)) {
      const at = join(property, key);
      const read = item(readProperty(value, key, at, report), at, report);
      if (read !== undefined) {
        result[key] = read;
      }
    }
    return result;
  };
}

/** Proxies can throw from any operation, so the reader of each property is guarded. */
function guarded<T>(read: Reader<T>, value: unknown, property: string, report: Report): T | undefined {
  try {
    return read(value, property, report);
  } catch (error) {
    report(UNREADABLE_VALUE, property, undefined, { reason: reason(error) });
    return undefined;
  }
}

/** Property names that a JavaScript object cannot carry safely. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** The own keys of an object in code point order, without unsafe ones, which are reported. */
export function keysOf(value: object, property: string, report: Report): string[] {
  let keys: string[];
  try {
    keys = Object.keys(value);
  } catch (error) {
    report(UNREADABLE_VALUE, property || 'props', undefined, { reason: reason(error) });
    return [];
  }
  const unsafe = keys.filter((key) => UNSAFE_KEYS.has(key));
  unsafe.forEach((key) => report(UNSAFE_KEY, join(property, key)));
  return (unsafe.length === 0 ? keys : keys.filter((key) => !UNSAFE_KEYS.has(key))).sort();
}

/** Reads a property whose getter may throw. */
export function readProperty(owner: object, name: string, property: string, report: Report): unknown {
  try {
    return (owner as { [name: string]: unknown })[name];
  } catch (error) {
    report(UNREADABLE_VALUE, property, undefined, { reason: reason(error) });
    return undefined;
  }
}

/** The path of a property of a property. */
export function join(property: string, name: string): string {
  return property === '' || name === '' ? `${property}${name}` : `${property}.${name}`;
}

/** The first line of the message of a caught value. */
export function reason(error: unknown): string {
  try {
    const text = error instanceof Error ? error.message : String(error);
    return text.split('\n', 1)[0]!.trim() || 'no reason given';
  } catch {
    return 'no reason given';
  }
}

/** A longer list does not help. */
const MOST_LISTED = 20;

function alternativeTo(name: string, known: readonly string[]): string {
  const [near] = nearest(name, known, 1);
  return near ?? (known.length > MOST_LISTED ? 'a documented property, or remove it' : `one of ${known.join(', ')}`);
}

function canRead(value: object, { name, isMethod }: { readonly name: string; readonly isMethod: boolean }): boolean {
  try {
    const found = (value as { [member: string]: unknown })[name];
    return isMethod ? typeof found === 'function' : found !== undefined;
  } catch {
    return false;
  }
}
