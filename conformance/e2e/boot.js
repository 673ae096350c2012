const { lines, report } = require('./report');
const { restarted } = require('./checks');
const { FlinkRest } = require('./rest');

const LABELS = { 'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/warn': 'restricted' };

/**
 * A scenario in its own namespace. Its steps use it to query Kubernetes and Flink, and to store data for later steps.
 */
class Boot {
  constructor(cluster, scenario) {
    this.cluster = cluster;
    this.scenario = scenario;
    this.namespace = `e2e-${scenario.name}-${process.pid}`;
    this.row = { name: scenario.name };
    this.cleanups = [];
  }

  /** Seconds since the first manifest was applied. */
  seconds() {
    return ((performance.now() - this.start) / 1000).toFixed(1);
  }

  kubectl(seconds, args, input) {
    return this.cluster.kubectl(seconds, ['-n', this.namespace, ...args], input);
  }

  /** Returns the objects of a kind, optionally with labels. */
  async items(kind, labels = {}) {
    const selector = Object.entries(labels)
      .map(([name, value]) => `${name}=${value}`)
      .join(',');
    return (await this.cluster.read(['-n', this.namespace, 'get', kind, ...(selector ? ['-l', selector] : [])])).items;
  }

  /** Creates the namespace if it does not exist. */
  async createNamespace() {
    if (this.start !== undefined) return;
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: this.namespace, labels: LABELS } };
    const { code, errors } = await this.cluster.kubectl(30, ['create', '-f', '-'], JSON.stringify(namespace));
    if (code !== 0) throw new Error(errors.trim());
    this.start = performance.now();
  }

  /** Applies YAML with strict validation; a warning of the API server is a problem. */
  async apply(yaml) {
    const { code, errors } = await this.kubectl(60, ['apply', '--server-side', '--validate=strict', '-f', '-'], yaml);
    return code !== 0 || /^warning:/im.test(errors) ? lines(errors) : [];
  }

  /** Adds a cleanup that runs when the scenario ends, even after an error; in reverse order. */
  afterwards(cleanup) {
    this.cleanups.unshift(cleanup);
  }

  /** Returns Flink's REST endpoint, as the Service of the cluster exposes it. */
  async rest() {
    const { spec } = await this.cluster.read(['-n', this.namespace, 'get', 'service', this.rendered.restServiceName]);
    const [{ port, nodePort }] = spec.ports;
    const { output: node } = await this.cluster.call(10, 'eval', 'echo "$NODE_IP"');
    return new FlinkRest(
      this.cluster,
      nodePort === undefined ? `http://${spec.clusterIP}:${port}` : `http://${node.trim()}:${nodePort}`,
    );
  }

  /** Returns the REST endpoint of a JobManager, the leader or a standby. */
  restOf({ status: { podIP } }) {
    return new FlinkRest(this.cluster, `http://${podIP}:8081`);
  }

  /** Runs the steps in their order, until one fails: each step depends on the preceding ones. */
  async run() {
    for (const { text, run } of this.scenario.steps) {
      const problems = await run(this).catch((error) => lines(error.stack ?? String(error)));
      if (report(`${this.scenario.name} ${text}`, problems)) continue;
      await this.explain();
      return;
    }
  }

  /** Prints pods, events and the last lines of every log. */
  async explain() {
    if (this.start === undefined) return;
    const show = async (title, args, last = Infinity) => {
      const { output, errors } = await this.kubectl(30, args);
      console.log([`--- ${title}`, ...`${output}${errors}`.trimEnd().split('\n').slice(-last)].join('\n'));
    };
    await show('pods', ['get', 'pods', '-o', 'wide']);
    await show('events', ['get', 'events', '--sort-by=.lastTimestamp'], 30);
    for (const {
      metadata: { name },
      status,
    } of await this.items('pods').catch(() => [])) {
      await show(`log of ${name}`, ['logs', name, '--all-containers', '--tail=20']);
      if (restarted([{ metadata: { name }, status }]).length > 0)
        await show(`log of ${name} before`, ['logs', name, '--previous', '--tail=30']);
    }
  }

  async remove() {
    const args = ['delete', 'namespace', this.namespace, '--ignore-not-found', '--wait=true', '--timeout=120s'];
    const { code, errors } = await this.cluster.kubectl(130, args);
    const problems = code === 0 ? [] : lines(errors);
    for (const cleanup of this.cleanups.splice(0))
      problems.push(...(await cleanup().catch((error) => [error.message])));
    report(`${this.scenario.name} is removed`, problems);
  }
}

module.exports = { Boot };
