'use strict';

/**
 * Writes `lib/index.js` anew, after the compiler: every export becomes a getter that loads its module when it is first read, so that
 * whoever imports the library pays for what it uses alone. TypeScript has no words for it, and jsii allows no other compiler.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const ts = require('typescript');

/** `source` is the text of `src/index.ts`; `namesOf` gives the exports of a compiled module. */
exports.lazyIndex = (source, namesOf) => {
  const modules = modulesOf(source)
    .map((module) => [module, namesOf(module)])
    .filter(([, names]) => names.length > 0);
  return [
    '"use strict";',
    '// Written by build/lazy-index.js: a module loads when one of its exports is first read.',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    '// From these lines Node knows what an ES module can import by name.',
    ...modules.flatMap(([, names]) => names.map((name) => `exports.${name} = void 0;`)),
    'function lazily(load, ...names) {',
    '    for (const name of names) {',
    '        const define = (how) => Object.defineProperty(exports, name, { enumerable: true, configurable: true, ...how });',
    '        define({ get: () => define({ value: load()[name] })[name] });',
    '    }',
    '}',
    ...modules.map(
      ([module, names]) => `lazily(() => require("${module}"), ${names.map((name) => `"${name}"`).join(', ')});`,
    ),
    '',
  ].join('\n');
};

/** What would not be carried over is refused: the index says `export * from` and nothing else, except for types. */
function modulesOf(source) {
  return ts
    .createSourceFile('index.ts', source, ts.ScriptTarget.Latest)
    .statements.filter(({ isTypeOnly }) => !isTypeOnly)
    .map((statement) => {
      if (!ts.isExportDeclaration(statement) || statement.exportClause !== undefined) {
        throw new Error(
          `src/index.ts: only \`export * from '…'\` and \`export type\` can be made lazy, not ${source.slice(statement.pos, statement.end).trim()}`,
        );
      }
      return statement.moduleSpecifier.text;
    });
}

if (require.main === module) {
  const root = join(__dirname, '..');
  const index = join(root, 'lib', 'index.js');
  writeFileSync(
    index,
    exports.lazyIndex(readFileSync(join(root, 'src', 'index.ts'), 'utf8'), (name) =>
      Object.keys(require(join(root, 'lib', name))),
    ),
  );
}
