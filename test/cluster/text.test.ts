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

const HAZARDS: [string, string][] = [
  ['a next line', 'a\u0085b'],
  ['a line separator', 'a\u2028b'],
  ['a paragraph separator', 'a\u2029b'],
  ['DEL', 'a\u007fb'],
  ['a control character', 'a\u009fb'],
  ['no character', 'a\uffffb'],
  ['a tab in front of lines', '\ta\nb'],
  ['a tab after empty lines', '\n\ta'],
  ['blanks alone', ' \n\n'],
  ['an octal number', '0o17'],
  ['a hexadecimal number', '0X1F'],
  ['a binary number', '0B1'],
  ['underscores', '7e_86'],
  ['a sign', '+_16'],
  ['a byte order mark', '\ufeffa'],
];
const HARMLESS: [string, string][] = [
  ['NUL', 'a\u0000b'],
  ['a bell', 'a\u0007b'],
  ['Windows lines', 'a\r\nb\r\n'],
  ['an old Mac line', 'a\rb'],
  ['blanks at the end', 'a  \nb  '],
  ['an emoji', 'a\u{1f600}'],
  ['nothing', ''],
  ['a line break', '\n'],
  ['a word of YAML', 'on'],
  ['a number', '0777'],
  ['a float', '1e3'],
  ['a time', '12:30'],
  ['a date', '2020-01-01'],
  ['null', '~'],
  ['a tab in the middle', 'a\n\tb'],
  ['an indicator', '- a: {b'],
  ['a document', '---\n...\n'],
];

describe('files', () => {
  const given = (file: FlinkFile, version = FlinkVersion.V1_20): any =>
    only(manifests({ version, files: [file] }), 'ConfigMap');

  test.each(HAZARDS)('with %s travel as bytes', (_, text) => {
    const { data, binaryData } = given(FlinkFile.fromText('a', text));
    expect([data.a, Buffer.from(binaryData.a, 'base64').toString('utf8')]).toEqual([undefined, text]);
    expect(Object.keys(data)).toEqual(['config.yaml', 'log4j-console.properties']);
  });

  test.each(HARMLESS)('with %s travel as text', (_, text) => {
    const { data, binaryData } = given(FlinkFile.fromText('a', text));
    expect([data.a, binaryData]).toEqual([text, undefined]);
  });

  test('of bytes stay as they are', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const { data, binaryData } = given(FlinkFile.fromBytes('a', bytes.toString('base64')));
    expect([data.a, Buffer.from(binaryData.a, 'base64')]).toEqual([undefined, bytes]);
  });

  test('of any text come back from the manifest, and are mounted', () => {
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

  test('of logging do so, too', () => {
    const text = 'rootLogger.level = INFO\n# \u2028\n';
    const { data, binaryData } = only(manifests({ logging: Logging.fromText(text) }), 'ConfigMap');
    expect([Object.keys(data), Buffer.from(binaryData['log4j-console.properties'], 'base64').toString('utf8')]).toEqual(
      [['config.yaml'], text],
    );
  });

  test('in an order that does not depend on how they are given', () => {
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
  test('of Flink 1.17 travels as bytes where a value needs it', () => {
    const all = manifests({ version: FlinkVersion.V1_17, configuration: { a: 'x\u0085y' } });
    expect(Object.keys(only(all, 'ConfigMap').data)).toEqual(['log4j-console.properties']);
    expect(flinkConfig(all).get('a')).toBe('x\u0085y');
    expect(only(all, 'ConfigMap').binaryData['flink-conf.yaml']).toMatch(/^[A-Za-z0-9+/]+=*$/);
  });

  test('of newer releases is ASCII whatever the value', () => {
    for (const [, value] of [...HAZARDS, ...HARMLESS]) {
      const all = manifests({ configuration: { a: value } });
      expect(only(all, 'ConfigMap').data['config.yaml']).toMatch(/^[\n\x20-\x7e]*$/);
      expect(flinkConfig(all).get('a')).toBe(value);
    }
  });

  test('holds every plain value as its text', () => {
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
  test.each(HAZARDS.filter(([, value]) => textHazard(value) !== undefined))('refuse %s', (_, value) => {
    for (const props of [
      { env: { A: value } },
      { podAnnotations: { a: value } },
      { sidecars: [{ name: 'a', image: 'a:1', args: [value] }] },
      { podTemplate: { spec: { hostname: value } } },
      { annotations: { a: value } },
    ]) {
      expect(ids(problems(() => manifests(props)))).toEqual(['FLK-TEXT-01']);
    }
  });

  test.each(HARMLESS)('keep %s', (_, value) => {
    const chart = newChart();
    new FlinkSessionCluster(chart, 'Flink', {
      version: FlinkVersion.V1_20,
      env: { A: value },
      annotations: { a: value },
    });
    const workload = workloads(manifests(chart))[0];
    expect([workload.metadata.annotations.a, podOf(workload).containers[0].env[0].value]).toEqual([value, value]);
    expect(yaml(chart)).toBe(Yaml.stringify(...manifests(chart)));
  });
});

describe('nothing is dropped without a word', () => {
  const NOTHINGS: [string, unknown][] = [
    ['null', null],
    ['NaN', NaN],
    ['Infinity', -Infinity],
    ['a Date', new Date(0)],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a bigint', 1n],
    ['a Map', new Map()],
    ['a Set', new Set()],
    ['a class', new Error('x')],
  ];
  const PLACES: [string, (value: any) => any][] = [
    ['an option', (value) => ({ configuration: { a: value } })],
    ['an option in a list', (value) => ({ configuration: { a: ['b', value] } })],
    ['a label', (value) => ({ labels: { a: value } })],
    ['a variable', (value) => ({ env: { A: value } })],
    ['a pod annotation', (value) => ({ podAnnotations: { a: value } })],
    ['a volume', (value) => ({ volumes: [{ name: 'a', emptyDir: { x: value } }] })],
    ['a list of a container', (value) => ({ sidecars: [{ name: 'a', image: 'a:1', args: [value] }] })],
    ['the pod template', (value) => ({ podTemplate: { spec: { x: value } } })],
    [
      'an object of a feature',
      (value) => ({
        features: [{ bind: () => ({ manifests: [{ apiVersion: 'v1', kind: 'X', name: 'x', fields: { x: value } }] }) }],
      }),
    ],
    ['a property', (value) => ({ clusterName: value })],
  ];

  test.each(PLACES.flatMap(([place, props]) => NOTHINGS.map(([what, value]) => [what, place, props(value)])))(
    'not %s as %s',
    (_, __, props) => {
      expect(problems(() => manifests(props))).toHaveLength(1);
    },
  );

  test.each(PLACES.filter(([place]) => !['a property', 'a volume', 'an object of a feature'].includes(place)))(
    'not undefined in %s',
    (_, props) => {
      expect(problems(() => manifests(props(undefined)))).toHaveLength(1);
    },
  );

  test('but undefined is "not set" where a property has a type', () => {
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
        sidecars: [
          {
            name: 'a',
            image: 'a:1',
            env: [{ name: 'A', value: 'b', valueFrom: undefined }],
          },
        ],
      }),
    ).toEqual(manifests({ sidecars: [{ name: 'a', image: 'a:1', env: [{ name: 'A', value: 'b' }] }] }));
  });

  test('and empty texts and maps stay', () => {
    const made = cluster({ env: { A: '' }, annotations: { a: '' }, volumes: [{ name: 'a', emptyDir: {} }] });
    const workload = ApiObject.of(made).toJson();
    expect([podOf(workload).containers[0].env, workload.metadata.annotations, podOf(workload).volumes[0]]).toEqual([
      [{ name: 'A', value: '' }],
      { a: '' },
      { name: 'a', emptyDir: {} },
    ]);
  });
});
