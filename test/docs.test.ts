import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../src/validation/rules';

const ERRORS = join(__dirname, '..', 'docs', 'errors.md');

/** The rule table as a page; placeholders of the texts are shown as words in italics. */
function errorsPage(): string {
  const cell = (text: string): string => text.replace(/\{(\w+)\}/g, '*$1*').replace(/\|/g, '\\|');
  const rows = Object.entries(RULES).map(([id, { severity, rule, fix, source }]) => `| ${id} | ${severity} | ${cell(rule)} | ${cell(fix)} | ${cell(source)} |`);
  return [
    '# Rules',
    '',
    'Generated from `src/validation/rules.ts` by `npm run goldens`. A message reads',
    '`[id] construct path › property: got value; rule. Fix: fix.`; words in italics are filled in.',
    'Warnings are data (`cluster.warnings`), become errors with `strict: true`, and are accepted one by one with `suppressions`.',
    '',
    '| id | severity | rule | fix | source |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

describe('docs/errors.md', () => {
  test('is the rule table', () => {
    const page = errorsPage();
    if (process.env.UPDATE_GOLDENS === '1') {
      writeFileSync(ERRORS, page);
    }
    expect(readFileSync(ERRORS, 'utf8')).toBe(page);
  });

  test('lists rules in order, each once', () => {
    const ids = Object.keys(RULES);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});
