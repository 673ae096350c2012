import { type Field, type Fields, type FieldType, resourceFields } from './fields';
import { type OptionProblem, readOptions } from './options';
import { readPodTemplate } from './pod-template';
import {
  FIELD_OF_NEWER_OPERATOR,
  LIST_OF_COLLECTIONS,
  NULL_OPTION,
  OPTION_SET_TWICE,
  UNKNOWN_FIELD,
  UNKNOWN_KIND,
  UNREADABLE_VALUE,
} from './reading-rules';
import { readConstant, readDouble, readFlag, readInteger, readText, type Scalar, scalarText } from './scalars';
import { type AnyResource, type Tree } from './specs';
import { isMap } from '../../kubernetes/pod-shapes';
import { type Report } from '../../validation/problem';
import { nearest } from '../../validation/suggest';
import { collector, type Found } from '../found';
import { firstOperatorRelease } from '../operator-capabilities';
import { type OperatorRelease } from '../operator-release';

/** A resource that the operator can read. */
export interface Reading {
  readonly resource: AnyResource;
  /** What the operator drops, or reads in another way than it was meant. */
  readonly remarks: readonly Found[];
}

interface ScalarReader {
  readonly expected: string;
  readonly read: (value: unknown) => Scalar<unknown>;
}

const SCALARS: { readonly [type: string]: ScalarReader } = {
  text: { expected: 'a string', read: readText },
  int: { expected: 'a 32-bit integer', read: (value) => readInteger(value, 32) },
  long: { expected: 'a 64-bit integer', read: (value) => readInteger(value, 64) },
  double: { expected: 'a number, such as 0.5', read: readDouble },
  flag: { expected: 'a boolean', read: readFlag },
};

const REMARKS = { null: NULL_OPTION, collections: LIST_OF_COLLECTIONS, twice: OPTION_SET_TWICE } as const;

class ResourceReader {
  public readonly remarks: Found[] = [];
  public isReadable = true;
  private readonly remark = collector(this.remarks);

  public constructor(
    private readonly release: OperatorRelease,
    private readonly report: Report,
  ) {}

  public struct(given: { readonly [name: string]: unknown }, fields: Fields, path: string): Tree {
    const read: { [name: string]: unknown } = {};
    for (const name of Object.keys(given)) {
      const field = Object.hasOwn(fields, name) ? fields[name]! : undefined;
      if (field === undefined || !this.release.isWithin(field)) this.remarkUnknown(name, field, fields, path);
    }
    for (const [name, field] of Object.entries(fields)) {
      const isGiven = Object.hasOwn(given, name) && given[name] !== undefined && this.release.isWithin(field);
      read[name] = isGiven ? this.field(given[name], field, join(path, name)) : this.standard(field, join(path, name));
    }
    return read;
  }

  private standard({ standard, type }: Field, path: string): unknown {
    return standard !== undefined && isStruct(type) ? this.struct({}, type.struct, path) : (standard ?? null);
  }

  private remarkUnknown(name: string, field: Field | undefined, fields: Fields, path: string): void {
    // Kubernetes itself defines the fields of an object and of its metadata.
    if (path === '' || path === 'metadata') return;
    const { version } = this.release;
    if (field?.since !== undefined) {
      this.remark(FIELD_OF_NEWER_OPERATOR, join(path, name), undefined, { version, since: field.since });
      return;
    }
    const known = Object.keys(fields).filter((other) => this.release.isWithin(fields[other]!));
    this.remark(UNKNOWN_FIELD, join(path, name), undefined, { version, alternative: alternativeTo(name, known) });
  }

  private field(value: unknown, { type, primitive }: Field, path: string): unknown {
    if (value === null) return primitive === true ? 0 : null;
    return this.value(value, type, path) ?? (primitive === true ? 0 : null);
  }

  private value(value: unknown, type: FieldType, path: string): unknown {
    if (isStruct(type)) return this.map(value, path, (map) => this.struct(map, type.struct, path));
    if (isEnum(type)) return this.scalar(readConstant(value, type), path, value, `one of ${type.join(', ')}`);
    if (isListOf(type)) {
      return this.list(value, path, (item, at) => this.map(item, at, (map) => this.struct(map, type.list, at)));
    }
    if (Object.hasOwn(SCALARS, type)) {
      const { expected, read } = SCALARS[type]!;
      return this.scalar(read(value), path, value, expected);
    }
    switch (type) {
      case 'texts':
        return this.list(value, path, (item, at) => this.scalar(readText(item), at, item, 'a string'));
      case 'options':
        return this.options(value, path);
      case 'object':
        return this.map(value, path, (map) => map);
      case 'podTemplate':
        return this.map(value, path, (map) => this.template(map, path));
      default:
        return this.strings(value, path);
    }
  }

  private map<T>(value: unknown, path: string, read: (map: Tree) => T): T | null {
    return isMap(value) ? read(value) : this.refuse(path, value, 'a map');
  }

  private list(value: unknown, path: string, read: (item: unknown, path: string) => unknown): unknown {
    if (!Array.isArray(value)) return this.refuse(path, value, 'a list');
    return value.map((item, index) => (item === null ? null : read(item, `${path}[${index}]`)));
  }

  private strings(value: unknown, path: string): unknown {
    if (!isMap(value)) return this.refuse(path, value, 'a map of strings');
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        const text = item === null ? null : scalarText(item);
        return [key, text === undefined ? this.refuse(join(path, key), item, 'a string') : text];
      }),
    );
  }

  private options(value: unknown, path: string): unknown {
    const { options, problems, remarks } = readOptions(value, this.release.can('nestsOptions'));
    for (const { key, problem } of problems) {
      this.refuse(join(path, key), key === '' || !isMap(value) ? value : value[key], expectedInstead(problem));
    }
    for (const { key, remark } of remarks) {
      this.remark(REMARKS[remark], join(path, key));
    }
    return options;
  }

  private template(value: Tree, path: string): Tree | null {
    return readPodTemplate(value, path, {
      release: this.release,
      refuse: (at, given, expected) => this.refuse(at, given, expected),
      remark: this.remark,
    });
  }

  private scalar<T>(read: Scalar<T>, path: string, value: unknown, expected: string): T | null {
    return read === undefined ? this.refuse(path, value, expected) : read.value;
  }

  private refuse(path: string, value: unknown, expected: string): null {
    this.isReadable = false;
    this.report(UNREADABLE_VALUE, path, value, { expected });
    return null;
  }
}

function isStruct(type: FieldType): type is { readonly struct: Fields } {
  return typeof type === 'object' && 'struct' in type;
}

function isListOf(type: FieldType): type is { readonly list: Fields } {
  return typeof type === 'object' && 'list' in type;
}

function isEnum(type: FieldType): type is readonly string[] {
  return Array.isArray(type);
}

function join(path: string, name: string): string {
  return path === '' || name === '' ? `${path}${name}` : `${path}.${name}`;
}

function expectedInstead(problem: OptionProblem): string {
  const release = firstOperatorRelease('nestsOptions');
  return problem === 'not-a-map' ? 'a map' : `a string, or use operator ${release} or newer`;
}

/** The rest of the fix for an unknown field: the name that was probably meant, else all names. */
function alternativeTo(name: string, known: readonly string[]): string {
  const suggestion = nearest(name, known, 1)[0];
  if (suggestion !== undefined) {
    return `, or write ${suggestion}`;
  }
  return known.length === 0 ? '' : `, or use one of ${known.join(', ')}`;
}

/**
 * A resource as the operator's JSON mapping reads it. Everything that the mapping rejects is reported, and the result
 * is then `undefined`.
 */
export function readResource(given: unknown, release: OperatorRelease, report: Report): Reading | undefined {
  const kind = isMap(given) ? given.kind : undefined;
  const fields = resourceFields(kind, release);
  if (fields === undefined || !isMap(given)) {
    report(UNKNOWN_KIND, 'kind', kind, { version: release.version });
    return undefined;
  }
  const reader = new ResourceReader(release, report);
  const { metadata, spec, status } = reader.struct(given, fields, '');
  const { name = null, namespace } = (metadata ?? {}) as {
    readonly name?: string | null;
    readonly namespace?: string | null;
  };
  const resource = {
    kind,
    name,
    namespace: namespace ?? 'default',
    metadata: isMap(given.metadata) ? given.metadata : {},
    spec,
    status,
  } as unknown as AnyResource;
  return reader.isReadable ? { resource, remarks: reader.remarks } : undefined;
}
