'use strict';

/**
 * The index of the compiled library, as `build/lazy-modules.js` writes it: every export becomes a getter that loads its
 * module when it is first read, so that an import loads only what is used.
 */
const ts = require('typescript');

/** Returns the index for `source`, the text of `src/index.ts`; `namesOf` returns the exports of a compiled module. */
exports.lazyIndex = (source, namesOf) => {
  const modules = modulesOf(source)
    .map((module) => [module, namesOf(module)])
    .filter(([, names]) => names.length > 0);
  return [
    '"use strict";',
    '// Written by build/lazy-modules.js: a module loads when one of its exports is first read.',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    '// Node reads the names that ES modules can import from these lines.',
    ...modules.flatMap(([, names]) => names.map((name) => `exports.${name} = void 0;`)),
    'function lazily(load, ...names) {',
    '    for (const name of names) {',
    '        const define = (how) =>',
    '            Object.defineProperty(exports, name, { enumerable: true, configurable: true, ...how });',
    '        define({ get: () => define({ value: load()[name] })[name] });',
    '    }',
    '}',
    ...modules.map(
      ([module, names]) => `lazily(() => require("${module}"), ${names.map((name) => `"${name}"`).join(', ')});`,
    ),
    '',
  ].join('\n');
};

/** The modules of the index. Throws if the index contains anything but `export * from` and type exports. */
function modulesOf(source) {
  return ts
    .createSourceFile('index.ts', source, ts.ScriptTarget.Latest)
    .statements.filter(({ isTypeOnly }) => !isTypeOnly)
    .map((statement) => {
      if (!ts.isExportDeclaration(statement) || statement.exportClause !== undefined) {
        const text = source.slice(statement.pos, statement.end).trim();
        throw new Error(`src/index.ts: only \`export * from '…'\` and \`export type\` can be made lazy, not ${text}`);
      }
      return statement.moduleSpecifier.text;
    });
}
