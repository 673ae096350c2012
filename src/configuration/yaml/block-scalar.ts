import type { CST } from 'yaml';
import { YamlRefusal } from './value';

function firstLine({ props }: CST.BlockScalar): number {
  const last = props[props.length - 1]!;
  return last.offset + ('source' in last ? last.source.length : 0);
}

function explicitIndentation({ props }: CST.BlockScalar): number | undefined {
  const header = props.find(({ type }) => type === 'block-scalar-header') as CST.SourceToken;
  const digit = /[1-9]/.exec(header.source);
  return digit === null ? undefined : Number(digit[0]);
}

/**
 * Empty lines at the start must not be wider than the first line with text, nor indented more than text after a scalar.
 */
function refuseIndentation(token: CST.BlockScalar, text: string, column: number): void {
  const least = Math.max(column + 1, 1);
  const explicit = explicitIndentation(token);
  let at = firstLine(token);
  let start = text.lastIndexOf('\n', at - 1) + 1;
  let widest = 0;
  const most = explicit === undefined ? Infinity : least + explicit - 1;
  for (; text[at] === '\n' || (text[at] === ' ' && at - start < most); at++) {
    if (text[at] === '\n') start = at + 1;
    else widest = Math.max(widest, at + 1 - start);
  }
  const indentation = explicit === undefined ? Math.max(least, widest) : most;
  const found = at - start;
  if (found < indentation && found !== column) {
    throw new YamlRefusal(`a block scalar needs ${indentation} spaces before its first line`, at);
  }
}

/**
 * The text of a `|` or `>` scalar as the `yaml` package reads it, but without a line break that is missing at the end
 * of the file.
 */
export function blockScalarText(read: string, token: CST.BlockScalar, text: string, column: number): string {
  refuseIndentation(token, text, column);
  const endsOpen = token.source !== '' && !token.source.endsWith('\n');
  return endsOpen && read.endsWith('\n') ? read.slice(0, -1) : read;
}
