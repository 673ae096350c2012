import { releaseCount, releaseIndex, releaseLine } from './catalogue-text';
import { factsAt, type OptionFacts } from './facts';
import { lookup } from './lookup';
import { knownSuccessor } from './successors';
import { suggest } from './suggest';
import { type FlinkVersion } from '../flink-version';

/** How a version of Flink takes a key. */
export type Verdict =
  | { readonly kind: 'known' }
  /** Read, but on the way out. A replacement is the option's current name, or another option with values of its own. */
  | { readonly kind: 'deprecated'; readonly replacement?: string }
  /** Ignored from the release line `since` on. */
  | { readonly kind: 'removed'; readonly since: string; readonly replacement?: string }
  /** Read from the release line `since` on; the replacement is the name before that. */
  | { readonly kind: 'notYet'; readonly since: string; readonly replacement?: string }
  /** No release reads it; at most three similar keys, the most similar first. */
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

const KNOWN: Verdict = { kind: 'known' };

function newestBefore(key: string, release: number): number | undefined {
  for (let earlier = release - 1; earlier >= 0; earlier--) if (factsAt(key, earlier) !== undefined) return earlier;
  return undefined;
}

function oldestAfter(key: string, release: number): number | undefined {
  for (let later = release + 1; later < releaseCount(); later++) if (factsAt(key, later) !== undefined) return later;
  return undefined;
}

/** Follows the names from the last release that knew the key, one rename after the other. */
function renamedTo(key: string, known: number, release: number): string | undefined {
  const asked = new Set<string>();
  for (let name = key, at = known; !asked.has(name);) {
    asked.add(name);
    const facts = factsAt(name, release);
    if (facts !== undefined) return facts.key;
    at = newestBefore(name, release) ?? at;
    name = factsAt(name, at)!.key;
  }
  return undefined;
}

/** What does the same under a name of its own, if this release has it. */
function successor(key: string, facts: OptionFacts, release: number): string | undefined {
  const name = knownSuccessor(key, facts.pattern);
  return name === undefined || factsAt(name, release) === undefined ? undefined : name;
}

/** What the option was called before the release that brought this name. */
function predecessor(key: string, { key: current, deprecatedKeys, fallbackKeys }: OptionFacts, release: number): string | undefined {
  const known = [current, ...deprecatedKeys, ...fallbackKeys].flatMap((name) => (name === key ? [] : factsAt(name, release) ?? []));
  return (known.find(({ deprecated }) => !deprecated) ?? known[0])?.key;
}

const instead = (replacement: string | undefined) => (replacement === undefined ? {} : { replacement });

function ofUnread(key: string, release: number): Verdict {
  const earlier = newestBefore(key, release);
  if (earlier !== undefined) {
    const replacement = renamedTo(key, earlier, release) ?? successor(key, factsAt(key, earlier)!, release);
    return { kind: 'removed', since: releaseLine(earlier + 1), ...instead(replacement) };
  }
  const later = oldestAfter(key, release);
  if (later !== undefined) return { kind: 'notYet', since: releaseLine(later), ...instead(predecessor(key, factsAt(key, later)!, release)) };
  return { kind: 'unknown', suggestions: suggest(key, release) };
}

/** What becomes of a key in this version. */
export function verdict(key: string, version: FlinkVersion): Verdict {
  const facts = lookup(key, version);
  const release = releaseIndex(version);
  if (facts === undefined) return ofUnread(key, release);
  if (!facts.deprecated) return KNOWN;
  return { kind: 'deprecated', ...instead(facts.isAlias ? facts.key : successor(key, facts, release)) };
}
