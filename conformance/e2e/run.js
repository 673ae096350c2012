// node conformance/e2e/run.js [SCENARIO…]
// Real Flink boots from our YAML on a real Kubernetes, in a namespace that enforces Pod Security "restricted", and finishes a job.
// KUBE_BENCH: the folder of the test bench; WORK: what it has prepared. Needs root. A cluster that runs already is left running.
const { setTimeout: sleep } = require('node:timers/promises');
const { readText } = require('../documents/texts');
const { render } = require('./app');
const { FACTS, badEvents, firstAsked, notLockedDown, notReady, restarted } = require('./checks');
const { Cluster } = require('./cluster');
const { FlinkRest } = require('./rest');
const all = require('./scenarios');

const REGISTER_SECONDS = 180;
const JOB_SECONDS = 240;
const LIVENESS_SECONDS = 180;
const LABELS = { 'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/warn': 'restricted' };

const tally = { passed: 0, failed: 0 };
const lines = (text) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

function report(text, problems) {
  tally[problems.length === 0 ? 'passed' : 'failed'] += 1;
  console.log([`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${text}`, ...problems.map((problem) => `         ${problem}`)].join('\n'));
  return problems.length === 0;
}

/** One booted scenario: the checks in their order, each of which only makes sense after the ones before it. */
class Boot {
  constructor(cluster, scenario) {
    this.cluster = cluster;
    this.scenario = scenario;
    this.namespace = `e2e-${scenario.name}-${process.pid}`;
    this.row = { name: scenario.name };
  }

  seconds() {
    return ((performance.now() - this.start) / 1000).toFixed(1);
  }

  kubectl(seconds, args, input) {
    return this.cluster.kubectl(seconds, ['-n', this.namespace, ...args], input);
  }

  async items(kind) {
    return (await this.cluster.read(['-n', this.namespace, 'get', kind])).items;
  }

  /** The library renders it without a warning. */
  async synthesizes() {
    this.rendered = render(this.scenario, this.namespace);
    return this.rendered.warnings.map(({ id, text }) => `${id} ${text}`);
  }

  /** Kubernetes takes it, strictly; a warning of the server counts as a refusal. */
  async applies() {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: this.namespace, labels: LABELS } };
    const created = await this.cluster.kubectl(30, ['create', '-f', '-'], JSON.stringify(namespace));
    if (created.code !== 0) return lines(created.errors);
    this.start = performance.now();
    const { code, errors } = await this.kubectl(60, ['apply', '--server-side', '--validate=strict', '-f', '-'], this.rendered.yaml);
    return code !== 0 || /^warning:/im.test(errors) ? lines(errors) : [];
  }

  async restUrl() {
    const { spec } = await this.cluster.read(['-n', this.namespace, 'get', 'service', this.rendered.restServiceName]);
    const [{ port, nodePort }] = spec.ports;
    const { output: node } = await this.cluster.call(10, 'eval', 'echo "$NODE_IP"');
    return nodePort === undefined ? `http://${spec.clusterIP}:${port}` : `http://${node.trim()}:${nodePort}`;
  }

  /** All TaskManagers register at the JobManager of the right version. */
  async registers() {
    this.rest = new FlinkRest(this.cluster, await this.restUrl());
    const { version, taskManagers } = this.scenario;
    let last;
    for (const end = performance.now() + REGISTER_SECONDS * 1000; performance.now() < end; await sleep(250)) {
      last = await this.rest.ask('/overview').catch((error) => ({ error: error.message }));
      if (last.taskmanagers === taskManagers) {
        this.row.registered = this.seconds();
        return last['flink-version'] === version ? [] : [`it is Flink ${last['flink-version']}, not ${version}`];
      }
    }
    return [`after ${REGISTER_SECONDS} s the JobManager says ${JSON.stringify(last)}`];
  }

  /** The JobManager has read every option of our configuration file as we meant it. */
  async isConfigured() {
    const effective = Object.fromEntries((await this.rest.ask('/jobmanager/config')).map(({ key, value }) => [key, value]));
    const { name, text } = this.rendered.configuration;
    const written = Object.entries(readText(name, text));
    this.row.options = written.length;
    return written.filter(([key, value]) => effective[key] !== value).map(([key, value]) => `${key} is ${effective[key]}, written is ${value}`);
  }

  /** A bounded job that needs every slot reaches FINISHED, and so all TaskManagers exchange data. */
  async finishes() {
    const { version, taskManagers } = this.scenario;
    const jar = (await this.cluster.call(10, 'job_jar', version)).output.trim();
    const entryClass = (await this.cluster.call(10, 'job_class', version)).output.trim();
    const { 'slots-total': slots } = await this.rest.ask('/overview');
    const id = await this.rest.start(jar, entryClass, slots);
    const job = await this.rest.ended(id, JOB_SECONDS);
    this.row.finished = this.seconds();
    this.row.job = `${entryClass.split('.').pop()} on ${slots} slots`;
    if (job.state !== 'FINISHED') return [`it is ${job.state}`, JSON.stringify(await this.rest.ask(`/jobs/${id}/exceptions`)).slice(0, 3000)];
    const { size } = await this.rest.taskManagersOf(job);
    return size === taskManagers ? [] : [`it ran on ${size} TaskManagers`];
  }

  /** Every process is what the profile asks for, as the kernel sees it. */
  async isLockedDown() {
    const pods = await this.items('pods');
    const problems = [];
    for (const { metadata: { name }, spec } of pods) {
      for (const container of spec.containers) {
        const { code, output, errors } = await this.kubectl(30, ['exec', name, '-c', container.name, '--', 'sh', '-c', FACTS]);
        problems.push(...(code === 0 ? notLockedDown(output) : lines(errors)).map((problem) => `${name}/${container.name} ${problem}`));
      }
    }
    this.row.pods = pods.length;
    return pods.length > this.scenario.taskManagers ? problems : [...problems, `there are only ${pods.length} pods`];
  }

  /** Nothing was killed or complained about, also not by the first liveness probes, which come long after a short job. */
  async isCalm() {
    const asked = firstAsked(await this.items('pods')) + 5000;
    await sleep(Math.max(0, Math.min(asked - Date.now(), LIVENESS_SECONDS * 1000)));
    const pods = await this.items('pods');
    return [...notReady(pods), ...restarted(pods), ...badEvents(await this.items('events'))];
  }

  async run() {
    const steps = [
      ['synthesizes without a warning', () => this.synthesizes()],
      ['is taken by the API server, strictly', () => this.applies()],
      [`has ${this.scenario.taskManagers} TaskManagers registered`, () => this.registers()],
      ['has read its configuration', () => this.isConfigured()],
      ['runs a job on all of them to FINISHED', () => this.finishes()],
      ['is locked down', () => this.isLockedDown()],
      ['stays up: ready, no restarts, no warning events', () => this.isCalm()],
    ];
    for (const [text, step] of steps) {
      const problems = await step().catch((error) => lines(error.stack ?? String(error)));
      if (report(`${this.scenario.name} ${text}`, problems)) continue;
      await this.explain();
      return;
    }
  }

  /** Pods, events and the last lines of every log. */
  async explain() {
    if (this.start === undefined) return;
    const show = async (title, args, last = Infinity) => {
      const { output, errors } = await this.kubectl(30, args);
      console.log([`--- ${title}`, ...`${output}${errors}`.trimEnd().split('\n').slice(-last)].join('\n'));
    };
    await show('pods', ['get', 'pods', '-o', 'wide']);
    await show('events', ['get', 'events', '--sort-by=.lastTimestamp'], 30);
    for (const { metadata: { name }, status } of await this.items('pods').catch(() => [])) {
      await show(`log of ${name}`, ['logs', name, '--all-containers', '--tail=30']);
      if (restarted([{ metadata: { name }, status }]).length > 0) await show(`log of ${name} before`, ['logs', name, '--previous', '--tail=30']);
    }
  }

  async remove() {
    const args = ['delete', 'namespace', this.namespace, '--ignore-not-found', '--wait=true', '--timeout=120s'];
    const { code, errors } = await this.cluster.kubectl(130, args);
    report(`${this.scenario.name} is removed`, code === 0 ? [] : lines(errors));
  }
}

function printTable(rows) {
  const columns = ['name', 'pods', 'options', 'registered', 'finished', 'job'];
  const cells = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? '-'))];
  const widths = cells[0].map((_, i) => Math.max(...cells.map((row) => String(row[i]).length)) + 2);
  const table = cells.map((row) => row.map((cell, i) => String(cell).padEnd(widths[i])).join('').trimEnd());
  console.log(['', ...table, '', 'registered, finished: seconds from apply', ''].join('\n'));
}

async function bootAll(cluster, scenarios) {
  const rows = [];
  let boot;
  const started = !cluster.isUp();
  const end = async () => {
    if (boot) await boot.remove();
    boot = undefined;
    if (started) await cluster.down();
  };
  let interrupted = false;
  const interrupt = async (signal) => {
    if (interrupted) return;
    interrupted = true;
    cluster.kill();
    await end().catch((error) => console.log(error.message));
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  process.stdout.on('error', () => void interrupt('SIGPIPE')); // whoever read our output is gone
  try {
    if (started) await cluster.up();
    for (const scenario of scenarios) {
      if (interrupted) break;
      boot = new Boot(cluster, scenario);
      rows.push(boot.row);
      await boot.run();
      await boot.remove();
      boot = undefined;
    }
  } finally {
    if (!interrupted) await end();
  }
  return rows;
}

async function main(names) {
  const unknown = names.filter((name) => !all.some((scenario) => scenario.name === name));
  if (unknown.length > 0) throw new Error(`no scenario ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`);
  const scenarios = all.filter(({ name }) => names.length === 0 || names.includes(name));
  const cluster = new Cluster();
  const missing = cluster.missing([...new Set(scenarios.map(({ version }) => version))]);
  if (missing.length > 0) {
    console.log(`SKIPPED conformance:e2e: ${missing.join(', ')}`);
    return;
  }
  printTable(await bootAll(cluster, scenarios).catch((error) => {
    report('the run', lines(error.message));
    return [];
  }));
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

void main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
