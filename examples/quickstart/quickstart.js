// node examples/quickstart/quickstart.js: synthesizes the example as users do, and lists the objects that were written.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { Yaml } = require('cdk8s');

const root = path.join(__dirname, '../..');
const output = path.join(root, 'dist');

const cli = require.resolve('cdk8s-cli/package.json').replace('package.json', 'bin/cdk8s');
const { status } = spawnSync(process.execPath, [cli, 'synth', '--output', output], {
  cwd: __dirname,
  env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status !== 0) process.exit(status ?? 1);

const rows = fs
  .readdirSync(output)
  .sort()
  .flatMap((file) =>
    Yaml.load(path.join(output, file)).map(({ kind, metadata }) => [
      path.relative(root, path.join(output, file)),
      kind,
      metadata.name,
    ]),
  );
const table = [['file', 'kind', 'name'], ...rows];
const widths = [0, 1].map((column) => Math.max(...table.map((row) => row[column].length)));
for (const [file, kind, name] of table) console.log(`${file.padEnd(widths[0])}  ${kind.padEnd(widths[1])}  ${name}`);
