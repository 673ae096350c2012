import { OPTIONS, RELEASES } from '../../../src/data/option-catalogue';

interface Entry {
  readonly type: string;
  readonly constants?: readonly string[];
  readonly default?: string;
  readonly deprecatedKeys?: readonly string[];
  readonly fallbackKeys?: readonly string[];
  readonly deprecated: boolean;
  readonly hidden: boolean;
}
interface Release {
  readonly version: string;
  readonly options: { readonly [key: string]: Entry };
}
const { decode, encode, extend } = require('../../../conformance/flink/text') as {
  decode(versions: readonly string[], lines: readonly string[]): Release[];
  encode(catalogue: readonly Release[]): string[];
  extend(catalogue: readonly Release[], release: Release): Release[];
};

const option = (entry: Partial<Entry> = {}): Entry => ({ type: 'String', deprecated: false, hidden: false, ...entry });
const release = (version: string, options: Release['options']): Release => ({ version, options });

describe('the generator', () => {
  const versions = RELEASES.split(' ');
  const lines = OPTIONS.slice(1, -1).split('\n');

  test('reads the catalogue and writes it again, byte for byte', () => {
    expect(encode(decode(versions, lines))).toEqual(lines);
  });

  test('a release without changes changes no line', () => {
    const catalogue = decode(versions, lines);
    expect(encode(extend(catalogue, release('9.9.0', catalogue.at(-1)!.options)))).toEqual(lines);
  });

  test('a patch replaces the release of its line', () => {
    const catalogue = [release('1.19.3', { a: option() }), release('1.20.4', { a: option() })];
    expect(extend(catalogue, release('1.20.5', { b: option() })).map(({ version }) => version)).toEqual([
      '1.19.3',
      '1.20.5',
    ]);
  });

  test('an older release that is added later is inserted in order', () => {
    expect(
      extend([release('1.9.0', {}), release('2.0.0', {})], release('1.10.1', {})).map(({ version }) => version),
    ).toEqual(['1.9.0', '1.10.1', '2.0.0']);
  });

  test('adjacent releases with the same facts share a run, and a gap ends it', () => {
    const same = { a: option({ default: '1 s', type: 'Duration' }) };
    expect(
      encode([release('1.1.0', same), release('1.2.0', same), release('1.3.0', {}), release('1.4.0', same)]),
    ).toEqual(['a\t01D =1 s\t3-D =1 s']);
  });

  test('keeps every part of an entry', () => {
    const a = option({
      type: 'List<Enum>',
      constants: ['X', 'y-z'],
      default: 'X;y-z',
      deprecatedKeys: ['b', 'c'],
      fallbackKeys: ['d'],
      deprecated: true,
      hidden: true,
    });
    const encoded = encode([release('1.1.0', { a })]);
    expect(encoded).toEqual(['a\t0-LE(X,y-z)!~ x:b,c f:d =X;y-z', 'b\t@a', 'c\t@a', 'd\t@a']);
    expect(decode(['1.1.0'], encoded)[0]!.options.a).toEqual(a);
  });

  test.each([
    ['Object', undefined],
    ['Enum', ['a b']],
  ])('refuses a type without a letter: %s %j', (type, constants) => {
    expect(() => encode([release('1.1.0', { a: option({ type, constants }) })])).toThrow(/no letter/);
  });
});
