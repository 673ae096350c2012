import { type OperatorRelease } from './operator-release';
import { lazily } from '../validation/lazily';

/** What is known of an option of the operator. */
export interface OperatorOption {
  readonly key: string;
  /** As Flink's catalogue names types; `Enum` where the constants are not known. */
  readonly type: string;
  /** Whether only the operator's own configuration counts. */
  readonly isSystem: boolean;
}

interface Catalogue {
  readonly options: ReadonlyMap<string, OperatorOption>;
  readonly keys: readonly string[];
  readonly newestOperator: string;
  readonly newestAutoscaler: string;
}

const TYPES: { readonly [letter: string]: string } = {
  b: 'Boolean', d: 'Double', D: 'Duration', e: 'Enum', i: 'Integer', l: 'Long', m: 'Map', M: 'MemorySize', s: 'String',
};

/** Newer than the jars, and seen to have no effect in a resource of 1.15. */
const NEWER_SYSTEM_OPTIONS: readonly string[] = [
  'kubernetes.operator.ingress.manage',
  'kubernetes.operator.user.artifacts.allowed-schemes',
  'kubernetes.operator.user.artifacts.disallow-restricted-hosts',
];
/** Everything below is a default for resources, in the operator's own configuration. */
const DEFAULTS = 'kubernetes.operator.default-configuration.';

const catalogue = lazily((): Catalogue => {
  const data = require('../data/operator-options') as typeof import('../data/operator-options');
  const options = new Map<string, OperatorOption>();
  const lines = data.OPERATOR_OPTIONS.trim().split('\n').map((line) => line.split('\t') as [string, string, string, string?]);
  for (const [key, , type, names] of lines) {
    const [, list, letter, system] = /^(L?)(.)(!?)$/.exec(type)!;
    const option = { key, type: list === '' ? TYPES[letter!]! : `List<${TYPES[letter!]!}>`, isSystem: system === '!' };
    for (const name of [...names?.split(',') ?? [], key]) options.set(name, option);
  }
  return { options, keys: lines.map(([key]) => key), newestOperator: data.NEWEST_OPERATOR_OPTIONS, newestAutoscaler: data.NEWEST_AUTOSCALER_OPTIONS };
});

/** Whether the key is one of the operator's, whatever it means. */
export function isOperatorKey(key: string): boolean {
  return key.startsWith('kubernetes.operator.') || key.startsWith('job.autoscaler.');
}

/** What is known under this name, other names included. */
export function findOperatorOption(key: string): OperatorOption | undefined {
  if (key.startsWith(DEFAULTS) || NEWER_SYSTEM_OPTIONS.includes(key)) {
    return { key, type: 'String', isSystem: true };
  }
  return catalogue().options.get(key);
}

/** The names of all options that are known. */
export function operatorKeys(): readonly string[] {
  return catalogue().keys;
}

/** Whether all options of the release are known, so that an unknown key is none. */
export function isFullyKnown(key: string, release: OperatorRelease): boolean {
  const { newestOperator, newestAutoscaler } = catalogue();
  const newest = key.includes('.autoscaler.') || key.startsWith('job.autoscaler.') ? newestAutoscaler : newestOperator;
  const [major, minor] = newest.split('.').map(Number) as [number, number];
  return !release.isAtLeast(`${major}.${minor + 1}`);
}
