import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { App, Chart, Size } from 'cdk8s';
import { FlinkVersion } from '../src/configuration/flink-version';
import { FlinkSessionCluster } from '../src/constructs/session-cluster';

/** The modules that a process loads for one plain cluster. The index loads nothing; the first use loads all of them. */

const SOURCES = join(__dirname, '..', 'src');

function loaded(): string[] {
  return Object.keys(require.cache)
    .map((file) => relative(SOURCES, file).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('../'));
}

const imported = loaded();

function used(): string[] {
  const app = new App();
  new FlinkSessionCluster(new Chart(app, 'chart'), 'Flink', {
    version: FlinkVersion.V1_20,
    jobManager: { memory: Size.mebibytes(1600), cpu: 1 },
    taskManager: { memory: Size.mebibytes(1728), cpu: 1, taskSlots: 2, replicas: 2 },
    configuration: { 'parallelism.default': 2 },
  });
  app.synthYaml();
  return loaded();
}

describe('the modules for a plain session cluster', () => {
  const all = used();

  test('are few, before its constructor runs and after its files are written', () => {
    expect(imported.length).toBeLessThanOrEqual(4);
    expect(all.length).toBeLessThanOrEqual(134);
  });

  test('do not include cdk8s-plus', () => {
    expect(Object.keys(require.cache).filter((file) => file.includes('cdk8s-plus'))).toEqual([]);
  });

  test.each([
    'jobs',
    'mounts',
    'constructs/session-job.ts',
    'operator-rules',
    'modes/native',
    'modes/operator',
    'configuration/parsing',
    'configuration/logging/logback.ts',
    'rules/pods',
    'modes/standalone/application.ts',
    'assembly/rule-table.ts',
    'validation/suggest.ts',
  ])('do not include %s', (path) => {
    expect(existsSync(join(SOURCES, path))).toBe(true);
    expect(all.filter((file) => file === path || file.startsWith(`${path}/`))).toEqual([]);
  });

  test.each([
    'modes/standalone',
    'configuration/dialects',
    'configuration/catalogue',
    'data',
    'memory/derive.ts',
    'features/logging-files.ts',
    'rules',
    'derivation/cluster-model.ts',
  ])('include %s only after the constructor runs', (path) => {
    const isIn = (file: string) => file === path || file.startsWith(`${path}/`);
    expect(imported.filter(isIn)).toEqual([]);
    expect(all.filter(isIn)).not.toEqual([]);
  });
});
