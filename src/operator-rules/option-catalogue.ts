import { type OperatorRelease } from './operator-release';
import { NEWEST_AUTOSCALER_OPTIONS, NEWEST_OPERATOR_OPTIONS, OPERATOR_OPTIONS } from '../data/operator-options';

/** An option of the operator. */
export interface OperatorOption {
  readonly key: string;
  /** The type as in Flink's catalogue; `Enum` if the constants are unknown. */
  readonly type: string;
  /** Whether the operator reads it only from its own configuration. */
  readonly isSystem: boolean;
}

interface CatalogueOption extends OperatorOption {
  /** The first release line that may have it; absent if all may. */
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

/** Newer than the jars. Seen with 1.15.0: they have no effect in a resource. */
const NEWER_SYSTEM_OPTIONS: readonly string[] = [
  'kubernetes.operator.ingress.manage',
  'kubernetes.operator.user.artifacts.allowed-schemes',
  'kubernetes.operator.user.artifacts.disallow-restricted-hosts',
];
/** Newer than the jars. Seen with 1.12.1, whose autoscaler reads them; that of 1.10.0 does not have them. */
const NEWER_OPTIONS: readonly CatalogueOption[] = [
  'job.autoscaler.utilization.target',
  'job.autoscaler.utilization.max',
  'job.autoscaler.utilization.min',
  'job.autoscaler.observed-scalability.coefficient-min',
].map((key) => ({ key, type: 'Double', isSystem: false, since: '1.11' }));
/** An option of a jar may have been added in any release after the previous jar. */
const FIRST_AFTER: { readonly [jar: string]: string } = { '1.10.0': '1.8' };
/** Keys with this prefix are defaults for resources, in the operator's own configuration. */
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

/** Whether the operator owns the key, known or not. */
export function isOperatorKey(key: string): boolean {
  return key.startsWith('kubernetes.operator.') || key.startsWith('job.autoscaler.');
}

/** The option that a release knows by this name, which can be a deprecated one. */
export function findOperatorOption(key: string, release: OperatorRelease): OperatorOption | undefined {
  if (key.startsWith(DEFAULTS) || NEWER_SYSTEM_OPTIONS.includes(key)) {
    return { key, type: 'String', isSystem: true };
  }
  const option = catalogue().options.get(key);
  return option !== undefined && release.isWithin(option) ? option : undefined;
}

/** The names of all known options of a release. */
export function operatorKeys(release: OperatorRelease): readonly string[] {
  return catalogue().keys.filter((key) => findOperatorOption(key, release) !== undefined);
}

/** Whether all options of the release are known, so that an unknown key does not exist. */
export function isFullyKnown(key: string, release: OperatorRelease): boolean {
  const { newestOperator, newestAutoscaler } = catalogue();
  const newest = key.includes('.autoscaler.') || key.startsWith('job.autoscaler.') ? newestAutoscaler : newestOperator;
  const [major, minor] = newest.split('.').map(Number) as [number, number];
  return release.isWithin({ until: `${major}.${minor + 1}` });
}
