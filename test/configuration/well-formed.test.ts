import { surrogateRefusal } from '../../src/configuration/well-formed';

describe('surrogateRefusal', () => {
  test.each([
    { key: 'k', value: 'a\ud800', part: 'the value' },
    { key: '\udc00k', value: 'a', part: 'the key' },
    { key: 'k', value: '\udc00\ud800', part: 'the value' },
  ])('refuses an unpaired surrogate in $key: $value', ({ key, value, part }) => {
    expect(surrogateRefusal(key, value)).toBe(`${part} contains half of a surrogate pair, which is not a character`);
  });

  test.each([
    ['', ''],
    ['a: b#', ' \n\r\u0000#'],
    ['\u{1f600}', '\u{1f600}'],
  ])('refuses nothing else, such as %j: %j', (key, value) => {
    expect(surrogateRefusal(key, value)).toBeUndefined();
  });
});
