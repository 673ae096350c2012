import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as library from '../../../src';

const { differences } = require('../../../conformance/native/compare') as {
  differences: (expected: any, actual: any) => object[];
};
const { deployer } = require('../../../conformance/native/deploy') as {
  deployer: (of: typeof library) => (given: any) => any;
};

const FIXTURES = join(__dirname, '../../fixtures/native');
const releases = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.jsonl.gz'))
  .map((name) => name.replace('.jsonl.gz', ''));
const deploy = deployer(library);

function answers(release: string): [any, any][] {
  return gunzipSync(readFileSync(join(FIXTURES, `${release}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .map((line) => JSON.parse(line) as [any, any]);
}

describe.each(releases)('Flink %s', (release) => {
  test('native mode with parity creates the same objects as its client, and rejects the same input', () => {
    const different = answers(release).flatMap(([given, expected]) =>
      differences(expected, deploy(given)).map((difference) => ({ id: given.id, ...difference })),
    );
    expect(different).toEqual([]);
  });
});

describe('the comparison', () => {
  const [given, expected] = answers('2.2.0').find(([, answer]) => answer.error === undefined)!;

  test('detects every changed value of an answer', () => {
    expect(leaves(expected).filter((path) => differences(changed(expected, path), deploy(given)).length === 0)).toEqual(
      [],
    );
  });

  test('detects a missing rejection', () => {
    expect(differences({ ...expected, error: true }, deploy(given))).toHaveLength(1);
  });

  /** The paths of all values that are compared. */
  function leaves(value: any, path: string[] = []): string[][] {
    if (typeof value !== 'object' || value === null) {
      return path.some((part) =>
        ['id', 'flinkVersion', 'ownerReferences', '$internal.deployment.config-dir'].includes(part),
      )
        ? []
        : [path];
    }
    return Object.keys(value).flatMap((key) => leaves(value[key], [...path, key]));
  }

  function changed(value: any, [key, ...rest]: string[]): any {
    const copy = Array.isArray(value) ? [...value] : { ...value };
    copy[key!] = rest.length > 0 ? changed(copy[key!], rest) : changedLeaf(key!, copy[key!]);
    return copy;
  }

  function changedLeaf(key: string, value: unknown): string {
    return typeof value === 'string' && key.endsWith('.yaml') ? `${value}added: true\n` : `${String(value)}x`;
  }
});
