import fc from 'fast-check';
import { type Conf, lookup, release } from './fixtures';
import { multiply } from '../../src/memory/arithmetic';
import { jobManagerProcess, taskManagerProcess } from '../../src/memory/derive';
import { shortestDecimal } from '../../src/memory/java-decimal';
import { JOB_MANAGER, networkOptions, TASK_MANAGER } from '../../src/memory/options';
import { type JobManagerMemory, type TaskManagerMemory } from '../../src/memory/portion';

const MEBIBYTE = 1024 * 1024;
const RUN = { seed: 1, numRuns: 500 };
const LINES = fc.constantFrom('1.11', '1.16', '1.17', '1.20', '2.0', '2.3');

const size = (max: number) => fc.integer({ min: 0, max: max * MEBIBYTE }).map((bytes) => `${bytes} bytes`);
const fraction = fc.integer({ min: 0, max: 999 }).map((thousandths) => `${thousandths / 1000}`);
const optional = (arbitraries: { [key: string]: fc.Arbitrary<string> }) =>
  fc.record(arbitraries, { requiredKeys: [] }) as fc.Arbitrary<Conf>;

const taskManagerConf = optional({
  'taskmanager.memory.process.size': size(8000),
  'taskmanager.memory.flink.size': size(6000),
  'taskmanager.memory.task.heap.size': size(2000),
  'taskmanager.memory.managed.size': size(2000),
  'taskmanager.memory.managed.fraction': fraction,
  'taskmanager.memory.network.fraction': fraction,
  'taskmanager.memory.network.min': size(100),
  'taskmanager.memory.jvm-metaspace.size': size(500),
  'taskmanager.memory.jvm-overhead.fraction': fraction,
  'taskmanager.memory.jvm-overhead.min': size(200),
});
const jobManagerConf = optional({
  'jobmanager.memory.process.size': size(8000),
  'jobmanager.memory.flink.size': size(6000),
  'jobmanager.memory.heap.size': size(2000),
  'jobmanager.memory.off-heap.size': size(500),
  'jobmanager.memory.jvm-overhead.fraction': fraction,
  'jobmanager.memory.jvm-overhead.min': size(200),
});

function taskManager(conf: Conf, line: string): TaskManagerMemory | undefined {
  const derived = taskManagerProcess(lookup(conf), release(line));
  return 'ok' in derived ? derived.ok.memory : undefined;
}

function jobManager(conf: Conf, line: string): JobManagerMemory | undefined {
  const derived = jobManagerProcess(lookup(conf), release(line));
  return 'ok' in derived ? derived.ok.memory : undefined;
}

test('the components of a TaskManager add up to its totals', () => {
  let accepted = 0;
  fc.assert(
    fc.property(taskManagerConf, LINES, (conf, line) => {
      const memory = taskManager(conf, line);
      if (memory === undefined) return;
      accepted += 1;
      const parts = [
        memory.frameworkHeap,
        memory.frameworkOffHeap,
        memory.taskHeap,
        memory.taskOffHeap,
        memory.managed,
        memory.network,
      ];
      expect(parts.reduce((sum, { bytes }) => sum + bytes, 0n)).toBe(memory.flink.bytes);
      expect(memory.flink.bytes + memory.metaspace.bytes + memory.overhead.bytes).toBe(memory.process.bytes);
      expect([...parts, memory.overhead].every(({ bytes }) => bytes >= 0n)).toBe(true);
    }),
    { ...RUN, numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(200);
});

test('the components of a JobManager add up to its totals', () => {
  let accepted = 0;
  fc.assert(
    fc.property(jobManagerConf, LINES, (conf, line) => {
      const memory = jobManager(conf, line);
      if (memory === undefined) return;
      accepted += 1;
      expect(memory.heap.bytes + memory.offHeap.bytes).toBe(memory.flink.bytes);
      expect(memory.flink.bytes + memory.metaspace.bytes + memory.overhead.bytes).toBe(memory.process.bytes);
    }),
    { ...RUN, numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(200);
});

test('a larger process has no smaller component', () => {
  const sizes = fc.tuple(fc.integer({ min: 982 * MEBIBYTE, max: 2 ** 40 }), fc.integer({ min: 0, max: 2 ** 36 }));
  fc.assert(
    fc.property(sizes, LINES, ([smaller, more], line) => {
      const [a, b] = [smaller, smaller + more].map((bytes) =>
        taskManager({ 'taskmanager.memory.process.size': `${bytes}` }, line)!,
      ) as [TaskManagerMemory, TaskManagerMemory];
      for (const name of ['flink', 'taskHeap', 'managed', 'network', 'metaspace', 'overhead'] as const) {
        // Two fractions are rounded down to whole bytes, so the remaining component can lose that much.
        expect(b[name].bytes + (name === 'taskHeap' ? 2n : 0n)).toBeGreaterThanOrEqual(a[name].bytes);
      }
      const [c, d] = [smaller, smaller + more].map((bytes) =>
        jobManager({ 'jobmanager.memory.process.size': `${bytes}` }, line)!,
      ) as [JobManagerMemory, JobManagerMemory];
      expect(d.heap.bytes).toBeGreaterThanOrEqual(c.heap.bytes);
      expect(d.overhead.bytes).toBeGreaterThanOrEqual(c.overhead.bytes);
    }),
    RUN,
  );
});

test('the sizes that Flink derived are derived again from these sizes', () => {
  fc.assert(
    fc.property(taskManagerConf, LINES, (conf, line) => {
      const memory = taskManager(conf, line);
      if (memory === undefined) return;
      const again = taskManager(
        {
          ...conf,
          'taskmanager.memory.task.heap.size': `${memory.taskHeap.bytes}b`,
          'taskmanager.memory.managed.size': `${memory.managed.bytes}b`,
          'taskmanager.memory.network.min': `${memory.network.bytes}b`,
          'taskmanager.memory.network.max': `${memory.network.bytes}b`,
          'taskmanager.memory.process.size': `${memory.process.bytes}b`,
        },
        line,
      )!;
      expect([again.flink, again.network, again.overhead, again.process].map(({ bytes }) => bytes)).toEqual(
        [memory.flink, memory.network, memory.overhead, memory.process].map(({ bytes }) => bytes),
      );
    }),
    { ...RUN, numRuns: 1000 },
  );
});

test('no string makes the derivation throw', () => {
  const keysIn = (options: unknown): string[] => {
    if (typeof options !== 'object' || options === null) return [];
    const { key, aliases = [], ...nested } = options as { key?: string; aliases?: string[] };
    return [...(key === undefined ? [] : [key]), ...aliases, ...Object.values(nested).flatMap(keysIn)];
  };
  const keys = [...new Set([JOB_MANAGER, TASK_MANAGER, networkOptions(release('2.2'))].flatMap(keysIn))];
  expect(keys.length).toBeGreaterThan(35);
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('0', '1g', '9223372036854775807', '8000000t', '0.1', 'NaN', '-1', '1e999', 'true', '0x1p-2'),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), text, { maxKeys: 12 }), LINES, (conf, line) => {
      for (const derived of [
        jobManagerProcess(lookup(conf), release(line)),
        taskManagerProcess(lookup(conf), release(line)),
      ]) {
        expect('ok' in derived || (derived.refused.text !== '' && derived.refused.fix !== '')).toBe(true);
      }
    }),
    { ...RUN, numRuns: 5000 },
  );
});

test('a product is exact, rounded down to whole bytes', () => {
  const factor = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.float({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(0.5, 0.25, Math.fround(0.4), 10, 1200),
  );
  const mebibytes = fc.bigInt(0n, 2n ** 20n).map((count) => count * 2n ** 20n);
  const sizes = fc.oneof(fc.bigInt(0n, 2n ** 52n - 1n), fc.bigInt(0n, 2n ** 40n), mebibytes);
  fc.assert(
    fc.property(sizes, factor, (bytes, share) => {
      const { unscaled, scale } = shortestDecimal(share);
      expect(multiply(bytes, share, { key: 'k', fraction: 0 })).toBe(
        (bytes * unscaled * 10n ** 400n) / 10n ** BigInt(scale + 400),
      );
    }),
    { ...RUN, numRuns: 5000 },
  );
});
