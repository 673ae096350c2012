import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUBMISSION_SCRIPT } from '../../src/data/submission-script';

const { embedded, moduleOf } = require('../../build/embed-script') as {
  embedded(script: string): string;
  moduleOf(script: string): string;
};

const read = (path: string): string => readFileSync(join(__dirname, '../..', path), 'utf8');
const SOURCE = read('src/submission/submission.sh');

describe('the embedded submission script', () => {
  test('is the one of the file', () => {
    expect(SUBMISSION_SCRIPT).toBe(embedded(SOURCE));
    expect(read('src/data/submission-script.ts')).toBe(moduleOf(SOURCE));
  });

  test('has every line of the file in its order, but for comments and empty lines', () => {
    const lines = (script: string): string[] => script.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
    expect(lines(SUBMISSION_SCRIPT)).toEqual(lines(SOURCE));
  });

  test('names the file that has the comments', () => {
    expect(embedded('#!/bin/bash\n\n# Says hello\necho hello\n').split('\n')).toEqual([
      '# Comments are in src/submission/submission.sh of cdk8s-flink.',
      '',
      'echo hello',
      '',
    ]);
  });

  test('does not depend on comments', () => {
    expect(embedded('echo 1\n\n# One\n\n  # Two\necho 2 # three\n')).toBe(embedded('echo 1\n\necho 2 # three\n'));
  });
});
