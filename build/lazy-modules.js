'use strict';

/**
 * Rewrites the modules of `lib/` after the compiler, so that each module loads an import at the first use of a name
 * instead of at its own start: a cluster in standalone mode then never loads the other modes. The sources contain
 * `import`, so that lint, editors and readers see every dependency. Babel has the same transformation (`lazy: true`);
 * TypeScript has none, and jsii allows no other compiler.
 *
 * The Jest transform in this directory applies it to the sources under test.
 */
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const ts = require('typescript');
const { lazyIndex } = require('./lazy-index');

/** Returns a compiled CommonJS module with lazy imports. Line numbers do not change, so source maps remain valid. */
exports.lazyModule = (text) => {
  const file = ts.createSourceFile('module.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const imports = new Map(file.statements.flatMap((statement) => importOf(statement) ?? []));
  if (imports.size === 0) return text;
  const edits = [...imports.entries()].map(([name, statement]) => declaration(name, statement, text));
  visit(file, (node) => edits.push(...useOf(node, imports)));
  return edits
    .sort((a, b) => b.at - a.at || b.end - a.end)
    .reduce((result, { at, end, by }) => result.slice(0, at) + by + result.slice(end), text);
};

/** The name and the statement of `const x_1 = require('…')`, which can be wrapped in a helper of the compiler. */
function importOf(statement) {
  if (!ts.isVariableStatement(statement) || statement.declarationList.declarations.length !== 1) return undefined;
  const [{ name, initializer }] = statement.declarationList.declarations;
  const isImport =
    ts.isIdentifier(name) && /_\d+$/.test(name.text) && initializer !== undefined && isRequire(initializer);
  return isImport ? [[name.text, statement]] : undefined;
}

function isRequire(node) {
  if (!ts.isCallExpression(node) || node.arguments.length !== 1) return false;
  const called = node.expression.getText();
  return called === 'require' || (/^__import(?:Default|Star)$/.test(called) && isRequire(node.arguments[0]));
}

function declaration(name, statement, text) {
  const [{ initializer }] = statement.declarationList.declarations;
  const load = text.slice(initializer.getStart(), initializer.end);
  return {
    at: statement.getStart(),
    end: statement.end,
    by: `let ${name}$; const ${name} = () => ${name}$ ??= ${load};`,
  };
}

/** `x_1` becomes `x_1()`; `new x_1.A()` needs parentheses, or it would construct `x_1`. */
function useOf(node, imports) {
  if (ts.isNewExpression(node) && imports.has(rootOf(node.expression))) {
    const { expression } = node;
    return [
      { at: expression.getStart(), end: expression.getStart(), by: '(' },
      { at: expression.end, end: expression.end, by: ')' },
    ];
  }
  const isUse =
    ts.isIdentifier(node) &&
    imports.has(node.text) &&
    !ts.isVariableDeclaration(node.parent) &&
    !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
  return isUse ? [{ at: node.end, end: node.end, by: '()' }] : [];
}

function rootOf(node) {
  return ts.isPropertyAccessExpression(node) ? rootOf(node.expression) : node.getText();
}

function visit(node, see) {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function main() {
  const root = join(__dirname, '..');
  const library = join(root, 'lib');
  for (const name of readdirSync(library, { recursive: true }).filter((file) => file.endsWith('.js'))) {
    const file = join(library, name);
    writeFileSync(file, exports.lazyModule(readFileSync(file, 'utf8')));
  }
  const namesOf = (module) => Object.keys(require(join(library, module)));
  writeFileSync(join(library, 'index.js'), lazyIndex(readFileSync(join(root, 'src', 'index.ts'), 'utf8'), namesOf));
}

if (require.main === module) main();
