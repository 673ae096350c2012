import { OPTIONS, RELEASES } from '../../data/option-catalogue';
import { isAtLeast, type ReleaseLine } from '../releases';

interface Releases {
  /** The releases by their lines, oldest first. */
  readonly lines: readonly string[];
  /** By major and minor version in one number; it is used for every key of every cluster. */
  readonly indexOf: Map<number, number>;
}

let releases: Releases | undefined;

function knownReleases(): Releases {
  return (releases ??= {
    lines: RELEASES.split(' ').map((release) => release.slice(0, release.lastIndexOf('.'))),
    indexOf: new Map(),
  });
}

/** The number of releases in the catalogue. */
export function releaseCount(): number {
  return knownReleases().lines.length;
}

/** The release line, such as `1.20`, at an index. */
export function releaseLine(index: number): string {
  return knownReleases().lines[index]!;
}

/** The index of the release that is used for a version: its own line, else the newest before it, else the oldest. */
export function releaseIndex(version: ReleaseLine): number {
  const { lines, indexOf } = knownReleases();
  const number = version.majorVersion * 1000 + version.minorVersion;
  const known = indexOf.get(number);
  if (known !== undefined) return known;
  const own = lines.indexOf(`${version.majorVersion}.${version.minorVersion}`);
  const index = own === -1 ? Math.max(0, lines.filter((line) => isAtLeast(version, line)).length - 1) : own;
  indexOf.set(number, index);
  return index;
}

/** The start of the first line whose key is not before the given one, by code points. */
function lowerBound(text: string, key: string): number {
  let low = 1;
  let high = text.length;
  while (low < high) {
    const start = text.lastIndexOf('\n', Math.floor((low + high) / 2) - 1) + 1;
    const tab = text.indexOf('\t', start);
    if (text.slice(start, tab) < key) low = text.indexOf('\n', tab) + 1;
    else high = start;
  }
  return low;
}

/** The line of the catalogue for exactly this key, unparsed. */
export function findLine(key: string): string | undefined {
  const text = OPTIONS;
  const start = lowerBound(text, key);
  if (text[start + key.length] !== '\t' || !text.startsWith(key, start)) return undefined;
  return text.slice(start + key.length + 1, text.indexOf('\n', start));
}

/** The placeholder, such as `<name>`, that follows a prefix with a dot at its end. */
export function placeholderAfter(prefix: string): string | undefined {
  const text = OPTIONS;
  const start = lowerBound(text, `${prefix}<`);
  if (!text.startsWith(`${prefix}<`, start)) return undefined;
  return text.slice(start + prefix.length, text.indexOf('>', start + prefix.length) + 1);
}

/** All keys, patterns and other names of options, in order. */
export function allKeys(): string[] {
  return OPTIONS.slice(1, -1)
    .split('\n')
    .map((line) => line.slice(0, line.indexOf('\t')));
}
