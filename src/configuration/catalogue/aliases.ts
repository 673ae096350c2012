import { lineOf, type Declaration, type Line } from './line';

/** An option that has a key as another name. */
export interface Target {
  readonly key: string;
  readonly declaration: Declaration;
}

/** The options of one release that have a key as another name. */
export interface Targets {
  readonly deprecated: readonly Target[];
  readonly fallback: readonly Target[];
}

/** Reads both directions of the catalogue: the line of the key names the options, their declarations say as what. */
export function targetsOf(key: string, line: Line, release: number): Targets {
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
export function preferredTarget(key: string, options: readonly Target[]): Target | undefined {
  const living = options.filter(({ declaration }) => !declaration.deprecated);
  const candidates = living.length > 0 ? living : options;
  return candidates.find((option) => lastSegment(option.key) === lastSegment(key)) ?? candidates[0];
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
