import { allKeys } from './catalogue-text';
import { factsAt } from './facts';

const MOST = 3;
// A key of 30 characters can have eight errors, such as a missing word.
const FARTHEST = 0.28;
// No key of Flink is as long, and a comparison costs the product of the lengths.
const LONGEST = 128;

// An old name is suggested only if it is almost complete.
const FARTHEST_ALIAS = 2;

/** A key in lower case, with one kind of dash. */
interface Normal {
  readonly text: string;
  readonly segments: readonly string[];
}

interface Candidate {
  readonly pattern: string;
  readonly normal: Normal;
}

interface Ranked {
  readonly name: string;
  readonly pattern: string;
  readonly far: number;
}

function normalise(key: string): Normal {
  const text = key.toLowerCase().replaceAll('_', '-');
  return { text, segments: text.split('.') };
}

let candidates: readonly Candidate[] | undefined;

/** Replaces the placeholders of a pattern by the segments of the key, if both have the same number of segments. */
function concrete(pattern: string, segments: readonly string[]): string | undefined {
  if (!pattern.includes('<')) return pattern;
  const parts = pattern.split('.');
  if (parts.length !== segments.length || pattern.endsWith('>')) return undefined;
  return parts.map((part, index) => (part.startsWith('<') ? segments[index]! : part)).join('.');
}

/** Whether the first is the second without one of its segments. */
function isWithoutSegment(kept: readonly string[], all: readonly string[]): boolean {
  if (all.length !== kept.length + 1) return false;
  const left = kept.findIndex((segment, index) => segment !== all[index]);
  return left === -1 || kept.slice(left).every((segment, index) => segment === all[left + index + 1]);
}

/** The distance of a candidate from the key: 0 if only the case differs, `Infinity` if it is too large. */
function farness(key: Normal, candidate: Normal): number {
  if (isWithoutSegment(key.segments, candidate.segments) || isWithoutSegment(candidate.segments, key.segments)) {
    return 1;
  }
  if (candidate.text.endsWith(`.${key.text}`)) return 1;
  const limit = Math.max(1, Math.floor(Math.max(key.text.length, candidate.text.length) * FARTHEST));
  const edits = distance(key.text, candidate.text, limit);
  return key.segments.at(-1) === candidate.segments.at(-1) ? edits : edits + 1;
}

function rank(key: string): Ranked[] {
  const wanted = normalise(key);
  const segments = key.split('.');
  candidates ??= allKeys().map((pattern) => ({ pattern, normal: normalise(pattern) }));
  const ranked: Ranked[] = [];
  for (const { pattern, normal } of candidates) {
    const name = concrete(pattern, segments);
    if (name === undefined) continue;
    const far = farness(wanted, name === pattern ? normal : normalise(name));
    if (far !== Infinity) ranked.push({ name, pattern, far });
  }
  return ranked.sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1));
}

/**
 * Up to three current keys of the release that are similar to this one, the most similar first; old names are replaced.
 */
export function suggest(key: string, release: number): string[] {
  if (key.length > LONGEST) return [];
  const found = new Set<string>();
  for (const { name, pattern, far } of rank(key)) {
    const facts = factsAt(pattern, release);
    if (facts === undefined || facts.hidden || (facts.deprecated && (!facts.isAlias || far > FARTHEST_ALIAS))) continue;
    found.add(facts.isAlias && facts.deprecated ? facts.key : name);
    if (found.size === MOST) break;
  }
  return [...found];
}

/** Edit distance in which a swap of neighbours counts once, or `Infinity` above the limit. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let beforeAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    // Cells farther from the diagonal than the limit cost more than the limit.
    const current = new Array<number>(b.length + 1).fill(Infinity);
    if (row <= limit) current[0] = row;
    const least = fillRow(
      current,
      { a, b, row, above, beforeAbove },
      Math.max(1, row - limit),
      Math.min(b.length, row + limit),
    );
    if (Math.min(least, current[0]!) > limit) return Infinity;
    beforeAbove = above;
    above = current;
  }
  const edits = above[b.length]!;
  return edits > limit ? Infinity : edits;
}

interface Rows {
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly above: readonly number[];
  readonly beforeAbove: readonly number[];
}

function fillRow(current: number[], { a, b, row, above, beforeAbove }: Rows, from: number, to: number): number {
  let least = Infinity;
  for (let column = from; column <= to; column++) {
    let cost = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
    if (above[column]! + 1 < cost) cost = above[column]! + 1;
    if (current[column - 1]! + 1 < cost) cost = current[column - 1]! + 1;
    const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    if (isSwap && beforeAbove[column - 2]! + 1 < cost) cost = beforeAbove[column - 2]! + 1;
    current[column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
