// Which of our manifests stands for which documented file, rendered without hardening.
const { App, Chart, Size } = require('cdk8s');
const { inVersions } = require('./compare');

const SESSION = {
  'flink-configuration-configmap': ['ConfigMap', 'flink-config'],
  'jobmanager-service': ['Service', 'flink-jobmanager'],
  'jobmanager-rest-service': ['Service', 'flink-jobmanager-rest'],
  'taskmanager-query-state-service': ['Service', 'flink-taskmanager-query-state'],
  'jobmanager-session-deployment': ['Deployment', 'flink-jobmanager'],
  'jobmanager-session-deployment-non-ha': ['Deployment', 'flink-jobmanager'],
  'taskmanager-session-deployment': ['Deployment', 'flink-taskmanager'],
};

const NOT_YET = [
  /^flink-reactive-mode-configuration-configmap$/,
  /^jobmanager-session-deployment-ha$/,
  /^jobmanager-application(-non-ha|-ha)?$/,
  /^jobmanager-job$/,
  /^taskmanager-job-deployment$/,
  /^snippet-local-recovery-enabled-taskmanager-statefulset$/,
];

/** The session cluster of the documents. */
function renderSession(version) {
  const { FlinkSessionCluster, FlinkVersion, Hardening, RestAccess } = require('../../lib');
  const chart = new Chart(new App(), 'documents');
  const flinkVersion = FlinkVersion.of(version);
  new FlinkSessionCluster(chart, 'Flink', {
    version: flinkVersion,
    ...(flinkVersion.defaultImage === undefined ? { image: `flink:${version}` } : {}), // a release without a published image
    hardening: Hardening.NONE,
    jobManager: { memory: Size.mebibytes(1600) },
    taskManager: { memory: Size.mebibytes(1728), taskSlots: 2, replicas: 2 },
    restAccess: RestAccess.nodePort({ nodePort: 30081 }),
    ...(inVersions('1.11-1.17', version) ? { queryableState: { nodePort: 30025 } } : {}),
    configuration: { 'parallelism.default': 2 },
  });
  return chart.toJson();
}

/** Our manifest for a documented file of the session cluster. */
function pick(file, manifests) {
  const [kind, name] = SESSION[file];
  return manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
}

const isRendered = (file) => file in SESSION;
const isNotYet = (file) => NOT_YET.some((pattern) => pattern.test(file));

module.exports = { isNotYet, isRendered, pick, renderSession };
