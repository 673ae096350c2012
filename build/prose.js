'use strict';

/**
 * Lints the prose of the repository: Markdown, and the comments and messages of the sources. The words are in
 * `build/prose.yml`, the style is in `docs/style.md`.
 *
 *   node build/prose.js               everything
 *   node build/prose.js --markdown    no sources, and not `docs/errors.md`, which is generated from them
 *   node build/prose.js FILE…         these files
 */
const { readdirSync, readFileSync } = require('node:fs');
const { join, relative, resolve, sep } = require('node:path');
const { TextlintKernel } = require('@textlint/kernel');
const { default: markdownPlugin } = require('@textlint/textlint-plugin-markdown');
const { default: wordList } = require('textlint-rule-prh');
const { proseOf } = require('./typescript-prose');

const ROOT = join(__dirname, '..');
const WORDS = readFileSync(join(__dirname, 'prose.yml'), 'utf8');
const COLUMNS = 120;
const TYPESCRIPT_BLOCK = /^```(?:ts|typescript)\b.*\n([^]*?)^```/gm;
const CODE_BLOCK = /^```[^]*?^```/gm;
/** Rows of tables cannot be wrapped. */
const BREAKABLE_LINE = /^(?!\|).*\S \S.*$/gm;
const SKIPPED_DIRECTORIES = ['.git', 'coverage', 'dist', 'lib', 'node_modules', 'package'];
const SOURCES = /^(?:src\/(?!data\/)|examples\/).*\.ts$/;
/** Generated from docstrings, which are linted in the sources. */
const API = 'API.md';
const GENERATED_FROM_SOURCES = 'docs/errors.md';

/**
 * The findings in a Markdown document or, if `name` ends in `.ts`, a TypeScript source: `{ line, column, message }`, in
 * source order.
 */
exports.lint = async (name, text) => {
  const found = name.endsWith('.ts') ? await lintTypeScript(text) : await lintMarkdown(text);
  return found.map(({ position, message }) => ({ ...lineAndColumn(text, position), message })).sort(byPosition);
};

async function lintTypeScript(source) {
  const { text, positions } = proseOf(source);
  const found = await lintWords(text);
  return found.map(({ position, message }) => ({ position: positions[position], message }));
}

async function lintMarkdown(text) {
  const blocks = [...text.matchAll(TYPESCRIPT_BLOCK)].map(async (block) => {
    const start = block.index + block[0].indexOf('\n') + 1;
    return (await lintTypeScript(block[1])).map(({ position, message }) => ({ position: start + position, message }));
  });
  return [...(await lintWords(text)), ...(await Promise.all(blocks)).flat(), ...longLines(text)];
}

async function lintWords(text) {
  const { messages } = await new TextlintKernel().lintText(text, {
    ext: '.md',
    plugins: [{ pluginId: 'markdown', plugin: markdownPlugin }],
    rules: [
      {
        ruleId: 'words',
        rule: wordList,
        options: { ruleContents: [WORDS], checkLink: true, checkBlockQuote: true, checkEmphasis: true },
      },
    ],
  });
  return messages.map(({ range, message }) => ({
    position: range[0],
    message: message.replace(/( => .*)\n/, '$1, ').replace(/\s+/g, ' '),
  }));
}

function longLines(text) {
  return [...text.replace(CODE_BLOCK, (code) => code.replace(/\S/g, ' ')).matchAll(BREAKABLE_LINE)]
    .filter(([line]) => line.length > COLUMNS)
    .map(({ index }) => ({ position: index + COLUMNS, message: `longer than ${COLUMNS} columns` }));
}

function lineAndColumn(text, position) {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: before.at(-1).length + 1 };
}

function byPosition(a, b) {
  return a.line - b.line || a.column - b.column;
}

/** Paths from the root of the repository. */
exports.files = ({ markdownOnly }) =>
  filesOf(ROOT)
    .map((file) => relative(ROOT, file).split(sep).join('/'))
    .filter((file) => file !== API && (file.endsWith('.md') || SOURCES.test(file)))
    .filter((file) => !markdownOnly || (file.endsWith('.md') && file !== GENERATED_FROM_SOURCES))
    .sort();

function filesOf(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED_DIRECTORIES.includes(entry.name)) return [];
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

async function main(options) {
  const named = options.filter((option) => !option.startsWith('--'));
  const files = named.length > 0 ? named : exports.files({ markdownOnly: options.includes('--markdown') });
  let count = 0;
  for (const file of files) {
    for (const { line, column, message } of await exports.lint(file, readFileSync(resolve(ROOT, file), 'utf8'))) {
      console.error(`${file}:${line}:${column} ${message}`);
      count += 1;
    }
  }
  console.error(`${files.length} files, ${count} findings${count > 0 ? ': see docs/style.md' : ''}`);
  process.exitCode = count > 0 ? 1 : 0;
}

if (require.main === module) void main(process.argv.slice(2));
