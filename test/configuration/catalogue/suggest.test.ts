import fc from 'fast-check';
import { distance } from '../../../src/configuration/catalogue/suggest';
import { verdict } from '../../../src/configuration/catalogue/verdict';
import { FlinkVersion } from '../../../src/configuration/flink-version';

function suggestions(key: string, line = '1.20'): readonly string[] {
  const found = verdict(key, FlinkVersion.of(line));
  return found.kind === 'unknown' ? found.suggestions : [];
}

describe('suggestions', () => {
  test.each([
    ['a letter too few', 'rest.adress', 'rest.address'],
    ['another case', 'high-availability.storagedir', 'high-availability.storageDir'],
    ['underscores for dots', 'state_backend_type', 'state.backend.type'],
    ['underscores for dashes', 'restart-strategy.fixed_delay.attempts', 'restart-strategy.fixed-delay.attempts'],
    ['neighbours swapped', 'parallelism.defualt', 'parallelism.default'],
    ['a plural', 'taskmanager.memory.process.sizes', 'taskmanager.memory.process.size'],
    ['a segment left out', 'taskmanager.process.size', 'taskmanager.memory.process.size'],
    ['the first segment left out', 'numberOfTaskSlots', 'taskmanager.numberOfTaskSlots'],
    ['a segment too much', 'flink.rest.port', 'rest.port'],
    ['only the beginning', 'parallelism', 'parallelism.default'],
    ['an old name misspelt', 'state.checkpoint.dir', 'execution.checkpointing.dir'],
    [
      'a section misspelt keeps the name given to it',
      'metrics.reporters.prom.factory.class',
      'metrics.reporter.prom.factory.class',
    ],
    ['nothing like any option', 'com.example.my.application.setting', undefined],
    ['longer than any option', `parallelism.default${'x'.repeat(120)}`, undefined],
  ])('%s: %s', (_, key, best) => {
    expect(suggestions(key)[0]).toBe(best);
  });

  test('are three at most, current and without hidden or deprecated ones', () => {
    expect(suggestions('kubernetes.labels')).toEqual([
      'kubernetes.jobmanager.labels',
      'kubernetes.taskmanager.labels',
      'kubernetes.secrets',
    ]);
    expect(suggestions('jobmanager.heap.mbs')).not.toContain('jobmanager.heap.mb');
  });

  test('are of the release that is asked', () => {
    expect(suggestions('high-availability.types', '1.16')).not.toContain('high-availability.type');
    expect(suggestions('high-availability.types', '1.17')[0]).toBe('high-availability.type');
  });
});

describe('distance', () => {
  // The textbook recurrence, without any bound.
  function plain(a: string, b: string): number {
    const table = Array.from({ length: a.length + 1 }, (_, row) =>
      Array.from({ length: b.length + 1 }, (__, column) => (row === 0 ? column : row)),
    );
    for (let row = 1; row <= a.length; row++) {
      for (let column = 1; column <= b.length; column++) {
        const replaced = table[row - 1]![column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
        const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
        const swapped = isSwap ? table[row - 2]![column - 2]! + 1 : Infinity;
        table[row]![column] = Math.min(table[row - 1]![column]! + 1, table[row]![column - 1]! + 1, replaced, swapped);
      }
    }
    return table[a.length]![b.length]!;
  }

  test('is the edit distance up to the limit, and infinite above it', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(text, text, fc.nat(9), (a, b, limit) => {
        const edits = plain(a, b);
        expect(distance(a, b, limit)).toBe(edits > limit ? Infinity : edits);
      }),
      { seed: 1, numRuns: 3000 },
    );
  });
});
