// Additions of our output to a documented manifest: `path` is as in compare.js, `versions` and
// `files` name the documented files. `accepts` limits a rule to certain values. A rule that no document needs fails the
// run.

const is =
  (...values) =>
  (_, ours) =>
    values.includes(ours);

const APPLICATION = ['jobmanager-application*', 'jobmanager-job'];
const JOB_MANAGER = ['jobmanager-session-deployment*', ...APPLICATION];
const LOCAL_RECOVERY = ['snippet-local-recovery-enabled-taskmanager-statefulset'];
const TASK_MANAGER = ['taskmanager-session-deployment', 'taskmanager-job-deployment', ...LOCAL_RECOVERY];
const WORKLOADS = [...JOB_MANAGER, ...TASK_MANAGER];
const SERVICES = ['jobmanager-service', 'jobmanager-rest-service', 'taskmanager-query-state-service'];
const REACTIVE = ['flink-reactive-mode-configuration-configmap'];
const CONFIGURATION = ['flink-configuration-configmap', ...REACTIVE, ...LOCAL_RECOVERY];

const MODULES = /^--add-exports=\S+( --add-(exports|opens)=\S+)+$/;

module.exports = [
  {
    path: '*.metadata.labels[app.kubernetes.io/*]',
    reason: 'recommended labels, which tools show and nothing selects on',
    accepts: is('flink', 'jobmanager', 'taskmanager'),
  },
  {
    files: WORKLOADS,
    path: '*.spec.template.metadata.labels[app.kubernetes.io/*]',
    reason: 'recommended labels, which tools show and nothing selects on',
    accepts: is('flink', 'jobmanager', 'taskmanager'),
  },
  ...['Service', 'Deployment', 'Job', 'StatefulSet'].map((kind) => ({
    files: [...SERVICES, ...WORKLOADS],
    path: `${kind}.metadata.labels.app`,
    reason:
      'in the documentation only the ConfigMap has it; with it on every object, `kubectl -l` finds a whole cluster',
    accepts: is('flink'),
  })),
  ...['Service', 'Deployment', 'Job', 'StatefulSet'].map((kind) => ({
    files: [...SERVICES, ...WORKLOADS],
    path: `${kind}.metadata.labels.component`,
    reason: 'as `app`: the objects of a role can be found like its pods',
    accepts: is('jobmanager', 'taskmanager'),
  })),
  {
    files: WORKLOADS,
    path: '*.spec.template.metadata.annotations[checksum/flink-config]',
    reason: 'Flink reads its files once, so a change of a file must restart the pods',
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
    path: '*.spec.template.spec.containers[*].imagePullPolicy',
    reason: 'the default of Kubernetes for an image with a tag, written explicitly',
    accepts: is('IfNotPresent'),
  },
  {
    files: JOB_MANAGER,
    path: '*.spec.template.spec.containers[jobmanager].readinessProbe.**',
    reason: 'the Services send no requests to a REST endpoint that does not respond yet',
    accepts: is('/config', 8081),
  },
  {
    files: JOB_MANAGER,
    path: '*.spec.template.spec.containers[jobmanager].startupProbe.**',
    reason: 'a slow start is not a failure: the liveness probe begins after the first response',
    accepts: is('/config', 8081, 5, 60),
  },
  {
    files: TASK_MANAGER,
    path: '*.spec.template.spec.containers[taskmanager].startupProbe.**',
    reason: 'a slow start is not a failure: the liveness probe begins after the first connection',
    accepts: is(6122, 5, 60),
  },
  {
    files: TASK_MANAGER,
    path: '*.spec.template.spec.containers[taskmanager].readinessProbe.**',
    reason: 'a rolling update waits until the new TaskManager can exchange data',
    accepts: is(6121),
  },
  {
    files: ['taskmanager-session-deployment', 'taskmanager-job-deployment'],
    path: '*.spec.template.spec.containers[taskmanager].ports[6121].*',
    reason: 'the data port is fixed, so that network policies and probes can name it',
    accepts: is(6121, 'data'),
  },
  {
    files: JOB_MANAGER,
    path: '*.spec.template.spec.containers[jobmanager].resources.*.*',
    reason: 'the container gets what Flink sizes the process for: `jobmanager.memory.process.size`, and one core',
    accepts: is('1', '1600Mi'),
  },
  {
    files: TASK_MANAGER,
    path: '*.spec.template.spec.containers[taskmanager].resources.*.*',
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
    reason: 'the documentation has the Service and the port, but queryable state is disabled unless this is set',
    accepts: is('true'),
  },
  {
    versions: '1.18',
    files: CONFIGURATION,
    path: 'ConfigMap.data[*][env.java.opts.all]',
    reason: 'the mounted file hides that of the image, which opens these modules; without them, jobs fail with Java 17',
    accepts: (_, ours) => MODULES.test(ours),
  },
  {
    versions: '1.19-',
    files: CONFIGURATION,
    path: 'ConfigMap.data[*][env.java.default-opts.all]',
    reason: 'the mounted file hides that of the image, which opens these modules; without them, jobs fail with Java 17',
    accepts: (_, ours) => MODULES.test(ours),
  },
  {
    files: ['jobmanager-*-ha'],
    path: '*.metadata.namespace',
    reason: 'Flink needs the namespace of its ConfigMaps, so the namespace is known',
    accepts: is('default'),
  },
  {
    files: ['jobmanager-*-ha'],
    path: '*.spec.template.spec.automountServiceAccountToken',
    reason: 'the token of the ServiceAccount is mounted only if it is needed, and leader election needs it',
    accepts: is(true),
  },
  {
    files: ['undocumented highlyAvailable*'],
    path: 'ServiceAccount[*]',
    reason: 'the documentation does not show the ServiceAccount',
  },
  {
    files: ['undocumented highlyAvailable*'],
    path: 'Role*[*]',
    reason: 'the documentation does not show the permissions of the ServiceAccount',
  },
  {
    files: APPLICATION,
    path: 'Job.metadata.annotations[*]',
    reason: 'the pod template of a Job is immutable, so annotations let GitOps tools replace the Job',
    accepts: is('Force=true,Replace=true', 'enabled'),
  },
  {
    files: ['jobmanager-application-ha'],
    path: 'Job.spec.backoffLimit',
    reason:
      'a restarted JobManager resumes the job, so the number of restarts is not limited; by default Kubernetes gives ' +
      'up after six',
    accepts: is(2147483647),
  },
  {
    files: [...APPLICATION, 'taskmanager-job-deployment'],
    path: '*.spec.template.spec.containers[*].volumeMounts[/opt/flink/usrlib].readOnly',
    reason: 'no process writes to the directory of the jars, which is a directory of the node',
    accepts: is(true),
  },
  {
    versions: '1.15-',
    files: REACTIVE,
    path: 'ConfigMap.data[*][execution.shutdown-on-application-finish]',
    reason: 'a Job ends with its application; written explicitly, because a Deployment must not',
    accepts: is('true'),
  },
  {
    files: LOCAL_RECOVERY,
    path: 'StatefulSet.spec.podManagementPolicy',
    reason: 'TaskManagers start in parallel',
    accepts: is('Parallel'),
  },
  {
    files: LOCAL_RECOVERY,
    path: 'StatefulSet.spec.template.spec.containers[taskmanager].securityContext.runAsUser',
    reason: 'the container repeats the setting of the pod',
    accepts: is(9999),
  },
  {
    files: LOCAL_RECOVERY,
    path: 'ConfigMap.data[*][*memory.process.size]',
    reason: 'the document shows only the options for local recovery; without sizes Flink would not start',
    accepts: is('1600m', '1728m'),
  },
  {
    files: LOCAL_RECOVERY,
    path: 'ConfigMap.data[*][parallelism.default]',
    reason: 'the same cluster as in the other documents',
    accepts: is('2'),
  },
  {
    versions: '1.11-1.17',
    files: LOCAL_RECOVERY,
    path: 'ConfigMap.data[*][queryable-state.proxy.ports]',
    reason: 'the document has the port of the pods, but not the option',
    accepts: is('6125'),
  },
  {
    files: LOCAL_RECOVERY,
    path: 'ConfigMap.data[log4j-console.properties].**',
    reason: 'the document mounts the file and does not show it',
  },
  {
    versions: '1.20-',
    files: LOCAL_RECOVERY,
    path: 'ConfigMap.data[*][execution.checkpointing.local-backup.enabled]',
    reason: 'one of the two names that `state.backend.local-recovery` has since 1.20',
    accepts: is('true'),
  },
  {
    versions: '1.20-',
    files: LOCAL_RECOVERY,
    path: 'ConfigMap.data[*][execution.state-recovery.from-local]',
    reason: 'the other one of the two names',
    accepts: is('true'),
  },
];
