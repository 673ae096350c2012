import steps from './steps.json';
import { releaseCount, releaseLine } from '../../../src/configuration/catalogue/catalogue-text';
import { lookup, verdict } from '../../../src/configuration/catalogue/lookup';
import { FlinkVersion } from '../../../src/configuration/flink-version';

const LINES = Array.from({ length: releaseCount() }, (_, index) => releaseLine(index));
const at = (key: string, line: string) => verdict(key, FlinkVersion.of(line));
const before = (line: string) => LINES[LINES.indexOf(line) - 1]!;

describe('verdicts', () => {
  test.each([
    { key: 'parallelism.default', line: '1.11', expected: { kind: 'known' } },
    { key: 'high-availability', line: '1.16', expected: { kind: 'known' } },
    { key: 'high-availability', line: '1.17', expected: { kind: 'deprecated', replacement: 'high-availability.type' } },
    {
      key: 'high-availability.type',
      line: '1.16',
      expected: { kind: 'notYet', since: '1.17', replacement: 'high-availability' },
    },
    { key: 'state.checkpoints.dir', line: '1.19', expected: { kind: 'known' } },
    {
      key: 'state.checkpoints.dir',
      line: '1.20',
      expected: { kind: 'deprecated', replacement: 'execution.checkpointing.dir' },
    },
    {
      key: 'execution.checkpointing.dir',
      line: '1.19',
      expected: { kind: 'notYet', since: '1.20', replacement: 'state.checkpoints.dir' },
    },
    { key: 'state.backend.async', line: '1.20', expected: { kind: 'deprecated' } },
    { key: 'state.backend.async', line: '2.0', expected: { kind: 'removed', since: '2.0' } },
    {
      key: 'jobmanager.heap.size',
      line: '1.20',
      expected: { kind: 'deprecated', replacement: 'jobmanager.memory.heap.size' },
    },
    {
      key: 'jobmanager.heap.size',
      line: '2.3',
      expected: { kind: 'removed', since: '2.0', replacement: 'jobmanager.memory.heap.size' },
    },
    {
      key: 'metrics.reporter.prom.class',
      line: '1.20',
      expected: { kind: 'deprecated', replacement: 'metrics.reporter.prom.factory.class' },
    },
    {
      key: 'metrics.reporter.prom.class',
      line: '2.0',
      expected: { kind: 'removed', since: '2.0', replacement: 'metrics.reporter.prom.factory.class' },
    },
    {
      key: 'pipeline.registered-kryo-types',
      line: '1.20',
      expected: { kind: 'deprecated', replacement: 'pipeline.serialization-config' },
    },
    {
      key: 'table.exec.topn-cache-size',
      line: '2.0',
      expected: { kind: 'removed', since: '2.0', replacement: 'table.exec.rank.topn-cache-size' },
    },
    { key: 'akka.ask.timeout', line: '1.17', expected: { kind: 'known' } },
    { key: 'akka.ask.timeout', line: '1.18', expected: { kind: 'deprecated', replacement: 'pekko.ask.timeout' } },
    { key: 'traces.reporter.otel.factory.class', line: '1.18', expected: { kind: 'notYet', since: '1.19' } },
    { key: 'kubernetes.pod-template-file', line: '1.12', expected: { kind: 'notYet', since: '1.13' } },
    { key: 'kubernetes.jobmanager.labels.team', line: '1.13', expected: { kind: 'notYet', since: '1.14' } },
    { key: 'kubernetes.service-account', line: '2.0', expected: { kind: 'known' } },
    { key: 'web.address', line: '2.0', expected: { kind: 'known' } },
    { key: 'taskmanager.network.retries', line: '2.0', expected: { kind: 'known' } },
    { key: 'parallelism.defualt', line: '1.20', expected: { kind: 'unknown', suggestions: ['parallelism.default'] } },
    { key: 'parallelism.defualt', line: '9.9', expected: { kind: 'unknown', suggestions: ['parallelism.default'] } },
  ])('$key in $line', ({ key, line, expected }) => {
    expect(at(key, line)).toEqual(expected);
  });
});

describe.each(steps)('the upgrade to $to', ({ to, removed, renamed, lostAlias }) => {
  test('removes options that all earlier releases read and no later release reads', () => {
    for (const key of [...removed, ...lostAlias.map(([alias]) => alias!)]) {
      expect({ key, kind: at(key, before(to)).kind }).toEqual({
        key,
        kind: expect.stringMatching(/known|deprecated/),
      });
      for (const line of LINES.slice(LINES.indexOf(to))) {
        expect({ key, line, ...at(key, line) }).toMatchObject({ key, line, kind: 'removed', since: to });
      }
    }
  });

  test('renames options that are still read under the new name', () => {
    for (const [old, current] of renamed) {
      const names = current!.split('|');
      const facts = lookup(old!, FlinkVersion.of(to))!;
      expect({ old, isAlias: facts.isAlias, current: names.includes(facts.key) }).toEqual({
        old,
        isAlias: true,
        current: true,
      });
      expect({ old, ...at(old!, to) }).toMatchObject(
        facts.deprecated ? { old, kind: 'deprecated', replacement: facts.key } : { old, kind: 'known' },
      );
    }
  });

  test('replaces a removed alias by its option, if that still exists', () => {
    for (const [alias, option] of lostAlias) {
      if (at(option!, to).kind !== 'known') continue;
      expect({ alias, ...at(alias!, to) }).toMatchObject({ alias, replacement: option });
    }
  });
});
