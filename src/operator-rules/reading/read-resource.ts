import { type Field, type Fields, type FieldType, resourceFields } from './fields';
import { readOptions } from './options';
import { readPodTemplate } from './pod-template';
import { readConstant, readDouble, readFlag, readInteger, readText, type Scalar, scalarText } from './scalars';
import { type AnyResource, type Tree } from './specs';
import { isMap } from '../../kubernetes/pod-shapes';
import { type Report } from '../../validation/problem';
import { RULES } from '../../validation/rules';
import { nearest } from '../../validation/suggest';
import { type OperatorRelease } from '../operator-release';

/** A resource that can be read, and what is lost on the way. */
export interface Reading {
  readonly resource: AnyResource;
  /** Told of what the operator drops or reads otherwise than it was meant. */
  readonly remarks: readonly ((report: Report) => void)[];
}

class ResourceReader {
  public readonly remarks: ((report: Report) => void)[] = [];
  public isReadable = true;

  public constructor(
    private readonly release: OperatorRelease,
    private readonly report: Report,
  ) {}

  public struct(given: { readonly [name: string]: unknown }, fields: Fields, path: string): Tree {
    const read: { [name: string]: unknown } = {};
    for (const name of Object.keys(given)) {
      const field = Object.hasOwn(fields, name) ? fields[name]! : undefined;
      if (field === undefined || !this.isKnown(field)) this.unknown(name, field, fields, path);
    }
    for (const [name, field] of Object.entries(fields)) {
      const isGiven = Object.hasOwn(given, name) && given[name] !== undefined && this.isKnown(field);
      read[name] = isGiven ? this.field(given[name], field, join(path, name)) : this.standard(field, join(path, name));
    }
    return read;
  }

  private isKnown({ since }: Field): boolean {
    return since === undefined || this.release.isAtLeast(since);
  }

  private standard({ standard, type }: Field, path: string): unknown {
    return standard !== undefined && isStruct(type) ? this.struct({}, type.struct, path) : (standard ?? null);
  }

  private unknown(name: string, field: Field | undefined, fields: Fields, path: string): void {
    const known = Object.entries(fields)
      .filter(([, other]) => this.isKnown(other))
      .map(([other]) => other);
    const suggestion = nearest(name, known, 1)[0];
    const fix =
      field !== undefined
        ? `remove it, or use operator ${field.since} or newer`
        : suggestion === undefined
          ? `use one of ${known.join(', ') || 'none'}`
          : `write ${suggestion}`;
    // What Kubernetes itself knows of an object is not for us to list.
    if (path === '' || path === 'metadata') return;
    this.remarks.push((report) =>
      report(RULES['FLK-OPR-70'], join(path, name), undefined, { version: this.release.version, fix }),
    );
  }

  private field(value: unknown, { type, primitive }: Field, path: string): unknown {
    if (value === null) return primitive === true ? 0 : null;
    return this.value(value, type, path) ?? (primitive === true ? 0 : null);
  }

  private value(value: unknown, type: FieldType, path: string): unknown {
    if (isStruct(type)) return isMap(value) ? this.struct(value, type.struct, path) : this.refuse(path, value, 'a map');
    if (isListOf(type)) {
      return this.list(value, path, (item, at) =>
        isMap(item) ? this.struct(item, type.list, at) : this.refuse(at, item, 'a map'),
      );
    }
    if (isEnum(type)) return this.scalar(readConstant(value, type), path, value, `one of ${type.join(', ')}`);
    switch (type) {
      case 'text':
        return this.scalar(readText(value), path, value, 'a text');
      case 'int':
        return this.scalar(readInteger(value, 32), path, value, 'a whole number of 32 bits');
      case 'long':
        return this.scalar(readInteger(value, 64), path, value, 'a whole number of 64 bits');
      case 'double':
        return this.scalar(readDouble(value), path, value, 'a number, such as 0.5');
      case 'flag':
        return this.scalar(readFlag(value), path, value, 'true or false');
      case 'texts':
        return this.list(value, path, (item, at) => this.scalar(readText(item), at, item, 'a text'));
      case 'textMap':
      case 'quantities':
        return this.texts(value, path);
      case 'options':
        return this.options(value, path);
      case 'object':
        return isMap(value) ? value : this.refuse(path, value, 'a map');
      case 'podTemplate':
        return isMap(value) ? this.template(value, path) : this.refuse(path, value, 'a map');
    }
  }

  private list(value: unknown, path: string, read: (item: unknown, path: string) => unknown): unknown {
    if (!Array.isArray(value)) return this.refuse(path, value, 'a list');
    return value.map((item, index) => (item === null ? null : read(item, `${path}[${index}]`)));
  }

  private texts(value: unknown, path: string): unknown {
    if (!isMap(value)) return this.refuse(path, value, 'a map of texts');
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        const text = item === null ? null : scalarText(item);
        return [key, text === undefined ? this.refuse(join(path, key), item, 'a text') : text];
      }),
    );
  }

  private options(value: unknown, path: string): unknown {
    const { options, problems, remarks } = readOptions(value, this.release.isAtLeast('1.13'));
    for (const { key, problem } of problems) {
      this.refuse(
        join(path, key),
        key === '' || !isMap(value) ? value : value[key],
        problem === 'not-a-map' ? 'a map' : 'a text, until operator 1.13',
      );
    }
    for (const { key, remark } of remarks) {
      this.remarks.push((report) => report(REMARKS[remark], join(path, key)));
    }
    return options;
  }

  private template(value: Tree, path: string): Tree | null {
    return readPodTemplate(value, path, {
      release: this.release,
      refuse: (at, given, expected) => this.refuse(at, given, expected),
      remark: (id, at, given, facts) => this.remarks.push((report) => report(id, at, given, facts)),
    });
  }

  private scalar<T>(read: Scalar<T>, path: string, value: unknown, expected: string): T | null {
    return read === undefined ? this.refuse(path, value, expected) : read.value;
  }

  private refuse(path: string, value: unknown, expected: string): null {
    this.isReadable = false;
    this.report(RULES['FLK-OPR-58'], path, value, { expected });
    return null;
  }
}

const REMARKS = { null: RULES['FLK-OPR-71'], collections: RULES['FLK-OPR-72'], twice: RULES['FLK-OPR-73'] } as const;

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

/** A resource as the operator's JSON mapping reads it, every refusal told; nothing where there is one. */
export function readResource(given: unknown, release: OperatorRelease, report: Report): Reading | undefined {
  const kind = isMap(given) ? given.kind : undefined;
  const fields = resourceFields(kind, release);
  if (fields === undefined || !isMap(given)) {
    report(RULES['FLK-OPR-57'], 'kind', kind, { version: release.version });
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
