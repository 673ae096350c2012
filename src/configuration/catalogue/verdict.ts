import { releaseIndex } from './catalogue-text';
import { lookup } from './lookup';
import { verdictOfDeprecated, verdictOfUnread } from './reported';
import { type FlinkVersion } from '../flink-version';

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

const KNOWN: Verdict = { kind: 'known' };

/** Whether a version reads a key, and what replaces it. */
export function verdict(key: string, version: FlinkVersion): Verdict {
  const facts = lookup(key, version);
  if (facts === undefined) return verdictOfUnread(key, releaseIndex(version));
  return facts.deprecated ? verdictOfDeprecated(key, facts, releaseIndex(version)) : KNOWN;
}
