import type { CST, Document, ParsedNode } from 'yaml';
import { Composer, Parser } from 'yaml';
import { Constructor } from './yaml/construct';
import { onlyDocument, refuseCharacters, refuseSyntax } from './yaml/refusals';
import { mendEscapedBreaks, mendUnicodeBreaks, OPEN_QUOTE, openQuote, repaired, type ParseError } from './yaml/repairs';
import { YamlRefusal, type YamlValue } from './yaml/value';

/** The value of a YAML document, or why and where it is rejected. */
export type YamlResult = { readonly value: YamlValue } | { readonly problem: string };

interface Syntax {
  readonly tokens: CST.Token[];
  readonly document: Document.Parsed<ParsedNode> | undefined;
  readonly error: ParseError | undefined;
}

// Every scalar stays a string: this module, not the package, handles types, duplicates and tags.
const OPTIONS = {
  schema: 'failsafe',
  resolveKnownTags: false,
  uniqueKeys: false,
  keepSourceTokens: true,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

// The package does not know the line breaks of Unicode. Flink's reader treats them as spaces before a token, and U+0085
// also after a space; inside quotes they are replaced later.
const TOKEN_STARTS = '(?<=(?:^|[\\n[{,]|[-?:] )[ \\u0085\\u2028\\u2029]*)';
const QUOTED = `${TOKEN_STARTS}(?:"(?:[^"\\\\]|\\\\[^])*"|'(?:[^']|'')*')`;
const BREAKS_BEFORE_A_TOKEN = `${TOKEN_STARTS}[\\u0085\\u2028\\u2029][\\u0085\\u2028\\u2029 ]*`;
const BREAK_AFTER_A_SPACE = '[ \\t]+\\u0085[ \\t]*(?![\\u0085\\u2028\\u2029])';
const UNICODE_SPACES = new RegExp(`(${QUOTED})|(${BREAKS_BEFORE_A_TOKEN})|${BREAK_AFTER_A_SPACE}`, 'g');

function normalised(text: string): string {
  const lines = text.replace(/^\ufeff{1,2}/, '').replace(/\r\n?/g, '\n');
  if (!/[\u0085\u2028\u2029]/.test(lines)) return lines;
  return lines.replace(
    UNICODE_SPACES,
    (_, quoted?: string, breaks?: string) => quoted ?? (breaks === undefined ? ' ' : ' '.repeat(breaks.length)),
  );
}

function compose(text: string): Syntax {
  // The package is loaded here, when the first file or list is read: it loads more slowly than all of cdk8s-flink.
  const tokens = onlyDocument([...new Parser().parse(text)]);
  const open = openQuote(tokens);
  mendEscapedBreaks(tokens);
  if (open === undefined) mendUnicodeBreaks(tokens);
  const [document] = [...new Composer(OPTIONS).compose(tokens, false, text.length)];
  const [first] = document?.errors ?? [];
  const isOpen = open !== undefined && (first === undefined || open <= first.pos[0]);
  return {
    tokens,
    document,
    error: isOpen ? { code: OPEN_QUOTE, message: 'A quote is not closed', pos: [open, open] } : first,
  };
}

/** The text in which errors count lines; repairs change it, but never its lines. */
interface Source {
  text: string;
}

function composeLeniently(source: Source): Syntax {
  let unread = Infinity;
  for (;;) {
    const { text } = source;
    const syntax = compose(text);
    const { error } = syntax;
    if (error === undefined) return syntax;
    // Stop when a repair does not make progress.
    const repair = text.length - error.pos[0] < unread ? repaired(text, error) : undefined;
    unread = text.length - error.pos[0];
    if (repair === undefined) {
      throw new YamlRefusal(error.message.charAt(0).toLowerCase() + error.message.slice(1), error.pos[0]);
    }
    source.text = repair;
  }
}

function reason({ message, offset }: YamlRefusal, { text }: Source): string {
  return offset === undefined ? message : `${message} (line ${text.slice(0, offset).split('\n').length})`;
}

/**
 * Reads one YAML document exactly as Flink 1.19 and newer do, which use snakeyaml-engine with the core schema of YAML
 * 1.2.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function readYaml(text: string): YamlResult {
  const source = { text: normalised(text) };
  try {
    refuseCharacters(source.text);
    const { tokens, document } = composeLeniently(source);
    refuseSyntax(tokens, source.text);
    return { value: new Constructor(source.text).value(document?.contents, -1) };
  } catch (error) {
    if (error instanceof YamlRefusal) return { problem: reason(error, source) };
    if (error instanceof RangeError) return { problem: 'the text is nested too deeply' };
    throw error;
  }
}
