import fc from 'fast-check';
import { splitEscaped } from '../../../src/configuration/parsing/split';

describe('splitEscaped', () => {
  test.each([
    ['a;b', ['a', 'b']],
    [' a ; b ', ['a', 'b']],
    ['', []],
    [' ', []],
    [';', []],
    ['a;', ['a']],
    [';a', ['a']],
    ['a;;b', ['a', '', 'b']],
    ['a; ;b', ['a', '', 'b']],
    [';;', ['']],
    ["'a;b';c", ['a;b', 'c']],
    ['"a;b"', ['a;b']],
    ["'it''s'", ["it's"]],
    ['"a""b"', ['a"b']],
    ["a'b;c", ["a'b", 'c']],
    ["''", ['']],
    ["'' ;a", ['', 'a']],
    ["'a\"b'", ['a"b']],
    ['\u00a0a', ['\u00a0a']],
    ['\u3000a\u3000', ['a\u3000']],
    ['a\nb', ['a\nb']],
  ])('%j', (text, items) => {
    expect(splitEscaped(text, ';')).toEqual({ value: items });
  });

  test.each(["'a", '"', "a;'", "'a'b", "'a' 'b'", "''a"])('%j is refused', (text) => {
    expect(splitEscaped(text, ';')).toHaveProperty('problem');
  });

  test('quoting preserves any item', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'ab;\'" \n'), maxLength: 6 }), { maxLength: 5 }),
        (items) => {
          expect(splitEscaped(items.map((item) => `'${item.replaceAll("'", "''")}'`).join(';'), ';')).toEqual({
            value: items,
          });
        },
      ),
      { seed: 1, numRuns: 1000 },
    );
  });
});
