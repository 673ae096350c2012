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
import { type Facts, type Rule } from '../../validation/rule';
import { RULES } from '../../validation/rules';
import { nearest } from '../../validation/suggest';
import { parseQuantityExactly } from '../java/quantity';
import { type OperatorRelease } from '../operator-release';

/** Whom the reader tells of what it finds. */
export interface TemplateReading {
  readonly release: OperatorRelease;
  /** Of what the operator's JSON mapping refuses. */
  refuse(path: string, value: unknown, expected: string): null;
  /** Of what the API server drops or refuses. */
  remark(id: Rule, path: string, value: unknown, facts: Facts): void;
}

/** Scalars as the operator's classes hold them, which are lenient. */
const READ: { readonly [type: PodFieldType]: (value: unknown) => Scalar<unknown> } = {
  s: readText,
  i: (value) => readInteger(value, 64),
  n: readDouble,
  b: readFlag,
  p: (value) => (POD_SCALARS.p!.fits(value) ? { value: value as string | number } : undefined),
  q: readQuantity,
  o: (value) => (isMap(value) ? { value: asIs(value) } : undefined),
};

/** A pod template as the operator's classes hold it: what they take for the same is the same here, and an empty list or map of free keys is none. */
export function readPodTemplate(template: Tree, path: string, reading: TemplateReading): Tree | null {
  const read = (new TemplateReader(reading).value(template, podTemplateType(), path) ?? {}) as Tree;
  // It was a whole Pod up to 1.7; since then, nothing beside these two counts.
  return reading.release.isAtLeast('1.8')
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
    if (!fits(value)) this.reading.remark(RULES['FLK-OPR-95'], path, value, { expected });
    return scalar.value;
  }

  /** A class whose only field is a text has a constructor for it, by which the mapper reads a text in place of the map. */
  private fromText(value: string, fields: PodFields, path: string): unknown {
    const [[name, { type }], ...others] = known(fields, this.reading.release) as [[string, PodField], ...unknown[]];
    if (type !== 's' || others.length > 0) return value;
    this.reading.remark(RULES['FLK-OPR-95'], path, value, { expected: 'a map' });
    return { [name]: value };
  }

  /** Fields that nobody knows are kept as they are, and count as a difference, null and empty ones too. */
  private struct(given: Tree, fields: PodFields, path: string): Tree {
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => {
        const field = fields.get(name);
        if (field !== undefined && isKnownTo(this.reading.release, field)) {
          return [name, this.value(value, field.type, `${path}.${name}`)];
        }
        if (value !== undefined) this.unknown(`${path}.${name}`, name, field, fields);
        return [name, value === undefined ? null : asIs(value)];
      }),
    );
  }

  private unknown(path: string, name: string, field: PodField | undefined, fields: PodFields): void {
    const { release } = this.reading;
    const isNewer = field?.since !== undefined && !release.isAtLeast(field.since);
    const suggestion =
      field === undefined
        ? nearest(
            name,
            known(fields, release).map(([other]) => other),
            1,
          )[0]
        : undefined;
    const fix = isNewer
      ? `remove it, or use operator ${field.since} or newer`
      : suggestion === undefined
        ? 'remove it'
        : `write ${suggestion}`;
    this.reading.remark(RULES['FLK-OPR-70'], path, undefined, { version: release.version, fix });
  }
}

function known(fields: PodFields, release: OperatorRelease): readonly (readonly [string, PodField])[] {
  return [...fields].filter(([, field]) => isKnownTo(release, field));
}

function isKnownTo(release: OperatorRelease, { since, until }: PodField): boolean {
  return (since === undefined || release.isAtLeast(since)) && (until === undefined || !release.isAtLeast(until));
}

/** A value as one text, in which the order of keys makes no difference. */
function asIs(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isMap(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );
}

/** Quantities are compared as numbers, whatever their units. */
function readQuantity(value: unknown): Scalar<string> {
  const text = readText(value)?.value;
  if (text === undefined || text === null || text === '') return undefined;
  const exact = parseQuantityExactly(text);
  if (exact === undefined) return { value: text };
  let { digits, exponent } = exact;
  while (digits !== 0n && digits % 10n === 0n) [digits, exponent] = [digits / 10n, exponent + 1];
  return { value: digits === 0n ? 'quantity 0' : `quantity ${digits}e${exponent}` };
}
