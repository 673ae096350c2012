// node conformance/e2e/run.js [SCENARIO…]
// Boots real Flink from our YAML on real Kubernetes, in a namespace that enforces Pod Security "restricted", and runs a
// job until it is finished. KUBE_BENCH: the directory of the test bench; WORK: the directory that it has prepared.
// Requires root. A cluster that is already running is left running.
const { Cluster } = require('./cluster');
const { lines, printTable, report, tally } = require('./report');
const all = require('./scenarios');
const { bootAll } = require('./suite');

async function main(names) {
  const unknown = names.filter((name) => !all.some((scenario) => scenario.name === name));
  if (unknown.length > 0)
    throw new Error(
      `unknown scenario ${unknown.join(', ')}; the scenarios are ${all.map(({ name }) => name).join(', ')}`,
    );
  const scenarios = all.filter(({ name }) => names.length === 0 || names.includes(name));
  const cluster = new Cluster();
  const missing = cluster.missing([...new Set(scenarios.map(({ version }) => version))]);
  if (missing.length > 0) {
    console.log(`SKIPPED conformance:e2e: ${missing.join(', ')}`);
    return;
  }
  printTable(
    await bootAll(cluster, scenarios).catch((error) => {
      report('the run', lines(error.message));
      return [];
    }),
  );
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

void main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
