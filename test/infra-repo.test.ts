import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { EXAMPLES, readDirectory, synthesize } from './support/examples';

const { lazyModule } = require('../build/lazy-modules') as { lazyModule(text: string): string };

const REPOSITORY = path.join(__dirname, '..');
const INFRA = path.join(EXAMPLES, 'infra-repo');
const CLUSTERS = '../examples/infra-repo/src/clusters';
const IDENTITY = {
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

jest.setTimeout(60_000);

/** The files that the repository writes after a change of its data. */
function synthesizeWith(change: (clusters: any[]) => any[]): Map<string, string> {
  return synthesize('infra-repo', () => {
    jest.doMock(CLUSTERS, () => {
      const actual = jest.requireActual(CLUSTERS);
      return { ...actual, CLUSTERS: change(actual.CLUSTERS) };
    });
  });
}

/** The files that were added, changed and removed. */
function difference(before: Map<string, string>, after: Map<string, string>): Record<string, string[]> {
  return {
    removed: [...before.keys()].filter((file) => !after.has(file)),
    added: [...after.keys()].filter((file) => !before.has(file)),
    changed: [...after.keys()].filter((file) => before.has(file) && before.get(file) !== after.get(file)),
  };
}

describe('the data', () => {
  const before = synthesizeWith((clusters) => clusters);

  test('makes one file per cluster and environment', () => {
    expect([...before.keys()]).toEqual(
      ['dev', 'prod'].flatMap((environment) =>
        ['clicks', 'fraud', 'orders'].map((name) => `${environment}/${name}.k8s.yaml`),
      ),
    );
  });

  test.each(['clicks', 'fraud', 'orders'])('removing %s removes exactly its files', (removed) => {
    const after = synthesizeWith((clusters) => clusters.filter(({ name }) => name !== removed));
    expect(difference(before, after)).toEqual({
      removed: [`dev/${removed}.k8s.yaml`, `prod/${removed}.k8s.yaml`],
      added: [],
      changed: [],
    });
  });

  test('a new cluster changes no file of other clusters', () => {
    const after = synthesizeWith((clusters) => [{ ...clusters[0], name: 'alerts' }, ...clusters]);
    expect(difference(before, after)).toEqual({
      removed: [],
      added: ['dev/alerts.k8s.yaml', 'prod/alerts.k8s.yaml'],
      changed: [],
    });
  });

  test('the order of the clusters does not matter', () => {
    expect(synthesizeWith((clusters) => [...clusters].reverse())).toEqual(before);
  });

  test('a change of one cluster in one environment changes one file', () => {
    const after = synthesizeWith((clusters) =>
      clusters.map((spec) =>
        spec.name === 'fraud' ? { ...spec, taskManagers: { ...spec.taskManagers, prod: 9 } } : spec,
      ),
    );
    expect(difference(before, after)).toEqual({ removed: [], added: [], changed: ['prod/fraud.k8s.yaml'] });
    expect(checksums(after.get('prod/fraud.k8s.yaml')!)).toEqual(checksums(before.get('prod/fraud.k8s.yaml')!));
  });

  test('a change of options restarts both roles of that cluster and changes no other file', () => {
    const after = synthesizeWith((clusters) =>
      clusters.map((spec) =>
        spec.name === 'fraud' ? { ...spec, configuration: { 'execution.checkpointing.timeout': '20min' } } : spec,
      ),
    );
    expect(difference(before, after)).toEqual({
      removed: [],
      added: [],
      changed: ['dev/fraud.k8s.yaml', 'prod/fraud.k8s.yaml'],
    });
    const [now, then] = [after, before].map((files) => checksums(files.get('prod/fraud.k8s.yaml')!));
    expect(now!.filter((checksum) => then!.includes(checksum))).toEqual([]);
  });
});

function checksums(text: string): string[] {
  const found = [...text.matchAll(/checksum\/flink-config: (\S+)/g)].map(([, checksum]) => checksum!);
  expect(found).toHaveLength(2);
  return found;
}

/** A copy of the repository that uses the current sources of the library. */
function copyRepository(target: string): void {
  fs.cpSync(INFRA, target, {
    recursive: true,
    filter: (source) => !['dist', 'node_modules', 'expected'].includes(path.relative(INFRA, source)),
  });
  const modules = path.join(target, 'node_modules');
  fs.mkdirSync(modules);
  for (const name of ['cdk8s', 'cdk8s-cli', 'cdk8s-plus-27', 'constructs', 'ts-node', 'typescript']) {
    fs.symlinkSync(path.join(REPOSITORY, 'node_modules', name), path.join(modules, name), 'junction');
  }
  const library = path.join(modules, 'cdk8s-flink');
  for (const [file, text] of readDirectory(path.join(REPOSITORY, 'src'))) {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    });
    const compiled = path.join(library, file.replace(/\.ts$/, '.js'));
    fs.mkdirSync(path.dirname(compiled), { recursive: true });
    fs.writeFileSync(compiled, lazyModule(outputText));
  }
}

describe('publish.js', () => {
  let checkout: string;
  let repository: string;
  let done: () => void;

  const git = (...args: string[]) =>
    execFileSync('git', ['-C', checkout, ...args], { encoding: 'utf8', env: { ...process.env, ...IDENTITY } });
  const publish = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(repository, 'scripts/publish.js'), ...args],
      { encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };
  const commitAll = () => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'state');
  };
  const inCheckout = (file: string) => path.join(checkout, file);
  const put = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(inCheckout(file)), { recursive: true });
    fs.writeFileSync(inCheckout(file), text);
  };

  beforeAll(() => {
    const directory = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'infra-repo-')));
    repository = path.join(directory, 'repository');
    checkout = path.join(directory, 'gitops');
    done = () => fs.rmSync(directory, { recursive: true, force: true });
    copyRepository(repository);
  });
  afterAll(() => done());

  beforeEach(() => {
    fs.rmSync(checkout, { recursive: true, force: true });
    fs.mkdirSync(checkout);
    git('init', '--quiet');
    put('kafka/topics.yaml', 'kind: KafkaTopic\n');
    commitAll();
  });

  test('writes the expected files, prints the diff and does not commit', () => {
    const head = git('rev-parse', 'HEAD');
    const { status, stdout, stderr } = publish(checkout);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { '.published': index, ...files } = Object.fromEntries(readDirectory(inCheckout('flink')));
    expect(files).toEqual(Object.fromEntries(readDirectory(path.join(INFRA, 'expected'))));
    expect(index!.trim().split('\n')).toEqual(Object.keys(files));
    expect(stdout).toContain('?? flink/prod/orders.k8s.yaml');
    expect(git('rev-parse', 'HEAD')).toBe(head);
    expect(git('diff', '--cached', '--name-only')).toBe('');
  });

  test('mirrors removed and changed files, and does not change other files', () => {
    publish(checkout);
    commitAll();
    const data = path.join(repository, 'src/clusters.ts');
    const text = fs.readFileSync(data, 'utf8');
    fs.writeFileSync(
      data,
      text.replace('prod: 6', 'prod: 7') +
        "\nCLUSTERS.splice(CLUSTERS.findIndex(({ name }) => name === 'orders'), 1);\n",
    );
    const { status, stdout } = publish(checkout);
    fs.writeFileSync(data, text);
    expect(status).toBe(0);
    expect(git('status', '--short').split('\n')).toEqual([
      ' M flink/.published',
      ' D flink/dev/orders.k8s.yaml',
      ' M flink/prod/clicks.k8s.yaml',
      ' D flink/prod/orders.k8s.yaml',
      '',
    ]);
    expect(stdout).toMatch(/^-  replicas: 6\n\+  replicas: 7$/m);
  });

  test('reports when nothing has changed', () => {
    publish(checkout);
    commitAll();
    const { status, stdout } = publish(checkout);
    expect(status).toBe(0);
    expect(stdout).toContain('is up to date');
    expect(git('status', '--short')).toBe('');
  });

  test('does not change the checkout if the synthesis fails', () => {
    publish(checkout);
    commitAll();
    const data = path.join(repository, 'src/clusters.ts');
    const text = fs.readFileSync(data, 'utf8');
    fs.writeFileSync(data, text.replace("name: 'orders'", "name: 'orders_'"));
    const { status, stderr } = publish(checkout);
    fs.writeFileSync(data, text);
    expect(status).toBe(1);
    expect(stderr).toContain('FLK-NAME-01');
    expect(git('status', '--short')).toBe('');
  });

  const refusals: { what: string; message: RegExp; arrange: () => string }[] = [
    {
      what: 'a directory that is not a git work tree',
      message: /not a git work tree/,
      arrange: () => {
        fs.rmSync(inCheckout('.git'), { recursive: true });
        return checkout;
      },
    },
    { what: 'a directory that does not exist', message: /not a git work tree/, arrange: () => inCheckout('nowhere') },
    {
      what: 'a directory inside a git work tree',
      message: /not the root directory/,
      arrange: () => inCheckout('kafka'),
    },
    {
      what: 'files that it did not write',
      message: /hand-made\.yaml/,
      arrange: () => {
        put('flink/hand-made.yaml', 'kind: ConfigMap\n');
        return checkout;
      },
    },
    {
      what: 'files in addition to those that it wrote',
      message: /prod\/kafka\.yaml$/m,
      arrange: () => {
        put('flink/.published', 'prod/orders.k8s.yaml\n');
        put('flink/prod/orders.k8s.yaml', 'kind: ConfigMap\n');
        put('flink/prod/kafka.yaml', 'kind: KafkaTopic\n');
        return checkout;
      },
    },
    {
      what: 'a symbolic link to another directory',
      message: /is not a directory/,
      arrange: () => {
        fs.symlinkSync(inCheckout('kafka'), inCheckout('flink'));
        return checkout;
      },
    },
    {
      what: 'a symbolic link instead of a file that it wrote',
      message: /files that this script has not published: orders\.k8s\.yaml$/m,
      arrange: () => {
        put('flink/.published', 'orders.k8s.yaml\n');
        fs.symlinkSync(inCheckout('kafka/topics.yaml'), inCheckout('flink/orders.k8s.yaml'));
        return checkout;
      },
    },
  ];

  test.each(refusals)('refuses $what', ({ message, arrange }) => {
    const argument = arrange();
    const before = readDirectory(checkout);
    const { status, stdout, stderr } = publish(argument);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(readDirectory(checkout)).toEqual(before);
  });

  test('accepts its directory if it contains only files that it wrote, even with manual changes', () => {
    publish(checkout);
    put('flink/prod/orders.k8s.yaml', 'kind: ConfigMap\n');
    expect(publish(checkout).status).toBe(0);
    expect(fs.readFileSync(inCheckout('flink/prod/orders.k8s.yaml'), 'utf8')).toBe(
      fs.readFileSync(path.join(INFRA, 'expected/prod/orders.k8s.yaml'), 'utf8'),
    );
  });

  test('requires one argument', () => {
    expect(publish()).toEqual({ status: 1, stdout: '', stderr: 'publish: usage: node scripts/publish.js CHECKOUT\n' });
  });
});
