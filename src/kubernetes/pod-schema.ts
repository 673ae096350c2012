import { isMap } from './pod-shapes';
import { POD_FIELDS } from '../data/pod-fields';

/**
 * How the resource definitions of Flink's operator, the newest of which know Kubernetes 1.36, type a field of a pod template: a letter (`b` boolean,
 * `i` integer, `n` number, `o` any map, `p` port, `q` quantity, `s` text), `[…]` a list, `{…}` a map of free keys, else the number of a map with
 * fields of its own.
 */
export type PodFieldType = string;

/** A field of a pod template, by the release lines of the operator. */
export interface PodField {
  readonly type: PodFieldType;
  /** The first release line that knows it; absent where all do. */
  readonly since?: string;
  /** The first release line that no longer knows it. */
  readonly until?: string;
}

export type PodFields = ReadonlyMap<string, PodField>;

const FIELD = /^(\w+):([^@<]+)(?:@([\d.]+))?(?:<([\d.]+))?$/;

let read: readonly PodFields[] | undefined;

/** The data is read when the first pod needs it, which most never do. */
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

/** The type of a whole template. */
export function podTemplateType(): PodFieldType {
  return String(maps().length - 1);
}

/** The fields of a type that is a map with fields of its own. */
export function podFields(type: PodFieldType): PodFields {
  return maps()[Number(type)]!;
}

/** What a value that is no list and has no fields has to be. */
export interface PodScalar {
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

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
