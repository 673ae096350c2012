import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleTable } from '../src/assembly/rule-table';

const ERRORS = join(__dirname, '..', 'docs', 'errors.md');

/** The rule table as a page. Placeholders in messages are words in italics. */
function errorsPage(): string {
  const cell = (text: string): string => text.replace(/\{(\w+)\}/g, '*$1*').replace(/\|/g, '\\|');
  const rows = [...ruleTable().values()].map(
    ({ id, severity, acceptable, rule, fix, source }) =>
      `| ${id} | ${severity}${acceptable ? ' \\*' : ''} | ${cell(rule)} | ${cell(fix)} | ${cell(source)} |`,
  );
  return [
    '# Rules',
    '',
    'Generated from the rules in `src/` by `npm run goldens`. A message reads',
    '`construct path › property: got value; rule. Fix: fix. [id]`; words in italics are filled in.',
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

  test('has every rule of the sources, once', () => {
    const sources = join(__dirname, '..', 'src');
    const ids = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap(
        (file) => readFileSync(join(sources, file), 'utf8').match(/^(?:\s+id: |  )'FLK-[A-Z]+-\d+'(?=[,:])/gm) ?? [],
      )
      .map((text) => /FLK-[A-Z]+-\d+/.exec(text)![0]);
    expect(ids.sort()).toEqual([...ruleTable().keys()].sort());
  });
});
