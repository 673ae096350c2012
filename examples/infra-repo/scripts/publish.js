// node scripts/publish.js CHECKOUT: synthesizes, makes CHECKOUT/flink a mirror of the result and shows the difference. Commits nothing.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const FOLDER = 'flink'; // the one folder of the checkout that is written to
const INDEX = '.published'; // the list, in that folder, of the files that came from here
const REPOSITORY = path.join(__dirname, '..');
const OUTPUT = path.join(REPOSITORY, 'dist');

class Refusal extends Error {}

function git(checkout, ...args) {
  return execFileSync('git', ['-C', checkout, '--no-pager', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Everything below a folder that is not a folder itself, relative to it. */
function entries(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      name: path
        .relative(folder, path.join(entry.parentPath ?? entry.path, entry.name))
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
    throw new Refusal(`${checkout} is not the top folder of its git work tree, ${top} is`);
}

/** What is in the folder must come from here, or deleting what is gone would delete the work of others. */
function checkOwned(owned) {
  const stat = fs.lstatSync(owned, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) throw new Refusal(`${owned} is not a folder`);
  const index = path.join(owned, INDEX);
  const published = fs.existsSync(index) ? fs.readFileSync(index, 'utf8').split('\n') : [];
  const foreign = entries(owned).filter(({ name, isFile }) => !isFile || (name !== INDEX && !published.includes(name)));
  if (foreign.length > 0)
    throw new Refusal(
      `${owned} holds files that were not published from here: ${foreign.map(({ name }) => name).join(', ')}`,
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
    throw new Refusal('nothing was synthesized; remove the last cluster from the checkout by hand');
  fs.rmSync(owned, { recursive: true, force: true });
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(owned, file)), { recursive: true });
    fs.copyFileSync(path.join(OUTPUT, file), path.join(owned, file));
  }
  fs.writeFileSync(path.join(owned, INDEX), `${files.join('\n')}\n`);
}

function publish(checkout) {
  const owned = path.join(checkout, FOLDER);
  checkWorkTree(checkout);
  checkOwned(owned);
  synthesize();
  mirror(owned);
  console.log(git(checkout, 'status', '--short', '--untracked-files=all', '--', FOLDER) || `${owned} is up to date\n`);
  console.log(git(checkout, 'diff', '--', FOLDER));
}

try {
  if (process.argv.length !== 3) throw new Refusal('usage: node scripts/publish.js CHECKOUT');
  publish(path.resolve(process.argv[2]));
} catch (error) {
  // A failed synthesis has said what is wrong already.
  console.error(error instanceof Refusal ? `publish: ${error.message}` : `publish: ${error.message.split('\n')[0]}`);
  process.exitCode = 1;
}
