import type { CST } from 'yaml';
import { visitToken, type Leaf } from './tokens';
import { YamlRefusal } from './value';

// Characters that the reader of Flink rejects.
const UNREADABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const LONGEST_IMPLICIT_KEY = 1024;
const DIRECTIVE = /^%(?:YAML +1\.\d{1,3} *(?:#.*)?|(?!YAML(?: |$))[\w-]+(?: .*)?)$/;
const AFTER_THE_END = new Set(['doc-end', 'comment', 'newline', 'space', 'document']);

/** Rejects control characters and similar ones everywhere, also in comments. */
export function refuseCharacters(text: string): void {
  const at = text.search(UNREADABLE);
  if (at >= 0) {
    throw new YamlRefusal(
      `the character U+${text.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0')} is not allowed`,
      at,
    );
  }
}

/** Rejects tabs as separators: a tab is only valid after a plain scalar on the same line. */
function refuseTab({ type, source, offset }: Leaf, previous: Leaf | undefined): void {
  const isSeparator = type === 'space' && source.includes('\t') && previous?.type !== 'scalar';
  const isIndentation = type === 'scalar' && /\n *\t/.test(source);
  if (isSeparator || isIndentation) throw new YamlRefusal('a tab cannot separate or indent', offset);
}

/** Rejects strings that start with a colon inside a flow collection. */
function refuseScalar({ type, source, offset }: Leaf, isInFlow: boolean): void {
  if (isInFlow && type === 'scalar' && source.startsWith(':')) {
    throw new YamlRefusal('a string cannot start with a colon here', offset);
  }
}

/** Rejects escaped tabs; only the space U+0020 can be escaped. */
function refuseEscape({ type, source, offset }: Leaf): void {
  if (type === 'double-quoted-scalar' && /^(?:[^\\]|\\[^\t])*\\\t/.test(source)) {
    throw new YamlRefusal('a tab cannot be escaped by a backslash', offset);
  }
}

/** Rejects characters in anchors that only the package accepts, and tags without a space after them. */
function refuseProperty({ type, source, offset }: Leaf, text: string): void {
  const next = text[offset + source.length] ?? '\n';
  if ((type === 'anchor' || type === 'alias') && (/[/.*&]/.test(source.slice(1)) || /[[{]/.test(next))) {
    throw new YamlRefusal(`${source} is not a valid name of an anchor`, offset);
  }
  if (type === 'tag' && !/[ \n]/.test(next)) throw new YamlRefusal('a tag must be followed by a space', offset);
}

function endOffset(token: CST.Token): number {
  return token.offset + ('source' in token ? token.source.length : 0);
}

/** Rejects missing keys, and implicit keys of several lines. */
function refuseKeys(token: CST.Token | null | undefined): void {
  if (token === null || token === undefined) return;
  if (token.type === 'document') refuseKeys(token.value);
  if (token.type !== 'block-map' && token.type !== 'block-seq' && token.type !== 'flow-collection') return;
  for (const item of token.items as CST.CollectionItem[]) {
    const colon = item.sep?.find(({ type }) => type === 'map-value-ind');
    const isExplicit = item.start.some(({ type }) => type === 'explicit-key-ind');
    if (colon !== undefined && !isExplicit) refuseImplicitKey(item, colon);
    refuseKeys(item.key);
    refuseKeys(item.value);
  }
}

function refuseImplicitKey({ start, key, sep = [] }: CST.CollectionItem, colon: CST.SourceToken): void {
  const properties = [...start, ...sep].filter(
    ({ type, offset }) => (type === 'anchor' || type === 'tag') && offset < colon.offset,
  );
  if ((key === null || key === undefined) && properties.length === 0) {
    throw new YamlRefusal('a key is missing before a colon', colon.offset);
  }
  const beforeColon = sep.slice(0, sep.indexOf(colon));
  if (beforeColon.some(({ type }) => type === 'newline')) {
    throw new YamlRefusal('a key and its colon must be on one line', colon.offset);
  }
  const first = properties[0]?.offset ?? key?.offset ?? colon.offset;
  if (colon.offset - first > LONGEST_IMPLICIT_KEY) {
    throw new YamlRefusal(`a key longer than ${LONGEST_IMPLICIT_KEY} characters needs '? '`, colon.offset);
  }
  if (key !== null && key !== undefined && 'source' in key && key.source.includes('\n')) {
    throw new YamlRefusal('a key must be on one line', endOffset(key));
  }
}

function isEmpty(document: CST.Document): boolean {
  return (
    document.value === undefined &&
    document.start.every(({ type }) => type !== 'doc-start' && type !== 'anchor' && type !== 'tag')
  );
}

function refuseDirectives(directives: readonly CST.Directive[], document: CST.Token | undefined): void {
  const yaml = directives.filter(({ source }) => /^%YAML /.test(source));
  const wrong =
    directives.find(({ source }) => !DIRECTIVE.test(source)) ??
    yaml[1] ??
    (document === undefined ? directives[0] : undefined);
  if (wrong !== undefined) throw new YamlRefusal(`the directive ${wrong.source} is not valid here`, wrong.offset);
}

/** The tokens of the first and only document; none for an empty text. Rejects a second one, even if it is empty. */
export function onlyDocument(tokens: readonly CST.Token[]): CST.Token[] {
  const documents = tokens.filter((token): token is CST.Document => token.type === 'document');
  const [first, second] = documents.filter((document, index) => index === 0 || !isEmpty(document));
  if (second !== undefined) throw new YamlRefusal('a second document is not allowed', second.offset);
  const end = tokens.findIndex(({ type }) => type === 'doc-end');
  if (end >= 0 && (first === undefined || isEmpty(first))) {
    throw new YamlRefusal("'...' does not end a document", tokens[end]!.offset);
  }
  const directives = tokens.filter((token): token is CST.Directive => token.type === 'directive');
  refuseDirectives(directives, first);
  const late = tokens.slice(end < 0 ? tokens.length : end).find(({ type }) => !AFTER_THE_END.has(type));
  if (late !== undefined) throw new YamlRefusal("nothing may follow '...'", late.offset);
  return tokens.filter((token) => token.type !== 'document' || token === first);
}

/** Throws for everything in the syntax tree that the `yaml` package accepts and the reader of Flink rejects. */
export function refuseSyntax(tokens: readonly CST.Token[], text: string): void {
  let previous: Leaf | undefined;
  for (const token of tokens) {
    visitToken(token, (leaf, isInFlow) => {
      refuseTab(leaf, previous);
      refuseScalar(leaf, isInFlow);
      refuseEscape(leaf);
      refuseProperty(leaf, text);
      previous = leaf;
    });
    refuseKeys(token);
  }
}
