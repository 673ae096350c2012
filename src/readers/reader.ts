import { type Report } from '../validation/problem';
import { RULES } from '../validation/rules';
import { nearest } from '../validation/suggest';

/** Reads one property as given by a caller of any language; reports what is wrong and then gives `undefined`. */
export type Reader<T> = (value: unknown, property: string, report: Report) => T | undefined;

/** A reader for every property of a struct: leaving one out does not compile. */
export type Fields<T> = { readonly [K in keyof Required<T>]: Reader<NonNullable<T[K]>> };

/** The same for a struct that is one of several. */
export type AnyFields = Fields<{ [property: string]: unknown }>;

/** Property names that a JavaScript object cannot carry safely. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a struct field by field into a plain copy; unknown fields, throwing getters and wrong types are reported, never thrown. */
export function readStruct<T extends object>(
  value: unknown,
  fields: Fields<T>,
  property: string,
  report: Report,
  required: readonly (keyof T & string)[] = [],
): { [K in keyof T]?: T[K] } {
  const result: { [K in keyof T]?: T[K] } = {};
  if (value !== undefined && !isObject(value)) {
    report(RULES['FLK-TYPE-02'], property || 'props', value, { expected: 'an object with named properties' });
    return result;
  }
  const given = (value ?? {}) as object;
  for (const name of keysOf(given, property, report)) {
    const at = join(property, name);
    const read = Object.hasOwn(fields, name) ? (fields[name as keyof T] as Reader<T[keyof T]>) : undefined;
    if (read === undefined) {
      report(RULES['FLK-TYPE-03'], at, undefined, { suggestion: suggestion(name, Object.keys(fields)) });
      continue;
    }
    const raw = readProperty(given, name, at, report);
    if (raw !== undefined) {
      result[name as keyof T] = guarded(read, raw, at, report);
    }
  }
  for (const name of required) {
    if (!(name in result)) {
      report(RULES['FLK-TYPE-01'], join(property, name));
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

/** A struct as the value of a property; nothing where a field that it cannot do without is missing. */
export function struct<T extends object>(fields: Fields<T>, required: readonly (keyof T & string)[] = []): Reader<T> {
  return (value, property, report) => {
    const read = readStruct<T>(value, fields, property, report, required);
    return isObject(value) && required.every((name) => read[name] !== undefined) ? (read as T) : undefined;
  };
}

/** For what is read later, where more is known. */
export function unread<T>(value: unknown): T {
  return value as T;
}

export const string: Reader<string> = (value, property, report) => {
  if (typeof value === 'string') {
    return value;
  }
  report(RULES['FLK-TYPE-02'], property, value, { expected: 'a text' });
  return undefined;
};

export const nonEmptyString: Reader<string> = (value, property, report) => {
  if (typeof value === 'string' && value.trim() !== '') {
    return value;
  }
  report(RULES['FLK-TYPE-02'], property, value, { expected: 'a text that is not empty' });
  return undefined;
};

export const boolean: Reader<boolean> = (value, property, report) => {
  if (typeof value === 'boolean') {
    return value;
  }
  report(RULES['FLK-TYPE-02'], property, value, { expected: 'true or false' });
  return undefined;
};

/** A whole number between two bounds, both allowed. */
export function integer(min: number, max: number): Reader<number> {
  return (value, property, report) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) {
      // A negative zero is written as -0.
      return value + 0;
    }
    report(RULES['FLK-TYPE-02'], property, value, { expected: `a whole number from ${min} to ${max}` });
    return undefined;
  };
}

/** A finite number that passes a test, described for the message. */
export function number(expected: string, accepts: (value: number) => boolean): Reader<number> {
  return (value, property, report) => {
    if (typeof value === 'number' && Number.isFinite(value) && accepts(value)) {
      return value;
    }
    report(RULES['FLK-TYPE-02'], property, value, { expected });
    return undefined;
  };
}

/** One of the values of an enum. */
export function oneOf<T extends string>(values: readonly T[]): Reader<T> {
  return (value, property, report) => {
    if (values.includes(value as T)) {
      return value as T;
    }
    report(RULES['FLK-TYPE-02'], property, value, { expected: `one of ${values.join(', ')}` });
    return undefined;
  };
}

/** An object recognised by what it has (`name`) and can do (`bind()`), as instances of another copy of its class pass too. */
export function instanceLike<T>(expected: string, ...members: string[]): Reader<T> {
  const wanted = members.map((member) => ({ name: member.replace('()', ''), isMethod: member.endsWith('()') }));
  return (value, property, report) => {
    if (typeof value === 'object' && value !== null && wanted.every((member) => canRead(value, member))) {
      return value as T;
    }
    report(RULES['FLK-TYPE-02'], property, value, { expected });
    return undefined;
  };
}

/** An array, read item by item; wrong items are reported with their index and left out. */
export function list<T>(item: Reader<T>): Reader<T[]> {
  return (value, property, report) => {
    if (!Array.isArray(value)) {
      report(RULES['FLK-TYPE-02'], property, value, { expected: 'a list' });
      return undefined;
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

/** An object used as a map, read entry by entry; `undefined` is a wrong value here, as it would vanish without a word. */
export function map<T>(item: Reader<T>): Reader<{ [key: string]: T }> {
  return (value, property, report) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      report(RULES['FLK-TYPE-02'], property, value, { expected: 'a map' });
      return undefined;
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

/** Proxies may throw from any operation, so one guard stands around each property. */
function guarded<T>(read: Reader<T>, value: unknown, property: string, report: Report): T | undefined {
  try {
    return read(value, property, report);
  } catch (error) {
    report(RULES['FLK-TYPE-04'], property, undefined, { reason: reason(error) });
    return undefined;
  }
}

/** The own keys of an object in code point order, without those that cannot be carried. */
export function keysOf(value: object, property: string, report: Report): string[] {
  let keys: string[];
  try {
    keys = Object.keys(value);
  } catch (error) {
    report(RULES['FLK-TYPE-04'], property || 'props', undefined, { reason: reason(error) });
    return [];
  }
  const forbidden = keys.filter((key) => FORBIDDEN_KEYS.has(key));
  forbidden.forEach((key) => report(RULES['FLK-TYPE-06'], join(property, key)));
  return (forbidden.length === 0 ? keys : keys.filter((key) => !FORBIDDEN_KEYS.has(key))).sort();
}

/** Reads a property whose getter may throw. */
export function readProperty(owner: object, name: string, property: string, report: Report): unknown {
  try {
    return (owner as { [name: string]: unknown })[name];
  } catch (error) {
    report(RULES['FLK-TYPE-04'], property, undefined, { reason: reason(error) });
    return undefined;
  }
}

export function join(property: string, name: string): string {
  return property === '' || name === '' ? `${property}${name}` : `${property}.${name}`;
}

/** What a caught value says of itself, in one line. */
export function reason(error: unknown): string {
  try {
    const said = error instanceof Error ? error.message : String(error);
    return said.split('\n', 1)[0]!.trim() || 'no reason given';
  } catch {
    return 'no reason given';
  }
}

/** A longer list is no help. */
const MOST_LISTED = 20;

function suggestion(name: string, known: string[]): string {
  const near = nearest(name, known, 1)[0];
  return near === undefined
    ? `remove it${known.length > MOST_LISTED ? '' : `; known are ${known.join(', ')}`}`
    : `write ${near}`;
}

function canRead(value: object, { name, isMethod }: { readonly name: string; readonly isMethod: boolean }): boolean {
  try {
    const found = (value as { [member: string]: unknown })[name];
    return isMethod ? typeof found === 'function' : found !== undefined;
  } catch {
    return false;
  }
}
