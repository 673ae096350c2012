'use strict';

/**
 * Writes `src/data/submission-script.ts` from `src/submission/submission.sh`, before the compiler, which takes TypeScript
 * only: `npx projen compile` runs it, or `node build/embed-script.js`.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const SOURCE = 'src/submission/submission.sh';
const TARGET = 'src/data/submission-script.ts';

/**
 * The script as manifests contain it: without full-line comments, so that it is short there, and so that rewording a
 * comment does not change the pod, which would replace the Job and submit again.
 */
exports.embedded = (script) => {
  const code = script.split('\n').filter((line) => !/^\s*#/.test(line));
  return `# Comments are in ${SOURCE} of cdk8s-flink.\n\n${code.join('\n').trim()}\n`.replace(/\n{3,}/g, '\n\n');
};

/** A module with the script, one line of it on each line. */
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
