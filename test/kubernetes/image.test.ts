import fc from 'fast-check';
import { formatImage, isFixed, parseImage } from '../../src/kubernetes/image';

const HEX = '0123456789abcdef'.repeat(4);
const SHA256 = `sha256:${HEX}`;
const a = (count: number) => 'a'.repeat(count);

describe('an image name', () => {
  test.each([
    ['flink', { repository: 'flink' }],
    ['flink:1.20', { repository: 'flink', tag: '1.20' }],
    [`flink@${SHA256}`, { repository: 'flink', digest: SHA256 }],
    [`flink:1.20@${SHA256}`, { repository: 'flink', tag: '1.20', digest: SHA256 }],
    ['apache/flink:2.0.0-java17', { repository: 'apache/flink', tag: '2.0.0-java17' }],
    ['localhost/flink', { registry: 'localhost', repository: 'flink' }],
    ['localhost:5000/flink:1', { registry: 'localhost:5000', repository: 'flink', tag: '1' }],
    ['registry:5000/a/b/c', { registry: 'registry:5000', repository: 'a/b/c' }],
    ['registry:5000', { repository: 'registry', tag: '5000' }],
    [
      'ghcr.io/apache/flink-kubernetes-operator:1.12',
      { registry: 'ghcr.io', repository: 'apache/flink-kubernetes-operator', tag: '1.12' },
    ],
    ['Example.COM/a', { registry: 'Example.COM', repository: 'a' }],
    ['127.0.0.1:80/a', { registry: '127.0.0.1:80', repository: 'a' }],
    ['[::1]:5000/a', { registry: '[::1]:5000', repository: 'a' }],
    ['a.b__c--d_e', { repository: 'a.b__c--d_e' }],
    [`a:_${a(127)}`, { repository: 'a', tag: `_${a(127)}` }],
    [`a@sha512:${HEX}${HEX}`, { repository: 'a', digest: `sha512:${HEX}${HEX}` }],
    [`a@sha384:${a(96)}`, { repository: 'a', digest: `sha384:${a(96)}` }],
    [`${HEX}:1`, { repository: HEX, tag: '1' }],
    [`${a(127)}/${a(109)}`, { repository: `${a(127)}/${a(109)}` }],
  ])('%j is parsed', (text, parts) => expect(parseImage(text)).toEqual(parts));

  test.each([
    '',
    ' flink:1.20',
    'flink:1.20 ',
    'flink:1.20\n',
    'Flink:1.20',
    'Apache/flink',
    'apache/Flink',
    'flink:',
    'flink:-1',
    'flink:.1',
    'flink:1:2',
    `flink:${a(129)}`,
    '/flink',
    'flink/',
    'a//b',
    'a___b',
    'a..b',
    'a._b',
    '-a',
    'a-',
    'a_',
    ':1',
    'localhost:/a',
    'localhost:x/a',
    '-x.io/a',
    'a_b.io/c',
    '[::1/a',
    'http://example.com/flink',
    'flink@',
    'flink@sha256',
    'flink@sha256:short',
    `flink@sha256:${HEX.slice(1)}`,
    `flink@sha256:${HEX}0`,
    `flink@sha256:${HEX.toUpperCase()}`,
    `flink@md5:${a(32)}`,
    `flink@${SHA256}@${SHA256}`,
    `flink@${SHA256}:1`,
    `@${SHA256}`,
    'fl\u0456nk',
    HEX,
    `${a(128)}/${a(109)}`,
    `example.com/${a(244)}`,
  ])('%j is refused', (text) => expect(parseImage(text)).toBeUndefined());

  test('is equal to its parsed parts', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,9}([._-][a-z0-9]{1,9})?$/);
    const image = fc.record(
      {
        registry: fc.constantFrom('localhost', 'ghcr.io', 'r:5000', '10.0.0.1:80'),
        repository: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
        tag: fc.stringMatching(/^\w[\w.-]{0,20}$/),
        digest: fc.constant(SHA256),
      },
      { requiredKeys: ['registry', 'repository'] },
    );
    fc.assert(
      fc.property(image, (parts) => expect(parseImage(formatImage(parts))).toEqual(parts)),
      { seed: 1, numRuns: 500 },
    );
  });
});

test.each([
  ['flink', false],
  ['flink:latest', false],
  ['flink:1.20', true],
  [`flink@${SHA256}`, true],
  [`flink:latest@${SHA256}`, true],
  ['r:5000/flink', false],
])('%s has a fixed tag or digest: %p', (text, fixed) => expect(isFixed(parseImage(text)!)).toBe(fixed));
