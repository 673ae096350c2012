import fc from 'fast-check';
import { verdict } from '../../../src/configuration/catalogue/lookup';
import { distance } from '../../../src/configuration/catalogue/suggest';
import { FlinkVersion } from '../../../src/configuration/flink-version';

function suggestions(key: string, line = '1.20'): readonly string[] {
  const found = verdict(key, FlinkVersion.of(line));
  return found.kind === 'unknown' ? found.suggestions : [];
}

describe('suggestions', () => {
  test.each([
    { what: 'a missing letter', key: 'rest.adress', best: 'rest.address' },
    { what: 'another capitalization', key: 'high-availability.storagedir', best: 'high-availability.storageDir' },
    { what: 'underscores for dots', key: 'state_backend_type', best: 'state.backend.type' },
    {
      what: 'underscores for dashes',
      key: 'restart-strategy.fixed_delay.attempts',
      best: 'restart-strategy.fixed-delay.attempts',
    },
    { what: 'neighbours swapped', key: 'parallelism.defualt', best: 'parallelism.default' },
    { what: 'a plural', key: 'taskmanager.memory.process.sizes', best: 'taskmanager.memory.process.size' },
    { what: 'a missing segment', key: 'taskmanager.process.size', best: 'taskmanager.memory.process.size' },
    { what: 'a missing first segment', key: 'numberOfTaskSlots', best: 'taskmanager.numberOfTaskSlots' },
    { what: 'an additional segment', key: 'flink.rest.port', best: 'rest.port' },
    { what: 'only the beginning', key: 'parallelism', best: 'parallelism.default' },
    { what: 'a misspelled deprecated name', key: 'state.checkpoint.dir', best: 'execution.checkpointing.dir' },
    {
      what: 'a misspelled section with the name that the user chose',
      key: 'metrics.reporters.prom.factory.class',
      best: 'metrics.reporter.prom.factory.class',
    },
    { what: 'a key that is not similar to any option', key: 'com.example.my.application.setting', best: undefined },
    { what: 'a key longer than any option', key: `parallelism.default${'x'.repeat(120)}`, best: undefined },
  ])('$what: $key', ({ key, best }) => {
    expect(suggestions(key)[0]).toBe(best);
  });

  test('are at most three, without deprecated and hidden options', () => {
    expect(suggestions('kubernetes.labels')).toEqual([
      'kubernetes.jobmanager.labels',
      'kubernetes.taskmanager.labels',
      'kubernetes.secrets',
    ]);
    expect(suggestions('jobmanager.heap.mbs')).not.toContain('jobmanager.heap.mb');
  });

  test('are options of the given release', () => {
    expect(suggestions('high-availability.types', '1.16')).not.toContain('high-availability.type');
    expect(suggestions('high-availability.types', '1.17')[0]).toBe('high-availability.type');
  });
});

describe('distance', () => {
  // The textbook recurrence, without a limit.
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
