import fc from 'fast-check';
import {
  formatCodePoint,
  isConfigKey,
  isDns1035Label,
  isDnsLabel,
  isDnsSubdomain,
  isEnvName,
  isLabelValue,
  isNodePort,
  isPort,
  isPortName,
  isQualifiedName,
  oddCodePoint,
  toDns1035Label,
} from '../../src/kubernetes/names';

const a = (count: number) => 'a'.repeat(count);

/** Accepted names, and refused names of which each has an accepted neighbour. */
const NAMES: ReadonlyArray<{ what: string; accepts: (text: string) => boolean; good: string[]; bad: string[] }> = [
  {
    what: 'an RFC 1123 label',
    accepts: isDnsLabel,
    good: ['a', '0', '9a', 'my-flink', 'a--b', a(63)],
    bad: ['', 'A', 'my_flink', '-a', 'a-', 'a.b', 'a b', a(64), 'a\n', 'fl\u0456nk', '\u0661'],
  },
  {
    what: 'an RFC 1035 label',
    accepts: isDns1035Label,
    good: ['a', 'z9', 'my-flink', 'a--b', a(63)],
    bad: ['', '0', '9a', 'My-flink', 'a_b', '-a', 'a-', 'a.b', a(64), 'a\n'],
  },
  {
    what: 'a DNS subdomain',
    accepts: isDnsSubdomain,
    good: ['a', '0.0', 'a.b-c.d', `${'a.'.repeat(126)}a`, a(100)],
    bad: ['', 'a..b', '.a', 'a.', 'a.-b', 'a-.b', 'A.b', 'a_b', 'BAD SA', `${'a.'.repeat(126)}ab`, 'a.b\n'],
  },
  {
    what: 'a key of a label or an annotation',
    accepts: isQualifiedName,
    good: ['app', 'App', 'a_b.c-d', 'app.kubernetes.io/name', 'x/y', a(63), `${a(253)}/${a(63)}`],
    bad: [
      '',
      '/x',
      'x/',
      'a/b/c',
      'team name',
      '-a',
      'a-',
      '_a',
      'X/y',
      'a_b/c',
      a(64),
      `${a(254)}/x`,
      `x/${a(64)}`,
      'a\n',
    ],
  },
  {
    what: 'a label value',
    accepts: isLabelValue,
    good: ['', 'a', '1', 'Data_platform.x-1', a(63)],
    bad: ['data platform', '-a', 'a-', '.a', 'a.', 'a/b', a(64), 'é', 'a\n'],
  },
  {
    what: 'a port name',
    accepts: isPortName,
    good: ['a', 'rest', 'a-b-1', '1a', a(15)],
    bad: ['', '123', '1-2', 'Rest', 'a--b', '-a', 'a-', 'a_b', a(16), 'a\n'],
  },
  {
    what: 'an environment variable name',
    accepts: isEnvName,
    good: ['A', '_', '-', 'a.b-c_D1', '.a', '.-', a(300)],
    bad: ['', '1X', 'MY VAR', 'A=B', 'é', '.', '..', '..a', 'A\n'],
  },
  {
    what: 'a data key',
    accepts: isConfigKey,
    good: ['a', '1', 'core-site.xml', '.a', '-', '_', 'A.B', a(253)],
    bad: ['', 'a b.xml', '.', '..', '..data', '../x', 'a/b', 'é', a(254), 'a\n'],
  },
];

describe.each(NAMES)('$what', ({ accepts, good, bad }) => {
  test.each(good)('can be %j', (text) => expect(accepts(text)).toBe(true));
  test.each(bad)('cannot be %j', (text) => expect(accepts(text)).toBe(false));
});

test('can have a smaller maximum length', () => {
  expect([isDnsLabel(a(52), 52), isDnsLabel(a(53), 52), isDns1035Label(a(45), 45), isDns1035Label(a(46), 45)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

describe('a suggested name', () => {
  test.each([
    { text: 'My_Flink', max: 63, label: 'my-flink' },
    { text: 'MyFlink', max: 63, label: 'myflink' },
    { text: '9to5', max: 63, label: 'to5' },
    { text: '--a--', max: 63, label: 'a' },
    { text: 'Flink (prod)', max: 63, label: 'flink--prod' },
    { text: 'a😀b', max: 63, label: 'a-b' },
    { text: 'İstanbul', max: 63, label: 'i-stanbul' },
    { text: 'abc-def', max: 4, label: 'abc' },
    { text: 'abcdef', max: 4, label: 'abcd' },
    { text: '123', max: 63, label: '' },
    { text: '', max: 63, label: '' },
    { text: '漢字', max: 63, label: '' },
  ])('for $text with at most $max characters is $label', ({ text, max, label }) =>
    expect(toDns1035Label(text, max)).toBe(label),
  );

  test('is valid for every string with an ASCII letter, and empty otherwise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 63 }), (text, max) => {
        const label = toDns1035Label(text, max);
        return label === '' ? !/[a-z]/i.test(text) : isDns1035Label(label, max);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('for a valid name is that name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]([-a-z0-9]{0,43}[a-z0-9])?$/), (name) => toDns1035Label(name, 63) === name),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('an unexpected character', () => {
  test.each([
    ['fl\u0456nk', 'U+0456'],
    ['a\tb', 'U+0009'],
    ['a\u007f', 'U+007F'],
    ['a\u00a0é', 'U+00A0'],
    ['a😀', 'U+1F600'],
    ['a\ud800b', 'U+D800'],
    [' ~', undefined],
    ['', undefined],
  ])('in %j is %s', (text, expected) => expect(oddCodePoint(text)).toBe(expected));

  test('is written with at least four digits', () => {
    expect([formatCodePoint('A'), formatCodePoint('😀!')]).toEqual(['U+0041', 'U+1F600']);
  });
});

test.each([
  [1, true],
  [65535, true],
  [8081, true],
  [0, false],
  [-1, false],
  [65536, false],
  [8081.5, false],
  [NaN, false],
  ['8081', false],
  [undefined, false],
])('the port %p is valid: %p', (port, valid) => expect(isPort(port)).toBe(valid));

test.each([
  [30000, true],
  [32767, true],
  [29999, false],
  [32768, false],
  [80, false],
  [30000.5, false],
  ['30000', false],
])('the node port %p is valid: %p', (port, valid) => expect(isNodePort(port)).toBe(valid));
