import { ROWS } from './rows/all';
import { type Given, type Row } from './rows/row';
import { FlinkCluster, type FlinkWarning } from '../../src';
import { ruleTable } from '../../src/assembly/rule-table';
import { OPERATOR_RULES } from '../operator/operator-rules';
import { cluster, manifests, problems, type Finding } from '../support/synth';

/** The errors of the synthesis, then the warnings. */
function findings(given: Given): Finding[] {
  let made: unknown;
  const errors = problems(() => {
    made = typeof given === 'function' ? given() : cluster(given);
    if (made instanceof FlinkCluster) manifests(made);
  });
  return [...errors, ...(made instanceof FlinkCluster ? made.warnings.map(fromWarning) : [])];
}

function fromWarning({ path, id, property, text }: FlinkWarning): Finding {
  return {
    path,
    id,
    property,
    text: text.slice(text.indexOf(property) + property.length + 2).replace(/ \[FLK-[A-Z]+-\d+\]$/, ''),
  };
}

/** The construct path and the property that a row expects to be reported. */
function location({ at }: Row): [path: string, property: string] {
  const [owner, property] = at.split(' › ') as [string, string?];
  if (property === undefined) return ['chart/Flink', owner];
  if (owner.startsWith('/')) return [`chart${owner}`, property];
  return [owner.includes('/') ? owner : `chart/Flink/${owner}`, property];
}

const RULES = ruleTable();

// Rules of the operator that only a resource can break have their rows in test/operator/rows.ts.
const byRule = [...RULES.keys()]
  .map((id) => ({ id, rows: ROWS.filter((row) => row.id === id) }))
  .filter(({ id, rows }) => rows.length > 0 || !OPERATOR_RULES.has(id));

describe.each(byRule)('$id', ({ id, rows }) => {
  test('has a row', () => {
    expect(rows.length).toBeGreaterThan(0);
  });

  for (const row of rows) {
    test(`reports ${row.what}`, () => {
      const found = findings(row.bad);
      const [path, property] = location(row);
      const own = found.filter((one) => one.id === id && one.property === property && one.path === path);
      expect({ found, own: own.length }).toEqual({ found, own: 1 });
      expect([...new Set(found.filter((one) => !own.includes(one)).map((one) => one.id))].sort()).toEqual(
        [...(row.also ?? [])].sort(),
      );
      expect(found.map((one) => one.text).join('\n')).not.toContain('canary-1');
      const { text } = own[0]!;
      let at = 0;
      for (const words of row.says) {
        expect(text.slice(at)).toContain(words);
        at = text.indexOf(words, at) + words.length;
      }
      expect(text).toMatch(/^(?:got .+?; )?\S.+\. Fix: \S.+\.$/);
    });
  }

  for (const row of rows) {
    test(`accepts the nearest valid neighbour of ${row.what}`, () => {
      expect(findings(row.good).filter((one) => one.id === id || RULES.get(one.id)!.severity === 'error')).toEqual([]);
    });
  }
});
