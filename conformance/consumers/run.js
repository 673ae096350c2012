'use strict';
// Packs the library and uses the tarball in two fresh projects, as a user would: JavaScript with the lowest peer
// dependencies, and TypeScript with the newest.
const { execFileSync } = require('node:child_process');
const { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '..', '..');
const floors = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies;
const work = mkdtempSync(join(tmpdir(), 'cdk8s-flink-consumers-'));
let passed = 0;
let failed = 0;

function run(cwd, command, ...args) {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
  });
}

function pack() {
  const [packed] = JSON.parse(run(root, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', work));
  const files = packed.files.map(({ path }) => path);
  // `yaml` is bundled.
  const own = files.filter((path) => !path.startsWith('node_modules/yaml/'));
  const strays = own.filter(
    (path) =>
      !/^(?:lib\/|package\.json$|\.jsii$|API\.md$|README\.md$|CHANGELOG\.md$|LICENSE$)/.test(path) ||
      path.endsWith('.ts') !== path.endsWith('.d.ts'),
  );
  if (strays.length > 0) {
    throw new Error(`the package contains files that no user needs: ${strays.slice(0, 5).join(', ')}`);
  }
  console.log(`packed ${own.length} files of its own, ${packed.size} bytes including bundled packages`);
  return join(work, packed.filename);
}

const PROGRAM = `
const app = new App();
const chart = new Chart(app, 'platform', { namespace: 'flink' });
const cluster = new FlinkSessionCluster(chart, 'Flink', {
  version: FlinkVersion.V1_20,
  taskManager: { memory: Size.gibibytes(2), taskSlots: 4 },
});
if (cluster.warnings.length > 0) { throw new Error('a plain cluster has warnings'); }
app.synth();
`;

/** ES modules find every export by name, with the same value as `require` returns. */
const ES_MODULE = `
import { createRequire } from 'node:module';
import * as named from 'cdk8s-flink';
for (const [name, value] of Object.entries(createRequire(import.meta.url)('cdk8s-flink'))) {
  if (value === undefined || named[name] !== value) {
    throw new Error('ES modules import another value as ' + name);
  }
}
`;

function consumer(name, dependencies, files, ...build) {
  const directory = join(work, name);
  mkdirSync(directory);
  writeFileSync(
    join(directory, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', private: true, dependencies }),
  );
  writeFileSync(join(directory, 'cdk8s.yaml'), 'language: typescript\napp: node main.js\n');
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(join(directory, file), text);
  }
  try {
    run(directory, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error');
    if (build.length > 0) {
      run(directory, ...build);
    }
    run(directory, process.execPath, join(root, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s'), 'synth');
    const [file] = readdirSync(join(directory, 'dist'));
    const yaml = readFileSync(join(directory, 'dist', file), 'utf8');
    const kinds = [...yaml.matchAll(/^kind: (\w+)$/gm)].map(([, kind]) => kind);
    if (
      kinds.filter((kind) => kind === 'Deployment').length !== 2 ||
      !kinds.includes('ConfigMap') ||
      !yaml.includes('namespace: flink')
    ) {
      throw new Error(`unexpected output: ${kinds.join(', ')}`);
    }
    passed++;
    console.log(`ok      ${name}: dist/${file} contains ${kinds.length} objects`);
    return yaml;
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}: ${error.stderr ?? ''}${error.message}`);
    return undefined;
  }
}

try {
  const tarball = pack();
  const javascript = consumer(
    'javascript',
    {
      cdk8s: floors.cdk8s,
      constructs: floors.constructs,
      'cdk8s-plus-27': floors['cdk8s-plus-27'],
      'cdk8s-flink': `file:${tarball}`,
    },
    {
      'main.js': `const { App, Chart, Size } = require('cdk8s');
const { FlinkSessionCluster, FlinkVersion } = require('cdk8s-flink');
${PROGRAM}`,
      'es-module.mjs': ES_MODULE,
    },
    process.execPath,
    'es-module.mjs',
  );
  const typescript = consumer(
    'typescript',
    {
      cdk8s: '^2.70.0',
      constructs: '^10.3.0',
      'cdk8s-flink': `file:${tarball}`,
      typescript: '~5.9.0',
      '@types/node': '^20',
    },
    {
      'main.ts': `import { App, Chart, Size } from 'cdk8s';
import { FlinkSessionCluster, FlinkVersion } from 'cdk8s-flink';
${PROGRAM}`,
      'tsconfig.json': JSON.stringify({
        compilerOptions: { module: 'commonjs', target: 'ES2022', strict: true, types: ['node'] },
        files: ['main.ts'],
      }),
    },
    process.execPath,
    'node_modules/typescript/bin/tsc',
  );
  if (javascript !== undefined && typescript !== undefined) {
    const same = javascript === typescript;
    console.log(`${same ? 'ok    ' : 'FAILED'}  both projects write the same bytes`);
    same ? passed++ : failed++;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
