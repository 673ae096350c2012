import steps from './steps.json';
import { releaseCount, releaseLine } from '../../../src/configuration/catalogue/catalogue-text';
import { lookup } from '../../../src/configuration/catalogue/lookup';
import { verdict } from '../../../src/configuration/catalogue/verdict';
import { FlinkVersion } from '../../../src/configuration/flink-version';

const LINES = Array.from({ length: releaseCount() }, (_, index) => releaseLine(index));
const at = (key: string, line: string) => verdict(key, FlinkVersion.of(line));
const before = (line: string) => LINES[LINES.indexOf(line) - 1]!;

describe('verdicts', () => {
  test.each([
    ['parallelism.default', '1.11', { kind: 'known' }],
    ['high-availability', '1.16', { kind: 'known' }],
    ['high-availability', '1.17', { kind: 'deprecated', replacement: 'high-availability.type' }],
    ['high-availability.type', '1.16', { kind: 'notYet', since: '1.17', replacement: 'high-availability' }],
    ['state.checkpoints.dir', '1.19', { kind: 'known' }],
    ['state.checkpoints.dir', '1.20', { kind: 'deprecated', replacement: 'execution.checkpointing.dir' }],
    ['execution.checkpointing.dir', '1.19', { kind: 'notYet', since: '1.20', replacement: 'state.checkpoints.dir' }],
    ['state.backend.async', '1.20', { kind: 'deprecated' }],
    ['state.backend.async', '2.0', { kind: 'removed', since: '2.0' }],
    ['jobmanager.heap.size', '1.20', { kind: 'deprecated', replacement: 'jobmanager.memory.heap.size' }],
    ['jobmanager.heap.size', '2.3', { kind: 'removed', since: '2.0', replacement: 'jobmanager.memory.heap.size' }],
    ['metrics.reporter.prom.class', '1.20', { kind: 'deprecated', replacement: 'metrics.reporter.prom.factory.class' }],
    [
      'metrics.reporter.prom.class',
      '2.0',
      { kind: 'removed', since: '2.0', replacement: 'metrics.reporter.prom.factory.class' },
    ],
    ['pipeline.registered-kryo-types', '1.20', { kind: 'deprecated', replacement: 'pipeline.serialization-config' }],
    [
      'table.exec.topn-cache-size',
      '2.0',
      { kind: 'removed', since: '2.0', replacement: 'table.exec.rank.topn-cache-size' },
    ],
    ['akka.ask.timeout', '1.17', { kind: 'known' }],
    ['akka.ask.timeout', '1.18', { kind: 'deprecated', replacement: 'pekko.ask.timeout' }],
    ['traces.reporter.otel.factory.class', '1.18', { kind: 'notYet', since: '1.19' }],
    ['kubernetes.pod-template-file', '1.12', { kind: 'notYet', since: '1.13' }],
    ['kubernetes.jobmanager.labels.team', '1.13', { kind: 'notYet', since: '1.14' }],
    ['kubernetes.service-account', '2.0', { kind: 'known' }],
    ['web.address', '2.0', { kind: 'known' }],
    ['taskmanager.network.retries', '2.0', { kind: 'known' }],
    ['parallelism.defualt', '1.20', { kind: 'unknown', suggestions: ['parallelism.default'] }],
    ['parallelism.defualt', '9.9', { kind: 'unknown', suggestions: ['parallelism.default'] }],
  ])('%s in %s', (key, line, expected) => {
    expect(at(key, line)).toEqual(expected);
  });
});

describe.each(steps.map((step) => [step.to, step] as const))(
  'the step to %s',
  (to, { removed, renamed, lostAlias }) => {
    test('what it removes is read until then and never after', () => {
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

    test('what it renames is still read, under the new name', () => {
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

    test('a lost alias is replaced by the option it stood for, if that lives on', () => {
      for (const [alias, option] of lostAlias) {
        if (at(option!, to).kind !== 'known') continue;
        expect({ alias, ...at(alias!, to) }).toMatchObject({ alias, replacement: option });
      }
    });
  },
);
