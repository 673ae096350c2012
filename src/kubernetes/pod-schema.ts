import { isMap } from './pod-shapes';
import { POD_FIELDS } from '../data/pod-fields';

/**
 * The type of a field of a pod template in the custom resource definitions of the Flink Kubernetes Operator, the newest
 * of which include Kubernetes 1.36: a letter (`b` boolean, `i` integer, `n` number, `o` any map, `p` port, `q`
 * quantity, `s` string), `[…]` a list, `{…}` a map with arbitrary keys, otherwise the number of a map with defined
 * fields.
 */
export type PodFieldType = string;

/** A field of a pod template, and the release lines of the operator that have it. */
export interface PodField {
  readonly type: PodFieldType;
  /** The first release line with the field; absent if all have it. */
  readonly since?: string;
  /** The first release line without the field again. */
  readonly until?: string;
}

/** The fields of a map by name. */
export type PodFields = ReadonlyMap<string, PodField>;

const FIELD = /^(\w+):([^@<]+)(?:@([\d.]+))?(?:<([\d.]+))?$/;

let read: readonly PodFields[] | undefined;

/** Parses the data only when the first pod needs it, because most apps never do. */
function maps(): readonly PodFields[] {
  return (read ??= parse());
}

function parse(): readonly PodFields[] {
  return POD_FIELDS.trim()
    .split('\n')
    .map(
      (line) =>
        new Map(
          line.split(' ').map((text) => {
            const [, name, type, since, until] = FIELD.exec(text) as unknown as [
              string,
              string,
              string,
              string?,
              string?,
            ];
            return [name, { type, since, until }] as const;
          }),
        ),
    );
}

/** The type of a complete template. */
export function podTemplateType(): PodFieldType {
  return String(maps().length - 1);
}

/** The fields of a type that is a map with defined fields. */
export function podFields(type: PodFieldType): PodFields {
  return maps()[Number(type)]!;
}

/** A type that is neither a list nor a map with defined fields. */
export interface PodScalar {
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

/** The scalar types by letter. */
export const POD_SCALARS: { readonly [type: PodFieldType]: PodScalar } = {
  s: { expected: 'a string', fits: (value) => typeof value === 'string' },
  i: { expected: 'an integer', fits: Number.isInteger },
  n: { expected: 'a number', fits: (value) => typeof value === 'number' },
  b: { expected: 'a boolean', fits: (value) => typeof value === 'boolean' },
  p: { expected: 'a name or an integer', fits: isNameOrNumber },
  q: { expected: 'a quantity, such as 500m or 2Gi', fits: isNameOrNumber },
  o: { expected: 'a map', fits: isMap },
};

function isNameOrNumber(value: unknown): boolean {
  return typeof value === 'string' || Number.isInteger(value);
}
