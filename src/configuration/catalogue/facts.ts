import { releaseIndex } from './catalogue-text';
import { lineOf, matchSections, type Declaration, type Line } from './line';
import { FlinkVersion } from '../flink-version';

/** What a release of Flink knows about a key. */
export interface OptionFacts extends Declaration {
  /** The current name: another one where the key is an old or a fallback name. */
  readonly key: string;
  /** Whether `key` is not the name that was asked for. */
  readonly isAlias: boolean;
  /** The pattern that the key was found by: a section's option, an open prefix, or `<option>.<entry>` of a map. */
  readonly pattern?: string;
}

/** An option that has a key as another name. */
interface Target {
  readonly key: string;
  readonly declaration: Declaration;
}

/** The options of one release that have a key as another name. */
interface Targets {
  readonly deprecated: readonly Target[];
  readonly fallback: readonly Target[];
}

/** Reads both directions of the catalogue: the line of the key names the options, their declarations say as what. */
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

/** The option that one of several means: not old itself, and ending alike (`web.port` means `rest.port`, not `rest.bind-port`). */
function preferredTarget(key: string, options: readonly Target[]): Target | undefined {
  const living = options.filter(({ declaration }) => !declaration.deprecated);
  const candidates = living.length > 0 ? living : options;
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

/** Every option of type Map also reads its entries one by one, from 1.14 on. */
function factsOfEntry(key: string, release: number): OptionFacts | undefined {
  if (release < releaseIndex(FlinkVersion.V1_14) || key.endsWith('.')) return undefined;
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
  // What a section has given up is not read again only because the section is open.
  if ((lineOf(key) ?? option?.line)?.endsBefore(release)) return undefined;
  const declaration = open?.line.at(release);
  return declaration === undefined ? undefined : { ...declaration, key, isAlias: false, pattern: open!.pattern };
}

/** What the release of an index knows about a key, whichever way it reads it. */
export function factsAt(key: string, release: number): OptionFacts | undefined {
  return factsOfOption(key, release) ?? factsOfEntry(key, release) ?? factsOfOpenPrefix(key, release);
}

/**
 * The options that a key is a name of: those it is an old name of, else itself, else those that fall back to it.
 * An option of its own that others merely fall back to (`kubernetes.service-account`) is no second name of theirs.
 */
export function namedOptions(key: string, release: number): string[] {
  const line = lineOf(key);
  if (line === undefined) return [key];
  const { deprecated, fallback } = targetsOf(key, line, release);
  if (deprecated.length > 0) return deprecated.map((option) => option.key);
  const own = line.at(release);
  return fallback.length > 0 && (own === undefined || own.deprecated) ? fallback.map((option) => option.key) : [key];
}

/** Whether a key is read as an entry of the map that the option `leaf` holds, unless that is set as a whole. */
export function isEntryOfMap(key: string, leaf: string, version: FlinkVersion): boolean {
  return (
    factsAt(key, releaseIndex(version))?.pattern?.endsWith('.<entry>') === true &&
    factsAt(leaf, releaseIndex(version))?.type === 'Map'
  );
}
