import { releaseCount, releaseLine } from './catalogue-text';
import { factsAt, type OptionFacts } from './facts';
import { suggest } from './suggest';

/** Whether a version of Flink reads a key. */
export type Verdict =
  | { readonly kind: 'known' }
  /** Read, but deprecated. The replacement is the current name, or another option with different values. */
  | { readonly kind: 'deprecated'; readonly replacement?: string }
  /** Ignored from the release line `since` on. */
  | { readonly kind: 'removed'; readonly since: string; readonly replacement?: string }
  /** Read from the release line `since` on; the replacement is the name before that. */
  | { readonly kind: 'notYet'; readonly since: string; readonly replacement?: string }
  /** No release reads it; at most three similar keys, the most similar first. */
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/**
 * Options that Flink removed together with their names, and the options that replace them, with different values.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.0/release-notes/flink-2.0/
 */
const SUCCESSORS: { readonly [key: string]: string } = {
  'cluster.evenly-spread-out-slots': 'taskmanager.load-balance.mode',
  'jobmanager.heap.mb': 'jobmanager.memory.heap.size',
  'jobmanager.heap.size': 'jobmanager.memory.heap.size',
  'metrics.reporter.<name>.class': 'metrics.reporter.<name>.factory.class',
  'pipeline.default-kryo-serializers': 'pipeline.serialization-config',
  'pipeline.registered-kryo-types': 'pipeline.serialization-config',
  'pipeline.registered-pojo-types': 'pipeline.serialization-config',
  'security.ssl.enabled': 'security.ssl.internal.enabled',
  'taskmanager.heap.mb': 'taskmanager.memory.flink.size',
  'taskmanager.heap.size': 'taskmanager.memory.flink.size',
  'taskmanager.network.numberOfBuffers': 'taskmanager.memory.network.max',
  'web.ssl.enabled': 'security.ssl.rest.enabled',
};

function newestBefore(key: string, release: number): number | undefined {
  for (let earlier = release - 1; earlier >= 0; earlier--) if (factsAt(key, earlier) !== undefined) return earlier;
  return undefined;
}

function oldestAfter(key: string, release: number): number | undefined {
  for (let later = release + 1; later < releaseCount(); later++) if (factsAt(key, later) !== undefined) return later;
  return undefined;
}

/** Follows the names from the last release with the key, one rename after the other. */
function renamedTo(key: string, known: number, release: number): string | undefined {
  const seen = new Set<string>();
  for (let name = key, at = known; !seen.has(name);) {
    seen.add(name);
    const facts = factsAt(name, release);
    if (facts !== undefined) return facts.key;
    at = newestBefore(name, release) ?? at;
    name = factsAt(name, at)!.key;
  }
  return undefined;
}

/** The replacement of a key that was found by a pattern, or by itself. */
function knownSuccessor(key: string, pattern: string = key): string | undefined {
  if (!Object.hasOwn(SUCCESSORS, pattern)) return undefined;
  const segments = key.split('.');
  return SUCCESSORS[pattern]!.split('.')
    .map((segment, index) => (segment.startsWith('<') ? segments[index] : segment))
    .join('.');
}

/** The option that replaces a removed one, if this release has it. */
function successor(key: string, facts: OptionFacts, release: number): string | undefined {
  const name = knownSuccessor(key, facts.pattern);
  return name === undefined || factsAt(name, release) === undefined ? undefined : name;
}

/** The name of the option before the release that added this name. */
function predecessor(
  key: string,
  { key: current, deprecatedKeys, fallbackKeys }: OptionFacts,
  release: number,
): string | undefined {
  const known = [current, ...deprecatedKeys, ...fallbackKeys].flatMap((name) =>
    name === key ? [] : (factsAt(name, release) ?? []),
  );
  return (known.find(({ deprecated }) => !deprecated) ?? known[0])?.key;
}

const instead = (replacement: string | undefined) => (replacement === undefined ? {} : { replacement });

/** The verdict on a key that the release does not read. */
export function verdictOfUnread(key: string, release: number): Verdict {
  const earlier = newestBefore(key, release);
  if (earlier !== undefined) {
    const replacement = renamedTo(key, earlier, release) ?? successor(key, factsAt(key, earlier)!, release);
    return { kind: 'removed', since: releaseLine(earlier + 1), ...instead(replacement) };
  }
  const later = oldestAfter(key, release);
  if (later !== undefined) {
    return { kind: 'notYet', since: releaseLine(later), ...instead(predecessor(key, factsAt(key, later)!, release)) };
  }
  return { kind: 'unknown', suggestions: suggest(key, release) };
}

/** The verdict on a key that the release still reads, but deprecates. */
export function verdictOfDeprecated(key: string, facts: OptionFacts, release: number): Verdict {
  return { kind: 'deprecated', ...instead(facts.isAlias ? facts.key : successor(key, facts, release)) };
}
