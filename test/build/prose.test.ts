import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Finding {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const PROGRAM = join(__dirname, '../../build/prose.js');
const { lint, files } = require(PROGRAM) as {
  lint(name: string, text: string): Promise<Finding[]>;
  files(options: { markdownOnly: boolean }): string[];
};

/** Where the findings are, and the words that they are about. */
async function found(name: string, lines: string[]) {
  const findings = await lint(name, lines.join('\n'));
  return findings.map(({ line, column, message }) => [line, column, message.split(' => ')[0]]);
}

interface Row {
  readonly what: string;
  readonly bad: string[];
  readonly at: [number, number, string][];
  readonly good: string[];
}

const MARKDOWN: Row[] = [
  {
    what: 'a word in a paragraph',
    bad: ['# Ports', '', 'Ports are told.'],
    at: [[3, 11, 'told']],
    good: ['It is reported.'],
  },
  {
    what: 'words across a line break',
    bad: ['If it is', 'no port'],
    at: [[1, 7, 'is no']],
    good: ['If it is', 'no longer'],
  },
  { what: 'a heading', bad: ['# Whoever reads'], at: [[1, 3, 'Whoever']], good: ['# Anyone who reads'] },
  {
    what: 'a table cell',
    bad: ['| a |', '| - |', '| texts |'],
    at: [[3, 3, 'texts']],
    good: ['| a |', '| - |', '| strings |'],
  },
  { what: 'a link text', bad: ['Read [anew](a.md).'], at: [[1, 7, 'anew']], good: ['Read [again](anew.md).'] },
  { what: 'a quoted word', bad: ['Set a text.'], at: [[1, 5, 'a text']], good: ['Not `a text` but a string.'] },
  {
    what: 'a comment of a code example',
    bad: ['```ts', "const a = 'b';", '// starts anew', '```'],
    at: [[3, 11, 'anew']],
    good: ['```ts', 'const anew = anew.told;', '```'],
  },
  {
    what: 'a long line',
    bad: [`${'word '.repeat(24)}word`],
    at: [[1, 121, 'longer than 120 columns']],
    good: [`${'word '.repeat(23)}word.`, `| ${'word '.repeat(30)}|`],
  },
];

const TYPESCRIPT: Row[] = [
  { what: 'a line comment', bad: ['f(); // starts anew'], at: [[1, 16, 'anew']], good: ['f(); // starts again'] },
  {
    what: 'consecutive line comments',
    bad: ['// A list', '  // or a', '// text', 'f();'],
    at: [[2, 9, 'a text']],
    good: ['// Class a', '', '// text', 'f();'],
  },
  {
    what: 'a docstring',
    bad: ['class A {', '  /**', '   * Where it', '   * lies.', '   */', '  a = 1;', '}'],
    at: [[4, 6, 'lies']],
    good: ['/**', ' * Where `it lies` is.', ' */', 'class A {}'],
  },
  {
    what: 'a docstring of one line',
    bad: ['/** Itself. */', 'f();'],
    at: [[1, 5, 'Itself.']],
    good: ['/** The cluster itself. */', 'f();'],
  },
  {
    what: 'slashes in a docstring, once',
    bad: ['/** @param a // told */', 'function f(a) {}'],
    at: [[1, 17, 'told']],
    good: ['/** @param a // reported */', 'function f(a) {}'],
  },
  {
    what: 'an indented line',
    bad: ['/**', ' * A.', ' *', ' *     told', ' */', 'f();'],
    at: [[4, 8, 'told']],
    good: ['/**', ' * A.', ' *', ' *     reported', ' */', 'f();'],
  },
  {
    what: 'a comment after the last statement',
    bad: ['f();', '// told'],
    at: [[2, 4, 'told']],
    good: ['f();', '// reported'],
  },
  {
    what: 'a message',
    bad: ["const a = ['key', 'it is no port'];"],
    at: [[1, 23, 'is no']],
    good: ["f('not a valid port');"],
  },
  {
    what: 'a message with escapes',
    bad: ["f('\\u00e4 isn\\'t\\ntold');"],
    at: [[1, 19, 'told']],
    good: ["f('isn\\'t\\nreported');"],
  },
  {
    what: 'a message in parts',
    bad: ["f('expected ' +", "  a('x') + 'or a ' +", "  'text');"],
    at: [[2, 16, 'a text']],
    good: ["f('expected a ' + 'string');"],
  },
  {
    what: 'a template',
    bad: ['f(`${a} is a port; ${b} is told ${c}`);'],
    at: [[1, 28, 'told']],
    good: ['f(`${a} is a port; ${b} is ${told} here`);'],
  },
  {
    what: 'a message within a template',
    bad: ["f(`${a ? 'goes on' : 'ends'} here`);"],
    at: [[1, 11, 'goes on']],
    good: ["f(`${a ? 'goes' : 'on'} here`);"],
  },
  {
    what: 'text that looks like markup',
    bad: ["f('<!-- a b');", '// ```', '// told', 'f();'],
    at: [[3, 4, 'told']],
    good: ["f('<told> ');"],
  },
  {
    what: 'a literal of two words',
    bad: ["f('texts only');"],
    at: [[1, 4, 'texts']],
    good: ["f('texts', /told of it/, `anew`, { told: 1 });"],
  },
];

describe.each([
  ['README.md', MARKDOWN],
  ['source.ts', TYPESCRIPT],
])('the prose linter, in %s', (name, rows) => {
  test.each(rows)('finds $what and accepts its neighbour', async ({ bad, at, good }) => {
    expect(await found(name, bad)).toEqual(at);
    expect(await found(name, good)).toEqual([]);
  });
});

describe('the files that the prose linter checks', () => {
  test('are all Markdown files that are not generated', () => {
    const markdown = files({ markdownOnly: true });
    expect(markdown).toEqual(
      expect.arrayContaining(['README.md', 'docs/style.md', 'docs/decisions/flow.md', 'examples/infra-repo/README.md']),
    );
    expect(markdown.filter((file) => !file.endsWith('.md'))).toEqual([]);
    expect(markdown.filter((file) => /node_modules|API\.md|errors\.md/.test(file))).toEqual([]);
  });

  test('include the sources and what is generated from them, without data', () => {
    const all = files({ markdownOnly: false });
    expect(all).toEqual(
      expect.arrayContaining(['README.md', 'docs/errors.md', 'src/index.ts', 'examples/quickstart/main.ts']),
    );
    expect(all.filter((file) => file.startsWith('src/data/') || file.startsWith('test/build'))).toEqual([]);
  });
});

describe('the program of the prose linter', () => {
  const directory = mkdtempSync(join(tmpdir(), 'prose-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  test.each([
    { text: 'It is told.', status: 1, output: ':1:7 told => reported' },
    { text: 'It is reported.', status: 0, output: '1 files, 0 findings' },
  ])('ends with status $status for "$text"', ({ text, status, output }) => {
    const file = join(directory, 'text.md');
    writeFileSync(file, text);
    const result = spawnSync(process.execPath, [PROGRAM, file], { encoding: 'utf8' });
    expect(result.stderr).toContain(output);
    expect(result.status).toBe(status);
  });
});
