import { type OperatorRelease } from './operator-release';
import { lazily } from '../validation/lazily';

/**
 * How the operator's resource definitions type a field of a pod template: a letter (`b` boolean, `i` integer, `n` number, `o` any map, `p` port,
 * `q` quantity, `s` text), `[…]` a list, `{…}` a map of free keys, else the number of a map with fields of its own.
 */
export type PodFieldType = string;

/** A field of a pod template. */
export interface PodField {
  readonly type: PodFieldType;
  /** The first release line that knows it; absent where all do. */
  readonly since?: string;
  /** The first release line that no longer knows it. */
  readonly until?: string;
}

export type PodFields = ReadonlyMap<string, PodField>;

const FIELD = /^(\w+):([^@<]+)(?:@([\d.]+))?(?:<([\d.]+))?$/;

const maps = lazily((): readonly PodFields[] => {
  const { OPERATOR_POD_FIELDS } = require('../data/operator-pod-fields') as typeof import('../data/operator-pod-fields');
  return OPERATOR_POD_FIELDS.trim().split('\n').map((line) => new Map(line.split(' ').map((text) => {
    const [, name, type, since, until] = FIELD.exec(text) as unknown as [string, string, string, string?, string?];
    return [name, { type, since, until }] as const;
  })));
});

/** The type of a whole template. */
export function podTemplateType(): PodFieldType {
  return String(maps().length - 1);
}

/** The fields of a type that is a map with fields of its own. */
export function podFields(type: PodFieldType): PodFields {
  return maps()[Number(type)]!;
}

/** Whether a release knows a field. */
export function isKnownTo(release: OperatorRelease, { since, until }: PodField): boolean {
  return (since === undefined || release.isAtLeast(since)) && (until === undefined || !release.isAtLeast(until));
}
