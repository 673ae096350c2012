import { placeholderAfter } from './catalogue-text';
import { lineOf, type Line } from './line';

/** The lines of the catalogue that a key can be read by. */
export interface SectionMatch {
  /** The pattern of exactly this option, such as `metrics.reporter.<name>.factory.class`. */
  readonly option?: { readonly pattern: string; readonly line: Line };
  /** The innermost prefix that Flink leaves open, such as `metrics.reporter.<name>.<parameter>`. */
  readonly open?: { readonly pattern: string; readonly line: Line };
}

function named(pattern: string): { readonly pattern: string; readonly line: Line } | undefined {
  const line = lineOf(pattern);
  return line === undefined ? undefined : { pattern, line };
}

/** Reads the names of sections out of a key: each takes one segment, the last placeholder of an open prefix takes the rest. */
export function matchSections(key: string): SectionMatch {
  const segments = key.split('.');
  let pattern = '';
  let open: SectionMatch['open'];
  for (const [index, segment] of segments.entries()) {
    const placeholder = segment === '' ? undefined : placeholderAfter(pattern);
    if (placeholder !== undefined) open = named(pattern + placeholder) ?? open;
    const isLast = index === segments.length - 1;
    pattern += isLast || placeholder === undefined || isOpen(pattern + placeholder) ? segment : placeholder;
    if (!isLast) pattern += '.';
  }
  return { option: pattern === key ? undefined : named(pattern), open };
}

// s3.<parameter> is a line and so takes the rest; metrics.reporter.<name> is none and takes one segment.
const isOpen = (pattern: string) => lineOf(pattern) !== undefined;
