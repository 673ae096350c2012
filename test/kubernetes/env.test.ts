import fc from 'fast-check';
import type { EnvEntry } from '../../src/kubernetes/env';
import { orderEnv } from '../../src/kubernetes/env';

const names = (variables: Record<string, string>) => order(variables).ordered.map((entry) => entry.name);
const order = (variables: Record<string, string>) =>
  orderEnv(Object.entries(variables).map(([name, value]) => ({ name, value })));

describe('environment variables', () => {
  test('are sorted by code point', () => {
    expect(names({ b: '', a: '', B: '', _: '', A1: '' })).toEqual(['A1', 'B', '_', 'a', 'b']);
  });

  test('that others reference are written right before the first that needs them', () => {
    expect(names({ A: '$(Z)/$(C)', B: '', C: '$(Y)', Y: '', Z: '' })).toEqual(['Y', 'C', 'Z', 'A', 'B']);
  });

  test.each([
    ['$(Z)', ['Z', 'A']],
    ['x$(Z)y', ['Z', 'A']],
    ['$$$(Z)', ['Z', 'A']],
    ['$x$(Z)', ['Z', 'A']],
    ['$(Q)$(Z)', ['Z', 'A']],
    ['$$(Z)', ['A', 'Z']],
    ['$$$$(Z)', ['A', 'Z']],
    ['$Z ${Z} (Z)', ['A', 'Z']],
    ['$(Z', ['A', 'Z']],
    ['$($(Z)', ['A', 'Z']],
    ['$( Z)', ['A', 'Z']],
    ['$', ['A', 'Z']],
  ])('with the value %j are ordered %p', (value, expected) => expect(names({ A: value, Z: '' })).toEqual(expected));

  test('keep their values, and their order if they have the same name', () => {
    const source = { secretKeyRef: { name: 's', key: 'k' } };
    const entries: EnvEntry[] = [
      { name: 'B', valueFrom: source },
      { name: 'A', value: '2' },
      { name: 'A', value: '1' },
    ];
    const { ordered } = orderEnv(entries);
    expect(ordered).toEqual([
      { name: 'A', value: '2' },
      { name: 'A', value: '1' },
      { name: 'B', valueFrom: source },
    ]);
    expect(ordered[2]).toBe(entries[0]);
    expect(entries[0]!.name).toBe('B');
  });

  test('can have the name of a built-in property of objects', () => {
    expect(names({ constructor: '$(valueOf)', A: '$(toString)' })).toEqual(['A', 'constructor']);
  });

  test('can form a chain longer than the call stack', () => {
    const chain = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`V${index}`, `$(V${index + 1})`]));
    const { ordered, cycle } = order(chain);
    expect([ordered[0]?.name, ordered[49_999]?.name, cycle]).toEqual(['V49999', 'V0', undefined]);
  });

  test.each([
    [{ A: '$(A)' }, ['A']],
    [{ B: '$(A)', A: '$(B)' }, ['A', 'B']],
    [{ A: '$(X)', X: '$(Y)', Y: '$(Z)', Z: '$(X)' }, ['X', 'Y', 'Z']],
    [{ A: '$(B)', B: '$(A)', C: '$(C)' }, ['A', 'B']],
    [{ A: '$(B)', B: '' }, undefined],
    [{ A: '$(B)$(C)', B: '$(C)', C: '' }, undefined],
  ])('%p have the cycle %p', (variables, cycle) => {
    const found = order(variables as unknown as Record<string, string>);
    expect(found.cycle).toEqual(cycle);
    expect(found.ordered).toHaveLength(Object.keys(variables).length);
  });

  test('have an order that does not depend on the input, each after its references', () => {
    const name = fc.constantFrom(...'ABCDEFGH');
    const references = fc.dictionary(name, fc.array(name, { maxLength: 3 }), { maxKeys: 8 });
    fc.assert(
      fc.property(references, fc.infiniteStream(fc.nat()), (graph, shuffle) => {
        const entries = Object.entries(graph).map(([key, targets]) => ({
          name: key,
          value: targets.map((target) => `$(${target})`).join(''),
        }));
        const shuffled = entries
          .map((entry) => ({ entry, rank: shuffle.next().value! }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ entry }) => entry);
        const { ordered, cycle } = orderEnv(entries);
        expect(orderEnv(shuffled)).toEqual({ ordered, ...(cycle === undefined ? {} : { cycle }) });
        const position = new Map(ordered.map((entry, index) => [entry.name, index]));
        const late = ordered.some((entry) =>
          graph[entry.name]!.some((target) => (position.get(target) ?? -1) >= position.get(entry.name)!),
        );
        expect(late).toBe(cycle !== undefined);
        cycle?.forEach((member, index) => expect(graph[member]).toContain(cycle[(index + 1) % cycle.length]));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
