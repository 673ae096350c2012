import fc from 'fast-check';
import { FlinkConfiguration } from '../../src/configuration/flink-configuration';
import { FlinkVersion } from '../../src/configuration/flink-version';

const { V1_18, V1_20, V2_2 } = FlinkVersion;

describe('FlinkConfiguration', () => {
  test('uses the dialect of the version', () => {
    const text = 'a: {b: 1}\n';
    expect(FlinkConfiguration.parse(text, V1_18).toMap()).toEqual({ a: '{b: 1}' });
    expect(FlinkConfiguration.parse(text, V1_20).toMap()).toEqual({ 'a.b': '1' });
    expect(FlinkConfiguration.parse(text, V2_2).toMap()).toEqual({ 'a.b': '1' });
  });

  test('1.19 and 1.20 can read the older file, 2.0 cannot', () => {
    const legacy = FlinkConfiguration.parse('a: {b: 1}\n', V1_20, { legacyFile: true });
    expect([legacy.fileName, legacy.toMap()]).toEqual(['flink-conf.yaml', { a: '{b: 1}' }]);
    expect(FlinkConfiguration.parse('a: 1', V1_18, { legacyFile: true }).fileName).toBe('flink-conf.yaml');
    expect(() => FlinkConfiguration.parse('a: 1', V2_2, { legacyFile: true })).toThrow(
      'Flink 2.2 does not read flink-conf.yaml: remove legacyFile',
    );
  });

  test.each(['latest', '1.10'])('refuses the version %s', (version) => {
    expect(() => FlinkConfiguration.parse('a: 1', FlinkVersion.of(version))).toThrow(
      `'${version}' is not a supported version of Flink`,
    );
    expect(() => FlinkConfiguration.fromMap({}, FlinkVersion.of(version))).toThrow('use 1.11 or newer');
  });

  test('reads a newer version as the newest known one', () => {
    expect(FlinkConfiguration.parse('a: {b: 1}\n', FlinkVersion.of('9.9')).toMap()).toEqual({ 'a.b': '1' });
  });

  test('uses the file name that the version reads', () => {
    expect([V1_18, V1_20, V2_2].map((version) => FlinkConfiguration.fromMap({}, version).fileName)).toEqual([
      'flink-conf.yaml',
      'config.yaml',
      'config.yaml',
    ]);
  });

  test('throws with all problems of a file that Flink would not start with', () => {
    expect(() => FlinkConfiguration.parse('a:\nb: ~\n', V2_2)).toThrow(
      "config.yaml cannot be read: 'a' has no value: write '' for an empty string, or remove the key; " +
        "'b' has no value: write '' for an empty string, or remove the key",
    );
    expect(() => FlinkConfiguration.parse('a: 1\na: 2\n', V2_2)).toThrow(
      'config.yaml cannot be read: the key a is set twice (line 2)',
    );
    expect(FlinkConfiguration.parse('a:\nb: ~\n', V1_18).toMap()).toEqual({ b: '~' });
  });

  test('throws with all options that the file cannot contain, only in the older dialect', () => {
    const map = { a: '', 'b#': 'x', c: 'y' };
    expect(() => FlinkConfiguration.fromMap(map, V1_18).toText()).toThrow(
      'flink-conf.yaml cannot represent these options: "a": the value is empty, so Flink skips the line; ' +
        '"b#": the key contains \'#\', which starts a comment even inside quotes',
    );
    expect(FlinkConfiguration.fromMap(map, V2_2).toText()).toBe('a: ""\n"b#": x\nc: "y"\n');
  });

  test.each([
    {
      what: 'a number instead of a string',
      make: () => FlinkConfiguration.parse(5 as any, V2_2),
      says: 'expected a string: pass the content of the file',
    },
    {
      what: 'a list instead of a map',
      make: () => FlinkConfiguration.fromMap(['a'] as any, V2_2),
      says: 'pass an object',
    },
    {
      what: 'undefined instead of a map',
      make: () => FlinkConfiguration.fromMap(null as any, V2_2),
      says: 'pass an object',
    },
    {
      what: 'values that are not strings',
      make: () => FlinkConfiguration.fromMap({ a: 1, b: 'b', c: null } as any, V2_2),
      says: 'the values of a, c are not strings',
    },
    {
      what: 'a version that is a string',
      make: () => FlinkConfiguration.fromMap({}, '1.20' as any),
      says: 'FlinkVersion.V1_20',
    },
    {
      what: 'a missing version',
      make: () => FlinkConfiguration.parse('', undefined as any),
      says: 'FlinkVersion.V1_20',
    },
  ])('refuses $what with the expected type', ({ make, says }) => {
    expect(make).toThrow(says);
  });

  test('returns a copy from toMap', () => {
    const configuration = FlinkConfiguration.parse('a: 1\n', V2_2);
    configuration.toMap().a = '2';
    expect(configuration.toMap()).toEqual({ a: '1' });
  });

  test('accepts a key that is a built-in property of objects', () => {
    expect(Object.entries(FlinkConfiguration.parse('__proto__: x\n', V2_2).toMap())).toEqual([['__proto__', 'x']]);
  });

  test('every map is read back from a file of every dialect, or refused', () => {
    const maps = fc.dictionary(fc.string({ maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 8 }), {
      maxKeys: 4,
    });
    fc.assert(
      fc.property(maps, fc.constantFrom(V1_18, V1_20, V2_2), (map, version) => {
        let text: string;
        try {
          text = FlinkConfiguration.fromMap(map, version).toText();
        } catch (error) {
          expect([version, (error as Error).message]).toEqual([
            V1_18,
            expect.stringContaining('flink-conf.yaml cannot represent'),
          ]);
          return;
        }
        expect({ ...FlinkConfiguration.parse(text, version).toMap() }).toEqual({ ...map });
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});
