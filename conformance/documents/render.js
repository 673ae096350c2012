// Maps documented files to our manifests, rendered without hardening.
const { App, Chart, Size } = require('cdk8s');
const { inVersions } = require('./compare');

const JOB_MANAGER = 'flink-jobmanager';
const TASK_MANAGER = 'flink-taskmanager';

/** The cluster of each file, and the names of our manifests by kind. */
const SHOWN = {
  'flink-configuration-configmap': ['session', { ConfigMap: 'flink-config' }],
  'jobmanager-service': ['session', { Service: JOB_MANAGER }],
  'jobmanager-rest-service': ['session', { Service: 'flink-jobmanager-rest' }],
  'taskmanager-query-state-service': ['session', { Service: 'flink-taskmanager-query-state' }],
  'jobmanager-session-deployment': ['session', { Deployment: JOB_MANAGER }],
  'jobmanager-session-deployment-non-ha': ['session', { Deployment: JOB_MANAGER }],
  'taskmanager-session-deployment': ['session', { Deployment: TASK_MANAGER }],
  'jobmanager-session-deployment-ha': ['highlyAvailable', { Deployment: JOB_MANAGER }],
  'snippet-local-recovery-enabled-taskmanager-statefulset': [
    'localRecovery',
    { ConfigMap: 'flink-config', Service: 'flink-taskmanager-hl', StatefulSet: TASK_MANAGER },
  ],
  'jobmanager-job': ['application', { Job: JOB_MANAGER }],
  'jobmanager-application-non-ha': ['application', { Job: JOB_MANAGER }],
  'taskmanager-job-deployment': ['application', { Deployment: TASK_MANAGER }],
  'jobmanager-application-ha': ['highlyAvailableApplication', { Job: JOB_MANAGER }],
  'flink-reactive-mode-configuration-configmap': ['reactive', { ConfigMap: 'flink-config' }],
};

/** The application of the documentation: a jar in a directory of the node, and a Job that runs it. */
const application = ({ ApplicationWorkload, JobArtifact }) => ({
  job: { artifact: JobArtifact.hostPath('/host/path/to/job/artifacts', 'job.jar'), entryClass: 'com.job.ClassName' },
  workload: ApplicationWorkload.job(),
});

/**
 * The properties of the documented clusters in addition to those of the plain session cluster. A cluster with a job is
 * an application.
 */
const BEYOND = {
  session: () => ({}),
  highlyAvailable: ({ HighAvailability }) => ({
    namespace: 'default',
    highAvailability: HighAvailability.kubernetes({ storageDir: 'hdfs:///flink/recovery' }),
  }),
  application,
  highlyAvailableApplication: (library) => ({ ...application(library), ...BEYOND.highlyAvailable(library) }),
  reactive: (library) => ({ ...application(library), reactive: library.ReactiveMode.fixedReplicas() }),
  localRecovery: ({ LocalRecovery }) => ({
    localRecovery: LocalRecovery.persistentVolumeClaims({ size: Size.gibibytes(50) }),
  }),
};

/** Renders a documented cluster. */
function renderCluster(cluster, version) {
  const library = require('../../lib');
  const { FlinkApplicationCluster, FlinkSessionCluster, FlinkVersion, Hardening, RestAccess } = library;
  const beyond = BEYOND[cluster](library);
  const chart = new Chart(new App(), 'documents');
  const flinkVersion = FlinkVersion.of(version);
  const Cluster = beyond.job === undefined ? FlinkSessionCluster : FlinkApplicationCluster;
  new Cluster(chart, 'Flink', {
    version: flinkVersion,
    // A release can have no published image.
    ...(flinkVersion.defaultImage === undefined ? { image: `flink:${version}` } : {}),
    hardening: Hardening.NONE,
    jobManager: { memory: Size.mebibytes(1600) },
    taskManager: { memory: Size.mebibytes(1728), taskSlots: 2, replicas: 2 },
    restAccess: RestAccess.nodePort({ nodePort: 30081 }),
    ...(inVersions('1.11-1.17', version) ? { queryableState: { nodePort: 30025 } } : {}),
    configuration: { 'parallelism.default': 2 },
    ...beyond,
  });
  return chart.toJson();
}

/** Renders the clusters of these files, each once. */
function renderFor(files, version) {
  const clusters = [...new Set(files.map((file) => SHOWN[file][0]))];
  return new Map(clusters.map((cluster) => [cluster, renderCluster(cluster, version)]));
}

/** Returns our manifest of a kind for a documented file. */
function pick(file, kind, rendered) {
  const [cluster, names] = SHOWN[file];
  return rendered.get(cluster).find((manifest) => manifest.kind === kind && manifest.metadata.name === names[kind]);
}

const isRendered = (file) => file in SHOWN;

module.exports = { isRendered, pick, renderFor };
