import { runInNewContext } from 'node:vm';
import ts from 'typescript';

const { lazyModule } = require('../../build/lazy-modules') as { lazyModule(text: string): string };

const MODULES: { [name: string]: unknown } = {
  './base': { Base: class {}, value: 1, make: () => 2 },
  './other': { Other: class {}, other: 3 },
};

/** Compiles TypeScript as the library is compiled, makes its imports lazy and runs it. */
function run(source: string) {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const loaded: string[] = [];
  const exports: { [name: string]: any } = {};
  const require = (name: string) => {
    loaded.push(name);
    return MODULES[name];
  };
  runInNewContext(lazyModule(outputText), { exports, require });
  return { exports, loaded, compiled: outputText };
}

describe('a compiled module with lazy imports', () => {
  test('loads nothing until a name is used, and each module once', () => {
    const { exports, loaded } = run(
      "import { value } from './base'; import { other } from './other'; export const f = (): number => value + value;",
    );
    expect(loaded).toEqual([]);
    expect(exports.f()).toBe(2);
    expect(exports.f()).toBe(2);
    expect(loaded).toEqual(['./base']);
  });

  test('loads what its own start needs', () => {
    const { exports, loaded } = run("import { Base } from './base'; export class Derived extends Base {}");
    expect(new exports.Derived()).toBeInstanceOf((MODULES['./base'] as { Base: new () => object }).Base);
    expect(loaded).toEqual(['./base']);
  });

  test.each([
    ['a constructor', "import { Base } from './base'; export const f = () => new Base();", 'object'],
    ['a function', "import { make } from './base'; export const f = () => make();", 'number'],
    ['a namespace', "import * as base from './base'; export const f = () => new base.Base();", 'object'],
    [
      'a re-export',
      "import { value } from './base'; export const f = () => value; export { other } from './other';",
      'number',
    ],
    ['a shorthand property', "import { value } from './base'; export const f = () => ({ value });", 'object'],
    ['a template literal', "import { value } from './base'; export const f = () => `${value}`;", 'string'],
  ])('works with %s', (_, source, type) => {
    expect(typeof run(source).exports.f()).toBe(type);
  });

  test('loads what it re-exports when that is read', () => {
    const { exports, loaded } = run("export { other } from './other';");
    expect(loaded).toEqual([]);
    expect(exports.other).toBe(3);
  });

  test('keeps a property that has the name of an import', () => {
    const { exports } = run(
      "import { value } from './base'; export const f = (o: any) => [o.base_1, { base_1: value }.base_1];",
    );
    expect([...exports.f({ base_1: 'own' })]).toEqual(['own', 1]);
  });

  test('keeps every line, so that source maps stay right', () => {
    const { compiled } = run("import { value } from './base';\n\nexport const f = () => value;\n");
    expect(lazyModule(compiled).split('\n').length).toBe(compiled.split('\n').length);
  });

  test('is left alone where it imports nothing', () => {
    expect(lazyModule('exports.a = 1;\n')).toBe('exports.a = 1;\n');
  });
});
