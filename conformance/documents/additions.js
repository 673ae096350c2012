// What our output has beyond a documented manifest: `path` as in compare.js, in the documents that `versions` and `files` name.
// `accepts` narrows a rule to the values it is about. A rule that nothing needs fails the run.

const is = (...values) => (_, ours) => values.includes(ours);

const JOB_MANAGER = ['jobmanager-session-deployment*'];
const TASK_MANAGER = ['taskmanager-session-deployment'];
const WORKLOADS = [...JOB_MANAGER, ...TASK_MANAGER];
const SERVICES = ['jobmanager-service', 'jobmanager-rest-service', 'taskmanager-query-state-service'];
const CONFIGURATION = ['flink-configuration-configmap'];

const MODULES = /^--add-exports=\S+( --add-(exports|opens)=\S+)+$/;

module.exports = [
  {
    path: '*.metadata.labels[app.kubernetes.io/*]',
    reason: 'recommended labels, which tools show and nothing selects on',
    accepts: is('flink', 'jobmanager', 'taskmanager'),
  },
  {
    files: WORKLOADS,
    path: 'Deployment.spec.template.metadata.labels[app.kubernetes.io/*]',
    reason: 'recommended labels, which tools show and nothing selects on',
    accepts: is('flink', 'jobmanager', 'taskmanager'),
  },
  {
    files: [...SERVICES, ...WORKLOADS],
    path: '*.metadata.labels.app',
    reason: 'the documents label only the ConfigMap; with it on every object, `kubectl -l` finds a whole cluster',
    accepts: is('flink'),
  },
  {
    files: [...SERVICES, ...WORKLOADS],
    path: '*.metadata.labels.component',
    reason: 'as `app`: the objects of one role are found like its pods',
    accepts: is('jobmanager', 'taskmanager'),
  },
  {
    files: WORKLOADS,
    path: 'Deployment.spec.template.metadata.annotations[checksum/flink-config]',
    reason: 'Flink reads its files once, so a change of them must restart the pods',
    accepts: (_, ours) => /^[0-9a-f]{64}$/.test(ours),
  },
  {
    files: JOB_MANAGER,
    path: 'Deployment.spec.strategy.type',
    reason: 'two JobManagers without high availability would be two clusters behind one Service while an update rolls',
    accepts: is('Recreate'),
  },
  {
    files: WORKLOADS,
    path: 'Deployment.spec.template.spec.containers[*].imagePullPolicy',
    reason: 'what Kubernetes would fill in for an image with a tag, written down',
    accepts: is('IfNotPresent'),
  },
  {
    files: JOB_MANAGER,
    path: 'Deployment.spec.template.spec.containers[jobmanager].readinessProbe.**',
    reason: 'the Services send nothing to a REST endpoint that does not answer yet',
    accepts: is('/config', 8081),
  },
  {
    files: JOB_MANAGER,
    path: 'Deployment.spec.template.spec.containers[jobmanager].startupProbe.**',
    reason: 'a slow start is not a dead process: liveness is asked after the first answer',
    accepts: is('/config', 8081, 5, 60),
  },
  {
    files: TASK_MANAGER,
    path: 'Deployment.spec.template.spec.containers[taskmanager].startupProbe.**',
    reason: 'a slow start is not a dead process: liveness is asked after the first connection',
    accepts: is(6122, 5, 60),
  },
  {
    files: TASK_MANAGER,
    path: 'Deployment.spec.template.spec.containers[taskmanager].readinessProbe.**',
    reason: 'a rolling update waits until the new TaskManager can exchange data',
    accepts: is(6121),
  },
  {
    files: TASK_MANAGER,
    path: 'Deployment.spec.template.spec.containers[taskmanager].ports[6121].*',
    reason: 'the data port is fixed, so that network policies and probes can name it',
    accepts: is(6121, 'data'),
  },
  {
    files: JOB_MANAGER,
    path: 'Deployment.spec.template.spec.containers[jobmanager].resources.*.*',
    reason: 'the container gets what Flink sizes the process for: `jobmanager.memory.process.size`, and one core',
    accepts: is('1', '1600Mi'),
  },
  {
    files: TASK_MANAGER,
    path: 'Deployment.spec.template.spec.containers[taskmanager].resources.*.*',
    reason: 'the container gets what Flink sizes the process for: `taskmanager.memory.process.size`, and one core',
    accepts: is('1', '1728Mi'),
  },
  {
    files: CONFIGURATION,
    path: 'ConfigMap.data[*][taskmanager.data.port]',
    reason: 'Flink would choose a port at random',
    accepts: is('6121'),
  },
  {
    files: CONFIGURATION,
    path: 'ConfigMap.data[*][metrics.internal.query-service.port]',
    reason: 'Flink would choose a port at random',
    accepts: is('6126'),
  },
  {
    versions: '1.11-1.17',
    files: CONFIGURATION,
    path: 'ConfigMap.data[*][queryable-state.enable]',
    reason: 'the documents offer the Service and the port, but queryable state is off unless this is set',
    accepts: is('true'),
  },
  {
    versions: '1.18',
    files: CONFIGURATION,
    path: 'ConfigMap.data[*][env.java.opts.all]',
    reason: 'the mounted file hides the one of the image, which opens these modules: without them Java 17 refuses jobs',
    accepts: (_, ours) => MODULES.test(ours),
  },
  {
    versions: '1.19-',
    files: CONFIGURATION,
    path: 'ConfigMap.data[*][env.java.default-opts.all]',
    reason: 'the mounted file hides the one of the image, which opens these modules: without them Java 17 refuses jobs',
    accepts: (_, ours) => MODULES.test(ours),
  },
];
