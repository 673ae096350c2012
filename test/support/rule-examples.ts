import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A faulty and a valid input of a rule as code, from a row of the tests. */
export interface RuleExample {
  readonly what: string;
  readonly bad: string;
  readonly good: string;
}

const TESTS = join(__dirname, '..');
const ROW_FILES = [
  ...readdirSync(join(TESTS, 'bad-input', 'rows')).map((file) => join(TESTS, 'bad-input', 'rows', file)),
  join(TESTS, 'operator', 'rows.ts'),
];

/** The first row of each rule, by the rule's id. A row that stands alone is preferred to one of a list. */
export function ruleExamples(): Map<string, RuleExample> {
  const found = new Map<string, { readonly example: RuleExample; readonly isAlone: boolean }>();
  for (const file of ROW_FILES) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    visit(source, (row, id, isAlone) => {
      if (found.get(id)?.isAlone !== true && (isAlone || !found.has(id))) {
        found.set(id, {
          example: ts.isCallExpression(row) ? calledExample(row, source) : exampleOf(row, source),
          isAlone,
        });
      }
    });
  }
  return new Map([...found].map(([id, { example }]) => [id, example]));
}

type Row = ts.ObjectLiteralExpression;
type SeeRow = (row: Row | ts.CallExpression, id: string, isAlone: boolean) => void;

function visit(node: ts.Node, see: SeeRow, rule?: string): void {
  const own = ts.isCallExpression(node) && node.expression.getText() === 'rule' ? textOf(node.arguments[0]) : rule;
  if (isRow(node)) {
    const id = textOf(valueOf(node, 'id')) ?? own;
    const isMade = ts.findAncestor(node, (one) => ts.isArrowFunction(one)) !== undefined;
    if (id !== undefined) see(node, id, !isMade);
    return;
  }
  if (ts.isCallExpression(node) && rule !== undefined && rowFunction(node) !== undefined) {
    see(node, rule, true);
    return;
  }
  ts.forEachChild(node, (child) => visit(child, see, own));
}

/** The row that a function of the same file returns. */
function rowFunction(call: ts.CallExpression): { parameters: ts.FunctionDeclaration; row: Row } | undefined {
  const parameters = call
    .getSourceFile()
    .statements.filter(ts.isFunctionDeclaration)
    .find(({ name, body }) => name?.text === call.expression.getText() && body?.statements.length === 1);
  const returned = parameters?.body?.statements[0];
  const row = returned !== undefined && ts.isReturnStatement(returned) ? returned.expression : undefined;
  return parameters !== undefined && row !== undefined && isRow(row) ? { parameters, row } : undefined;
}

function isRow(node: ts.Node): node is Row {
  return (
    ts.isObjectLiteralExpression(node) && ['bad', 'good', 'says'].every((name) => valueOf(node, name) !== undefined)
  );
}

/** The example of a row that a function returns, with the arguments in place of the parameters. */
function calledExample(call: ts.CallExpression, source: ts.SourceFile): RuleExample {
  const { parameters, row } = rowFunction(call)!;
  const values = new Map(
    parameters.parameters.flatMap(({ name }, index) => {
      const argument = call.arguments[index]!;
      return ts.isObjectLiteralExpression(argument)
        ? argument.properties.map((one) => [one.name!.getText(), valueOf(argument, one.name!.getText())!] as const)
        : [[name.getText(), argument] as const];
    }),
  );
  const code = (name: string): string =>
    dedented(valueOf(row, name)!, source).replace(/\w+(?!\w*['(:])/g, (word) => values.get(word)?.getText() ?? word);
  const what = valueOf(row, 'what')!.getText().slice(1, -1);
  return {
    what: what.replace(/\$\{(?:\w+\.\w+\()?(\w+)\)?\}/g, (_, word) => plain(values.get(word))),
    bad: code('bad'),
    good: code('good'),
  };
}

function plain(value: ts.Expression | undefined): string {
  return textOf(value) === undefined ? (value?.getText() ?? '') : value!.getText().slice(1, -1);
}

function valueOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const property = object.properties.find((one) => one.name?.getText() === name);
  if (property !== undefined && ts.isPropertyAssignment(property)) return property.initializer;
  return property !== undefined && ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

function textOf(node: ts.Expression | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function exampleOf(row: ts.ObjectLiteralExpression, source: ts.SourceFile): RuleExample {
  const code = (name: string): string => dedented(valueOf(row, name)!, source);
  const what = textOf(valueOf(row, 'what')) ?? '';
  const isOption = ts.isCallExpression(row.parent) && row.parent.expression.getText() === 'value';
  if (!isOption) return { what, bad: code('bad'), good: code('good') };
  const set = (name: string): string =>
    code(name) === 'undefined' ? '{}' : `{ configuration: { ${code('key')}: ${code(name)} } }`;
  return { what: `${textOf(valueOf(row, 'key')) ?? 'the option'} with this value`, bad: set('bad'), good: set('good') };
}

/** The code of an expression, moved to the left by the indentation of its line. */
function dedented(node: ts.Expression, source: ts.SourceFile): string {
  if (ts.isCallExpression(node) && ['jobManager', 'taskManager'].includes(node.expression.getText())) {
    return `{ ${node.expression.getText()}: ${dedented(node.arguments[0]!, source)} }`;
  }
  const line = source.text.slice(source.text.lastIndexOf('\n', node.getStart()) + 1, node.getStart());
  const indentation = /^ */.exec(line)![0];
  return node
    .getText()
    .split('\n')
    .map((text) => (text.startsWith(indentation) ? text.slice(indentation.length) : text))
    .join('\n');
}
