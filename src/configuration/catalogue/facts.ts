import { releaseIndex, releaseLine } from './catalogue-text';
import { lineOf, matchSections, type Declaration, type Line } from './line';
import { type FlinkVersion } from '../flink-version';
import { isCapable, lineNumbers } from '../releases';

/** The option that a release of Flink reads under a key. */
export interface OptionFacts extends Declaration {
  /** The current name; it differs from the key if that is an old or a fallback name. */
  readonly key: string;
  /** Whether `key` differs from the key that was looked up. */
  readonly isAlias: boolean;
  /** The pattern that matched the key: a section's option, an open prefix, or `<option>.<entry>` of a map. */
  readonly pattern?: string;
}

/** An option that a key is another name of. */
interface Target {
  readonly key: string;
  readonly declaration: Declaration;
}

/** The options of one release that a key is another name of. */
interface Targets {
  readonly deprecated: readonly Target[];
  readonly fallback: readonly Target[];
}

/** The line of the key contains the options, and their declarations show whether it is an old or a fallback name. */
function targetsOf(key: string, line: Line, release: number): Targets {
  const all = line.aliasOf.flatMap((option) => {
    const declaration = lineOf(option)?.at(release);
    return declaration === undefined ? [] : [{ key: option, declaration }];
  });
  return {
    deprecated: all.filter(({ declaration }) => declaration.deprecatedKeys.includes(key)),
    fallback: all.filter(({ declaration }) => declaration.fallbackKeys.includes(key)),
  };
}

const lastSegment = (key: string) => key.slice(key.lastIndexOf('.') + 1);

/** The option to use of several: current, and with the same last segment (`rest.port` for `web.port`). */
function preferredTarget(key: string, options: readonly Target[]): Target | undefined {
  const current = options.filter(({ declaration }) => !declaration.deprecated);
  const candidates = current.length > 0 ? current : options;
  return candidates.find((option) => lastSegment(option.key) === lastSegment(key)) ?? candidates[0];
}

function factsOfName(key: string, line: Line, release: number): OptionFacts | undefined {
  const own = line.at(release);
  const { deprecated, fallback } = targetsOf(key, line, release);
  const renamed = preferredTarget(key, deprecated);
  if (renamed !== undefined) return { ...renamed.declaration, key: renamed.key, isAlias: true, deprecated: true };
  if (own !== undefined && !own.deprecated) return { ...own, key, isAlias: false };
  const general = preferredTarget(key, fallback);
  if (general !== undefined) {
    return { ...general.declaration, key: general.key, isAlias: true, deprecated: own !== undefined };
  }
  return own === undefined ? undefined : { ...own, key, isAlias: false };
}

function factsOfOption(key: string, release: number): OptionFacts | undefined {
  const line = lineOf(key);
  if (line !== undefined) return factsOfName(key, line, release);
  const { option } = matchSections(key);
  const declaration = option?.line.at(release);
  return declaration === undefined ? undefined : { ...declaration, key, isAlias: false, pattern: option!.pattern };
}

/** Newer releases also read the entries of a map option as single options. */
function factsOfEntry(key: string, release: number): OptionFacts | undefined {
  if (!isCapable(lineNumbers(releaseLine(release)), 'readsMapEntries') || key.endsWith('.')) return undefined;
  for (let dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
    const map = factsOfOption(key.slice(0, dot), release);
    if (map?.type !== 'Map') continue;
    const { deprecated, hidden, isAlias } = map;
    const pattern = `${map.pattern ?? map.key}.<entry>`;
    return {
      key: map.key + key.slice(dot),
      type: 'String',
      deprecatedKeys: [],
      fallbackKeys: [],
      deprecated,
      hidden,
      isAlias,
      pattern,
    };
  }
  return undefined;
}

function factsOfOpenPrefix(key: string, release: number): OptionFacts | undefined {
  const { option, open } = matchSections(key);
  // An open section does not read an option that it has removed.
  if ((lineOf(key) ?? option?.line)?.endsBefore(release)) return undefined;
  const declaration = open?.line.at(release);
  return declaration === undefined ? undefined : { ...declaration, key, isAlias: false, pattern: open!.pattern };
}

/** The option that the release at an index reads under a key. */
export function factsAt(key: string, release: number): OptionFacts | undefined {
  return factsOfOption(key, release) ?? factsOfEntry(key, release) ?? factsOfOpenPrefix(key, release);
}

/**
 * The options that a key is a name of: those that it is an old name of, else itself, else those that fall back to it.
 * A current option that others fall back to (`kubernetes.service-account`) is not another name of theirs.
 */
export function namedOptions(key: string, release: number): string[] {
  const line = lineOf(key);
  if (line === undefined) return [key];
  const { deprecated, fallback } = targetsOf(key, line, release);
  if (deprecated.length > 0) return deprecated.map((option) => option.key);
  const own = line.at(release);
  return fallback.length > 0 && (own === undefined || own.deprecated) ? fallback.map((option) => option.key) : [key];
}

/** Whether a key is read as an entry of the map option `leaf`, unless that is set as a whole. */
export function isEntryOfMap(key: string, leaf: string, version: FlinkVersion): boolean {
  return (
    factsAt(key, releaseIndex(version))?.pattern?.endsWith('.<entry>') === true &&
    factsAt(leaf, releaseIndex(version))?.type === 'Map'
  );
}
