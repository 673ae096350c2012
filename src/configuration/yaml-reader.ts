import type { CST, Document, ParsedNode } from 'yaml';
import { Constructor } from './yaml/construct';
import { onlyDocument, refuseCharacters, refuseSyntax } from './yaml/refusals';
import { repaired } from './yaml/repairs';
import { YamlRefusal, type YamlValue } from './yaml/value';

/** What a YAML text holds, or where and why it is refused. */
export type YamlResult = { readonly value: YamlValue } | { readonly problem: string };

interface Syntax {
  readonly text: string;
  readonly tokens: CST.Token[];
  readonly document: Document.Parsed<ParsedNode> | undefined;
}

// Every scalar stays the text that it is: types, duplicates and tags are decided here and not in the package.
const OPTIONS = { schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, keepSourceTokens: true, prettyErrors: false, logLevel: 'silent' } as const;

/** Line breaks as the `yaml` package knows them. A lone carriage return is one for Flink's reader, and so is U+0085 where no token goes on. */
function normalised(text: string): string {
  return text.replace(/^\ufeff{1,2}/, '').replace(/\r\n?/g, '\n').replace(/(^|[ \t\n])(\u0085+)/g, (_, before: string, breaks: string) => before + '\n'.repeat(breaks.length));
}

function compose(text: string): Syntax {
  // Loaded when the first file or list is read: the package takes longer to load than all of cdk8s-flink.
  const { Composer, Parser } = require('yaml') as typeof import('yaml');
  const tokens = onlyDocument([...new Parser().parse(text)]);
  const [document] = [...new Composer(OPTIONS).compose(tokens, false, text.length)];
  return { text, tokens, document };
}

function composeLeniently(text: string): Syntax {
  let unread = Infinity;
  for (let syntax = compose(text); ;) {
    const error = syntax.document?.errors[0];
    if (error === undefined) return syntax;
    // A repair that does not bring the reader any further is none.
    const repair = syntax.text.length - error.pos[0] < unread ? repaired(syntax.text, error) : undefined;
    unread = syntax.text.length - error.pos[0];
    if (repair === undefined) throw new YamlRefusal(error.message.charAt(0).toLowerCase() + error.message.slice(1), error.pos[0]);
    syntax = compose(repair);
  }
}

function position(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${before[before.length - 1]!.length + 1}`;
}

/**
 * Reads one YAML document exactly as Flink from 1.19 on does, which uses snakeyaml-engine with the core schema of YAML 1.2.
 * @see https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/
 */
export function readYaml(source: string): YamlResult {
  const text = normalised(source);
  try {
    refuseCharacters(text);
    const syntax = composeLeniently(text);
    refuseSyntax(syntax.tokens, syntax.text);
    return { value: new Constructor(syntax.text).value(syntax.document?.contents, -1) };
  } catch (error) {
    if (error instanceof YamlRefusal) return { problem: error.offset === undefined ? error.message : `${error.message} (${position(text, error.offset)})` };
    if (error instanceof RangeError) return { problem: 'the text is nested too deeply' };
    throw error;
  }
}
