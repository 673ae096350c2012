import { surrogateRefusal } from '../../src/configuration/well-formed';

describe('surrogateRefusal', () => {
  test.each([
    ['k', 'a\ud800', 'the value'],
    ['\udc00k', 'a', 'the key'],
    ['k', '\udc00\ud800', 'the value'],
  ])('half of a surrogate pair is refused in %j: %j', (key, value, part) => {
    expect(surrogateRefusal(key, value)).toBe(`${part} holds half of a surrogate pair, which is no character`);
  });

  test.each([
    ['', ''],
    ['a: b#', ' \n\r\u0000#'],
    ['\u{1f600}', '\u{1f600}'],
  ])('nothing else is refused, such as %j: %j', (key, value) => {
    expect(surrogateRefusal(key, value)).toBeUndefined();
  });
});
