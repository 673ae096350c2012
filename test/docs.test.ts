import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleExamples } from './support/rule-examples';
import { ruleTable } from '../src/assembly/rule-table';
import { type Rule } from '../src/validation/rule';

const ERRORS = join(__dirname, '..', 'docs', 'errors.md');
const EXAMPLES = ruleExamples();

const HEAD = `# Rules

A message of the library reads

\`\`\`
<construct path> › <property>: got <value>; <rule>. Fix: <fix>. [<id>]
\`\`\`

and ends with the id of its rule, which is a heading on this page. Words in italics are filled in.

Warnings are data (\`cluster.warnings\`, \`job.warnings\`, …) and become errors with \`strict: true\`. Warnings, and errors
with a star, are accepted one by one with \`suppressions\`: each names the rule and the reason.

The examples are rows of the tests: props of a \`FlinkSessionCluster\`, or a function of the tests that is
named after what it creates. This page is generated from the rules in \`src/\` and from \`test/\` by \`npm run goldens\`.
`;

/** Placeholders of messages are words in italics. */
function words(text: string): string {
  return text.replace(/\{(\w+)\}/g, '*$1*');
}

/** Breaks a paragraph into lines of at most 120 characters. */
function paragraph(text: string): string {
  return `${text.replace(/(?=.{121})(.{1,120})(?: |$)/g, '$1\n').trimEnd()}\n`;
}

function section({ id, severity, acceptable = false, rule, fix, source }: Rule): string {
  const example = EXAMPLES.get(id);
  const code = (title: string, text: string): string => `${title}:\n\n\`\`\`ts\n${text}\n\`\`\`\n`;
  return [
    `### ${id}\n`,
    `*${severity}${acceptable ? ' \\*' : ''}* · source: ${source}\n`,
    paragraph(`Rule: ${words(rule)}.`),
    paragraph(`Fix: ${words(fix)}.`),
    ...(example === undefined
      ? []
      : [
          code(example.what === '' ? 'Reported' : `Reported: ${example.what}`, example.bad),
          code('Valid', example.good),
        ]),
  ].join('\n');
}

function byArea(rules: readonly Rule[]): Map<string, Rule[]> {
  const areas = new Map<string, Rule[]>();
  for (const rule of rules) {
    const area = rule.id.split('-')[1]!;
    areas.set(area, [...(areas.get(area) ?? []), rule]);
  }
  return areas;
}

/** The rule table as a page. */
function errorsPage(): string {
  const areas = byArea([...ruleTable().values()]);
  return [HEAD, ...[...areas].flatMap(([area, rules]) => [`## ${area}\n`, ...rules.map(section)])].join('\n');
}

describe('docs/errors.md', () => {
  test('is generated from the rule table', () => {
    const page = errorsPage();
    if (process.env.UPDATE_GOLDENS === '1') {
      writeFileSync(ERRORS, page);
    }
    expect(readFileSync(ERRORS, 'utf8')).toBe(page);
  });

  test('has every rule of the sources, once', () => {
    const sources = join(__dirname, '..', 'src');
    const ids = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap(
        (file) => readFileSync(join(sources, file), 'utf8').match(/^(?: +id: |  )'FLK-[A-Z]+-\d+'(?=[,:])/gm) ?? [],
      )
      .map((text) => /FLK-[A-Z]+-\d+/.exec(text)![0]);
    expect(ids.sort()).toEqual([...ruleTable().keys()].sort());
  });

  test('has an example of every rule', () => {
    expect([...ruleTable().keys()].filter((id) => !EXAMPLES.has(id))).toEqual([]);
  });

  test('has no rule whose whole text is a placeholder', () => {
    const vague = [...ruleTable().values()].filter(({ rule }) => /^\{\w+\}$/.test(rule));
    expect(vague.map(({ id }) => id)).toEqual([]);
  });
});
