const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const LIBRARIES = ['lib.sh', 'cluster-lib.sh', 'flink-lib.sh'];
const SCRIPTS = ['up.sh', 'down.sh', 'k', ...LIBRARIES];
const BINARIES = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kubelet',
  'kube-proxy',
  'coredns',
];
const PROGRAMS = ['bash', 'curl', 'ip', 'jar', 'javac', 'kubectl', 'nsenter', 'openssl', 'python3', 'timeout'];
// Runs a program or a function of the libraries of the bench, whose directory is $0.
const WITH_LIBRARIES = `set -euo pipefail; ${LIBRARIES.map((library) => `. "$0/${library}"`).join('; ')}; "$@"`;
const UP_SECONDS = 300;
const DOWN_SECONDS = 120;

const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;
const isDirectory = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
const onPath = (program) =>
  (process.env.PATH ?? '').split(path.delimiter).some((directory) => isFile(path.join(directory, program)));

/** The scripts that run Kubernetes on this machine. They are outside the repository, in the directory KUBE_BENCH. */
class Cluster {
  constructor(env = process.env) {
    this.directory = env.KUBE_BENCH;
    this.work = env.WORK || path.join(env.TMPDIR || os.tmpdir(), 'kube');
    this.children = new Set();
  }

  /** Returns the prerequisites of the given Flink versions that are missing. */
  missing(versions) {
    if (!this.directory) return ['KUBE_BENCH (the directory of the test bench)'];
    const archives = isDirectory(path.join(this.work, 'images')) ? fs.readdirSync(path.join(this.work, 'images')) : [];
    return [
      ...(process.getuid?.() === 0 ? [] : ['root']),
      ...SCRIPTS.filter((script) => !isFile(path.join(this.directory, script))).map(
        (script) => `${script} in KUBE_BENCH`,
      ),
      ...BINARIES.filter((binary) => !isFile(path.join(this.work, 'bin', binary))).map(
        (binary) => `${binary} in WORK/bin`,
      ),
      ...versions
        .filter((version) => !isDirectory(path.join(this.work, `flink-${version}`)))
        .map((version) => `flink-${version} in WORK`),
      ...versions
        .filter((version) => !archives.some((name) => name.startsWith(`flink-${version}-`) && name.endsWith('.tar')))
        .map((version) => `an image of Flink ${version} in WORK/images`),
      ...PROGRAMS.filter((program) => !onPath(program)),
    ];
  }

  /** Whether the kubelet is running, according to the process id that up.sh has stored. */
  isUp() {
    const file = path.join(this.work, 'cluster/pid/kubelet');
    if (!isFile(file)) return false;
    const pid = Number(fs.readFileSync(file, 'utf8'));
    try {
      return pid > 0 && process.kill(pid, 0);
    } catch (error) {
      return error.code === 'EPERM';
    }
  }

  /** Runs a command. After the given number of seconds, the command and its children are killed. */
  async run(seconds, command, args, input = '') {
    const env = { ...process.env, WORK: this.work, PREPARE: '0' };
    const child = spawn('timeout', ['-k', '5', String(seconds), command, ...args], { env });
    this.children.add(child);
    child.stdin.on('error', () => {}); // a command that reads nothing can end before the input is written
    child.stdin.end(input);
    const texts = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'])
      child[stream].setEncoding('utf8').on('data', (text) => {
        texts[stream] += text;
      });
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    this.children.delete(child);
    return {
      code,
      output: texts.stdout,
      errors: code === 124 ? `${texts.stderr}${command} was killed after ${seconds} s` : texts.stderr,
    };
  }

  /** Runs a command that must succeed, and returns its output. */
  async must(seconds, command, args) {
    const { code, output, errors } = await this.run(seconds, command, args);
    if (code !== 0) throw new Error(`${command}: ${errors.trim()}`);
    return output;
  }

  script(seconds, name, args = [], input = '') {
    return this.run(seconds, 'bash', [path.join(this.directory, name), ...args], input);
  }

  /** Calls a function of the shell libraries of the bench, such as `run_job`. */
  call(seconds, ...args) {
    return this.run(seconds, 'bash', ['-c', WITH_LIBRARIES, this.directory, ...args]);
  }

  kubectl(seconds, args, input = '') {
    return this.script(seconds, 'k', args, input);
  }

  /** Returns the JSON output of kubectl. Throws if kubectl fails. */
  async read(args) {
    const { code, output, errors } = await this.kubectl(30, [...args, '-o', 'json']);
    if (code !== 0) throw new Error(errors.trim());
    return JSON.parse(output);
  }

  async up() {
    const { code, errors } = await this.script(UP_SECONDS, 'up.sh');
    if (code !== 0) throw new Error(`the cluster did not start:\n${errors.trim()}`);
  }

  async down() {
    const { code, errors } = await this.script(DOWN_SECONDS, 'down.sh');
    if (code !== 0) throw new Error(`the cluster did not stop:\n${errors.trim()}`);
  }

  /** Kills the commands that are still running. */
  kill() {
    this.children.forEach((child) => child.kill());
  }
}

module.exports = { Cluster };
