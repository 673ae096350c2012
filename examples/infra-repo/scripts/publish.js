// node scripts/publish.js CHECKOUT: synthesizes, mirrors the result to CHECKOUT/flink, and shows the difference. It
// does not commit.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const DIRECTORY = 'flink'; // the only directory of the checkout that the script changes
const INDEX = '.published'; // the list of published files in that directory
const REPOSITORY = path.join(__dirname, '..');
const OUTPUT = path.join(REPOSITORY, 'dist');

class Refusal extends Error {}

function git(checkout, ...args) {
  return execFileSync('git', ['-C', checkout, '--no-pager', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The files below a directory, relative to it: everything except for directories. */
function entries(directory) {
  return fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      name: path
        .relative(directory, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
      isFile: entry.isFile(),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function checkWorkTree(checkout) {
  let top;
  try {
    top = git(checkout, 'rev-parse', '--show-toplevel').trim();
  } catch {
    throw new Refusal(`${checkout} is not a git work tree`);
  }
  if (fs.realpathSync(top) !== fs.realpathSync(checkout))
    throw new Refusal(`${checkout} is not the root directory of its git work tree, which is ${top}`);
}

/** Throws if the directory contains files from elsewhere, because mirroring would delete them. */
function checkOwned(owned) {
  const stat = fs.lstatSync(owned, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) throw new Refusal(`${owned} is not a directory`);
  const index = path.join(owned, INDEX);
  const published = fs.existsSync(index) ? fs.readFileSync(index, 'utf8').split('\n') : [];
  const foreign = entries(owned).filter(({ name, isFile }) => !isFile || (name !== INDEX && !published.includes(name)));
  if (foreign.length > 0)
    throw new Refusal(
      `${owned} contains files that this script has not published: ${foreign.map(({ name }) => name).join(', ')}`,
    );
}

function synthesize() {
  const cli = path.join(path.dirname(require.resolve('cdk8s-cli/package.json')), 'bin/cdk8s');
  execFileSync(process.execPath, [cli, 'synth', '--output', OUTPUT], {
    cwd: REPOSITORY,
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function mirror(owned) {
  const files = entries(OUTPUT)
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.yaml'));
  if (files.length === 0)
    throw new Refusal('nothing was synthesized; remove the last cluster from the checkout manually');
  fs.rmSync(owned, { recursive: true, force: true });
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(owned, file)), { recursive: true });
    fs.copyFileSync(path.join(OUTPUT, file), path.join(owned, file));
  }
  fs.writeFileSync(path.join(owned, INDEX), `${files.join('\n')}\n`);
}

function publish(checkout) {
  const owned = path.join(checkout, DIRECTORY);
  checkWorkTree(checkout);
  checkOwned(owned);
  synthesize();
  mirror(owned);
  console.log(
    git(checkout, 'status', '--short', '--untracked-files=all', '--', DIRECTORY) || `${owned} is up to date\n`,
  );
  console.log(git(checkout, 'diff', '--', DIRECTORY));
}

try {
  if (process.argv.length !== 3) throw new Refusal('usage: node scripts/publish.js CHECKOUT');
  publish(path.resolve(process.argv[2]));
} catch (error) {
  // A failed synthesis has already printed its errors.
  console.error(error instanceof Refusal ? `publish: ${error.message}` : `publish: ${error.message.split('\n')[0]}`);
  process.exitCode = 1;
}
