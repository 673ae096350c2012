// The apps that run.js boots: what a user would write, with the default hardening, and little CPU so that everything fits on a small node.
const { App, Chart, Size } = require('cdk8s');
const { FlinkSessionCluster, FlinkVersion, RestAccess } = require('../../lib');

// A node with two cores takes three such pods; a JVM that starts may use what is idle.
const CPU = { cpu: 0.2, cpuLimitFactor: 10 };

const ACCESS = {
  clusterIp: { restAccess: RestAccess.clusterIp() },
  nodePort: {
    restAccess: RestAccess.nodePort(),
    suppressions: [{ id: 'FLK-SVC-02', reason: 'the node has no network but its own' }],
  },
};

const CLUSTERS = {
  session: (chart, { version, image, access, taskManagers }) => new FlinkSessionCluster(chart, 'Flink', {
    version: FlinkVersion.of(version),
    image,
    ...ACCESS[access],
    jobManager: { memory: Size.mebibytes(1600), ...CPU },
    taskManager: { memory: Size.mebibytes(1728), ...CPU, taskSlots: 2, replicas: taskManagers },
    configuration: { 'parallelism.default': 2 },
  }),
};

/** The configuration file among the manifests. */
function configurationOf(manifests) {
  const [[name, text]] = manifests.filter(({ kind }) => kind === 'ConfigMap')
    .flatMap(({ data }) => Object.entries(data)).filter(([file]) => /^(flink-conf|config)\.yaml$/.test(file));
  return { name, text };
}

/** The YAML of a scenario in a namespace, its configuration file, the Service of its REST endpoint, and the library's warnings. */
function render(scenario, namespace) {
  const app = new App();
  const chart = new Chart(app, scenario.name, { namespace });
  const { restServiceName, warnings } = CLUSTERS[scenario.cluster](chart, scenario);
  return { yaml: app.synthYaml(), configuration: configurationOf(chart.toJson()), restServiceName, warnings };
}

module.exports = { render };
