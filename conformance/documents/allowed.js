// Permitted differences of our output from a documented manifest: `path` is as in compare.js, `versions` and
// `files` name the documented files. `accepts` limits a rule to certain values. A rule that no document needs fails the
// run.

const withoutSlash = (path) => String(path).replace(/\/+$/, '');

/** Repository name and minor version of an image; `undefined` for a digest or a tag without a version. */
function imageOf(image) {
  const [, repository, minor] = /^(?:.*\/)?([^/:@]+):(\d+\.\d+)(?:[.-].*)?$/.exec(image) ?? [];
  return repository && `${repository} ${minor}`;
}

const LOCAL_RECOVERY = 'snippet-local-recovery-enabled-taskmanager-statefulset';
const ADDRESS = 'jobmanager.rpc.address=$(POD_IP)';

/** The arguments without the two that set the address of the JobManager; `undefined` if there are no such arguments. */
function withoutAddress(args, flag, address) {
  const at = Array.isArray(args) ? args.findIndex((argument, i) => argument === flag && args[i + 1] === address) : -1;
  return at < 0 ? undefined : JSON.stringify([...args.slice(0, at), ...args.slice(at + 2)]);
}

module.exports = [
  {
    versions: '*',
    files: ['jobmanager-application-non-ha', 'jobmanager-job', 'taskmanager-job-deployment'],
    path: '*.spec.template.spec.containers[*].env',
    reason: '`env` has no value in the documentation, which Kubernetes reads as an absent field',
    accepts: (documented) => documented === null,
  },
  {
    versions: '*',
    files: ['taskmanager-*deployment', LOCAL_RECOVERY],
    path: '*.spec.template.spec.containers[*].volumeMounts[*].mountPath',
    reason: 'a trailing slash of a mountPath has no meaning',
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
    reason: 'the documentation uses another patch release, registry path or Scala suffix of the same Flink version',
    accepts: (documented, ours, { version }) =>
      imageOf(documented) === `flink ${version}` && imageOf(ours) === `flink ${version}`,
  },
  {
    versions: '*',
    files: ['jobmanager-session-deployment-ha', 'jobmanager-application-ha'],
    path: '*.spec.template.spec.serviceAccountName',
    reason: 'every role has its own ServiceAccount, named after its workload',
    accepts: (documented, ours) => documented === 'flink-service-account' && ours === 'flink-jobmanager',
  },
  {
    versions: '*',
    files: ['jobmanager-application-ha'],
    path: 'Job.spec.template.spec.containers[jobmanager].args',
    reason: 'Flink 2 has no `--host`; a dynamic option is equivalent in every version',
    accepts: (documented, ours) => {
      const rest = withoutAddress(documented, '--host', '$(POD_IP)');
      return rest !== undefined && rest === withoutAddress(ours, '-D', ADDRESS);
    },
  },
  {
    versions: '*',
    files: [LOCAL_RECOVERY],
    path: '*.metadata.name',
    reason:
      'the name of the headless Service starts with the name of the cluster, so that two clusters do not share it',
    accepts: (documented, ours) => documented === 'taskmanager-hl' && ours === 'flink-taskmanager-hl',
  },
  {
    versions: '*',
    files: [LOCAL_RECOVERY],
    path: 'StatefulSet.spec.serviceName',
    reason:
      'the name of the headless Service starts with the name of the cluster, so that two clusters do not share it',
    accepts: (documented, ours) => documented === 'taskmanager-hl' && ours === 'flink-taskmanager-hl',
  },
  {
    versions: '*',
    files: [LOCAL_RECOVERY],
    path: 'StatefulSet.spec.template.spec.containers[taskmanager].ports[6121].name',
    reason:
      'TaskManagers exchange data at this port; it serves no metrics, and a PodMonitor for ports with the name ' +
      'metrics would scrape it',
    accepts: (documented, ours) => documented === 'metrics' && ours === 'data',
  },
  {
    versions: '1.20-',
    files: [LOCAL_RECOVERY],
    path: 'ConfigMap.data[*][state.backend.local-recovery]',
    reason: 'Flink 1.20 replaced it with two options, which are both set, and logs a warning about the old name',
    accepts: (documented, ours) => documented === 'true' && ours === undefined,
  },
];
