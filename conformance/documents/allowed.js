// Where our output may differ from a documented manifest: `path` as in compare.js, in the documents that `versions` and `files` name.
// `accepts` narrows a rule to the values it is about. A rule that no document needs fails the run.

const withoutSlash = (path) => String(path).replace(/\/+$/, '');

/** Repository name and minor version of an image; a digest or a tag without a version has none. */
function imageOf(image) {
  const [, repository, minor] = /^(?:.*\/)?([^/:@]+):(\d+\.\d+)(?:[.-].*)?$/.exec(image) ?? [];
  return repository && `${repository} ${minor}`;
}

const LOCAL_RECOVERY = 'snippet-local-recovery-enabled-taskmanager-statefulset';
const ADDRESS = 'jobmanager.rpc.address=$(POD_IP)';

/** The arguments without the two tokens that give the JobManager its address; nothing when they are not there. */
function withoutAddress(args, flag, address) {
  const at = Array.isArray(args) ? args.findIndex((argument, i) => argument === flag && args[i + 1] === address) : -1;
  return at < 0 ? undefined : JSON.stringify([...args.slice(0, at), ...args.slice(at + 2)]);
}

module.exports = [
  {
    versions: '*',
    files: ['jobmanager-application-non-ha', 'jobmanager-job', 'taskmanager-job-deployment'],
    path: '*.spec.template.spec.containers[*].env',
    reason: 'the documents leave `env` without a value, which Kubernetes reads as an absent field',
    accepts: (documented) => documented === null,
  },
  {
    versions: '*',
    files: ['taskmanager-*deployment', LOCAL_RECOVERY],
    path: '*.spec.template.spec.containers[*].volumeMounts[*].mountPath',
    reason: 'a trailing slash of a mountPath means nothing',
    accepts: (documented, ours) => withoutSlash(documented) === ours,
  },
  {
    versions: '*',
    files: [
      'jobmanager-*deployment*',
      'jobmanager-application*',
      'jobmanager-job',
      'taskmanager-*deployment',
      LOCAL_RECOVERY,
    ],
    path: '*.spec.template.spec.containers[*].image',
    reason: 'the documents name another patch, registry path or Scala suffix of the same Flink version',
    accepts: (documented, ours, { version }) =>
      imageOf(documented) === `flink ${version}` && imageOf(ours) === `flink ${version}`,
  },
  {
    versions: '*',
    files: ['jobmanager-session-deployment-ha', 'jobmanager-application-ha'],
    path: '*.spec.template.spec.serviceAccountName',
    reason: 'every role has a ServiceAccount of its own, named after its workload',
    accepts: (documented, ours) => documented === 'flink-service-account' && ours === 'flink-jobmanager',
  },
  {
    versions: '*',
    files: ['jobmanager-application-ha'],
    path: 'Job.spec.template.spec.containers[jobmanager].args',
    reason: 'Flink 2 has no `--host`; a dynamic option says the same in every version',
    accepts: (documented, ours) => {
      const rest = withoutAddress(documented, '--host', '$(POD_IP)');
      return rest !== undefined && rest === withoutAddress(ours, '-D', ADDRESS);
    },
  },
  {
    versions: '*',
    files: [LOCAL_RECOVERY],
    path: '*.metadata.name',
    reason: 'the name of the headless Service starts with the cluster, so that two clusters do not share it',
    accepts: (documented, ours) => documented === 'taskmanager-hl' && ours === 'flink-taskmanager-hl',
  },
  {
    versions: '*',
    files: [LOCAL_RECOVERY],
    path: 'StatefulSet.spec.serviceName',
    reason: 'the name of the headless Service starts with the cluster, so that two clusters do not share it',
    accepts: (documented, ours) => documented === 'taskmanager-hl' && ours === 'flink-taskmanager-hl',
  },
  {
    versions: '*',
    files: [LOCAL_RECOVERY],
    path: 'StatefulSet.spec.template.spec.containers[taskmanager].ports[6121].name',
    reason:
      'the port is that of the data between TaskManagers; no metrics are there, and a monitor of ports called metrics would ask it',
    accepts: (documented, ours) => documented === 'metrics' && ours === 'data',
  },
  {
    versions: '1.20-',
    files: [LOCAL_RECOVERY],
    path: 'ConfigMap.data[*][state.backend.local-recovery]',
    reason: 'Flink 1.20 made two options of it, which are both there, and warns of the old name',
    accepts: (documented, ours) => documented === 'true' && ours === undefined,
  },
];
