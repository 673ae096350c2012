import type { Parsed } from './parsed';
import { isJavaWhiteSpace, javaTrim } from '../../memory/java-text';

interface Item {
  readonly text: string;
  /** The position after the item. */
  readonly end: number;
}

function quotedItem(text: string, start: number): Item | undefined {
  const quote = text[start]!;
  let item = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== quote) item += text[at];
    else if (text[at + 1] === quote) item += text[++at];
    else return { text: item, end: at + 1 };
  }
  return undefined;
}

function bareItem(text: string, start: number, separator: string): Item {
  const found = text.indexOf(separator, start);
  const end = found < 0 ? text.length : found;
  return { text: javaTrim(text.slice(start, end)), end };
}

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (at < text.length && isJavaWhiteSpace(text[at]!)) at++;
  return at;
}

/**
 * The items of a list in Flink's own notation. Quotes are significant only around a whole item, in which a doubled
 * quote is one quote; empty items are dropped at the start and at the end, but not in the middle.
 * @see https://nightlies.apache.org/flink/flink-docs-release-1.18/docs/deployment/config/
 */
export function splitEscaped(text: string, separator: ';' | ',' | ':'): Parsed<string[]> {
  const items: string[] = [];
  let afterSeparator = false;
  for (let at = skipSpaces(text, 0); at < text.length; at = skipSpaces(text, at)) {
    const character = text[at]!;
    if (character === separator) {
      if (afterSeparator) items.push('');
      afterSeparator = true;
      at++;
      continue;
    }
    afterSeparator = false;
    const isQuoted = character === "'" || character === '"';
    const item = isQuoted ? quotedItem(text, at) : bareItem(text, at, separator);
    if (item === undefined) return { problem: `contains a quote ${character} that is never closed` };
    items.push(item.text);
    at = skipSpaces(text, item.end);
    if (isQuoted && at < text.length && text[at] !== separator) {
      return { problem: `has text after a closing quote; only '${separator}' may follow` };
    }
  }
  return { value: items };
}
