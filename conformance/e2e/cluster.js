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
// Sourced functions and programs alike: `"$@"` after the libraries of the bench, whose folder is $0.
const WITH_LIBRARIES = `set -euo pipefail; ${LIBRARIES.map((library) => `. "$0/${library}"`).join('; ')}; "$@"`;
const UP_SECONDS = 300;
const DOWN_SECONDS = 120;

const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;
const isFolder = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
const onPath = (program) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => isFile(path.join(folder, program)));

/** The scripts that run Kubernetes on this machine; they live outside the repository, where KUBE_BENCH says. */
class Cluster {
  constructor(env = process.env) {
    this.folder = env.KUBE_BENCH;
    this.work = env.WORK || path.join(env.TMPDIR || os.tmpdir(), 'kube');
    this.children = new Set();
  }

  /** What is not there of all that the given versions of Flink need. */
  missing(versions) {
    if (!this.folder) return ['KUBE_BENCH (the folder of the test bench)'];
    const archives = isFolder(path.join(this.work, 'images')) ? fs.readdirSync(path.join(this.work, 'images')) : [];
    return [
      ...(process.getuid?.() === 0 ? [] : ['root']),
      ...SCRIPTS.filter((script) => !isFile(path.join(this.folder, script))).map((script) => `${script} in KUBE_BENCH`),
      ...BINARIES.filter((binary) => !isFile(path.join(this.work, 'bin', binary))).map(
        (binary) => `${binary} in WORK/bin`,
      ),
      ...versions
        .filter((version) => !isFolder(path.join(this.work, `flink-${version}`)))
        .map((version) => `flink-${version} in WORK`),
      ...versions
        .filter((version) => !archives.some((name) => name.startsWith(`flink-${version}-`) && name.endsWith('.tar')))
        .map((version) => `an image of Flink ${version} in WORK/images`),
      ...PROGRAMS.filter((program) => !onPath(program)),
    ];
  }

  /** Whether the kubelet runs, by the process id that up.sh noted. */
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

  /** Runs a command for so many seconds at most, after which it is ended with its children. */
  async run(seconds, command, args, input = '') {
    const env = { ...process.env, WORK: this.work, PREPARE: '0' };
    const child = spawn('timeout', ['-k', '5', String(seconds), command, ...args], { env });
    this.children.add(child);
    child.stdin.on('error', () => {}); // a command that reads nothing may be gone before the input is written
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
      errors: code === 124 ? `${texts.stderr}${command} was ended after ${seconds} s` : texts.stderr,
    };
  }

  /** Runs a command that has to succeed; answers with its output. */
  async must(seconds, command, args) {
    const { code, output, errors } = await this.run(seconds, command, args);
    if (code !== 0) throw new Error(`${command}: ${errors.trim()}`);
    return output;
  }

  script(seconds, name, args = [], input = '') {
    return this.run(seconds, 'bash', [path.join(this.folder, name), ...args], input);
  }

  /** A function of the bench's shell libraries, such as `run_job`. */
  call(seconds, ...args) {
    return this.run(seconds, 'bash', ['-c', WITH_LIBRARIES, this.folder, ...args]);
  }

  kubectl(seconds, args, input = '') {
    return this.script(seconds, 'k', args, input);
  }

  /** What kubectl says in JSON; an error when it refuses. */
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
    if (code !== 0) throw new Error(`the cluster did not end:\n${errors.trim()}`);
  }

  /** Ends the commands that still run. */
  kill() {
    this.children.forEach((child) => child.kill());
  }
}

module.exports = { Cluster };
