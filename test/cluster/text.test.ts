import { ApiObject, Yaml } from 'cdk8s';
import fc from 'fast-check';
import { FlinkFile, FlinkSessionCluster, FlinkVersion, Logging } from '../../src';
import { textHazard } from '../../src/kubernetes/text';
import {
  cluster,
  configFile,
  flinkConfig,
  ids,
  manifests,
  newChart,
  only,
  podOf,
  problems,
  workloads,
  yaml,
} from '../support/synth';

interface Text {
  readonly what: string;
  readonly text: string;
}

const HAZARDS: (Text & { readonly id: string })[] = [
  { what: 'a next line', text: 'a\u0085b', id: 'FLK-TEXT-02' },
  { what: 'a line separator', text: 'a\u2028b', id: 'FLK-TEXT-02' },
  { what: 'a paragraph separator', text: 'a\u2029b', id: 'FLK-TEXT-02' },
  { what: 'DEL', text: 'a\u007fb', id: 'FLK-TEXT-03' },
  { what: 'a control character', text: 'a\u009fb', id: 'FLK-TEXT-03' },
  { what: 'a noncharacter', text: 'a\uffffb', id: 'FLK-TEXT-03' },
  { what: 'a tab before lines', text: '\ta\nb', id: 'FLK-TEXT-06' },
  { what: 'a tab after empty lines', text: '\n\ta', id: 'FLK-TEXT-06' },
  { what: 'only spaces', text: ' \n\n', id: 'FLK-TEXT-07' },
  { what: 'an octal number', text: '0o17', id: 'FLK-TEXT-01' },
  { what: 'a hexadecimal number', text: '0X1F', id: 'FLK-TEXT-01' },
  { what: 'a binary number', text: '0B1', id: 'FLK-TEXT-01' },
  { what: 'an integer with underscores', text: '7e_86', id: 'FLK-TEXT-01' },
  { what: 'a sign before an underscore', text: '+_16', id: 'FLK-TEXT-01' },
  { what: 'a byte order mark', text: '\ufeffa', id: 'FLK-TEXT-04' },
];
const HARMLESS: Text[] = [
  { what: 'NUL', text: 'a\u0000b' },
  { what: 'a bell', text: 'a\u0007b' },
  { what: 'Windows line endings', text: 'a\r\nb\r\n' },
  { what: 'an old Mac line ending', text: 'a\rb' },
  { what: 'trailing spaces', text: 'a  \nb  ' },
  { what: 'an emoji', text: 'a\u{1f600}' },
  { what: 'an empty string', text: '' },
  { what: 'a line break', text: '\n' },
  { what: 'a YAML boolean', text: 'on' },
  { what: 'a number', text: '0777' },
  { what: 'a float', text: '1e3' },
  { what: 'a time', text: '12:30' },
  { what: 'a date', text: '2020-01-01' },
  { what: 'null', text: '~' },
  { what: 'a tab in the middle', text: 'a\n\tb' },
  { what: 'a YAML indicator', text: '- a: {b' },
  { what: 'a YAML document marker', text: '---\n...\n' },
];

describe('files', () => {
  const given = (file: FlinkFile, version = FlinkVersion.V1_20): any =>
    only(manifests({ version, files: [file] }), 'ConfigMap');

  test.each(HAZARDS)('with $what are written as binaryData', ({ text }) => {
    const { data, binaryData } = given(FlinkFile.fromText('a', text));
    expect([data.a, Buffer.from(binaryData.a, 'base64').toString('utf8')]).toEqual([undefined, text]);
    expect(Object.keys(data)).toEqual(['config.yaml', 'log4j-console.properties']);
  });

  test.each(HARMLESS)('with $what are written as data', ({ text }) => {
    const { data, binaryData } = given(FlinkFile.fromText('a', text));
    expect([data.a, binaryData]).toEqual([text, undefined]);
  });

  test('of bytes stay unchanged', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const { data, binaryData } = given(FlinkFile.fromBytes('a', bytes.toString('base64')));
    expect([data.a, Buffer.from(binaryData.a, 'base64')]).toEqual([undefined, bytes]);
  });

  test('with any text can be read back from the manifest, and are mounted', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(FlinkVersion.V1_17, FlinkVersion.V2_2),
        (text, version) => {
          const all = manifests({ version, files: [FlinkFile.fromText('a', text)] });
          const { data } = only(all, 'ConfigMap');
          expect(configFile(all, 'a')).toBe(Buffer.from(text, 'utf8').toString('utf8'));
          expect(data.a === undefined || textHazard(data.a) === undefined).toBe(true);
          expect(podOf(workloads(all)[0]).volumes[0].configMap.items).toContainEqual({ key: 'a', path: 'a' });
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  test('of logging are written as binaryData if necessary', () => {
    const text = 'rootLogger.level = INFO\n# \u2028\n';
    const { data, binaryData } = only(manifests({ logging: Logging.fromText(text) }), 'ConfigMap');
    expect([Object.keys(data), Buffer.from(binaryData['log4j-console.properties'], 'base64').toString('utf8')]).toEqual(
      [['config.yaml'], text],
    );
  });

  test('are written in an order that does not depend on the input', () => {
    const files = ['c', 'B', 'a'].map((name) => FlinkFile.fromText(name, name));
    const [there, back] = [files, [...files].reverse()].map((list) => manifests({ files: list }));
    expect(there).toEqual(back);
    expect(podOf(workloads(there!)[0]).volumes[0].configMap.items.map(({ key }: any) => key)).toEqual([
      'config.yaml',
      'B',
      'a',
      'c',
      'log4j-console.properties',
    ]);
  });
});

describe('the configuration', () => {
  test('of Flink 1.17 is written as binaryData if a value needs it', () => {
    const all = manifests({ version: FlinkVersion.V1_17, configuration: { a: 'x\u0085y' } });
    expect(Object.keys(only(all, 'ConfigMap').data)).toEqual(['log4j-console.properties']);
    expect(flinkConfig(all).get('a')).toBe('x\u0085y');
    expect(only(all, 'ConfigMap').binaryData['flink-conf.yaml']).toMatch(/^[A-Za-z0-9+/]+=*$/);
  });

  test('of newer releases is ASCII for any value', () => {
    for (const { text } of [...HAZARDS, ...HARMLESS]) {
      const all = manifests({ configuration: { a: text } });
      expect(only(all, 'ConfigMap').data['config.yaml']).toMatch(/^[\n\x20-\x7e]*$/);
      expect(flinkConfig(all).get('a')).toBe(text);
    }
  });

  test('contains every plain value as a string', () => {
    const configuration = { a: 1e21, b: -0.5, c: true, d: 'on', e: ['x', 'y;z'], f: { g: '0777' }, h: 1e-7, i: '' };
    const options = flinkConfig(manifests({ configuration }));
    expect(['a', 'b', 'c', 'd', 'e', 'f.g', 'h', 'i'].map((key) => options.get(key))).toEqual([
      '1000000000000000000000',
      '-0.5',
      'true',
      'on',
      "x;'y;z'",
      '0777',
      '0.0000001',
      '',
    ]);
  });
});

describe('other fields', () => {
  test.each(HAZARDS.filter(({ text }) => textHazard(text) !== undefined))('refuse $what', ({ text, id }) => {
    for (const props of [
      { env: { A: text } },
      { podAnnotations: { a: text } },
      { sidecars: [{ name: 'a', image: 'a:1', args: [text] }] },
      { podTemplate: { spec: { hostname: text } } },
      { annotations: { a: text } },
    ]) {
      expect(ids(problems(() => manifests(props)))).toEqual([id]);
    }
  });

  test.each(HARMLESS)('keep $what', ({ text }) => {
    const chart = newChart();
    new FlinkSessionCluster(chart, 'Flink', {
      version: FlinkVersion.V1_20,
      env: { A: text },
      annotations: { a: text },
    });
    const workload = workloads(manifests(chart))[0];
    expect([workload.metadata.annotations.a, podOf(workload).containers[0].env[0].value]).toEqual([text, text]);
    expect(yaml(chart)).toBe(Yaml.stringify(...manifests(chart)));
  });
});

describe('values that YAML cannot represent', () => {
  const NOTHINGS: { what: string; value: unknown }[] = [
    { what: 'null', value: null },
    { what: 'NaN', value: NaN },
    { what: 'Infinity', value: -Infinity },
    { what: 'a Date', value: new Date(0) },
    { what: 'a function', value: () => 1 },
    { what: 'a symbol', value: Symbol('s') },
    { what: 'a bigint', value: 1n },
    { what: 'a Map', value: new Map() },
    { what: 'a Set', value: new Set() },
    { what: 'a class instance', value: new Error('x') },
  ];
  const PROPERTIES: { where: string; props: (value: any) => any }[] = [
    { where: 'an option', props: (value) => ({ configuration: { a: value } }) },
    { where: 'an option in a list', props: (value) => ({ configuration: { a: ['b', value] } }) },
    { where: 'a label', props: (value) => ({ labels: { a: value } }) },
    { where: 'a variable', props: (value) => ({ env: { A: value } }) },
    { where: 'a pod annotation', props: (value) => ({ podAnnotations: { a: value } }) },
    { where: 'a volume', props: (value) => ({ volumes: [{ name: 'a', emptyDir: { x: value } }] }) },
    { where: 'a list of a container', props: (value) => ({ sidecars: [{ name: 'a', image: 'a:1', args: [value] }] }) },
    { where: 'the pod template', props: (value) => ({ podTemplate: { spec: { x: value } } }) },
    {
      where: 'an object of a feature',
      props: (value) => ({
        features: [{ bind: () => ({ manifests: [{ apiVersion: 'v1', kind: 'X', name: 'x', fields: { x: value } }] }) }],
      }),
    },
    { where: 'a property', props: (value) => ({ clusterName: value }) },
  ];

  const combinations = PROPERTIES.flatMap(({ where, props }) =>
    NOTHINGS.map(({ what, value }) => ({ what, where, props: props(value) })),
  );

  test.each(combinations)('reports $what as $where', ({ props }) => {
    expect(problems(() => manifests(props))).toHaveLength(1);
  });

  const TYPED = ['a property', 'a volume', 'an object of a feature'];

  test.each(PROPERTIES.filter(({ where }) => !TYPED.includes(where)))('reports undefined in $where', ({ props }) => {
    expect(problems(() => manifests(props(undefined)))).toHaveLength(1);
  });

  test('accepts undefined as "not set" for a typed property', () => {
    const props = Object.fromEntries(
      ['clusterName', 'labels', 'env', 'configuration', 'jobManager', 'features', 'restAccess'].map((name) => [
        name,
        undefined,
      ]),
    );
    expect(manifests(props)).toEqual(manifests());
    expect(
      manifests({
        jobManager: { env: undefined, cpu: undefined },
        volumes: [{ name: 'a', emptyDir: {}, nfs: undefined }],
      }),
    ).toEqual(manifests({ volumes: [{ name: 'a', emptyDir: {} }] }));
    expect(
      manifests({
        sidecars: [{ name: 'a', image: 'a:1', env: [{ name: 'A', value: 'b', valueFrom: undefined }] }],
      }),
    ).toEqual(manifests({ sidecars: [{ name: 'a', image: 'a:1', env: [{ name: 'A', value: 'b' }] }] }));
  });

  test('accepts empty strings and maps', () => {
    const made = cluster({ env: { A: '' }, annotations: { a: '' }, volumes: [{ name: 'a', emptyDir: {} }] });
    const workload = ApiObject.of(made).toJson();
    expect([podOf(workload).containers[0].env, workload.metadata.annotations, podOf(workload).volumes[0]]).toEqual([
      [{ name: 'A', value: '' }],
      { a: '' },
      { name: 'a', emptyDir: {} },
    ]);
  });
});
