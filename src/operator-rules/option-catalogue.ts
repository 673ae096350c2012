import { type OperatorRelease } from './operator-release';
import { NEWEST_AUTOSCALER_OPTIONS, NEWEST_OPERATOR_OPTIONS, OPERATOR_OPTIONS } from '../data/operator-options';

/** What is known of an option of the operator. */
export interface OperatorOption {
  readonly key: string;
  /** As Flink's catalogue names types; `Enum` where the constants are not known. */
  readonly type: string;
  /** Whether only the operator's own configuration counts. */
  readonly isSystem: boolean;
}

interface CatalogueOption extends OperatorOption {
  /** The first release line that may have it; absent where all may. */
  readonly since?: string;
}

interface Catalogue {
  readonly options: ReadonlyMap<string, CatalogueOption>;
  readonly keys: readonly string[];
  readonly newestOperator: string;
  readonly newestAutoscaler: string;
}

const TYPES: { readonly [letter: string]: string } = {
  b: 'Boolean',
  d: 'Double',
  D: 'Duration',
  e: 'Enum',
  i: 'Integer',
  l: 'Long',
  m: 'Map',
  M: 'MemorySize',
  s: 'String',
};

/** Newer than the jars, and seen to have no effect in a resource of 1.15. */
const NEWER_SYSTEM_OPTIONS: readonly string[] = [
  'kubernetes.operator.ingress.manage',
  'kubernetes.operator.user.artifacts.allowed-schemes',
  'kubernetes.operator.user.artifacts.disallow-restricted-hosts',
];
/** Newer than the jars, and read by the autoscaler of 1.12, while that of 1.10 has none of them. */
const NEWER_OPTIONS: readonly CatalogueOption[] = [
  'job.autoscaler.utilization.target',
  'job.autoscaler.utilization.max',
  'job.autoscaler.utilization.min',
  'job.autoscaler.observed-scalability.coefficient-min',
].map((key) => ({ key, type: 'Double', isSystem: false, since: '1.11' }));
/** What is in a jar may have come with any release after the jar before it. */
const FIRST_AFTER: { readonly [jar: string]: string } = { '1.10.0': '1.8' };
/** Everything below is a default for resources, in the operator's own configuration. */
const DEFAULTS = 'kubernetes.operator.default-configuration.';

let read: Catalogue | undefined;

function catalogue(): Catalogue {
  return (read ??= readCatalogue());
}

function readCatalogue(): Catalogue {
  const options = new Map(NEWER_OPTIONS.map((option) => [option.key, option]));
  const lines = OPERATOR_OPTIONS.trim()
    .split('\n')
    .map((line) => line.split('\t') as [string, string, string, string?]);
  for (const [key, jar, type, names] of lines) {
    const [, list, letter, system] = /^(L?)(.)(!?)$/.exec(type)!;
    const option = {
      key,
      type: list === '' ? TYPES[letter!]! : `List<${TYPES[letter!]!}>`,
      isSystem: system === '!',
      since: FIRST_AFTER[jar],
    };
    for (const name of [...(names?.split(',') ?? []), key]) options.set(name, option);
  }
  const keys = [...lines.map(([key]) => key), ...NEWER_OPTIONS.map(({ key }) => key)];
  return {
    options,
    keys,
    newestOperator: NEWEST_OPERATOR_OPTIONS,
    newestAutoscaler: NEWEST_AUTOSCALER_OPTIONS,
  };
}

/** Whether the key is one of the operator's, whatever it means. */
export function isOperatorKey(key: string): boolean {
  return key.startsWith('kubernetes.operator.') || key.startsWith('job.autoscaler.');
}

/** What a release knows under this name, other names included. */
export function findOperatorOption(key: string, release: OperatorRelease): OperatorOption | undefined {
  if (key.startsWith(DEFAULTS) || NEWER_SYSTEM_OPTIONS.includes(key)) {
    return { key, type: 'String', isSystem: true };
  }
  const option = catalogue().options.get(key);
  return option?.since === undefined || release.isAtLeast(option.since) ? option : undefined;
}

/** The names of all options that are known of a release. */
export function operatorKeys(release: OperatorRelease): readonly string[] {
  return catalogue().keys.filter((key) => findOperatorOption(key, release) !== undefined);
}

/** Whether all options of the release are known, so that an unknown key is none. */
export function isFullyKnown(key: string, release: OperatorRelease): boolean {
  const { newestOperator, newestAutoscaler } = catalogue();
  const newest = key.includes('.autoscaler.') || key.startsWith('job.autoscaler.') ? newestAutoscaler : newestOperator;
  const [major, minor] = newest.split('.').map(Number) as [number, number];
  return !release.isAtLeast(`${major}.${minor + 1}`);
}
