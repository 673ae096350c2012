import fc from 'fast-check';
import { expandable, literal, references } from '../../src/kubernetes/expansion';

/**
 * Expands an argument as Kubernetes documents it: `$$` becomes a dollar sign, `$(NAME)` the value of the variable, and
 * a reference to an unknown variable stays as it is.
 */
function expanded(text: string, variables: { [name: string]: string }): string {
  let result = '';
  for (let at = 0; at < text.length;) {
    const end = text.indexOf(')', at);
    if (text.startsWith('$$', at)) {
      result += '$';
      at += 2;
    } else if (text.startsWith('$(', at) && end !== -1) {
      const name = text.slice(at + 2, end);
      result += Object.hasOwn(variables, name) ? variables[name] : text.slice(at, end + 1);
      at = end + 1;
    } else {
      result += text[at];
      at += 1;
    }
  }
  return result;
}

const strings = fc.string({ unit: fc.constantFrom('$', '(', ')', 'A', 'B', ' ', '\n', '"') });

test('a literal string reaches the container unchanged, with any variables', () => {
  fc.assert(
    fc.property(strings, (text) => expect(expanded(literal(text), { A: 'x', AB: 'y', B: 'z' })).toBe(text)),
    { seed: 7, numRuns: 2000 },
  );
});

test('only references are replaced', () => {
  const variables = { A: 'x', B: 'y', AA: 'z', AB: 'u', BA: 'v', BB: 'w' };
  fc.assert(
    fc.property(strings, (text) => {
      fc.pre(references(text).every((name) => Object.hasOwn(variables, name)));
      const wanted = text.replace(/\$\(([AB]+)\)/g, (_, name: keyof typeof variables) => variables[name]);
      expect(expanded(expandable(text), variables)).toBe(wanted);
    }),
    { seed: 7, numRuns: 2000 },
  );
});

test.each([
  ['$(A) $(b-c.d)$(', ['A', 'b-c.d']],
  ['$$(A)', ['A']],
  ['$(a b) $(1) $A ${A}', []],
])('the references of %j are %j', (text, names) => {
  expect(references(text)).toEqual(names);
});
