import { FIELD_OF_NEWER_OPERATOR, INVALID_TEMPLATE_VALUE, UNKNOWN_FIELD } from './reading-rules';
import { readDouble, readFlag, readInteger, readText, type Scalar } from './scalars';
import { type Tree } from './specs';
import {
  POD_SCALARS,
  type PodField,
  podFields,
  type PodFields,
  type PodFieldType,
  podTemplateType,
} from '../../kubernetes/pod-schema';
import { isMap } from '../../kubernetes/pod-shapes';
import { type Report } from '../../validation/problem';
import { nearest } from '../../validation/suggest';
import { parseQuantityExactly } from '../java/quantity';
import { type OperatorRelease } from '../operator-release';

/** The release whose classes read a template, and the receivers of the findings. */
export interface TemplateReading {
  readonly release: OperatorRelease;
  /** Reports a value that the API server drops or rejects. */
  readonly remark: Report;
  /** Reports a value that the operator's JSON mapping rejects. */
  refuse(path: string, value: unknown, expected: string): null;
}

/** Scalars as the operator's classes read them, which are lenient. */
const READ: { readonly [type: PodFieldType]: (value: unknown) => Scalar<unknown> } = {
  s: readText,
  i: (value) => readInteger(value, 64),
  n: readDouble,
  b: readFlag,
  p: (value) => (POD_SCALARS.p!.fits(value) ? { value: value as string | number } : undefined),
  q: readQuantity,
  o: (value) => (isMap(value) ? { value: asIs(value) } : undefined),
};

/**
 * A pod template as an object of the operator's classes. Values that these treat as equal are equal here, and an empty
 * list or an empty map with free keys is null.
 */
export function readPodTemplate(template: Tree, path: string, reading: TemplateReading): Tree | null {
  const read = (new TemplateReader(reading).value(template, podTemplateType(), path) ?? {}) as Tree;
  return reading.release.can('readsPodTemplateSpecs')
    ? { metadata: read.metadata, spec: read.spec }
    : { ...read, apiVersion: read.apiVersion ?? 'v1', kind: read.kind ?? 'Pod' };
}

class TemplateReader {
  public constructor(private readonly reading: TemplateReading) {}

  public value(value: unknown, type: PodFieldType, path: string): unknown {
    const inner = type.slice(1, -1);
    if (value === null || value === undefined) return null;
    if (Object.hasOwn(READ, type)) return this.scalar(value, type, path);
    if (type.startsWith('[')) {
      const items = Array.isArray(value)
        ? value.map((item, index) => this.value(item, inner, `${path}[${index}]`))
        : this.reading.refuse(path, value, 'a list');
      return items?.length === 0 ? null : items;
    }
    const fields = type.startsWith('{') ? undefined : podFields(type);
    const map = fields === undefined || typeof value !== 'string' ? value : this.fromText(value, fields, path);
    if (!isMap(map)) return this.reading.refuse(path, value, 'a map');
    if (fields !== undefined) return this.struct(map, fields, path);
    const entries = Object.entries(map).map(([key, item]) => [key, this.value(item, inner, `${path}.${key}`)] as const);
    return entries.length === 0 ? null : Object.fromEntries(entries);
  }

  private scalar(value: unknown, type: PodFieldType, path: string): unknown {
    const { expected, fits } = POD_SCALARS[type]!;
    const scalar = READ[type]!(value);
    if (scalar === undefined) return this.reading.refuse(path, value, expected);
    if (!fits(value)) this.reading.remark(INVALID_TEMPLATE_VALUE, path, value, { expected });
    return scalar.value;
  }

  /** A class whose only field is a string has a constructor for it, so the mapper accepts a string instead of a map. */
  private fromText(value: string, fields: PodFields, path: string): unknown {
    const [[name, { type }], ...others] = known(fields, this.reading.release) as [[string, PodField], ...unknown[]];
    if (type !== 's' || others.length > 0) return value;
    this.reading.remark(INVALID_TEMPLATE_VALUE, path, value, { expected: 'a map' });
    return { [name]: value };
  }

  /** Unknown fields are kept as they are and count as a difference, also if they are null or empty. */
  private struct(given: Tree, fields: PodFields, path: string): Tree {
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => {
        const field = fields.get(name);
        if (field !== undefined && this.reading.release.isWithin(field)) {
          return [name, this.value(value, field.type, `${path}.${name}`)];
        }
        if (value !== undefined) this.remarkUnknown(`${path}.${name}`, name, fields);
        return [name, value === undefined ? null : asIs(value)];
      }),
    );
  }

  private remarkUnknown(path: string, name: string, fields: PodFields): void {
    const { release, remark } = this.reading;
    const { version } = release;
    const since = fields.get(name)?.since;
    if (since !== undefined && release.isWithin({ until: since })) {
      remark(FIELD_OF_NEWER_OPERATOR, path, undefined, { version, since });
      return;
    }
    const names = known(fields, release).map(([other]) => other);
    const suggestion = fields.has(name) ? undefined : nearest(name, names, 1)[0];
    const alternative = suggestion === undefined ? '' : `, or write ${suggestion}`;
    remark(UNKNOWN_FIELD, path, undefined, { version, alternative });
  }
}

function known(fields: PodFields, release: OperatorRelease): readonly (readonly [string, PodField])[] {
  return [...fields].filter(([, field]) => release.isWithin(field));
}

/** A value as one string, in which the order of keys does not matter. */
function asIs(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isMap(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );
}

/** Quantities are compared as numbers, regardless of their units. */
function readQuantity(value: unknown): Scalar<string> {
  const text = readText(value)?.value;
  if (text === undefined || text === null || text === '') return undefined;
  const exact = parseQuantityExactly(text);
  if (exact === undefined) return { value: text };
  let { digits, exponent } = exact;
  while (digits !== 0n && digits % 10n === 0n) [digits, exponent] = [digits / 10n, exponent + 1];
  return { value: digits === 0n ? 'quantity 0' : `quantity ${digits}e${exponent}` };
}
