const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const readline = require('node:readline');

const SCRIPTS = ['apiserver.sh', 'apply-strict.sh', 'pss.sh'];
const PROGRAMS = ['bash', 'kubectl', 'openssl', 'python3'];

const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;

const onPath = (program) =>
  (process.env.PATH ?? '').split(path.delimiter).some((directory) => isFile(path.join(directory, program)));

/**
 * The scripts that start a real API server and let it check YAML. They are outside the repository, in the directory
 * KUBE_BENCH.
 */
class Bench {
  constructor(env = process.env) {
    this.directory = env.KUBE_BENCH;
    this.work = env.WORK || path.join(env.TMPDIR || os.tmpdir(), 'kube');
    this.child = undefined;
  }

  /** The prerequisites of the given Kubernetes versions that are missing. */
  missing(versions) {
    if (!this.directory) return ['KUBE_BENCH (the directory of the test bench)'];
    const binaries = ['etcd', ...versions.map((version) => `kube-apiserver-${version}`)];
    return [
      ...SCRIPTS.filter((script) => !isFile(path.join(this.directory, script))).map(
        (script) => `${script} in KUBE_BENCH`,
      ),
      ...binaries
        .filter((binary) => !isFile(path.join(this.work, 'bin', binary)))
        .map((binary) => `${binary} in WORK/bin`),
      ...PROGRAMS.filter((program) => !onPath(program)),
    ];
  }

  isUp(version) {
    const file = path.join(this.work, `api-${version}`, 'apiserver.pid');
    if (!isFile(file)) return false;
    const pid = Number(fs.readFileSync(file, 'utf8'));
    try {
      return pid > 0 && process.kill(pid, 0);
    } catch (error) {
      return error.code === 'EPERM';
    }
  }

  environment(version) {
    return { ...process.env, WORK: this.work, KUBECONFIG: path.join(this.work, `api-${version}`, 'kubeconfig') };
  }

  /** Runs a command of the bench and returns its exit code and the lines of its standard output and standard error. */
  async run(version, command, args, input = '') {
    const child = spawn(command, args, { env: this.environment(version) });
    this.child = child;
    child.stdin.on('error', () => {}); // a command that reads nothing can end before the input is written
    child.stdin.end(input);
    const [out, errors] = [[], []];
    readline.createInterface({ input: child.stdout }).on('line', (line) => out.push(line));
    readline.createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    this.child = undefined;
    return { code, lines: out, errors };
  }

  script(version, name, ...args) {
    return this.run(version, 'bash', [path.join(this.directory, name), ...args]);
  }

  /**
   * Runs `body` with a running API server. The server is stopped afterwards, also after an interrupt, unless it was
   * already running.
   */
  async withServer(version, body) {
    if (this.isUp(version)) return body();
    const script = path.join(this.directory, 'apiserver.sh');
    const down = () =>
      spawnSync('bash', [script, 'down', version], { env: this.environment(version), stdio: 'inherit' });
    const interrupted = (signal) => {
      this.child?.kill();
      down();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
    try {
      const { code, errors } = await this.script(version, 'apiserver.sh', 'up', version);
      if (code !== 0) throw new Error(`the API server ${version} did not start:\n${errors.join('\n')}`);
      return await body();
    } finally {
      down();
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    }
  }
}

module.exports = { Bench };
