'use strict';

/**
 * Writes `src/data/submission-script.ts` from `src/submission/submission.sh`, because the compiler accepts only
 * TypeScript. `npx projen compile` runs it first, or `node build/embed-script.js` on its own.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const SOURCE = 'src/submission/submission.sh';
const TARGET = 'src/data/submission-script.ts';

/**
 * Returns the script for manifests: without full-line comments, so that it is short, and so that a changed comment does
 * not change the pod, which would replace the Job and submit again.
 */
exports.embedded = (script) => {
  const code = script.split('\n').filter((line) => !/^\s*#/.test(line));
  return `# Comments are in ${SOURCE} of cdk8s-flink.\n\n${code.join('\n').trim()}\n`.replace(/\n{3,}/g, '\n\n');
};

/** Returns a module with the script, one line of the script per line. */
exports.moduleOf = (script) => {
  const lines = exports.embedded(script).split('\n');
  return `// Generated from ${SOURCE} by build/embed-script.js: never edited by hand.

/** Bash; without the comments of the file. */
export const SUBMISSION_SCRIPT: string = [
${lines.map((line) => `  '${line.replace(/[\\']/g, '\\$&')}',\n`).join('')}].join('\\n');
`;
};

if (require.main === module) {
  const root = join(__dirname, '..');
  writeFileSync(join(root, TARGET), exports.moduleOf(readFileSync(join(root, SOURCE), 'utf8')));
}
