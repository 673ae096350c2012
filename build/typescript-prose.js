'use strict';

/**
 * The prose of a TypeScript source: its comments and its messages. A message is a string or template literal with at
 * least two words; option keys and identifiers have one.
 */
const ts = require('typescript');

const TWO_WORDS = /\p{L}\P{L}*\s\P{L}*\p{L}/u;
/** The start of HTML or of a code block in Markdown, which the linter would skip. */
const MARKUP = /<|~~~|```/g;

/**
 * Returns the prose of `source` as Markdown, one paragraph per comment or message, and the position in `source` of each
 * of its characters.
 * Expressions in a message are replaced by "…".
 */
exports.proseOf = (source) => {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const messages = messagesOf(file).filter((pieces) => TWO_WORDS.test(pieces.map(({ text }) => text).join('')));
  const prose = { text: '', positions: [] };
  for (const pieces of [...commentsOf(file), ...messages]) {
    pieces.forEach((piece) => append(prose, piece));
    append(prose, { text: '\n\n', position: prose.positions.at(-1) ?? 0 });
  }
  return prose;
};

/** Omits indentation, which Markdown would read as a code block. */
function append(prose, { text, position }) {
  const characters = text.replace(MARKUP, (markup) => '‹'.repeat(markup.length)).split('');
  characters.forEach((character, i) => {
    const isAtStart = prose.text === '' || prose.text.endsWith('\n');
    if (isAtStart && (character === ' ' || character === '\t')) return;
    prose.text += character;
    prose.positions.push(position + i);
  });
}

/** The comments in source order; line comments on consecutive lines are one comment. */
function commentsOf(file) {
  const comments = [];
  let previous;
  for (const range of rangesOf(file)) {
    const pieces = linesOf(file.text, range);
    const continues =
      previous?.kind === ts.SyntaxKind.SingleLineCommentTrivia &&
      /^\r?\n[ \t]*$/.test(file.text.slice(previous.end, range.pos));
    if (continues) comments.at(-1).push({ text: '\n', position: previous.end }, ...pieces);
    else comments.push(pieces);
    previous = range;
  }
  return comments;
}

/** The comments before each token, and those after it on its line. */
function rangesOf(file) {
  const ranges = new Map();
  const visit = (node) => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(file);
    if (children.length > 0) return children.forEach(visit);
    for (const range of [
      ...(ts.getLeadingCommentRanges(file.text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(file.text, node.end) ?? []),
    ]) {
      ranges.set(range.pos, range);
    }
  };
  visit(file);
  return [...ranges.values()].sort((a, b) => a.pos - b.pos);
}

/** The lines of a comment without its delimiters. */
function linesOf(text, { pos, end }) {
  const pieces = [];
  const comment = text.slice(pos, end).replace(/\*\/$/, '');
  for (const match of comment.matchAll(/^(?:\s*(?:\/\*+|\/\/+|\*))?(.*\n?)/gm)) {
    pieces.push({ text: match[1], position: pos + match.index + match[0].length - match[1].length });
  }
  return pieces;
}

/** The literals; those that are concatenated with `+` are one message. */
function messagesOf(file) {
  const messages = [];
  const visit = (node) => {
    if (isText(node)) {
      const nested = [];
      messages.push(piecesOf(node, nested));
      nested.forEach(visit);
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(file);
  return messages;
}

function isText(node) {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || isConcatenation(node);
}

function isConcatenation(node) {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

/** Adds to `nested` the expressions of the message, which may contain further messages. */
function piecesOf(node, nested) {
  if (isConcatenation(node)) return [...piecesOf(node.left, nested), ...piecesOf(node.right, nested)];
  if (ts.isStringLiteralLike(node)) return [quoted(node, 1)];
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.flatMap(({ expression, literal }) => [
      ...embedded(expression, nested),
      quoted(literal, ts.isTemplateTail(literal) ? 1 : 2),
    ]);
    return [quoted(node.head, 2), ...spans];
  }
  return embedded(node, nested);
}

function embedded(node, nested) {
  nested.push(node);
  return [{ text: '…', position: node.getStart() }];
}

/** The text between the quotes, with spaces for line breaks and other escaped letters. */
function quoted(node, closing) {
  const start = node.getStart() + 1;
  const text = node.getSourceFile().text.slice(start, node.end - closing);
  return { text: text.replace(/\\[^]/g, (escape) => (/[a-z]/.test(escape) ? '  ' : escape)), position: start };
}
