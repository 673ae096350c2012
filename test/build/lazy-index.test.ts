import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

const { lazyIndex } = require('../../build/lazy-index') as {
  lazyIndex(source: string, namesOf: (module: string) => string[]): string;
};

const NAMES: { [module: string]: string[] } = { './first': ['One', 'Two'], './second': ['Three'], './types': [] };
const SOURCE = [
  '// Numbers',
  "export * from './first';",
  "export * from './second';",
  "export * from './types';",
  "export type * from './structs';",
  "export type { Four } from './four';",
].join('\n');

function load(text = lazyIndex(SOURCE, (module) => NAMES[module]!)) {
  const loaded: string[] = [];
  const exports: { [name: string]: unknown } = {};
  const require = (module: string) => {
    loaded.push(module);
    return Object.fromEntries(NAMES[module]!.map((name) => [name, { name }]));
  };
  runInNewContext(text, { exports, require });
  return { exports, loaded };
}

describe('the index of the compiled library', () => {
  test('has the exported names of its modules, in their order, and the marker of a compiled ES module', () => {
    const { exports } = load();
    expect(Object.keys(exports)).toEqual(['One', 'Two', 'Three']);
    expect(exports.__esModule).toBe(true);
  });

  test('loads no module', () => {
    expect(load().loaded).toEqual([]);
  });

  test('loads a module when one of its exports is read, and caches it', () => {
    const { exports, loaded } = load();
    const { Two } = exports;
    expect(Two).toEqual({ name: 'Two' });
    expect(exports.Two).toBe(Two);
    expect(loaded).toEqual(['./first']);
  });

  test('loads no module when its property descriptors are copied, as a compiled `import *` does', () => {
    const { exports, loaded } = load();
    const copy = Object.defineProperties({} as typeof exports, Object.getOwnPropertyDescriptors(exports));
    expect(loaded).toEqual([]);
    expect(copy.Three).toEqual({ name: 'Three' });
  });

  test('can be generated from the index of this library', () => {
    const asked: string[] = [];
    lazyIndex(readFileSync(join(__dirname, '../../src/index.ts'), 'utf8'), (module) => {
      asked.push(module);
      return [];
    });
    expect(asked).toContain('./constructs/session-cluster');
  });

  test.each([
    { what: 'export', source: "export { One } from './first';" },
    { what: 'namespace', source: "export * as first from './first';" },
    { what: 'statement', source: 'console.log();' },
  ])('refuses an unsupported $what', ({ source }) => {
    expect(() => lazyIndex(source, () => [])).toThrow(
      /only `export \* from '…'` and `export type` can be made lazy, not /,
    );
  });
});
