import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../src/validation/rules';
import { type Rule } from '../src/validation/rules/rule';

const ERRORS = join(__dirname, '..', 'docs', 'errors.md');

/** The rule table as a page. Placeholders in messages are words in italics. */
function errorsPage(): string {
  const cell = (text: string): string => text.replace(/\{(\w+)\}/g, '*$1*').replace(/\|/g, '\\|');
  const rows = Object.entries(RULES)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([id, { severity, acceptable, rule, fix, source }]: [string, Rule]) =>
        `| ${id} | ${severity}${acceptable ? ' \\*' : ''} | ${cell(rule)} | ${cell(fix)} | ${cell(source)} |`,
    );
  return [
    '# Rules',
    '',
    'Generated from `src/validation/rules/` by `npm run goldens`. A message reads',
    '`[id] construct path › property: got value; rule. Fix: fix.`; words in italics are filled in.',
    'Warnings are data (`cluster.warnings`), become errors with `strict: true`, ' +
      'and are accepted one by one with `suppressions`, as are the',
    'errors with a star: each suppression names the rule and the reason.',
    '',
    '| id | severity | rule | fix | source |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

describe('docs/errors.md', () => {
  test('is generated from the rule table', () => {
    const page = errorsPage();
    if (process.env.UPDATE_GOLDENS === '1') {
      writeFileSync(ERRORS, page);
    }
    expect(readFileSync(ERRORS, 'utf8')).toBe(page);
  });

  test('has no duplicate rules', () => {
    const directory = join(__dirname, '..', 'src', 'validation', 'rules');
    const ids = readdirSync(directory).flatMap(
      (file) => readFileSync(join(directory, file), 'utf8').match(/^  'FLK-[A-Z]+-\d+'/gm) ?? [],
    );
    expect(ids.length).toBe(Object.keys(RULES).length);
  });
});
