import { Testing } from 'cdk8s';
import { FlinkSessionCluster, FlinkVersion } from '../../src';
import { mapText } from '../../src/configuration/map-text';

const RELEASES = ['1.11', '1.13', '1.14', '1.18', '1.19', '2.2'];

function effective(release: string, configuration: { [key: string]: any }) {
  const cluster = new FlinkSessionCluster(Testing.chart(), 'Flink', {
    version: FlinkVersion.of(release),
    configuration,
  });
  return cluster.configuration.effective();
}

describe.each(RELEASES)('an option with a map value, in %s', (release) => {
  test.each([
    { what: 'dotted', configuration: { 'pipeline.global-job-parameters': { a: 1, 'b.c': true } } },
    { what: 'nested', configuration: { pipeline: { 'global-job-parameters': { a: 1, b: { c: true } } } } },
    { what: 'as a string', configuration: { 'pipeline.global-job-parameters': 'a:1,b.c:true' } },
  ])('is one string when given $what', ({ configuration }) => {
    expect(effective(release, configuration)).toMatchObject({ 'pipeline.global-job-parameters': 'a:1,b.c:true' });
  });

  test('is quoted if it contains a separator', () => {
    expect(
      effective(release, { 'pipeline.global-job-parameters': { url: 'http://h:1', list: 'x,y', "it's": "it's" } }),
    ).toMatchObject({ 'pipeline.global-job-parameters': "url:'http://h:1','list:x,y',it's:it's" });
  });
});

describe('can be a list of maps', () => {
  const LEGACY = { version: FlinkVersion.V1_18, dialect: 'legacy' } as const;
  const STANDARD = { version: FlinkVersion.V2_2, dialect: 'standard' } as const;

  test('a list of maps is one string', () => {
    expect(
      effective('1.20', {
        'kubernetes.jobmanager.tolerations': [{ key: 'a', operator: 'Equal', value: 'x;y' }, { key: 'b' }],
      }),
    ).toMatchObject({ 'kubernetes.jobmanager.tolerations': "'key:a,operator:Equal,value:x;y';key:b" });
  });

  test('values that config.yaml would read as another type are written in YAML', () => {
    expect(mapText([['a', 'x: y']], LEGACY)).toEqual({ text: "a:'x: y'" });
    expect(mapText([['a', 'x: y']], STANDARD)).toEqual({ text: '{"a": "x: y"}' });
  });

  test('an entry with an invalid value is reported', () => {
    expect(mapText([['a', null]], LEGACY)).toEqual({ problem: 'a map with null as a' });
  });
});

describe('the same value in two notations is not a conflict', () => {
  test.each([
    { key: 'jobmanager.memory.process.size', one: '2g', other: '2048m' },
    { key: 'restart-strategy.fixed-delay.delay', one: '1 min', other: '60 s' },
    { key: 'rest.flamegraph.enabled', one: 'TRUE', other: true },
    { key: 'pipeline.global-job-parameters', one: 'b:2,a:1', other: { a: 1, b: 2 } },
    { key: 'pipeline.jars', one: '[a, b]', other: ['a', 'b'] },
  ])('$key: $one and $other', ({ key, one, other }) => {
    const feature = (value: unknown) => ({ bind: () => ({ configuration: { [key]: value } }) });
    const chart = Testing.chart();
    new FlinkSessionCluster(chart, 'Flink', { version: FlinkVersion.V1_20, features: [feature(one), feature(other)] });
    expect(() => Testing.synth(chart)).not.toThrow();
  });
});
